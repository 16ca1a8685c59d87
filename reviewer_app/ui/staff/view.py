"""Draws the secretariat's screen: the year's steps, progress, results and reports."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from review_protocol.documents.answers import CaseProgress, ReviewerProgress
from reviewer_app.services.staff_acts import Wish
from reviewer_app.ui import terms
from reviewer_app.ui.defending import Defending
from reviewer_app.ui.defending_menu import DefendingMenu
from reviewer_app.ui.folders import FolderChooser, FolderOpener, choose_folder, open_folder
from reviewer_app.ui.kit.banner import Message
from reviewer_app.ui.kit.buttons import Button, Role
from reviewer_app.ui.kit.card import EmptyState
from reviewer_app.ui.kit.choice import ChoiceRow, Option
from reviewer_app.ui.kit.dialogs import confirmed
from reviewer_app.ui.kit.fold import Fold
from reviewer_app.ui.kit.labels import Kind, Label
from reviewer_app.ui.kit.page import Page
from reviewer_app.ui.kit.palette import Tone
from reviewer_app.ui.kit.remember import Keeps
from reviewer_app.ui.kit.screens import Stack
from reviewer_app.ui.kit.table import Table
from reviewer_app.ui.staff import matters_words, progress, words
from reviewer_app.ui.staff.closing import (
    CLOSING,
    OPENING,
    REOPENING,
    AsksReason,
    ask_reason,
    closing_question,
    opening_question,
    reopening_question,
)
from reviewer_app.ui.staff.matters_part import MattersPart
from reviewer_app.ui.staff.questions_part import QuestionsPart
from reviewer_app.ui.staff.reports_part import ReportsPart
from reviewer_app.ui.staff.requests_part import Asks, RequestsPart
from reviewer_app.ui.staff.results import Results
from reviewer_app.ui.staff.state import StaffState, Tab
from reviewer_app.ui.staff.steps_line import StepsLine
from reviewer_app.ui.staff.tables import BarDelegate, case_columns, in_order, people_columns
from reviewer_app.ui.staff.view_model import StaffViewModel
from reviewer_app.ui.wording import sentence

BAR_AT = 2
NOTE_PX = 440
"""What the words beside the tabs take at least; with less they stand below."""
QUESTIONS = {
    CLOSING: closing_question,
    REOPENING: reopening_question,
    OPENING: opening_question,
}


class StaffView(Page):
    """Shows progress without scores while the round is open, and says so."""

    def __init__(
        self,
        view_model: StaffViewModel,
        *,
        keeps: Keeps | None = None,
        ask: AsksReason = ask_reason,
        sure: Asks = confirmed,
        choose: FolderChooser = choose_folder,
        show_folder: FolderOpener = open_folder,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent=parent)
        self._model, self._zone, self._ask = view_model, "", ask
        self._refresh = Button(Role.DEFAULT, "refresh")
        self._close = Button(Role.DEFAULT, "lock")
        self._reopen = Button(Role.DEFAULT, "unlock")
        self._line = StepsLine()
        self._tabs = ChoiceRow[Tab](
            [Option(tab, partial(_tab_title, view_model, tab)) for tab in Tab], folds=True
        )
        self._note = Label(Kind.MUTED)
        self._people = Table[ReviewerProgress](
            people_columns(self._soon), lambda row: row.person, name="people", keeps=keeps
        )
        self._cases = Table[CaseProgress](
            case_columns(self._title_of), lambda row: row.case, name="progress", keeps=keeps
        )
        self._requests = RequestsPart(view_model, ask=ask, sure=sure)
        self._results = Results(view_model)
        self._matters = MattersPart(view_model, self._title_of, ask=ask, keeps=keeps)
        self._questions = QuestionsPart(view_model, keeps=keeps)
        self._reports = ReportsPart(view_model, choose=choose, show_folder=show_folder)
        self._empty = EmptyState("people")
        self._stack = Stack()
        self._lay_out()
        self._connect()
        self.built()

    def retranslate(self) -> None:
        """Words of the buttons and tables, then the state again."""
        self._refresh.setText(self.tr("Refresh"))
        self._close.setText(self.tr("Close round…"))
        self._reopen.setText(self.tr("Open round again…"))
        self._tabs.setAccessibleName(self.tr("Parts"))
        self._people.setAccessibleName(self.tr("Progress by expert"))
        self._cases.setAccessibleName(self.tr("Progress by case"))
        self._draw(self._model.state)

    def defend_with(self, defending: Defending) -> DefendingMenu:
        """From the results the marked cases can be defended."""
        menu = DefendingMenu(defending, self._results.defended, self._results, self.banner)
        self._results.take_defending(menu)
        return menu

    def use_zone(self, zone: str) -> None:
        """Show deadlines in the secretariat's zone (an IANA name) too."""
        self._zone = zone
        self._draw(self._model.state)

    def _lay_out(self) -> None:
        people, cases = self._people, self._cases
        people.setItemDelegateForColumn(BAR_AT, BarDelegate(people))
        cases.setItemDelegateForColumn(BAR_AT, BarDelegate(cases))
        told = (self._matters, self._questions, self._reports, self._empty)
        for part in (people, cases, self._results, *told):
            self._stack.add(part)
        for action in (self._close, self._reopen, self._refresh):
            self.add_action(action)
        self.content.setSpacing(12)
        self.content.addWidget(self._line)
        self.content.addWidget(self._requests)
        tabs = Fold(self._tabs, self._note, least=NOTE_PX, gap=16, middle=True, second_takes=True)
        self.content.addWidget(tabs)
        self.content.addWidget(self._stack, 1)

    def _title_of(self, number: str) -> str:
        name = self._model.state.titles.get(number)
        return "" if name is None else terms.own(name)

    def _connect(self) -> None:
        self._refresh.clicked.connect(self._model.refresh)
        for asks, question in ((self._close.clicked, CLOSING), (self._reopen.clicked, REOPENING)):
            asks.connect(partial(self._ask_about, question))
        self._empty.acted.connect(partial(self._ask_about, OPENING))
        self._tabs.chosen.connect(self._model.show_tab)
        for table in (self._people, self._cases):
            table.sort_requested.connect(self._model.sort)
        self.banner.dismissed.connect(self._dismiss)
        self._model.changed.connect(self._draw)
        self._model.reports.changed.connect(self._draw_reports)

    def _draw(self, state: StaffState) -> None:
        self.set_heading(self.tr("Secretariat"), words.summary(state, self._zone))
        reported = self._model.reports.state.has_scores
        self._line.show_steps(progress.steps(state.progress, reported=reported), state, self._zone)
        self._close.setEnabled(state.is_open and not state.is_busy)
        self._close.setVisible(not state.is_closed and not state.awaits(Wish.CLOSE))
        self._reopen.setVisible(state.is_closed)
        self._reopen.setEnabled(not state.is_busy)
        self._requests.show_state(state)
        self._refresh.setEnabled(not state.is_busy)
        self._tabs.retranslate()  # one of them says how much waits
        self._tabs.set_value(state.tab)
        answer = state.progress
        if answer is not None:
            self._people.set_rows(in_order(progress.reviewers(answer), state.sort))
            self._cases.set_rows(in_order(answer.cases, state.sort))
            self._people.set_sort(state.sort)
            self._cases.set_sort(state.sort)
        self._results.show_state(state)
        self._matters.show_state(state)
        self._questions.show_state(state)
        self._reports.show_state(state)
        self._stack.show_page(self._part(state))
        self._note.setText(words.note(state))
        self._tell(state)

    def _part(self, state: StaffState) -> QWidget:
        """What the tab shows; a sentence where there is nothing to show yet."""
        self._empty.set_words(*words.nothing(state))
        if state.tab is Tab.REPORTS:
            return self._reports
        if state.tab is Tab.QUESTIONS and state.questions:
            return self._questions
        if state.tab is Tab.MATTERS and matters_words.in_order(state.matters):
            return self._matters
        if (
            state.tab in (Tab.QUESTIONS, Tab.MATTERS)
            or state.progress is None
            or (state.tab is Tab.RESULTS and state.results is None)
        ):
            return self._empty
        parts: dict[Tab, QWidget] = {Tab.REVIEWERS: self._people, Tab.CASES: self._cases}
        return parts.get(state.tab, self._results)

    def _tell(self, state: StaffState) -> None:
        if state.failure is not None:
            told = sentence(state.failure)
            self.banner.show_message(Message(told.title, Tone.CARE, more=told.body))
        elif self._model.reports.state.failure is not None:
            self.banner.show_message(self._reports.message())
        else:
            self.banner.show_message(words.whom_to_call(state))

    def ask(self, what: str, text: str = "") -> None:
        """Ask for the reason of an act (CLOSING, REOPENING, OPENING), with what was written
        before, and sign it; or about a review again."""
        if what not in QUESTIONS:
            self._matters.ask(what, text)
            return
        rounds = self._model.rounds
        acts = {
            CLOSING: rounds.close_round,
            REOPENING: rounds.reopen_round,
            OPENING: rounds.open_scores,
        }
        reason = self._ask(QUESTIONS[what](self._model.state), self, text, what)
        if reason:
            acts[what](reason)

    def _ask_about(self, what: str, _: object = None) -> None:
        self.ask(what)

    def _soon(self) -> bool:
        return self._model.state.closes_soon

    def _draw_reports(self, _: object) -> None:
        self._draw(self._model.state)

    def _dismiss(self, _: Message) -> None:
        self._model.dismiss()


def _tab_title(view_model: StaffViewModel, tab: Tab) -> str:
    return words.tab_title(tab, view_model.state)
