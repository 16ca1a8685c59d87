"""The final list: its places, what is lacking as links, reasons, and one signature."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from review_protocol.documents.text import Language
from reviewer_app.services.panel.final_plan import FinalPlan, PlannedPlace
from reviewer_app.sync.clock import Clock, utc_now
from reviewer_app.ui import panel_words, terms
from reviewer_app.ui.act_card import ActCard
from reviewer_app.ui.folders import FolderChooser, choose_folder
from reviewer_app.ui.kit.buttons import Button, Role
from reviewer_app.ui.kit.card import Card
from reviewer_app.ui.kit.columns import Align, Column, as_table
from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.kit.i18n import Retranslating
from reviewer_app.ui.kit.labels import Kind, Label
from reviewer_app.ui.kit.page import UprightScroll
from reviewer_app.ui.kit.palette import Tone
from reviewer_app.ui.kit.panes import Panes
from reviewer_app.ui.kit.state import StateLabel
from reviewer_app.ui.kit.table import Table
from reviewer_app.ui.panel.decision_box import Asks
from reviewer_app.ui.panel.final import words
from reviewer_app.ui.panel.final.comparison_card import ComparisonCard, ask_to_issue
from reviewer_app.ui.panel.final.lacking import LackingCard
from reviewer_app.ui.panel.final.model import MOST, FinalModel, FinalState
from reviewer_app.ui.panel.writing import Writing

translate = QCoreApplication.translate
SIDE_PX = 340


class FinalPart(Retranslating, QWidget):
    """Draws a `FinalState`; `opened` carries the number of a case to look at."""

    opened = Event(str)

    def __init__(
        self,
        view_model: FinalModel,
        *,
        ask: Asks,
        choose: FolderChooser = choose_folder,
        clock: Clock = utc_now,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._model, self._ask, self._choose_in, self._clock = view_model, ask, choose, clock
        self._columns = _columns()
        self._table = Table[PlannedPlace](self._columns, lambda place: place.number, name="final")
        self._state, self._seen_by = StateLabel(), Label(Kind.SMALL)
        self._lacking, self._comparison = LackingCard(), ComparisonCard()
        self._told_card, self._told = Card(), Label(Kind.BODY)
        self._told_card.content.addWidget(self._told)
        self._chosen_card, self._reason = Card(), Writing(most=MOST, px=72)
        self._chosen = Label(Kind.BODY)
        for shown in (self._chosen, self._reason):
            self._chosen_card.content.addWidget(shown)
        self._sign, self._save = Button(Role.ACCENT, "pen"), Button(Role.DEFAULT, "save")
        self._signing = ActCard(self._sign, self._save)
        self._whole = Writing(most=MOST, px=72)
        signed: tuple[QWidget, ...] = (self._state, self._seen_by, self._whole)
        for part in signed:
            self._signing.content.addWidget(part)
        self._lay_out()
        self._table.chosen.connect(self._choose)
        self._table.opened.connect(self._open)
        self._lacking.opened.connect(self.opened.emit)
        self._lacking.chosen.connect(self._lead_to)
        self._comparison.wanted.connect(self._issue)
        self._reason.typed.connect(self._write)
        self._whole.typed.connect(self._write_whole)
        self._sign.clicked.connect(self._read_back)
        self._save.clicked.connect(self._save_files)
        self._model.changed.connect(self._draw)
        self.built()

    def retranslate(self) -> None:
        """Words that depend on nothing, then the state again."""
        self._table.setAccessibleName(self.tr("Places of the final list, in order"))
        self._told_card.set_heading(self.tr("To know"))
        self._chosen_card.set_heading(self.tr("The chosen place"))
        self._reason.set_label(self.tr("Why it leaves the order"))
        self._signing.set_heading(self.tr("Signature"))
        self._seen_by.setText(words.seen_by())
        self._whole.set_label(self.tr("Words for the whole list, if any"))
        self._sign.setText(self.tr("Read back and sign…"))
        self._save.setText(self.tr("Save as PDF and CSV…"))
        self._draw(self._model.state)

    def focus_table(self) -> None:
        """Put the keyboard into the list."""
        self._table.setFocus()

    def as_text(self) -> str:
        """The places, tab-separated."""
        return as_table(self._columns, self._table.rows)

    def _lay_out(self) -> None:
        side = QWidget()
        side.setProperty("kit", "content")
        column = QVBoxLayout(side)
        column.setContentsMargins(4, 0, 4, 0)
        column.setSpacing(12)
        cards: tuple[QWidget, ...] = (self._lacking, self._comparison, self._chosen_card)
        for card in (*cards, self._signing, self._told_card):
            column.addWidget(card)
        column.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(Panes(self._table, UprightScroll(side), shares=(10_000, SIDE_PX)))

    def _draw(self, state: FinalState) -> None:
        plan = state.plan
        if plan is None:
            return
        self._table.set_rows(plan.places)
        if self._table.current() is None and plan.places:
            self._table.choose(plan.places[0].number)
        self._lacking.show_state(state)
        self._comparison.show_state(state)
        self._told.setText("\n\n".join(words.told(plan)))
        self._state.show_state(*words.standing(plan.standing))
        self._whole.show_text(plan.reason)
        for part in (self._whole, self._sign):
            part.setVisible(state.is_head)
        self._sign.setEnabled(state.may_sign_final)
        self._save.setVisible(plan.standing is not None)
        self._signing.tell(state.failure, words.saved(state.saved))
        self._show_chosen(plan, is_head=state.is_head)

    def _show_chosen(self, plan: FinalPlan, *, is_head: bool) -> None:
        now = self._table.current()
        chosen = next((each for each in plan.places if now and each.number == now.number), None)
        self._chosen_card.setVisible(chosen is not None)
        if chosen is None:
            return
        self._chosen.setText(words.case(chosen.row))
        self._reason.setVisible(is_head and chosen.leaves_order)
        self._reason.show_text(chosen.reason)

    def _choose(self, _place: PlannedPlace) -> None:
        self._draw(self._model.state)

    def _open(self, place: PlannedPlace) -> None:
        self.opened.emit(place.number)

    def _lead_to(self, number: str) -> None:
        """A place without its reason: choose it, and go where the reason is written."""
        self._table.choose(number)
        self._draw(self._model.state)
        self._reason.setFocus()

    def _issue(self, _nothing: None) -> None:
        ask_to_issue(self._model, self._ask, self)

    def _write(self, reason: str) -> None:
        chosen = self._table.current()
        if chosen is not None:
            self._model.give_reason(chosen.number, reason)

    def _write_whole(self, reason: str) -> None:
        self._model.give_reason("", reason)

    def _save_files(self) -> None:
        folder = self._choose_in(self, self.tr("Where to save the final list"))
        if folder is not None:
            language: Literal["zh", "en"] = (
                "zh" if terms.interface_language() is Language.ZH else "en"
            )
            self._model.save(folder, language, self._clock())

    def _read_back(self) -> None:
        plan = self._model.state.plan
        if plan is not None and self._ask(words.read_back(plan), self):
            self._model.sign_final()


def _columns() -> tuple[Column[PlannedPlace], ...]:
    return (
        Column[PlannedPlace](
            "place",
            lambda: translate("final", "Place"),
            words.position,
            align=Align.RIGHT,
            width=64,
        ),
        Column[PlannedPlace](
            "case",
            lambda: translate("final", "Case"),
            lambda each: terms.own(each.row.name),
            detail=lambda each: f"{each.number} · {terms.area(each.row.area)}",
            width=240,
            stretch=True,
        ),
        Column[PlannedPlace](
            "outcome",
            lambda: translate("final", "Decided"),
            lambda each: panel_words.outcome(each.outcome),
            width=140,
        ),
        Column[PlannedPlace](
            "order",
            lambda: translate("final", "Place in the order"),
            words.order,
            detail=words.proposed,
            width=160,
        ),
        Column[PlannedPlace](
            "reason",
            lambda: translate("final", "Reason"),
            words.reason,
            tone=lambda each: Tone.CARE if each.lacks_reason else None,
            tooltip=lambda each: each.reason if each.leaves_order else "",
            width=180,
        ),
    )
