"""Locks the open desk when it is time, and brings back where one was when it is open again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from typing import Protocol

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget

from reviewer_app.errors import ExpectedFailure
from reviewer_app.opening import OpenDesk
from reviewer_app.sync.lines import Lines
from reviewer_app.ui.doorstep import Doorstep
from reviewer_app.ui.inside import Inside
from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.kit.remember import Keeps
from reviewer_app.ui.lock_choice import chosen
from reviewer_app.ui.locked import Locked, Why
from reviewer_app.ui.locking.locking import Left, Locking
from reviewer_app.ui.locking.resuming import Resuming
from reviewer_app.ui.locking.tool import LockTool
from reviewer_app.ui.locking.watch import Watch
from reviewer_app.ui.screen import Lanes, WhileClosed
from reviewer_app.ui.window import Window

UNLOCK = "unlock"


class Cover(Protocol):
    """The lock's screen."""

    view: QWidget

    def enter(self, case: str | None) -> None: ...
    def show_locked(self, locked: Locked) -> None: ...


@dataclass(frozen=True, slots=True)
class Opened:
    """What one opening of the desk made."""

    inside: Inside
    desk: OpenDesk
    lines: Lines


class Guard(QObject):
    """Watches while the desk is open; `make_cover` makes the lock that opens it again."""

    locked = Event(Left)
    """Everything is closed: let go of the desk, and keep this for the next opening."""

    def __init__(
        self, window: Window, keeps: Keeps, lanes: Lanes, make_cover: Callable[[], Cover]
    ) -> None:
        super().__init__()
        self._window = window
        self._keeps = keeps
        self._lanes = lanes
        self._make_cover = make_cover
        self._opened: Opened | None = None
        self._locking: Locking | None = None
        self._resuming: Resuming | None = None
        self._doorstep: Doorstep | None = None
        self._cover: Cover | None = None
        self._work: WhileClosed | None = None
        self._state = Locked(Why.ASKED)
        self._tool = LockTool()
        window.frame.strip.add_tool(self._tool)
        app = QApplication.instance()
        if not isinstance(app, QApplication):
            raise TypeError("a desk is locked in an application with windows")
        self.watch = Watch(app, keeps)
        self.watch.due.connect(self.lock)
        self._tool.pressed.connect(self._lock_as_asked)

    def start(self, opened: Opened, left: Left | None) -> None:
        """The desk is open; where it was locked before, what was left is brought back."""
        self._opened = opened
        opened.inside.routes.closing.connect(self._lock_for)
        self._tool.show()
        self.watch.start()
        services, routes = opened.desk.services, opened.inside.routes
        self._doorstep = Doorstep(services, self._lanes.network, routes)
        self._doorstep.start()
        if left is not None:
            lane, key = self._lanes.database, opened.desk.store.key
            self._resuming = Resuming(opened.inside.routes, lane, left.sealed, key)
            self._resuming.start()

    def stop(self) -> None:
        """The application ends."""
        if self._opened is not None:
            self.watch.stop()
        self._opened = None
        if self._locking is not None:
            self._locking.stop()
        self._rest_now()

    def lock(self, why: Why) -> None:
        """Lock the desk now; nothing where it is locked already."""
        if self._opened is None:
            return
        opened, self._opened = self._opened, None
        self.watch.stop()
        self._tool.hide()
        self._rest_now()
        cover = self._cover = self._make_cover()
        limit = chosen(self._keeps).limit
        minutes = None if limit is None else round(limit.total_seconds() / 60)
        self._locking = Locking(self._window, opened.inside, opened.desk, self._lanes, opened.lines)
        self._locking.closed.connect(self._rest)
        stopped = self._locking.begin(UNLOCK, cover.view)
        self._state = Locked(why, minutes, stopped)
        cover.show_locked(self._state)
        cover.enter(None)

    def _rest_now(self) -> None:
        """What was to begin by itself begins no more."""
        for each in (self._resuming, self._doorstep):
            if each is not None:
                each.stop()
        self._resuming = self._doorstep = None

    def _lock_as_asked(self, _nothing: None) -> None:
        self.lock(Why.ASKED)

    def _lock_for(self, work: WhileClosed) -> None:
        """Something needs the desk closed."""
        self._work = work
        self.lock(Why.ASKED)

    def _rest(self, left: Left) -> None:
        self._locking = None
        self.locked.emit(left)
        work, self._work = self._work, None
        if work is None:
            self._show(replace(self._state, closing=False))
            return
        done = partial(self._tell, work)
        self._lanes.database.run(work.work, owner=self, done=done, failed=self._fail)

    def _tell(self, work: WhileClosed, answer: object) -> None:
        self._show(replace(self._state, closing=False, told=work.told(answer)))

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, ExpectedFailure):
            raise error
        # the words for failures are loaded with the first one
        from reviewer_app.ui.wording import sentence_of

        self._show(replace(self._state, closing=False, told=sentence_of(error).whole))

    def _show(self, state: Locked) -> None:
        if self._cover is not None:
            self._cover.show_locked(state)
            self._cover.enter(None)
