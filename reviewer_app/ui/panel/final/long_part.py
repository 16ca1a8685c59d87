"""The long list: which cases go into the next round, and why where that departs from the order."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from reviewer_app.services.panel.head_lists import LongPlan
from reviewer_app.services.panel.proposed_rows import ProposedPlace
from reviewer_app.ui import terms
from reviewer_app.ui.act_card import ActCard
from reviewer_app.ui.kit.buttons import Button, Role
from reviewer_app.ui.kit.columns import Align, Column, as_table
from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.kit.i18n import Retranslating
from reviewer_app.ui.kit.labels import Kind, Label
from reviewer_app.ui.kit.page import UprightScroll
from reviewer_app.ui.kit.palette import Tone
from reviewer_app.ui.kit.panes import Panes
from reviewer_app.ui.kit.shapes import Shape
from reviewer_app.ui.kit.state import StateLabel
from reviewer_app.ui.kit.table import Table
from reviewer_app.ui.panel.compared_words import percent
from reviewer_app.ui.panel.compared_words import place as place_text
from reviewer_app.ui.panel.decision_box import Asks
from reviewer_app.ui.panel.final import long_words, words
from reviewer_app.ui.panel.final.comparison_card import ComparisonCard, ask_to_issue
from reviewer_app.ui.panel.final.final_part import SIDE_PX
from reviewer_app.ui.panel.final.model import MOST, FinalModel, FinalState
from reviewer_app.ui.panel.writing import Writing

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class LongRow:
    """A case in the order, whether the proposal has it, and whether the list will."""

    place: ProposedPlace
    chance: float | None
    proposed: bool
    listed: bool

    @property
    def number(self) -> str:
        return self.place.number


class LongPart(Retranslating, QWidget):
    """Draws a `FinalState`; `opened` carries the number of a case to look at."""

    opened = Event(str)

    def __init__(self, view_model: FinalModel, *, ask: Asks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model, self._ask = view_model, ask
        self._columns = _columns()
        self._table = Table[LongRow](self._columns, lambda row: row.number, name="long")
        self._turn = Button(Role.DEFAULT)
        self._chosen_card, self._chosen = ActCard(self._turn), Label(Kind.BODY)
        self._reason = Writing(most=MOST, px=72)
        for shown in (self._chosen, self._reason):
            self._chosen_card.content.addWidget(shown)
        self._state, self._seen_by, self._count = StateLabel(), Label(Kind.SMALL), Label(Kind.BODY)
        self._comparison, self._waits = ComparisonCard(), Label(Kind.BODY)
        self._waits.set_tone(Tone.CARE)
        self._whole, self._sign = Writing(most=MOST, px=72), Button(Role.ACCENT, "pen")
        self._signing = ActCard(self._sign)
        told = (self._count, self._waits, self._state, self._seen_by)
        signed: tuple[QWidget, ...] = (*told, self._whole)
        for part in signed:
            self._signing.content.addWidget(part)
        side = QWidget()
        side.setProperty("kit", "content")
        column = QVBoxLayout(side)
        column.setContentsMargins(4, 0, 4, 0)
        column.setSpacing(12)
        for card in (self._comparison, self._signing, self._chosen_card):
            column.addWidget(card)
        column.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(Panes(self._table, UprightScroll(side), shares=(10_000, SIDE_PX)))
        self._table.chosen.connect(self._choose)
        self._table.opened.connect(self._open)
        self._turn.clicked.connect(self._turn_chosen)
        self._comparison.wanted.connect(self._issue)
        self._reason.typed.connect(self._write)
        self._whole.typed.connect(self._write_whole)
        self._sign.clicked.connect(self._read_back)
        self._model.changed.connect(self._draw)
        self.built()

    def retranslate(self) -> None:
        """Words that depend on nothing, then the state again."""
        self._table.setAccessibleName(self.tr("Cases for the next round, in order"))
        self._chosen_card.set_heading(self.tr("The chosen case"))
        self._reason.set_label(self.tr("Why it goes into the next round all the same"))
        self._signing.set_heading(self.tr("Long list"))
        self._seen_by.setText(words.seen_by())
        self._whole.set_label(self.tr("Why cases of the proposal are left out"))
        self._sign.setText(self.tr("Read back and sign…"))
        self._draw(self._model.state)

    def focus_table(self) -> None:
        """Put the keyboard into the list."""
        self._table.setFocus()

    def as_text(self) -> str:
        """The rows, tab-separated."""
        return as_table(self._columns, self._table.rows)

    def _draw(self, state: FinalState) -> None:
        lists = state.lists
        found = None if lists is None else lists.long_list
        if lists is None or found is None:
            return
        listed = set(state.long.cases(lists))
        proposed = {each.number for each in found.cases}
        order = sorted((*found.cases, *found.left_out), key=lambda each: each.position)
        self._table.set_rows(
            [
                LongRow(
                    each,
                    each.compared.among.get(found.target),
                    each.number in proposed,
                    each.number in listed,
                )
                for each in order
            ]
        )
        if self._table.current() is None and order:
            self._table.choose(order[0].number)
        self._count.setText(long_words.long_count(state.long, lists))
        self._comparison.show_state(state)
        self._waits.setText(long_words.long_waits(state))
        self._waits.setVisible(bool(self._waits.text()))
        self._state.show_state(*words.standing(state.long_standing))
        self._whole.show_text(state.long.reason)
        self._whole.setVisible(state.is_head and bool(state.long.left))
        self._sign.setVisible(state.is_head)
        self._sign.setEnabled(state.may_sign_long)
        self._signing.tell(state.failure)
        self._show_chosen(state)

    def _show_chosen(self, state: FinalState) -> None:
        chosen = self._table.current()
        self._chosen_card.setVisible(chosen is not None and state.is_head)
        if chosen is None:
            return
        self._chosen.setText(words.case(chosen.place.row))
        self._turn.setText(
            self.tr("Leave it out") if chosen.listed else self.tr("Let it go into the next round")
        )
        added = chosen.listed and not chosen.proposed
        self._reason.setVisible(added)
        self._reason.show_text(state.long.added.get(chosen.number, ""))

    def _choose(self, _row: LongRow) -> None:
        self._show_chosen(self._model.state)

    def _open(self, row: LongRow) -> None:
        self.opened.emit(row.number)

    def _turn_chosen(self) -> None:
        chosen = self._table.current()
        if chosen is not None:
            self._model.depart(_turned(self._model.state.long, chosen))

    def _write(self, reason: str) -> None:
        chosen, long = self._table.current(), self._model.state.long
        if chosen is not None and chosen.number in long.added:
            self._model.depart(replace(long, added={**long.added, chosen.number: reason}))

    def _write_whole(self, reason: str) -> None:
        self._model.depart(replace(self._model.state.long, reason=reason))

    def _issue(self, _nothing: None) -> None:
        ask_to_issue(self._model, self._ask, self)

    def _read_back(self) -> None:
        if self._ask(long_words.read_back_long(self._model.state), self):
            self._model.sign_long()


def _turned(long: LongPlan, row: LongRow) -> LongPlan:
    """The same with this case on the other side."""
    if row.proposed:
        return replace(long, left=long.left ^ {row.number})
    added = dict(long.added)
    if added.pop(row.number, None) is None:
        added[row.number] = ""
    return replace(long, added=added)


def _stands(row: LongRow) -> str:
    if row.listed:
        return translate("final", "Next round") if row.proposed else translate("final", "Added")
    return translate("final", "Left out") if row.proposed else "–"


def _columns() -> tuple[Column[LongRow], ...]:
    return (
        Column[LongRow](
            "place",
            lambda: translate("final", "Place"),
            lambda row: place_text(row.place.compared.place),
            align=Align.RIGHT,
            width=64,
        ),
        Column[LongRow](
            "case",
            lambda: translate("final", "Case"),
            lambda row: terms.own(row.place.row.name),
            detail=lambda row: f"{row.number} · {terms.area(row.place.row.area)}",
            width=240,
            stretch=True,
        ),
        Column[LongRow](
            "chance",
            lambda: translate("final", "Chance to belong"),
            lambda row: percent(row.chance),
            align=Align.RIGHT,
            width=120,
        ),
        Column[LongRow](
            "stands",
            lambda: translate("final", "On the long list"),
            _stands,
            shape=lambda row: Shape.DONE if row.listed else Shape.TODO,
            width=150,
        ),
    )
