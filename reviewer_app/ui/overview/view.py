"""Draws one's own cases in the order of one's marks, and what may be worth a second look."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from reviewer_app.services.looking_back import LookBack
from reviewer_app.services.own_marks import OwnCase
from reviewer_app.ui.kit.banner import Message
from reviewer_app.ui.kit.buttons import Button, Role
from reviewer_app.ui.kit.card import EmptyState
from reviewer_app.ui.kit.labels import Kind, Label
from reviewer_app.ui.kit.page import Page, UprightScroll
from reviewer_app.ui.kit.palette import Tone
from reviewer_app.ui.kit.remember import Keeps
from reviewer_app.ui.kit.stylesheet import scaled
from reviewer_app.ui.kit.table import Table
from reviewer_app.ui.overview import words
from reviewer_app.ui.overview.alike_card import MOST, CasesCard
from reviewer_app.ui.overview.columns import own_columns
from reviewer_app.ui.overview.drift_card import DriftCard
from reviewer_app.ui.overview.state import OverviewState
from reviewer_app.ui.overview.view_model import OverviewViewModel
from reviewer_app.ui.wording import sentence

SIDE_PX = 356
NARROW_PX = 1000
ONE_COLUMN_PX = 640
UNBOUND_PX = 16777215  # Qt's own word for no limit is not in PySide6
_MEAN_COLUMN = 2


class OverviewView(Page):
    """The list at the left; at the right, cards that lead into the cases they name."""

    def __init__(self, model: OverviewViewModel, keeps: Keeps) -> None:
        super().__init__()
        self._model = model
        self.table = Table[OwnCase](
            own_columns(self._is_narrow), lambda case: case.number, name="own-marks", keeps=keeps
        )
        self.same, self.near, self.lacking = CasesCard(), CasesCard(), CasesCard()
        self.drift = DriftCard()
        self._private = Label(Kind.SMALL)
        self._hand_in = Button(Role.DEFAULT, "sync")
        self._empty = EmptyState("tray")
        self._side = UprightScroll(self._cards())
        self._side.setFixedWidth(scaled(SIDE_PX))
        self.add_action(self._hand_in)
        self._row = QHBoxLayout()
        self._row.setSpacing(16)
        self._row.addWidget(self.table, 1)
        self._row.addWidget(self._side)
        self.content.addLayout(self._row, 1)
        self.content.addWidget(self._empty, 1)
        self.back_pressed.connect(self._leave)
        self._hand_in.clicked.connect(model.hand_in)
        self._empty.acted.connect(self._leave)
        self.table.opened.connect(self._open)
        for card in (self.same, self.near, self.lacking):
            card.opened.connect(model.open)
        model.changed.connect(self._draw)
        self.built()

    def retranslate(self) -> None:
        """All words, in the language now in use."""
        super().retranslate()
        self.set_back(self.tr("Back to the desk"))
        self._hand_in.setText(self.tr("Hand in"))
        self.table.setAccessibleName(self.tr("Your cases in the order of your marks"))
        self.same.set_heading(self.tr("The same marks"))
        self.near.set_heading(
            self.tr("One mark apart"), self.tr("One mark in one criterion is all that differs.")
        )
        self.lacking.set_heading(self.tr("Still missing"))
        self._private.setText(
            self.tr(
                "This page is for you alone and never leaves this computer. Your marks are handed "
                "in; your order is not."
            )
        )
        self._empty.set_words(
            self.tr("Nothing to compare yet"),
            self.tr("Once two cases have all their marks, you see them side by side here."),
            self.tr("To the desk"),
        )
        self._draw(self._model.state)

    def begin(self) -> None:
        """Put the keyboard on the list."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow window gives the mean's room to the titles: it stands below the marks."""
        super().resizeEvent(event)
        wide = event.size().width()
        self.table.setColumnHidden(_MEAN_COLUMN, self._is_narrow())
        one_column = wide < scaled(ONE_COLUMN_PX)
        ways = QBoxLayout.Direction
        self._row.setDirection(ways.TopToBottom if one_column else ways.LeftToRight)
        self._side.setMinimumWidth(0 if one_column else scaled(SIDE_PX))
        self._side.setMaximumWidth(UNBOUND_PX if one_column else scaled(SIDE_PX))

    def _is_narrow(self) -> bool:
        return self.width() < scaled(NARROW_PX)

    def _cards(self) -> QWidget:
        holder = QWidget()
        holder.setProperty("kit", "content")
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 12, 0)
        column.setSpacing(12)
        for widget in (self.same, self.near, self.drift, self.lacking, self._private):
            column.addWidget(widget)
        column.addStretch(1)
        return holder

    def _draw(self, state: OverviewState) -> None:
        look = state.look
        self._show_failure(state)
        self.set_heading(
            self.tr("Look over your marks"), words.summary(look) if look is not None else ""
        )
        few = look is not None and len(look.cases) < 2
        self._empty.setVisible(few)
        for widget in (self.table, self._side):
            widget.setVisible(not few)
        if look is None or look.rubric is None or few:
            return
        self.table.set_rows((*look.cases, *look.unmarked))
        self.drift.show_drift(look.drift, look.rubric)
        self._show_cards(look)

    def _show_cards(self, look: LookBack) -> None:
        more = self.tr("and more; the first {count} are shown").format(count=MOST)
        self.same.show_groups(
            [(words.same(look, group), [look.case(n) for n in group]) for group in look.ties]
            or [(self.tr("No two cases have the same marks."), ())],
            more,
        )
        self.near.show_groups(
            [
                (words.near(look, pair), [look.case(n) for n in pair.cases])
                for pair in look.near_ties
            ]
            or [(self.tr("No two cases are that close."), ())],
            more,
        )
        self.lacking.show_groups(
            [(words.lack(case), (case,)) for case in look.lacking]
            or [(self.tr("Nothing: every case is signed."), ())],
            more,
        )

    def _show_failure(self, state: OverviewState) -> None:
        if state.failure is None:
            self.banner.show_message(Message(""))
        else:
            said = sentence(state.failure)
            self.banner.show_message(Message(said.title, Tone.BAD, said.body))

    def _open(self, case: OwnCase) -> None:
        self._model.open(case.number)

    def _leave(self, _none: None) -> None:
        self._model.go_back()
