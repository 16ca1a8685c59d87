"""The lists of the rule file: who is on them, how firmly, and what follows from them."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from reviewer_app.services.panel.proposed_rows import ProposedList
from reviewer_app.services.panel.rows import PanelTable
from reviewer_app.services.panel.stability import Stability, stability_of
from reviewer_app.ui.defending_menu import DefendingMenu
from reviewer_app.ui.kit.buttons import Button, Role
from reviewer_app.ui.kit.card import EmptyState
from reviewer_app.ui.kit.flow import Flow
from reviewer_app.ui.kit.labels import ElidedLabel, Kind, Label
from reviewer_app.ui.kit.palette import Tone
from reviewer_app.ui.kit.screens import Stack
from reviewer_app.ui.panel.compared_words import joined
from reviewer_app.ui.panel.faces import Face
from reviewer_app.ui.panel.lists import words
from reviewer_app.ui.panel.lists.arranged import Arranged
from reviewer_app.ui.panel.lists.rows import ListRow, long_rows, rows_of
from reviewer_app.ui.panel.lists.shares import Least
from reviewer_app.ui.panel.lists.state import ListsState
from reviewer_app.ui.panel.lists.which import WhichRow
from reviewer_app.ui.panel.panel_page import PanelPage
from reviewer_app.ui.panel.sentence_words import case_sentence
from reviewer_app.ui.panel.state import PanelState
from reviewer_app.ui.panel.view_model import PanelViewModel


class ListsPage(PanelPage):
    """Draws the lists of the figures that count: no question beside the comparison moves them."""

    def __init__(self, view_model: PanelViewModel, *, parent: QWidget | None = None) -> None:
        super().__init__(view_model, parent=parent)
        self._lists = view_model.lists
        self._defends: DefendingMenu | None = None
        self._which = WhichRow()
        self._withheld, self._said = Label(Kind.STRONG), Label(Kind.MUTED)
        self._brief = ElidedLabel(kind=Kind.MUTED)
        self._withheld.set_tone(Tone.CARE)
        self._both = Arranged()
        self._empty, self._stack = EmptyState("panel"), Stack()
        for page in (self._both, self._empty):
            self._stack.add(page)
        choices = Flow()
        for chip in (self._which, self._both.turn):
            choices.add(chip)
        self._few = Button(Role.LINK)
        for part in (choices, self._withheld, self._said, self._brief, self._few):
            self.content.addWidget(part)
        self.content.addWidget(self._stack, 1)
        self._copy.clicked.connect(self._copy_all)
        self._few.clicked.connect(self._look_at_few)
        self._which.chosen.connect(self._lists.turn)
        self._both.places.chosen.connect(self._tell)
        self._both.places.opened.connect(self._open)
        self._both.side.wanted.connect(self._ask)
        self._model.changed.connect(self.draw)
        self._lists.changed.connect(self._redraw)
        self.built()

    def retranslate(self) -> None:
        """Names for screen readers, then all else."""
        self._which.setAccessibleName(self.tr("Which list"))
        self._few.setText(self.tr("Where one more review would help most…"))
        self._both.places.set_name(self.tr("Cases of the list, in order"))
        if self._defends is not None:
            self._defends.retranslate()
        super().retranslate()

    def take_defending(self, defends: DefendingMenu) -> None:
        """With what its cases are defended stands at the right of its name."""
        self._defends = defends
        self.add_action(defends.button)
        defends.retranslate()

    def focus_table(self) -> None:
        """Put the keyboard into the list."""
        self._both.places.focus_table()

    def draw(self, state: PanelState) -> None:
        """Draw the lists while their face is shown."""
        if state.face is not Face.LISTS:
            return
        found = self._lists.state
        self._faces.set_value(state.face)
        stands = self.tr(
            "Proposed by the signed rule file. Targets are no limits; a decision against the order "
            "has a written reason."
        )
        self.set_heading(self.tr("Lists"), stands)
        self._which.show_choices(found)
        if found.lists is not None:
            self._show_list(found, state)
        there = found.lists is not None
        self._copy.setEnabled(there)
        if self._defends is not None:
            self._defends.look(there=there)
        self._which.setVisible(there)
        self._few.setVisible(found.shown is not None and bool(found.shown.too_few))
        self._said.setVisible(there and not self.is_tight)
        self._brief.setVisible(there and self.is_tight)
        self._withheld.setVisible(there and bool(self._withheld.text()))
        self._stack.show_page(self._both if there else self._empty)
        self._empty.set_words(*self._nothing(state, found))
        self.show_failure(state.failure)

    def _look_at_few(self) -> None:
        self._model.turn(Face.SURENESS)

    def _redraw(self, _: ListsState) -> None:
        self.draw(self._model.state)

    def _show_list(self, found: ListsState, state: PanelState) -> None:
        shown, lists = found.shown, found.lists
        if lists is None:
            return
        hidden = words.withheld(lists)
        self._withheld.setText(hidden)
        self._withheld.setVisible(bool(hidden))
        said = ""
        if shown is not None:
            moved = self._moved(state, shown)
            self._both.show_list(rows_of(shown, moved), shown, found)
            said = words.said_of_list(shown, moved)
        elif lists.long_list is not None:
            long_list = lists.long_list
            self._both.show_long_list(long_rows(long_list), long_list.target)
            said = words.said_of_long_list(long_list)
        self._said.setText(said)
        self._brief.set_text(self._said.text())
        current = self._both.places.current()
        if current is not None:
            self._tell(current)

    def _moved(self, state: PanelState, shown: ProposedList) -> Mapping[str, Stability] | None:
        """What the checks say of this list; None until they are made, and where it rests on the
        reviews of other rounds than they do."""
        found, table = state.compared.sensitivity, state.table
        if found is None or table is None or shown.rounds != table.rounds:
            return None
        return stability_of(found, shown.target)

    def _nothing(self, state: PanelState, found: ListsState) -> tuple[str, str]:
        official = state.compared.official
        if found.is_proposing or state.compared.is_comparing or state.table is None:
            return self.tr("Proposing…"), ""
        if not state.table.covers_programme:
            return self.tr("The lists are of the whole programme"), self._of_panel(state.table)
        if official is not None and not official.by_rules:
            return (
                self.tr("No list is proposed"),
                self.tr("It takes a rule file that the organiser has signed; this batch has none."),
            )
        return (
            self.tr("Nothing can be proposed yet"),
            self.tr("Once experts’ signed scores are collected, the lists stand here."),
        )

    def _of_panel(self, table: PanelTable) -> str:
        """Where to look instead."""
        if table.heads is None:
            return self.tr(
                "The head sees all panels, and proposes them. Where this panel’s cases stand among "
                "all is told here and on the ladder when the head has issued the comparison."
            )
        return self.tr(
            "The head sees all panels, and proposes them. Where this panel’s cases stand among all "
            "by the comparison that the head issued, the ladder and each case tell."
        )

    def _tell(self, row: ListRow) -> None:
        """The chosen case in words: why it stands there, and how firmly."""
        state, shown = self._model.state, self._lists.state.shown
        official = state.compared.official
        if official is None:
            return
        said = [case_sentence(row.place.compared, official)]
        if shown is not None:
            moved = self._moved(state, shown)
            experts = len(official.experts)
            said.append(words.place_on_list(row.place))
            said.append(words.place_sentence(row.place, shown, moved, experts))
        self._both.told.setText(f"{row.number}  {joined([each for each in said if each])}")

    def _open(self, row: ListRow) -> None:
        self._model.case.open(row.number)

    def _ask(self, least: Least) -> None:
        self._lists.ask(least.area, least.least)

    def _copy_all(self) -> None:
        QGuiApplication.clipboard().setText(self._both.places.as_text())
