"""The parts of a case in the panel: the opinions, what is said about them, and the citation."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reviewer_app.ui.kit.choice import ChoiceRow, Option
from reviewer_app.ui.kit.i18n import Retranslating
from reviewer_app.ui.kit.screens import Stack
from reviewer_app.ui.panel.citation.body import CitationBody
from reviewer_app.ui.panel.decision_box import Asks
from reviewer_app.ui.panel.deliberating import Deliberating
from reviewer_app.ui.panel.discussion.body import DiscussionBody
from reviewer_app.ui.panel_words import whole

translate = QCoreApplication.translate


class Part(StrEnum):
    OPINIONS = "opinions"
    DISCUSSION = "discussion"
    CITATION = "citation"


class CaseTalk(Retranslating, QWidget):
    """Shows one part; the row above says what is new in the others."""

    def __init__(
        self,
        opinions: QWidget,
        deliberating: Deliberating,
        *,
        ask: Asks,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._models = deliberating
        self._which = ChoiceRow[Part](
            [
                Option(Part.OPINIONS, lambda: translate("CaseTalk", "Opinions")),
                Option(Part.DISCUSSION, self._discussion),
                Option(Part.CITATION, lambda: translate("CaseTalk", "Citation")),
            ],
            value=Part.OPINIONS,
            folds=True,
        )
        self._discussed = DiscussionBody(deliberating.discussion)
        self._cited = CitationBody(deliberating.citation, ask=ask)
        self._parts = {
            Part.OPINIONS: opinions,
            Part.DISCUSSION: self._discussed,
            Part.CITATION: self._cited,
        }
        self._stack = Stack()
        for part in self._parts.values():
            self._stack.add(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._which)
        column.addWidget(self._stack, 1)
        self._which.chosen.connect(self.turn)
        deliberating.discussion.changed.connect(self._count)
        self.built()

    def retranslate(self) -> None:
        """The row's name, then its words again."""
        self._which.setAccessibleName(self.tr("What is shown of the case"))
        self._which.retranslate()

    def turn(self, part: Part) -> None:
        """Show a part."""
        self._which.set_value(part)
        self._stack.show_page(self._parts[part])

    def begin(self, *, withheld: bool) -> None:
        """A case was opened: begin with the opinions. Of a withheld one there is nothing else."""
        self._which.setVisible(not withheld)
        self.turn(Part.OPINIONS)

    def _discussion(self) -> str:
        thread = self._models.discussion.state.thread
        many = 0 if thread is None else len(thread.contributions)
        new = 0 if thread is None else len(thread.new)
        if new:
            words = translate("CaseTalk", "Discussion: {count}, {new} new")
            return words.format(count=whole(many), new=whole(new))
        if many:
            return translate("CaseTalk", "Discussion: {count}").format(count=whole(many))
        return translate("CaseTalk", "Discussion")

    def _count(self, _state: object) -> None:
        self._which.retranslate()
