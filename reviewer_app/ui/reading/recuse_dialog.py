"""Asks why somebody steps back from a case: a conflict of a kind, or not competent."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from review_protocol.documents.packet import ConflictKind, RecusalReason
from reviewer_app.ui import states
from reviewer_app.ui.kit.buttons import Button, Role
from reviewer_app.ui.kit.fields import Field
from reviewer_app.ui.kit.i18n import Retranslating
from reviewer_app.ui.kit.labels import Kind, Label
from reviewer_app.ui.kit.ticks import Radio


@dataclass(frozen=True, slots=True)
class Recusal:
    """The reason, the kind where it is a conflict, and a comment."""

    reason: RecusalReason
    conflict: ConflictKind | None
    comment: str


class RecuseDialog(Retranslating, QDialog):
    """No reason is chosen beforehand; *other* needs a comment."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMinimumWidth(480)
        self._heading = Label(Kind.HEADING)
        self._about = Label(Kind.BODY)
        self.conflict = Radio()
        self.not_competent = Radio()
        self._group = QButtonGroup(self)
        self.kinds = {kind: Radio() for kind in ConflictKind}
        self._kinds_group = QButtonGroup(self)
        self._question = Label(Kind.MUTED)
        self.comment = QPlainTextEdit()
        self._field = Field(self.comment)
        self._back = Button(Role.DEFAULT)
        self.act = Button(Role.DANGER)
        self._lay_out()
        for button in (self.conflict, self.not_competent):
            self._group.addButton(button)
            button.toggled.connect(self._look)
        for button in self.kinds.values():
            self._kinds_group.addButton(button)
            button.toggled.connect(self._look)
        self.comment.textChanged.connect(self._look)
        self._back.clicked.connect(self.reject)
        self.act.clicked.connect(self.accept)
        self.built()
        self._look()

    @property
    def recusal(self) -> Recusal | None:
        """What was answered; None while something is missing."""
        comment = self.comment.toPlainText().strip()
        if self.not_competent.isChecked():
            return Recusal(RecusalReason.NOT_COMPETENT, None, comment)
        chosen = [kind for kind, button in self.kinds.items() if button.isChecked()]
        if not self.conflict.isChecked() or not chosen:
            return None
        kind = chosen[0]
        if kind is ConflictKind.OTHER and not comment:
            return None
        return Recusal(RecusalReason.CONFLICT, kind, comment)

    def retranslate(self) -> None:
        """Words of the dialog."""
        self.setWindowTitle(self.tr("Recuse"))
        self._heading.setText(self.tr("Step back from this case"))
        self._about.setText(
            self.tr(
                "What you scored stays in the log and is not counted. This is signed and sent "
                "with your next sync; it cannot be taken back."
            )
        )
        self.conflict.setText(self.tr("I have a conflict of interest"))
        self.not_competent.setText(self.tr("I am not competent to judge this case"))
        self._field.set_label(self.tr("Comment"), self.tr("Needed where the kind is “Other”."))
        self._back.setText(self.tr("Cancel"))
        self.act.setText(self.tr("Sign the recusal"))
        self._question.setText(self.tr("Kind of conflict"))
        for kind, button in self.kinds.items():
            button.setText(states.conflict_kind(kind))
            button.setAccessibleDescription(self._question.text())

    def _lay_out(self) -> None:
        self.comment.setFixedHeight(80)
        self.comment.setTabChangesFocus(True)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(self._back)
        buttons.addWidget(self.act)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        for widget in (self._heading, self._about, self.conflict):
            column.addWidget(widget)
        column.addLayout(self._kinds())
        column.addWidget(self.not_competent)
        column.addWidget(self._field)
        column.addSpacing(8)
        column.addLayout(buttons)

    def _kinds(self) -> QGridLayout:
        """Every kind in sight, two in a row, under the conflict that they are kinds of."""
        grid = QGridLayout()
        grid.setContentsMargins(24, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        grid.addWidget(self._question, 0, 0, 1, 2)
        for at, button in enumerate(self.kinds.values()):
            grid.addWidget(button, 1 + at // 2, at % 2)
        return grid

    def _look(self) -> None:
        for widget in (self._question, *self.kinds.values()):
            widget.setEnabled(self.conflict.isChecked())
        self.act.setEnabled(self.recusal is not None)
