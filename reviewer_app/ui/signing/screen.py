"""The signing screen as the application takes it in."""

from __future__ import annotations

from review_protocol.documents.score import Missing
from reviewer_app.ui.screen import Place, Screen, Supplies, Visit
from reviewer_app.ui.signing.view import SigningView
from reviewer_app.ui.signing.view_model import SigningViewModel
from reviewer_app.ui.syncing import Syncing


class SigningScreen(Screen):
    """Reading back and signing; leads back to the case, on to the next one, or to the desk."""

    def __init__(self, view: SigningView, signing: SigningViewModel, syncing: Syncing) -> None:
        super().__init__(view)
        self._view = view
        self.signing = signing
        self._syncing = syncing
        signing.changed.connect(view.show_state)
        signing.opened.connect(self._begin)
        signing.signed.connect(self._tell_signed)
        view.language_chosen.connect(signing.choose_language)
        view.reason_given.connect(signing.give_reason)
        view.sign_asked.connect(self._sign)
        view.back_asked.connect(self._go_back)
        view.lack_chosen.connect(self._go_to_lack)
        view.done.next_asked.connect(self._go_next)
        view.done.desk_asked.connect(self._go_desk)
        view.done.sync_asked.connect(self._sync)

    def enter(self, case: str | None) -> None:
        """Read back the sheet of this case."""
        if case is not None:
            self.signing.open(case)

    def _sign(self, _none: None) -> None:
        self.signing.sign()

    def _begin(self, _none: None) -> None:
        self._view.begin()

    def _tell_signed(self, _packet: str) -> None:
        self._view.begin()
        self.wrote.emit(None)

    def _go_back(self, _none: None) -> None:
        self.left.emit(Visit(Place.READING, self.signing.state.number))

    def _go_to_lack(self, lack: Missing) -> None:
        self.left.emit(Visit(Place.READING, self.signing.state.number, lack))

    def _go_next(self, number: str) -> None:
        self.left.emit(Visit(Place.READING, number))

    def _go_desk(self, _none: None) -> None:
        self.left.emit(Visit(Place.DESK))

    def _sync(self, _none: None) -> None:
        self._syncing.sync()


def make_screen(supplies: Supplies) -> Screen:
    """Make the signing screen of an open desk."""
    services = supplies.services
    signing = SigningViewModel(services.desk, services.signing, supplies.lanes.database)
    return SigningScreen(SigningView(), signing, supplies.syncing)
