"""The card that gives this computer new keys: when one wants that, the passphrase, one button."""

from __future__ import annotations

from collections.abc import Callable

from review_protocol.documents.leaf import Disposition
from reviewer_app.errors import WrongPassphrase
from reviewer_app.services.device_rows import KeysLook, KeysStanding
from reviewer_app.ui import dates
from reviewer_app.ui.act_card import ActCard
from reviewer_app.ui.kit.buttons import Button, Role
from reviewer_app.ui.kit.fields import Field, PassphraseField
from reviewer_app.ui.kit.i18n import Retranslating
from reviewer_app.ui.kit.labels import Kind, Label
from reviewer_app.ui.matter import Matter, Standing

MADE = "made"


class KeysCard(Retranslating, ActCard):
    """`make` proves the passphrase and signs the change."""

    def __init__(self, model: Matter[KeysLook], make: Callable[[str], object]) -> None:
        self._act = Button(Role.DEFAULT, "key")
        super().__init__(self._act)
        self._model = model
        self._make = make
        self._stands = Label(Kind.BODY)
        self._passphrase = PassphraseField()
        self._field = Field(self._passphrase)
        self.content.addWidget(self._stands)
        self.content.addWidget(self._field)
        self._passphrase.changed.connect(self._look)
        self._passphrase.entered.connect(self._enter)
        self._act.clicked.connect(self._try)
        model.changed.connect(self._draw)
        self.built()

    def retranslate(self) -> None:
        """All words, in the language now in use."""
        self.set_heading(
            self.tr("New keys for this computer"),
            self.tr(
                "After you lent it, after somebody may have seen your passphrase (change that "
                "first), or once a year. What you have signed stays valid."
            ),
        )
        self._field.set_label(self.tr("Your passphrase"))
        self._act.setText(self.tr("Make new keys"))
        self._draw(self._model.state)

    def _look(self, _text: str) -> None:
        state = self._model.state
        self._act.setEnabled(
            bool(self._passphrase.text()) and not state.busy and not _is_under_way(state)
        )

    def _enter(self, _nothing: None) -> None:
        self._try()

    def _try(self) -> None:
        if self._act.isEnabled():
            passphrase = self._passphrase.text()
            self._model.perform(MADE, lambda: self._make(passphrase))

    def _draw(self, state: Standing[KeysLook]) -> None:
        if state.done:
            self._passphrase.clear()
        self._draw_standing(state.value)
        self._field.setVisible(not _is_under_way(state))
        self._act.setVisible(not _is_under_way(state))
        wrong = isinstance(state.failure, WrongPassphrase)
        self._draw_error(state)
        self.tell(None if wrong else state.failure)
        self._look("")

    def _draw_standing(self, look: KeysLook | None) -> None:
        words = "" if look is None else self._words(look)
        self._stands.setText(words)
        self._stands.setVisible(bool(words))

    def _words(self, look: KeysLook) -> str:
        if look.since is None:
            return ""
        made = dates.day_and_time(look.since)
        if look.standing is KeysStanding.SETTLED:
            return self.tr("Made last on {time}.").format(time=made)
        if look.standing is KeysStanding.UNDER_WAY:
            return self.tr(
                "Made on {time}, and in use after the next sync. Until then you sign as before."
            ).format(time=made)
        if look.why is Disposition.HELD_REVOKED_KEY:
            return self.tr(
                "This computer was revoked before its new keys arrived, so they do not count. Ask "
                "the secretariat for a code, and enrol it again."
            )
        return self.tr(
            "The server did not take the keys made on {time}. You sign as before; try again."
        ).format(time=made)

    def _draw_error(self, state: Standing[KeysLook]) -> None:
        # the words for failures are loaded with the first one
        from reviewer_app.ui.wording import sentence_of

        failure = state.failure
        wrong = isinstance(failure, WrongPassphrase)
        self._field.set_error(sentence_of(failure).whole if failure is not None and wrong else "")


def _is_under_way(state: Standing[KeysLook]) -> bool:
    return state.value is not None and state.value.standing is KeysStanding.UNDER_WAY
