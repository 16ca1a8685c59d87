"""The card that changes the passphrase: the old one, the new one twice."""

from __future__ import annotations

from collections.abc import Callable

from reviewer_app.errors import WeakPassphrase, WrongPassphrase
from reviewer_app.ui.act_card import ActCard
from reviewer_app.ui.kit.buttons import Button, Role
from reviewer_app.ui.kit.fields import Field, PassphraseField
from reviewer_app.ui.kit.i18n import Retranslating
from reviewer_app.ui.matter import Matter, Standing

CHANGED = "changed"


class PassphraseCard(Retranslating, ActCard):
    """`change` proves the old one and sets the new one; what was typed is forgotten at once."""

    def __init__(self, model: Matter[bool], change: Callable[[str, str], object]) -> None:
        self._act = Button(Role.DEFAULT, "key")
        super().__init__(self._act)
        self._model = model
        self._change = change
        self._old, self._again = PassphraseField(), PassphraseField()
        self._new = PassphraseField(hint=True)
        self._fields = [Field(entry) for entry in (self._old, self._new, self._again)]
        for field in self._fields:
            self.content.addWidget(field)
        for entry in (self._old, self._new, self._again):
            entry.changed.connect(self._look)
            entry.entered.connect(self._enter)
        self._act.clicked.connect(self._try)
        model.changed.connect(self._draw)
        self.built()

    def retranslate(self) -> None:
        """All words, in the language now in use."""
        self.set_heading(
            self.tr("Passphrase"),
            self.tr(
                "Cases, drafts, signed packets and backups stay as they are; it takes a second."
            ),
        )
        old, new, again = self._fields
        old.set_label(self.tr("The present passphrase"))
        new.set_label(self.tr("The new passphrase"))
        again.set_label(self.tr("The new passphrase again"))
        self._act.setText(self.tr("Change the passphrase"))
        self._draw(self._model.state)

    def _look(self, _text: str) -> None:
        texts = (self._old.text(), self._new.text(), self._again.text())
        self._act.setEnabled(all(texts) and not self._model.state.busy)
        begun = bool(texts[2]) and not texts[1].startswith(texts[2])
        self._fields[2].set_error(self.tr("The two are different.") if begun else "")

    def _enter(self, _nothing: None) -> None:
        self._try()

    def _try(self) -> None:
        if not self._act.isEnabled():
            return
        old, new, again = self._old.text(), self._new.text(), self._again.text()
        if new != again:
            self._fields[2].set_error(self.tr("The two are different."))
            self._again.setFocus()
            return
        self._model.perform(CHANGED, lambda: self._change(old, new))

    def _draw(self, state: Standing[bool]) -> None:
        failure = state.failure
        if state.done:
            for entry in (self._old, self._new, self._again):
                entry.clear()
        on_field = isinstance(failure, WrongPassphrase | WeakPassphrase)
        self._field_errors(state)
        done = self.tr("Changed. The new passphrase opens the desk from now on.")
        if state.done and state.value is False:
            done = self.tr(
                "Changed. The keyring of this computer did not take the new copy: at the next "
                "start the passphrase is asked for."
            )
        self.tell(None if on_field else failure, done if state.done else "")
        self._look("")

    def _field_errors(self, state: Standing[bool]) -> None:
        # the words for failures are loaded with the first one
        from reviewer_app.ui.wording import sentence_of

        failure, (old, new, _) = state.failure, self._fields
        old.set_error(sentence_of(failure).whole if isinstance(failure, WrongPassphrase) else "")
        new.set_error(sentence_of(failure).whole if isinstance(failure, WeakPassphrase) else "")
