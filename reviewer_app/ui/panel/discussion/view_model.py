"""Moves a case's discussion from state to state: read, write, reply, sign, seen."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Protocol

from reviewer_app.errors import Failure
from reviewer_app.services.panel.discussion import Thread
from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.kit.lane import Lane
from reviewer_app.ui.panel.discussion.state import DiscussionState
from reviewer_app.ui.stateful import Stateful


class Discusses(Protocol):
    """The service `Discussion`, as the screen needs it."""

    def thread(self, number: str) -> Thread: ...
    def say(self, number: str, text: str, in_reply_to: str | None = None) -> str: ...
    def keep(self, number: str, text: str, in_reply_to: str | None = None) -> None: ...
    def mark_seen(self, packets: tuple[str, ...]) -> None: ...


class DiscussionModel(Stateful[DiscussionState]):
    """What is typed is kept at once, and what is typed stays while the thread is read again."""

    wrote: Event[None] = Event()
    """Something was signed or seen: the strip and the desk count again."""

    def __init__(self, discussion: Discusses, database: Lane) -> None:
        super().__init__(DiscussionState())
        self._discussion = discussion
        self._database = database
        self._looked = False

    def open(self, number: str | None) -> None:
        """Read a case's thread, or with None show none; again where it is open already."""
        if number != self._state.number:
            self._show(DiscussionState(number))
        if number is not None:
            work = partial(self._discussion.thread, number)
            self._database.run(work, owner=self, done=self._read, failed=self._failed)

    def look(self, *, looked: bool) -> None:
        """The thread is in sight, or no more: what is new in it has been seen by that."""
        before, self._looked = self._looked, looked
        self._see()
        thread = self._state.thread
        if before and not looked and thread is not None:
            self._show(replace(self._state, thread=thread.all_seen()))

    def write(self, text: str) -> None:
        """What is being written."""
        self._show(replace(self._state, draft=text))
        self._keep()

    def reply(self, packet: str | None) -> None:
        """To which contribution it replies; None for none."""
        self._show(replace(self._state, replies_to=packet))
        self._keep()

    def say(self) -> None:
        """Sign what is written; nothing where nothing is, or while it is being signed."""
        state = self._state
        if state.number is None or not state.may_say:
            return
        self._show(replace(state, is_signing=True, failure=None))
        work = partial(self._discussion.say, state.number, state.draft, state.replies_to)
        self._database.run(work, owner=self, done=self._said, failed=self._failed)

    def dismiss(self) -> None:
        """Put away what was told of a failure."""
        self._show(replace(self._state, failure=None))

    def _read(self, thread: Thread) -> None:
        state = self._state
        if thread.number != state.number:
            return
        if state.thread is None:
            state = replace(state, draft=thread.draft, replies_to=thread.draft_replies_to)
        self._show(replace(state, thread=thread, failure=None))
        self._see()

    def _see(self) -> None:
        """What is shown as new stays so until the thread is read again."""
        thread = self._state.thread
        if self._looked and thread is not None and thread.new:
            work = partial(self._discussion.mark_seen, thread.new)
            self._database.run(work, owner=self, done=self._tell, failed=self._failed)

    def _keep(self) -> None:
        state = self._state
        if state.number is not None:
            work = partial(self._discussion.keep, state.number, state.draft, state.replies_to)
            self._database.run(work, owner=self, done=self._kept, failed=self._failed)

    def _said(self, _packet: str) -> None:
        self._show(replace(self._state, draft="", replies_to=None, is_signing=False))
        self._tell(None)
        self.open(self._state.number)

    def _tell(self, _nothing: None) -> None:
        self.wrote.emit(None)

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, Failure):
            raise error
        self._show(replace(self._state, failure=error, is_signing=False))
