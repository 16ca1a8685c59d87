"""The card on a forgotten passphrase: whether the desk's key is left with the programme."""

from __future__ import annotations

from reviewer_app.services.escrow import Escrow, EscrowState
from reviewer_app.ui import dates
from reviewer_app.ui.act_card import ActCard
from reviewer_app.ui.folders import TargetChooser, choose_target
from reviewer_app.ui.kit.buttons import Button, Role
from reviewer_app.ui.kit.dialogs import Question, confirmed
from reviewer_app.ui.kit.i18n import Retranslating
from reviewer_app.ui.kit.labels import Kind, Label
from reviewer_app.ui.matter import Matter, Standing

AGREED, WITHDRAWN, SAVED = "agreed", "withdrawn", "saved"
FILE_NAME = "desk-key.review-escrow"


class EscrowCard(Retranslating, ActCard):
    """Off until the person agrees; withdrawn by one button."""

    def __init__(
        self,
        model: Matter[EscrowState],
        escrow: Escrow,
        choose: TargetChooser = choose_target,
    ) -> None:
        self._agree, self._withdraw = Button(Role.DEFAULT, "key"), Button(Role.DEFAULT)
        self._save = Button(Role.DEFAULT, "save")
        super().__init__(self._agree, self._withdraw, self._save)
        self._model = model
        self._escrow = escrow
        self._choose = choose
        self._how = Label(Kind.BODY)
        self.content.addWidget(self._how)
        self._agree.clicked.connect(self._ask_to_agree)
        self._withdraw.clicked.connect(self._ask_to_withdraw)
        self._save.clicked.connect(self._save_copy)
        model.changed.connect(self._draw)
        self.built()

    def retranslate(self) -> None:
        """All words, in the language now in use."""
        self.set_heading(self.tr("If you forget your passphrase"))
        self._withdraw.setText(self.tr("Withdraw"))
        self._save.setText(self.tr("Save a copy…"))
        self._draw(self._model.state)

    def _draw(self, state: Standing[EscrowState]) -> None:
        how = state.value
        self._how.setText("" if how is None else self._words(how))
        agreed = how is not None and how.agreed is not None
        can_agree = how is not None and how.offered and (not agreed or how.renewable)
        self._agree.setText(
            self.tr("Leave the key anew")
            if agreed
            else self.tr("Leave the key with the programme…")
        )
        self._agree.setVisible(can_agree)
        self._withdraw.setVisible(agreed)
        self._save.setVisible(agreed)
        self.allow_acts(when=not state.busy)
        done = {
            AGREED: self.tr("Agreed. You can withdraw it here at any time."),
            WITHDRAWN: self.tr("Withdrawn. From now on the passphrase alone opens this desk."),
            SAVED: self.tr("Saved. The copy is of use with a copy of this desk's folder alone."),
        }
        self.tell(state.failure, done.get(state.done, ""))

    def _words(self, how: EscrowState) -> str:
        if how.agreed is not None and how.renewable:
            return self.tr(
                "You agreed on {date}. The programme has another key since, or this computer was "
                "enrolled anew: leave the key anew so that it can still help."
            ).format(date=dates.day_and_time(how.agreed))
        if how.agreed is not None:
            return self.tr(
                "You agreed on {date}: this desk's key is left with the programme, locked. With "
                "the secretariat's help a forgotten passphrase can be replaced."
            ).format(date=dates.day_and_time(how.agreed))
        if how.offered:
            return self.tr(
                "Nobody but you can open this desk. If you agree, its key is left with the "
                "programme, locked, so that the secretariat can help you to choose a new "
                "passphrase. Your signature never leaves this computer."
            )
        return self.tr(
            "This programme keeps no recovery key: only your passphrase opens this desk. What the "
            "server has receipted is safe there."
        )

    def _ask_to_agree(self) -> None:
        how = self._model.state.value
        if how is not None and how.agreed is not None:
            self._model.perform(AGREED, self._escrow.agree)
            return
        question = Question(
            self.tr("Leave the key with the programme"),
            self.tr(
                "The programme keeps what opens it offline, and uses it only when you ask for it."
            ),
            self.tr("I agree"),
            consequences=(
                self.tr("With it your cases and drafts could be read on a copy of this computer."),
                self.tr("Nobody can sign in your name with it."),
                self.tr("You can withdraw at any time."),
            ),
        )
        if confirmed(question, self):
            self._model.perform(AGREED, self._escrow.agree)

    def _ask_to_withdraw(self) -> None:
        question = Question(
            self.tr("Withdraw the key"),
            self.tr(
                "From then on a forgotten passphrase cannot be replaced. Copies that you saved "
                "elsewhere are yours to delete."
            ),
            self.tr("Withdraw"),
            danger=True,
        )
        if confirmed(question, self):
            self._model.perform(WITHDRAWN, self._escrow.withdraw)

    def _save_copy(self) -> None:
        path = self._choose(self, self.tr("Save a copy of the locked key"), FILE_NAME)
        if path is not None:
            self._model.perform(SAVED, lambda: self._escrow.save(path))
