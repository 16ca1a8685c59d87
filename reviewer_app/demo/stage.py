"""The stage of the story: the real application in its window, hands on it, and a camera."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QPoint, QPointF
from PySide6.QtGui import QHoverEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QMenu,
    QScrollArea,
    QWidget,
)

from reviewer_app.app import Application, application
from reviewer_app.command_line import Options
from reviewer_app.demo.album import shot
from reviewer_app.demo.founding import Founded
from reviewer_app.demo.hands import Hands, Stuck, words_in
from reviewer_app.demo.looks import STORY, Look
from reviewer_app.demo.pictures import Pictures
from reviewer_app.demo.telling import Telling
from reviewer_app.ui.kit.tip_window import hide_tip, tip_shown

WIDTH, HEIGHT = 1366, 768
HOLD_STILL = 0.08
"""Seconds until layouts that follow a change are done."""
_LEFT, _NOWHERE = QEvent.Type.HoverLeave, QPointF(-1, -1)
ENGLISH, CHINESE = "English", "简体中文"


@dataclass(frozen=True, slots=True)
class Story:
    """What all parts of the story share."""

    folder: Path
    founded: Founded
    telling: Telling
    pictures: Pictures
    app: QApplication
    looks: tuple[Look, ...] = STORY

    @property
    def for_the_album(self) -> bool:
        """Whether every screen is pictured, not only what the story is about."""
        return self.looks != STORY

    def profile(self, name: str) -> Path:
        """The folder of somebody's desk."""
        return self.folder / name


class Stage:
    """One run of the application, with one person's hands on it."""

    def __init__(self, story: Story, opened: Application) -> None:
        self.story = story
        self.opened = opened
        self.hands = Hands(opened.window)
        self._watched = False

    @property
    def window(self) -> QWidget:
        return self.hands.window

    def settle(self) -> None:
        """Wait until the application has nothing left to do."""
        lanes = (self.opened.lanes.network, self.opened.lanes.database)
        # both at once: what ends on one lane begins something on the other
        self.hands.until(lambda: all(lane.idle() for lane in lanes), "the end of all work")

    def picture(
        self,
        name: str,
        of: QWidget | None = None,
        *,
        before: Callable[[], None] | None = None,
    ) -> None:
        """Take a picture of the window, or of a dialog, in all looks of this telling.

        `before` is done anew in each look: what a change of looks puts away.
        """
        for look in self._looks(name):
            self._wear(look)
            if before is not None:
                self.settle()
                before()
            self._take(of or self.window, name, look)
            hide_tip()
            self.hands.until(lambda: tip_shown() is None, "the end of an explanation")
        self._wear(self.story.looks[0])

    def picture_opened(
        self,
        name: str,
        opens: Callable[[], None],
        fill: Callable[[QWidget], None] | None = None,
    ) -> None:
        """Open a dialog or a menu anew in each look, take its picture, and close it again.

        A menu is pictured with the window that it stands over.
        """
        for look in self._looks(name):
            self._wear(look)
            self.settle()
            self.hands.in_modal(opens, partial(self._take_opened, name, look, fill))
        self._wear(self.story.looks[0])

    def pictures(self, name: str) -> None:
        """Take the window in English and, switched while it runs, in Chinese."""
        self.picture(name)
        if self.story.for_the_album:
            return
        said = words_in(self.window)
        self.hands.press(CHINESE)
        self._take(self.window, f"{name}-zh", self.story.looks[0])
        if words_in(self.window) == said:
            raise Stuck("the window in Chinese", " | ".join(said)[:1500])
        self.hands.press(ENGLISH)
        self.settle()

    def go(self, room: str) -> None:
        """Press a room of the rail, whatever figure stands beside its word."""
        self.hands.press(f"{room}*", within=self.opened.window.frame.rail)
        self.settle()

    def tell(self, words: str) -> None:
        """Tell a step of the story."""
        self._keep_awake()
        self.story.telling.step(words)

    def _keep_awake(self) -> None:
        """What the hands do is no sign of life to the desk, and a window that waits for another
        program stands still: it is not to lock itself in the middle of the story."""
        guard = self.opened.guard
        if guard is not None and not self._watched:
            guard.watch.due.disconnect(guard.lock)
            self._watched = True

    def _looks(self, name: str) -> tuple[Look, ...]:
        """The looks of a picture; raises NotInTheAlbum."""
        if not self.story.for_the_album:
            return self.story.looks
        wanted = shot(name, self.opened.window.frame.current)
        looks = map(wanted.look, self.story.looks)
        return tuple(look for look in looks if look is not None)

    def _wear(self, look: Look) -> None:
        self.opened.appearance.use_language(look.language)
        self.opened.appearance.use_theme(look.theme)

    def _take(self, window: QWidget, name: str, look: Look) -> None:
        self._keep_awake()
        self._leave_all()
        self.settle()
        self.hands.look_on(HOLD_STILL)
        self.story.pictures.take(window, name, look.name)

    def _leave_all(self) -> None:
        """Take the pointer away: nothing is marked by it, but what it explains."""
        if tip_shown() is not None or QApplication.activePopupWidget() is not None:
            return
        QTest.mouseMove(self.window, QPoint())
        for table in self.window.findChildren(QAbstractItemView):
            QApplication.sendEvent(
                table.viewport(), QHoverEvent(_LEFT, _NOWHERE, _NOWHERE, _NOWHERE)
            )

    def _take_opened(
        self, name: str, look: Look, fill: Callable[[QWidget], None] | None, opened: QWidget
    ) -> None:
        if fill is not None:
            fill(opened)
        self._take(self.window if isinstance(opened, QMenu) else opened, name, look)


@contextmanager
def opened_stage(story: Story, profile: str) -> Iterator[Stage]:
    """Open the application on somebody's profile, in the first of the looks."""
    look = story.looks[0]
    options = Options(
        folder=story.profile(profile), language=look.language, theme=look.theme, size=look.size
    )
    with application(story.app, options) as opened:
        opened.window.resize(WIDTH, HEIGHT)
        yield Stage(story, opened)


def scroll_down(page: QWidget) -> None:
    """To the end of a page, or of the pages in it."""
    within = page.findChildren(QScrollArea)
    for area in [page, *within] if isinstance(page, QScrollArea) else within:
        if area.isVisible():
            bar = area.verticalScrollBar()
            bar.setValue(bar.maximum())
