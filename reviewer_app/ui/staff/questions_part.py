"""The questions of reviewers: a list, the chosen one's text, and how it is answered."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from review_protocol.documents.text import Language
from reviewer_app.services.questions import Answered, AskedQuestion
from reviewer_app.ui import dates, terms
from reviewer_app.ui.kit.buttons import Button, Role
from reviewer_app.ui.kit.card import Card
from reviewer_app.ui.kit.columns import Column
from reviewer_app.ui.kit.i18n import Retranslating
from reviewer_app.ui.kit.labels import Kind, Label
from reviewer_app.ui.kit.page import UprightScroll
from reviewer_app.ui.kit.remember import Keeps
from reviewer_app.ui.kit.shapes import Shape
from reviewer_app.ui.kit.table import Table
from reviewer_app.ui.staff.state import StaffState
from reviewer_app.ui.staff.view_model import StaffViewModel

translate = QCoreApplication.translate
_SELECTABLE = (
    Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
)
ID_LENGTH = 12
"""Characters of a question's number that name it on the server's command line."""


class QuestionsPart(Retranslating, QWidget):
    """Answers are given on the server, in whose name they are signed."""

    def __init__(
        self,
        view_model: StaffViewModel,
        *,
        keeps: Keeps | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._model = view_model
        self._table = Table[AskedQuestion](
            _columns(self._name_of), lambda row: row.packet, name="questions", keeps=keeps
        )
        self._card = Card()
        self._text, self._answer = Label(Kind.BODY), Label(Kind.BODY)
        for label in (self._text, self._answer):
            label.setTextInteractionFlags(_SELECTABLE)
        self._how = Label(Kind.MUTED)
        self._copy = Button(Role.DEFAULT, "copy")
        for widget in (self._text, self._answer, self._how):
            self._card.content.addWidget(widget)
        self._card.content.addWidget(self._copy, 0, Qt.AlignmentFlag.AlignLeft)
        side = QWidget()
        below = QVBoxLayout(side)
        below.setContentsMargins(4, 0, 4, 0)
        below.addWidget(self._card)
        below.addStretch(1)
        panes = QSplitter(Qt.Orientation.Horizontal)
        panes.setChildrenCollapsible(False)
        panes.addWidget(self._table)
        panes.addWidget(UprightScroll(side))
        panes.setSizes([520, 400])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(panes)
        self._table.chosen.connect(self._show)
        self._copy.clicked.connect(self._copy_command)
        self.built()

    def show_state(self, state: StaffState) -> None:
        """Draw the list; a chosen question stays chosen."""
        self._table.set_rows(state.questions)
        if self._table.current() is None and state.questions:
            self._table.choose(state.questions[0].packet)
        self._show(self._table.current())

    def retranslate(self) -> None:
        """Words of the list and of the card."""
        self._table.setAccessibleName(self.tr("Questions"))
        self._copy.setText(self.tr("Copy the command"))
        self._show(self._table.current())

    def _show(self, row: AskedQuestion | None) -> None:
        self._card.setVisible(row is not None)
        if row is None:
            return
        self._card.set_heading(self._name_of(row.person), row.case or self.tr("In general"))
        self._text.setText(row.text)
        self._answer.setText("\n\n".join(self._told(each) for each in row.answers))
        self._answer.setVisible(bool(row.answers))
        self._how.setVisible(not row.answers)
        self._copy.setVisible(not row.answers)
        words = self.tr(
            "Answers are signed by the server: on it, run “{command}”. The answer comes to the "
            "reviewer with the next sync."
        )
        self._how.setText(words.format(command=_command(row)))

    def _told(self, answer: Answered) -> str:
        in_chinese = terms.interface_language() is Language.ZH
        given = (answer.text.zh, answer.text.en)
        both = [text for text in (given if in_chinese else reversed(given)) if text]
        told = dates.day_and_time(answer.issued)
        head = self.tr("Answered, told to you on {time}:").format(time=told)
        return "\n".join((head, *both))

    def _name_of(self, person: str) -> str:
        return self._model.state.name_of(person)

    def _copy_command(self) -> None:
        row = self._table.current()
        if row is not None:
            QGuiApplication.clipboard().setText(_command(row))


def _command(row: AskedQuestion) -> str:
    return f'central-server answer {row.packet[:ID_LENGTH]} --zh "…" --en "…"'


def _columns(name_of: Callable[[str], str]) -> tuple[Column[AskedQuestion], ...]:
    return (
        Column[AskedQuestion](
            "from",
            lambda: translate("Staff", "From"),
            lambda row: name_of(row.person),
            detail=lambda row: row.case or "",
            width=144,
        ),
        Column[AskedQuestion](
            "text",
            lambda: translate("Staff", "Question"),
            lambda row: " ".join(row.text.split())[:200],
            width=240,
            stretch=True,
        ),
        Column[AskedQuestion](
            "asked",
            lambda: translate("Staff", "Asked"),
            lambda row: dates.day_and_time(row.claimed),
            width=136,
        ),
        Column[AskedQuestion](
            "state",
            lambda: translate("Staff", "State"),
            lambda row: (
                translate("Staff", "Answered") if row.answers else translate("Staff", "Open")
            ),
            shape=lambda row: Shape.DONE if row.answers else Shape.TODO,
            width=112,
        ),
    )
