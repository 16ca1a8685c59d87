"""Asks for the passphrase when an act needs it, once a session, and lets the act go on."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QDialog, QWidget

from reviewer_app.errors import PassphraseNeeded
from reviewer_app.models.keys import Keys
from reviewer_app.models.vault import Vault
from reviewer_app.ui.kit.dialogs import PassphrasePrompt, Question
from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.kit.lane import Lane

translate = QCoreApplication.translate


class Unsealing(QObject):
    """Mends what failed for want of the passphrase, on every lane that is given `mend`."""

    unsealed: Event[None] = Event()
    """The passphrase was given; what waited for it goes on after this."""

    def __init__(self, keys: Keys, lane: Lane, window: QWidget) -> None:
        super().__init__()
        self._keys = keys
        self._lane = lane
        self._window = window
        self._waiting: list[Callable[[bool], None]] = []
        self._prompt: PassphrasePrompt | None = None

    def mend(self, error: Exception, go_on: Callable[[bool], None]) -> bool:
        """Let an act that needs the passphrase wait for it; all that wait are asked for at once."""
        if not isinstance(error, PassphraseNeeded):
            return False
        self._waiting.append(go_on)
        if not self._keys.is_sealed():  # given while this was on its way
            self._go_on(again=True)
        elif self._prompt is None:
            self._ask()
        return True

    def _ask(self) -> None:
        self._prompt = PassphrasePrompt(_question(), self._window)
        self._prompt.given.connect(self._try)
        self._prompt.finished.connect(self._finish)
        self._prompt.open()

    def _try(self, passphrase: str) -> None:
        work = partial(self._keys.unseal, passphrase)
        self._lane.run(work, owner=self, done=self._open, failed=self._refuse)

    def _open(self, _vault: Vault) -> None:
        if self._prompt is not None:
            self._prompt.settle()

    def _refuse(self, error: Exception) -> None:
        # the words for failures are loaded with the first one
        from reviewer_app.ui.wording import sentence_of

        said = sentence_of(error)
        if self._prompt is not None:
            self._prompt.refuse(said.whole)

    def _finish(self, result: int) -> None:
        if self._prompt is not None:
            self._prompt.deleteLater()
            self._prompt = None
        given = result == QDialog.DialogCode.Accepted
        if given:
            self.unsealed.emit(None)
        self._go_on(again=given)

    def _go_on(self, *, again: bool) -> None:
        waiting, self._waiting = self._waiting, []
        for go_on in waiting:
            go_on(again)


def _question() -> Question:
    return Question(
        title=translate("Unsealing", "Your passphrase, once"),
        text=translate(
            "Unsealing",
            "This desk was opened without it. Signing and syncing need it, once until the app is "
            "closed; what you were doing then goes on.",
        ),
        act=translate("Unsealing", "Continue"),
    )
