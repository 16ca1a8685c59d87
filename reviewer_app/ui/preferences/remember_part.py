"""Draws the choice to open without the passphrase: what it means, and how it went."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from reviewer_app.ui.kit.dialogs import PassphrasePrompt, Question
from reviewer_app.ui.kit.i18n import Retranslating
from reviewer_app.ui.kit.labels import Kind, Label
from reviewer_app.ui.kit.palette import Tone
from reviewer_app.ui.kit.ticks import Tick
from reviewer_app.ui.preferences.remember_model import RememberModel
from reviewer_app.ui.preferences.remember_state import Copy, Outcome, RememberState

_TONES = {
    Outcome.KEPT: Tone.GOOD,
    Outcome.NOT_KEPT: Tone.CARE,
    Outcome.GONE: Tone.GOOD,
    Outcome.PERHAPS_LEFT: Tone.CARE,
    Outcome.SILENT: Tone.CARE,
}


class RememberPart(Retranslating, QWidget):
    """A check box, its meaning below it, and a sentence on what was done."""

    def __init__(self, model: RememberModel) -> None:
        super().__init__()
        self._model = model
        self._choice = Tick()
        self._meaning = Label(Kind.SMALL)
        self._outcome = Label(Kind.BODY)
        self._prompt: PassphrasePrompt | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for widget in (self._choice, self._meaning, self._outcome):
            column.addWidget(widget)
        self._choice.clicked.connect(self._choose)
        model.changed.connect(self._draw)
        self.built()

    def retranslate(self) -> None:
        """All words, in the language now in use."""
        self._choice.setText(self.tr("Open without passphrase on this computer"))
        self._draw(self._model.state)

    def _choose(self, wanted: bool) -> None:
        self._draw(self._model.state)  # it is on when it was proved, not when it was clicked
        if wanted:
            self._ask()
        else:
            self._model.turn_off()

    def _ask(self) -> None:
        question = Question(
            self.tr("Open without passphrase"),
            self.tr(
                "Please prove that it is you. The key to cases and drafts is then copied to this "
                "computer's keyring; the keys that sign and sync never are."
            ),
            self.tr("Remember on this computer"),
        )
        self._prompt = PassphrasePrompt(question, self)
        self._prompt.given.connect(self._model.turn_on)
        self._prompt.finished.connect(self._end_prompt)
        self._prompt.open()

    def _end_prompt(self, _result: int) -> None:
        if self._prompt is not None:
            self._prompt.deleteLater()
            self._prompt = None

    def _draw(self, state: RememberState) -> None:
        self._choice.setVisible(state.copy is not Copy.ABSENT)
        self._choice.setEnabled(state.copy is not Copy.LOOKING and not state.busy)
        self._choice.setChecked(state.copy is Copy.ON)
        self._meaning.setText(self._words_of_meaning(state.copy))
        self._choice.setAccessibleDescription(self._meaning.text())
        self._outcome.setText("" if state.outcome is None else self._words_of(state.outcome))
        self._outcome.setVisible(state.outcome is not None)
        if state.outcome is not None:
            self._outcome.set_tone(_TONES[state.outcome])
        self._draw_prompt(state)

    def _draw_prompt(self, state: RememberState) -> None:
        if self._prompt is None or state.busy:
            return
        if state.failure is not None:
            # the words for failures are loaded with the first one
            from reviewer_app.ui.wording import sentence_of

            self._prompt.refuse(sentence_of(state.failure).whole)
        elif state.outcome is not None:
            self._prompt.settle()

    def _words_of_meaning(self, copy: Copy) -> str:
        if copy is Copy.ABSENT:
            return self.tr(
                "The app cannot open without the passphrase here: this computer has no keyring "
                "that keeps a key safely (Secret Service, KWallet, Keychain or Credential Manager)."
            )
        return self.tr(
            "Cases and drafts open without it, for anyone who is signed in to this computer as "
            "you. Signing and syncing still ask for it, once until the app is closed."
        )

    def _words_of(self, outcome: Outcome) -> str:
        match outcome:
            case Outcome.KEPT:
                return self.tr("The keyring holds the key. The next start needs no passphrase.")
            case Outcome.NOT_KEPT:
                return self.tr(
                    "The keyring did not keep the key, so the passphrase is asked for as before. "
                    "Perhaps the keyring is locked."
                )
            case Outcome.GONE:
                return self.tr("The key is erased from the keyring.")
            case Outcome.PERHAPS_LEFT:
                return self.tr(
                    "The passphrase is asked for again, but the keyring did not confirm that the "
                    "key is erased. Look for “reviewer-workstation” in the system's keyring."
                )
            case Outcome.SILENT:
                return self.tr(
                    "The keyring does not give the key now, so the start asks for the passphrase."
                )
