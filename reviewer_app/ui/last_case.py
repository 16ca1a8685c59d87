"""The case that was in front: remembered in the desk, for the settings beside it are readable."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reviewer_app.failing import ExpectedFailure
from reviewer_app.ui.kit.lane import Lane

if TYPE_CHECKING:
    from reviewer_app.services.desk import Desk


class LastCase(QObject):
    """Its number, kept by the lane where it changes."""

    def __init__(self, desk: Desk, lane: Lane, number: str | None) -> None:
        super().__init__()
        self._desk = desk
        self._lane = lane
        self.number = number

    def turn(self, number: str | None) -> None:
        """Another case is in front, or none."""
        if number == self.number:
            return
        self.number = number
        keep = partial(self._desk.keep_last_case, number)
        self._lane.run(keep, owner=self, done=_nothing, failed=_pass_over)


def _nothing(_done: None) -> None:
    """There is nothing more to do."""


def _pass_over(error: Exception) -> None:
    """A place that could not be kept is told to nobody; what nobody thought of, is."""
    if not isinstance(error, ExpectedFailure):
        raise error
