"""The receipt of the chosen packet: what the server's log proves about it."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reviewer_app.services.rows import OutboxRow
from reviewer_app.ui import dates, states
from reviewer_app.ui.handin.receipts import ReceiptFacts
from reviewer_app.ui.handin.state import HandInState
from reviewer_app.ui.kit.buttons import Button, Role
from reviewer_app.ui.kit.card import Card
from reviewer_app.ui.kit.i18n import Retranslating
from reviewer_app.ui.kit.labels import ElidedLabel, Kind, Label
from reviewer_app.ui.kit.pairs import PairsLayout
from reviewer_app.ui.wording import arrival


class ReceiptCard(Retranslating, QWidget):
    """Draws one receipt; copies its text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[OutboxRow | None, ReceiptFacts | None, bool] = (None, None, False)
        self._card = Card()
        self._copy = Button(Role.DEFAULT, "copy")
        self._names = [Label(Kind.MUTED) for _ in range(5)]
        self._facts = [ElidedLabel() for _ in range(5)]
        self._form = QWidget()
        PairsLayout(zip(self._names, self._facts, strict=True), self._form)
        for name in self._names:
            name.setWordWrap(False)
        self._card.content.addWidget(self._form)
        self._card.content.addWidget(self._copy, 0, Qt.AlignmentFlag.AlignLeft)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._card)
        self._copy.clicked.connect(self._copy_text)
        self.built()

    def show_state(self, state: HandInState) -> None:
        """Draw the receipt of the chosen packet."""
        shown = state.chosen_row, state.receipt, state.reads_receipt
        if shown != self._shown:
            self._shown = shown
            self.retranslate()

    def retranslate(self) -> None:
        """Names, figures, and the sentence where there is no receipt yet."""
        names = (
            self.tr("Number"),
            self.tr("Received"),
            self.tr("Log"),
            self.tr("Its size then"),
            self.tr("Its root then"),
        )
        for label, name in zip(self._names, names, strict=True):
            label.setText(name)
        self._copy.setText(self.tr("Copy receipt"))
        self._card.set_heading(self.tr("Receipt"), self._sentence())
        receipt = self._shown[1]
        self._form.setVisible(receipt is not None)
        self._copy.setVisible(receipt is not None)
        if receipt is None:
            return
        facts = (
            QLocale().toString(receipt.number),
            dates.day_and_time(receipt.received),
            receipt.origin,
            QLocale().toString(receipt.size),
            receipt.root,
        )
        for shown, fact in zip(self._facts, facts, strict=True):
            shown.set_text(fact)

    def _sentence(self) -> str:
        row, receipt, reads = self._shown
        if row is None:
            return self.tr("Choose a packet to see what proves its arrival.")
        kind = states.packet_kind(row.kind)
        what = f"{kind} · {row.case}" if row.case else kind
        if receipt is None and row.leaf is None:
            return self.tr(
                "{what}: no receipt yet. It comes with the sync that delivers it."
            ).format(what=what)
        if receipt is None and reads:
            return self.tr("{what}: the receipt is being read…").format(what=what)
        held = None if row.disposition is None else arrival(row.disposition)
        if held is None:
            return what
        return self.tr("{what}. {sentence}").format(what=what, sentence=held.whole)

    def _copy_text(self) -> None:
        receipt = self._shown[1]
        if receipt is not None:
            QGuiApplication.clipboard().setText(receipt.text)
