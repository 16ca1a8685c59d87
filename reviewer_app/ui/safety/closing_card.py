"""The card that closes a round on this computer: what is erased, what stays, and the typed word."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog

from reviewer_app.services.closing_here import ClosingPreview
from reviewer_app.ui.act_card import ActCard
from reviewer_app.ui.kit.buttons import Button, Role
from reviewer_app.ui.kit.dialogs import Question, TypedConfirm
from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.kit.i18n import Retranslating
from reviewer_app.ui.kit.labels import Kind, Label
from reviewer_app.ui.matter import Matter, Standing


class ClosingCard(Retranslating, ActCard):
    """`wanted` carries whether it is closed though something has no receipt."""

    wanted = Event(bool)

    def __init__(self, model: Matter[ClosingPreview | None]) -> None:
        self._act = Button(Role.DANGER)
        super().__init__(self._act)
        self._model = model
        self._how = Label(Kind.BODY)
        self.content.addWidget(self._how)
        self._act.clicked.connect(self._ask)
        model.changed.connect(self._draw)
        self.built()

    def retranslate(self) -> None:
        """All words, in the language now in use."""
        self.set_heading(self.tr("Close this round on this computer"))
        self._act.setText(self.tr("Close this round here…"))
        self._draw(self._model.state)

    def _draw(self, state: Standing[ClosingPreview | None]) -> None:
        self._how.setText(self._words(state.value))
        can = state.value is not None and not state.value.closed
        self._act.setVisible(can)
        self.allow_acts(when=not state.busy)
        self.tell(state.failure)

    def _words(self, preview: ClosingPreview | None) -> str:
        if preview is None:
            return self.tr("No cases have come yet; there is nothing to erase.")
        if preview.closed:
            return self.tr(
                "Round {number} is closed on this computer: its texts are erased, your receipts "
                "are here."
            ).format(number=preview.round)
        return self.tr(
            "When your work on round {number} is done: the applications and what you wrote about "
            "them are erased here, as you undertook; your receipts stay."
        ).format(number=preview.round)

    def _ask(self) -> None:
        preview = self._model.state.value
        if preview is None:
            return
        tick = ""
        if preview.waiting:
            tick = self.tr(
                "Without a receipt: {count}. I have handed these in as a file; on this computer "
                "they cannot be sent again."
            ).format(count=preview.waiting)
        word = self.tr("erase")
        dialog = TypedConfirm(self._question(preview), word, tick=tick, parent=self)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self.wanted.emit(dialog.is_ticked)
        dialog.deleteLater()

    def _question(self, preview: ClosingPreview) -> Question:
        return Question(
            self.tr("Close round {number} on this computer?").format(number=preview.round),
            self.tr("This cannot be undone, and it is signed, so that the secretariat knows."),
            self.tr("Erase and close"),
            consequences=(
                self.tr("Erased: cases: {cases}; drafts: {drafts}; backups: {backups}.").format(
                    cases=preview.cases, drafts=preview.drafts, backups=preview.backups
                ),
                self.tr("Kept: your receipts and what you signed, locked: {packets}.").format(
                    packets=preview.packets
                ),
                self.tr("Copies that you made elsewhere are yours to delete."),
            ),
            danger=True,
        )
