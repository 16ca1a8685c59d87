"""What a desk asks for when it comes back, as the application takes it in."""

from __future__ import annotations

import platform
from functools import partial

from reviewer_app.errors import ExpectedFailure, RolledBackDesk
from reviewer_app.services.assembly import Services
from reviewer_app.ui.matter import Matter
from reviewer_app.ui.returning.again_card import AgainCard, Let
from reviewer_app.ui.returning.put_back_card import PutBackCard
from reviewer_app.ui.returning.view import ReturningView
from reviewer_app.ui.screen import Place, Screen, Supplies, Visit

WENT_ON, LET_IN = "went-on", "let-in"


class ReturningScreen(Screen):
    """Leads on to the desk, or to the backups."""

    def __init__(self, supplies: Supplies) -> None:
        services = self._services = supplies.services
        at_rest, self._lane = services.at_rest, supplies.lanes.network
        self._syncing = supplies.syncing
        self.lost = Matter[RolledBackDesk | None](self._lane, at_rest.put_back.lost)
        self.again = Matter[bool](self._lane, partial(_is_needed, services))
        put_back, self._again_card = PutBackCard(self.lost), AgainCard(self.again)
        self._view = ReturningView((put_back, self._again_card))
        super().__init__(self._view)
        self._view.left.connect(self._go_back)
        put_back.restore.connect(self._go_to_backups)
        put_back.go_on.connect(self._go_on)
        self._again_card.wanted.connect(self._enrol)
        self.lost.changed.connect(self._look)
        self.again.changed.connect(self._look)

    def enter(self, case: str | None) -> None:
        self.lost.refresh()
        self.again.refresh()
        server = self._services.handin.server
        self._lane.run(server, owner=self, done=self._again_card.propose, failed=_fail)

    def _go_on(self, _nothing: None) -> None:
        self.lost.perform(WENT_ON, self._services.at_rest.put_back.go_on)

    def _enrol(self, let: Let) -> None:
        name = platform.node() or "computer"
        accept = self._services.at_rest.enrolling_again.accept
        self.again.perform(LET_IN, partial(accept, let.server, let.code, name))

    def _look(self, _state: object) -> None:
        lost, again = self.lost.state, self.again.state
        self._view.show_well(well=lost.value is None and again.value is False)
        if again.done == LET_IN:
            self._syncing.sync()
        if (lost.done or again.done) and lost.value is None and not again.value:
            self.left.emit(Visit(Place.DESK))

    def _go_back(self, _nothing: None) -> None:
        self.left.emit(Visit(Place.DESK))

    def _go_to_backups(self, _nothing: None) -> None:
        self.left.emit(Visit(Place.SAFETY))


def _is_needed(services: Services) -> bool:
    """Not asked while the keys are sealed: nobody is to type a passphrase for the answer."""
    return not services.keys.is_sealed() and services.at_rest.enrolling_again.is_needed()


def _fail(error: Exception) -> None:
    """The address is typed then."""
    if not isinstance(error, ExpectedFailure):
        raise error


def make_screen(supplies: Supplies) -> Screen:
    return ReturningScreen(supplies)
