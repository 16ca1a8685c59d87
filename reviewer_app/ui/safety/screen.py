"""The safety page as the application takes it in."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QCoreApplication

from reviewer_app.services.at_rest import AtRest
from reviewer_app.services.closing_here import ClosingPreview
from reviewer_app.services.escrow import EscrowState
from reviewer_app.services.settings import REMEMBERED, YES
from reviewer_app.ui.backup_words import restore_question, restored_words
from reviewer_app.ui.kit.dialogs import confirmed
from reviewer_app.ui.kit.remember import Keeps
from reviewer_app.ui.matter import Matter
from reviewer_app.ui.safety.backups_card import BackupsCard
from reviewer_app.ui.safety.backups_model import BackupsModel, Previewed
from reviewer_app.ui.safety.closing_card import ClosingCard
from reviewer_app.ui.safety.escrow_card import EscrowCard
from reviewer_app.ui.safety.lock_card import LockCard
from reviewer_app.ui.safety.passphrase_card import PassphraseCard
from reviewer_app.ui.safety.view import SafetyView
from reviewer_app.ui.screen import Place, Screen, Supplies, Visit, WhileClosed

translate = QCoreApplication.translate
CLOSED = "closed"


class SafetyScreen(Screen):
    """What keeps the desk safe; what needs it closed is done while it is locked."""

    def __init__(self, supplies: Supplies) -> None:
        at_rest, lane = supplies.services.at_rest, supplies.lanes.network
        self._at_rest = at_rest
        change = _Change(at_rest, supplies.keeps)
        self.passphrase = Matter[bool](lane, change.outcome)
        self.escrow = Matter[EscrowState](lane, at_rest.escrow.state)
        self.backups = BackupsModel(at_rest, lane)
        self.closing_here = Matter[ClosingPreview | None](
            lane, lambda: at_rest.closing_here.preview()
        )
        self._lock = LockCard(supplies.keeps)
        closing = ClosingCard(self.closing_here)
        view = SafetyView(
            (
                self._lock,
                PassphraseCard(self.passphrase, change),
                EscrowCard(self.escrow, at_rest.escrow),
                BackupsCard(self.backups),
                closing,
            )
        )
        super().__init__(view)
        self._lane = lane
        view.left.connect(self._go_back)
        closing.wanted.connect(self._close)
        self.backups.previewed.connect(self._ask)
        self.closing_here.changed.connect(self._look)

    def enter(self, case: str | None) -> None:
        self._lock.refresh()
        for each in (self.escrow, self.backups, self.closing_here):
            each.refresh()

    def refresh(self) -> None:
        """A sync may have brought receipts, or an escrow key."""
        self.enter(None)

    def _go_back(self, _nothing: None) -> None:
        self.left.emit(Visit(Place.PREFERENCES))

    def _ask(self, previewed: Previewed) -> None:
        if confirmed(restore_question(previewed.backup, previewed.preview), self.view):
            work = partial(self._at_rest.restoring.restore, previewed.backup)
            self.closing.emit(WhileClosed(work, restored_words))

    def _close(self, without_receipts: bool) -> None:
        service = self._at_rest.closing_here
        work = partial(service.close, without_receipts=without_receipts)
        self.closing_here.perform(CLOSED, work)

    def _look(self, state: object) -> None:
        """After it the texts are to leave the memory too: the desk is locked and opened anew."""
        standing = self.closing_here.state
        if standing.done == CLOSED and standing.value is not None:
            number = standing.value.round
            self.closing.emit(WhileClosed(lambda: number, closed_words))


@dataclass
class _Change:
    """Changes the passphrase, and remembers how the keyring took it."""

    at_rest: AtRest
    keeps: Keeps
    renewed: bool = True

    def __call__(self, old: str, new: str) -> None:
        renew = self.keeps.get(REMEMBERED) == YES
        self.renewed = self.at_rest.passphrase.change(old, new, renew_copy=renew)

    def outcome(self) -> bool:
        return self.renewed


def closed_words(number: object) -> str:
    """How it came out."""
    return translate(
        "SafetyScreen",
        "Round {number} is closed on this computer. Its texts are erased; your receipts are here. "
        "The next sync tells the secretariat.",
    ).format(number=number)


def make_screen(supplies: Supplies) -> Screen:
    return SafetyScreen(supplies)
