"""Looks for words in the open case, whose texts are folded for it once, on the lane."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QObject

from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.kit.lane import Lane
from reviewer_app.ui.reading.anchoring import Anchor
from reviewer_app.ui.reading.finding import FoldedCase, find_in, fold_case, found_again
from reviewer_app.ui.reading.prepared import Prepared
from reviewer_app.ui.reading.state import Find

Choose = Callable[[Find], int | None]
"""Which of the hits is gone to; None for the next one from here."""


@dataclass(frozen=True, slots=True)
class Sought:
    """Words, the line from which they are looked for, and which hit is wanted."""

    text: str
    since: Anchor | None = None
    choose: Choose | None = None


class Seeking(QObject):
    """`found` carries what the words last asked for lead to."""

    found = Event(Find)

    def __init__(self, lane: Lane, failed: Callable[[Exception], None]) -> None:
        super().__init__()
        self._lane, self._failed = lane, failed
        self._wanted: Prepared | None = None
        self._case: FoldedCase | None = None
        self._sought: Sought | None = None

    def make_ready(self, prepared: Prepared) -> None:
        """Fold the texts of this case, unless they are."""
        if self._wanted is not prepared:
            self._wanted, self._case, self._sought = prepared, None, None
            work = partial(fold_case, prepared)
            self._lane.run(work, owner=self, done=self._take, failed=self._failed)

    def seek(self, prepared: Prepared, sought: Sought) -> None:
        """Tell what is found, at once or as soon as the case is folded."""
        self.make_ready(prepared)
        self._sought = sought
        if self._case is not None:
            self._take(self._case)

    def again(self, find: Find, prepared: Prepared) -> Find:
        """The same search in another version of the case, which is folded meanwhile."""
        if not find.text.strip():
            return find
        self._wanted, self._case, self._sought = prepared, fold_case(prepared), None
        return found_again(find, self._case)

    def _take(self, case: FoldedCase) -> None:
        if case.prepared is not self._wanted:
            return
        self._case, sought, self._sought = case, self._sought, None
        if sought is not None:
            find = find_in(case, sought.text, sought.since)
            at = sought.choose(find) if sought.choose else None
            self.found.emit(find if at is None else replace(find, at=at, since=None))
