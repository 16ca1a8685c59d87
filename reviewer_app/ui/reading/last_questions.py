"""What is asked once a case, last: familiarity, an overall comment, the recommendation."""

from __future__ import annotations

from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from review_protocol.documents.programme import Rubric
from review_protocol.documents.score import Gap
from reviewer_app.ui import terms
from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.kit.hearing import Heard, hear_as
from reviewer_app.ui.kit.i18n import Retranslating
from reviewer_app.ui.kit.labels import Kind, Label, Panel
from reviewer_app.ui.kit.ticks import Radio
from reviewer_app.ui.reading.edits import Comment, Edit, Familiar, Recommend
from reviewer_app.ui.reading.fields import CommentField
from reviewer_app.ui.reading.scoring_state import ScoringState


class LastQuestions(Retranslating, Panel):
    """Three questions, every option in sight; none has an answer beforehand.

    The recommendation is asked once every criterion has its mark.
    """

    edited: Event[Edit] = Event()
    left_comment: Event[None] = Event()

    def __init__(self, rubric: Rubric, parent: QWidget | None = None) -> None:
        super().__init__("criterion", parent)
        self._rubric = rubric
        self._familiar = Label(Kind.STRONG)
        self._recommend = Label(Kind.STRONG)
        self._about = Label(Kind.SMALL)
        self._asked = False
        self._overall = Label(Kind.STRONG)
        self.levels = [Radio() for _ in rubric.familiarities]
        self.options = [Radio() for _ in rubric.recommendations]
        self.comment = CommentField()
        self._groups = [_group(self, self.levels), _group(self, self.options)]
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(6)
        self._levels = _together(self.levels)
        self._options = _together(self.options)
        for widget in (self._familiar, self._levels):
            column.addWidget(widget)
        column.addSpacing(8)
        for widget in (self._overall, self.comment):
            column.addWidget(widget)
        column.addSpacing(8)
        for widget in (self._recommend, self._about, self._options):
            column.addWidget(widget)
        for button in self.levels:
            button.clicked.connect(self._tell_level)
        for button in self.options:
            button.clicked.connect(self._tell_option)
        self.comment.typed.connect(self._tell_comment)
        self.comment.let_go.connect(self.left_comment.emit)
        self.built()

    def show_answers(self, state: ScoringState) -> None:
        """Draw the answers; nobody is told."""
        answers = state.answers
        levels = [each.level == answers.familiarity for each in self._rubric.familiarities]
        options = [each.code == answers.recommendation for each in self._rubric.recommendations]
        for group, buttons, chosen, open_ in (
            (self._groups[0], self.levels, levels, state.editable),
            (self._groups[1], self.options, options, state.recommendable),
        ):
            group.setExclusive(False)
            for button, checked in zip(buttons, chosen, strict=True):
                button.setChecked(checked)
                button.setEnabled(open_)
            group.setExclusive(True)
        self.comment.show_text(answers.comment)
        self.comment.setReadOnly(not state.editable)
        if self._asked != state.recommendable:
            self._asked = state.recommendable
            self._say_when()

    def first_of(self, gap: Gap) -> Radio:
        """Where the question with this gap begins."""
        return (self.levels if gap is Gap.FAMILIARITY else self.options)[0]

    def retranslate(self) -> None:
        """Questions in the interface's language, options in the rubric's own words."""
        self._familiar.setText(self.tr("How well do you know this field?"))
        self._overall.setText(self.tr("Comment on the case as a whole"))
        self._recommend.setText(self.tr("Overall recommendation"))
        self._levels.setAccessibleName(self._familiar.text())
        self._options.setAccessibleName(self._recommend.text())
        self._say_when()
        self.comment.setPlaceholderText(self.tr("For the panel (optional)"))
        self.comment.setAccessibleName(self._overall.text())
        for button, level in zip(self.levels, self._rubric.familiarities, strict=True):
            button.setText(f"{level.level}  {terms.own(level.name)}")
        for button, option in zip(self.options, self._rubric.recommendations, strict=True):
            button.setText(terms.own(option.name))

    def _say_when(self) -> None:
        if self._asked:
            self._about.setText(self.tr("Asked last, and not computed from the marks."))
        else:
            self._about.setText(self.tr("Asked last: each criterion has its mark first."))

    def _tell_level(self) -> None:
        chosen = self._groups[0].checkedId()
        self.edited.emit(Familiar(self._rubric.familiarities[chosen].level))

    def _tell_option(self) -> None:
        chosen = self._groups[1].checkedId()
        self.edited.emit(Recommend(self._rubric.recommendations[chosen].code))

    def _tell_comment(self, text: str) -> None:
        self.edited.emit(Comment(None, text))


def _group(parent: QWidget, buttons: list[Radio]) -> QButtonGroup:
    group = QButtonGroup(parent)
    for at, button in enumerate(buttons):
        group.addButton(button, at)
    return group


def _together(buttons: list[Radio]) -> QWidget:
    """What a screen reader takes for one question."""
    group = QWidget()
    hear_as(group, Heard.GROUP)
    column = QVBoxLayout(group)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(6)
    for button in buttons:
        column.addWidget(button)
    return group
