"""What the panel's figures rest on: what was verified, what is hidden, what the head issued."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from reviewer_app.services.panel.rows import PanelTable
from reviewer_app.services.panel.verification import Verified
from reviewer_app.ui.kit.card import EmptyState
from reviewer_app.ui.kit.labels import Kind, Label
from reviewer_app.ui.kit.page import UprightScroll
from reviewer_app.ui.kit.panes import Panes
from reviewer_app.ui.kit.screens import Stack
from reviewer_app.ui.panel.faces import Face
from reviewer_app.ui.panel.panel_page import PanelPage
from reviewer_app.ui.panel.state import PanelState
from reviewer_app.ui.panel.trust.cards import DeputyCard, GroundsCard, HiddenCard, VerifiedCard
from reviewer_app.ui.panel.trust.issued_pane import IssuedPane
from reviewer_app.ui.panel.view_model import PanelViewModel

CARDS_PX, ISSUED_PX = 520, 760


class TrustPage(PanelPage):
    """Draws a `PanelState` while its face is shown."""

    def __init__(self, view_model: PanelViewModel, *, parent: QWidget | None = None) -> None:
        super().__init__(view_model, parent=parent)
        self._drawn: tuple[object, ...] = ()
        self._verified, self._hidden, self._deputy = VerifiedCard(), HiddenCard(), DeputyCard()
        self._none_issued = Label(Kind.MUTED)
        self._grounds = GroundsCard()
        self._issued = IssuedPane()
        self._cards = self._column()
        self._both = Panes(self._cards, self._issued, shares=(CARDS_PX, ISSUED_PX), stretch=(1, 1))
        self._empty, self._stack = EmptyState("panel"), Stack()
        for page in (self._both, self._empty):
            self._stack.add(page)
        self.content.addWidget(self._stack, 1)
        self._copy.clicked.connect(self._copy_all)
        self._deputy.opened.connect(view_model.case.open)
        self._issued.opened.connect(view_model.case.open)
        view_model.changed.connect(self.draw)
        view_model.trust.changed.connect(self._redraw)
        self.built()

    def retranslate(self) -> None:
        """All words again."""
        self._drawn = ()
        super().retranslate()

    def focus_table(self) -> None:
        """Put the keyboard where a long page is scrolled."""
        self._cards.setFocus()

    def draw(self, state: PanelState) -> None:
        """Draw what is known while this face is shown."""
        if state.face is not Face.TRUST:
            return
        self._faces.set_value(state.face)
        self.set_heading(self.tr("What was checked"))
        self._copy.setText(self.tr("Copy"))
        table, official = state.table, state.compared.official
        if table is not None and state.compared.is_answered:
            self._model.trust.want(table, official)
        if table is not None:
            self._show_table(table)
        self._copy.setEnabled(table is not None)
        self._stack.show_page(self._empty if table is None else self._both)
        self._empty.set_words(
            self.tr("Looking…"), self.tr("Every signature is checked before a score counts.")
        )
        self.tell(state)

    def tells_verified(self, found: Verified) -> bool:
        """A card says it."""
        return False

    def _show_table(self, table: PanelTable) -> None:
        listing = self._model.listing.state.listing
        at = "" if listing is None else listing.head.made_at
        issued = self._model.trust.issued
        drawn = (table, issued, at, self._model.state.compared.official)
        if drawn == self._drawn:
            return
        self._drawn = drawn
        if table.verification is not None:
            self._verified.show_found(table.verification, at)
        self._grounds.show_found(table, self._model.state.compared.official)
        hidden = [row for row in table.rows if row.withheld]
        self._hidden.show_rows(hidden, table.standing.undecided)
        self._deputy.show_table(table)
        self._none_issued.setText(
            self.tr(
                "The head has not issued a programme-wide comparison that is here: what you see "
                "is computed from the scores that you may see."
            )
        )
        self._none_issued.setVisible(issued is None)
        self._issued.show_issued(issued)

    def _column(self) -> UprightScroll:
        cards = QWidget()
        cards.setProperty("kit", "content")
        column = QVBoxLayout(cards)
        column.setContentsMargins(0, 0, 4, 0)
        column.setSpacing(12)
        for card in (self._deputy, self._verified, self._hidden, self._none_issued, self._grounds):
            column.addWidget(card)
        column.addStretch(1)
        return UprightScroll(cards)

    def _redraw(self, _: None) -> None:
        self.draw(self._model.state)

    def _copy_all(self) -> None:
        """All that can be read on it, a line each."""
        labels = self._both.findChildren(QLabel)
        said = [label.text() for label in labels if label.isVisible() and label.text()]
        QGuiApplication.clipboard().setText("\n".join([self._unofficial.text(), *said]))
