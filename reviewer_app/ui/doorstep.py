"""Asks a desk that was just opened whether something is to be answered before all else."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer

from reviewer_app.errors import ExpectedFailure
from reviewer_app.ui.kit.lane import Lane
from reviewer_app.ui.routes import Routes
from reviewer_app.ui.screen import Place, Visit

if TYPE_CHECKING:
    from reviewer_app.services.assembly import Services

FIRST_AFTER_MS: Final = 1_500
"""The list of cases is to be there before anything is looked for."""


class Doorstep(QObject):
    """Looks once, and finishes a closing that was cut off."""

    def __init__(self, services: Services, lane: Lane, routes: Routes) -> None:
        super().__init__()
        self._work = partial(look, services)
        self._lane = lane
        self._routes = routes
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(FIRST_AFTER_MS)
        self._timer.timeout.connect(self._look)

    def start(self) -> None:
        """Look soon."""
        self._timer.start()

    def stop(self) -> None:
        """It is too late for it."""
        self._timer.stop()

    def _look(self) -> None:
        self._lane.run(self._work, owner=self, done=self._go, failed=_fail)

    def _go(self, is_asked: bool) -> None:
        if is_asked:
            self._routes.go(Visit(Place.RETURNING))


def look(services: Services) -> bool:
    """Whether the person is to answer something; what needs no answer is done at once.

    From any thread. Keys that are sealed are not asked for.
    """
    at_rest = services.at_rest
    services.evidence.clear_away()
    if at_rest.put_back.lost() is not None:
        return True
    if services.keys.is_sealed():
        return False
    if at_rest.closing_here.is_unfinished():
        at_rest.closing_here.close()
    return at_rest.enrolling_again.is_needed()


def _fail(error: Exception) -> None:
    # the screen in sight reads the same desk, and says it
    if not isinstance(error, ExpectedFailure):
        raise error
