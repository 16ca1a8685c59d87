"""Cards of what may be worth a second look: equal marks, nearly equal ones, what is missing."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from reviewer_app.services.own_marks import OwnCase
from reviewer_app.ui import terms
from reviewer_app.ui.kit.buttons import Button, Role
from reviewer_app.ui.kit.card import Card
from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.kit.labels import Kind, Label
from reviewer_app.ui.kit.wrapping import TwoLines

MOST = 12
"""Groups shown at once; a card that lists everything is read by nobody."""


class CasesCard(Card):
    """Groups of cases, each with a sentence; a case leads where it is read and scored."""

    opened = Event(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._body: QWidget | None = None

    def show_groups(self, groups: Sequence[tuple[str, Sequence[OwnCase]]], more: str = "") -> None:
        """Draw each group's sentence and its cases; `more` where there are more than are shown."""
        if self._body is not None:
            self._body.hide()
            self._body.deleteLater()
        self._body = QWidget()
        column = QVBoxLayout(self._body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for sentence, cases in groups[:MOST]:
            column.addLayout(self._group(sentence, cases))
        if more and len(groups) > MOST:
            column.addWidget(Label(Kind.SMALL, more))
        self.content.addWidget(self._body)
        self._body.show()  # now, not at the event loop's next turn

    def _group(self, sentence: str, cases: Sequence[OwnCase]) -> QVBoxLayout:
        group = QVBoxLayout()
        group.setSpacing(0)
        if sentence:
            group.addWidget(Label(Kind.BODY, sentence))
        for case in cases:
            name = terms.own(case.name)
            link = Button(Role.LINK)
            link.setText(case.number)
            link.setAccessibleName(f"{case.number}, {name}")
            link.setProperty("number", case.number)
            link.clicked.connect(self._open)
            row = QHBoxLayout()
            row.setSpacing(8)
            row.addWidget(link, 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(TwoLines(Kind.BODY, name), 1)
            group.addLayout(row)
        return group

    def _open(self) -> None:
        self.opened.emit(self.sender().property("number"))
