"""What waits for staff: a list, the chosen one in sentences, and what is done about it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from review_protocol.documents.matters import RequestedExpert, ReviewToRule
from reviewer_app.ui import dates
from reviewer_app.ui.kit.buttons import Button, Role
from reviewer_app.ui.kit.card import Card
from reviewer_app.ui.kit.columns import Column
from reviewer_app.ui.kit.i18n import Retranslating
from reviewer_app.ui.kit.labels import Kind, Label
from reviewer_app.ui.kit.page import UprightScroll
from reviewer_app.ui.kit.remember import Keeps
from reviewer_app.ui.kit.table import Table
from reviewer_app.ui.staff import matters_words as words
from reviewer_app.ui.staff.closing import AsksReason, ask_reason
from reviewer_app.ui.staff.matters_words import Matter
from reviewer_app.ui.staff.state import StaffState
from reviewer_app.ui.staff.view_model import StaffViewModel

translate = QCoreApplication.translate
COUNTING, LEAVING_OUT = "counting:", "leaving-out:"
"""How the names of the dialogs begin; the review's packet follows."""
_SELECTABLE = (
    Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
)
TitleOf = Callable[[str], str]


class MattersPart(Retranslating, QWidget):
    """Late reviews are decided on here, with a reason; none of it shows a score."""

    def __init__(
        self,
        view_model: StaffViewModel,
        title_of: TitleOf,
        *,
        ask: AsksReason = ask_reason,
        keeps: Keeps | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._model, self._title_of, self._ask = view_model, title_of, ask
        self._table = Table[Matter](_columns(self._name_of), words.key, name="matters", keeps=keeps)
        self._card = Card()
        self._about, self._outcome = Label(Kind.BODY), Label(Kind.BODY)
        self._how = Label(Kind.MUTED)
        for label in (self._about, self._outcome, self._how):
            label.setTextInteractionFlags(_SELECTABLE)
        self._count, self._leave_out = Button(), Button()  # neither of them is suggested
        self._copy = Button(Role.DEFAULT, "copy")
        self._lay_out()
        self._table.chosen.connect(self._show)
        self._count.clicked.connect(self._do_count)
        self._leave_out.clicked.connect(self._do_leave_out)
        self._copy.clicked.connect(self._copy_command)
        self.built()

    def show_state(self, state: StaffState) -> None:
        """Draw the list; what is chosen stays chosen."""
        rows = words.in_order(state.matters)
        self._table.set_rows(rows)
        if self._table.current() is None and rows:
            self._table.choose(words.key(rows[0]))
        self._show(self._table.current())

    def retranslate(self) -> None:
        """Words of the list and of the card."""
        self._table.setAccessibleName(self.tr("What waits for the secretariat"))
        self._count.setText(self.tr("Count it…"))
        self._leave_out.setText(self.tr("Leave it out…"))
        self._copy.setText(self.tr("Copy the command"))
        self._show(self._table.current())

    def ask(self, name: str, text: str) -> None:
        """Ask again what a lock has put aside, by the dialog's name, with what was written."""
        for begins, counts in ((COUNTING, True), (LEAVING_OUT, False)):
            if name.startswith(begins):
                packet = name.removeprefix(begins)
                row = next((each for each in self._table.rows if words.key(each) == packet), None)
                if isinstance(row, ReviewToRule):
                    self._rule(row, text, counts=counts)

    def _lay_out(self) -> None:
        acts = QHBoxLayout()
        acts.setSpacing(8)
        for act in (self._count, self._leave_out, self._copy):
            acts.addWidget(act)
        acts.addStretch(1)
        for widget in (self._about, self._outcome, self._how):
            self._card.content.addWidget(widget)
        self._card.content.addLayout(acts)
        side = QWidget()
        below = QVBoxLayout(side)
        below.setContentsMargins(4, 0, 4, 0)
        below.addWidget(self._card)
        below.addStretch(1)
        panes = QSplitter(Qt.Orientation.Horizontal)
        panes.setChildrenCollapsible(False)
        panes.addWidget(self._table)
        panes.addWidget(UprightScroll(side))
        panes.setSizes([600, 400])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(panes)

    def _show(self, row: Matter | None) -> None:
        self._card.setVisible(row is not None)
        if row is None:
            return
        is_review, is_open = isinstance(row, ReviewToRule), words.waits(row)
        heading = f"{row.case}  {self._title_of(row.case)}".strip()
        self._card.set_heading(words.what(row), heading)
        self._about.setText(words.about(row, self._name_of))
        outcome = words.outcome(row, self._name_of)
        self._outcome.setText(outcome)
        self._outcome.setVisible(bool(outcome))
        counts = isinstance(row, ReviewToRule) and row.disposition.counts
        self._count.setVisible(is_review and not counts)
        self._leave_out.setVisible(is_review and (is_open or counts))
        for act in (self._count, self._leave_out):
            act.setEnabled(not self._model.state.is_busy)
        self._tell_how(row if isinstance(row, RequestedExpert) and is_open else None)

    def _tell_how(self, request: RequestedExpert | None) -> None:
        for part in (self._how, self._copy):
            part.setVisible(request is not None)
        if request is not None:
            how = self.tr(
                "Cases are given on the server: on it, run “{command}”, which draws one more by "
                "the rules of the assignment."
            )
            self._how.setText(how.format(command=words.command(request)))

    def _do_count(self) -> None:
        self._rule(self._table.current(), counts=True)

    def _do_leave_out(self) -> None:
        self._rule(self._table.current(), counts=False)

    def _rule(self, row: Matter | None, text: str = "", *, counts: bool) -> None:
        if not isinstance(row, ReviewToRule):
            return
        question = words.question(row, self._name_of(row.person), counts=counts)
        name = f"{COUNTING if counts else LEAVING_OUT}{row.packet}"
        reason = self._ask(question, self, text, name)
        if reason:
            self._model.rounds.rule(row.packet, reason, counts=counts)

    def _name_of(self, person: str) -> str:
        return self._model.state.name_of(person)

    def _copy_command(self) -> None:
        row = self._table.current()
        if isinstance(row, RequestedExpert):
            QGuiApplication.clipboard().setText(words.command(row))


def _columns(name_of: words.NameOf) -> tuple[Column[Matter], ...]:
    return (
        Column[Matter](
            "what",
            lambda: translate("Staff", "What"),
            words.what,
            detail=lambda row: row.case,
            width=176,
        ),
        Column[Matter](
            "who",
            lambda: translate("Staff", "Who"),
            lambda row: name_of(row.person or ""),
            width=128,
            stretch=True,
        ),
        Column[Matter](
            "received",
            lambda: translate("Staff", "Received"),
            lambda row: dates.day_and_time(row.received),
            detail=_late,
            width=152,
        ),
        Column[Matter](
            "state",
            lambda: translate("Staff", "State"),
            lambda row: words.state(row)[1],
            shape=lambda row: words.state(row)[0],
            width=144,
        ),
    )


def _late(row: Matter) -> str:
    if not isinstance(row, ReviewToRule) or not words.is_late(row):
        return ""
    return translate("Staff", "{late} late").format(late=words.late_by(row))
