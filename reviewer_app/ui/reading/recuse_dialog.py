"""Asks why somebody steps back from a case: a conflict of a kind, or not competent."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QPlainTextEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from review_protocol.documents.packet import ConflictKind, RecusalReason
from reviewer_app.ui import states
from reviewer_app.ui.kit.buttons import Button, Role
from reviewer_app.ui.kit.fields import Field
from reviewer_app.ui.kit.i18n import Retranslating
from reviewer_app.ui.kit.labels import Kind, Label


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
        self.conflict = QRadioButton()
        self.not_competent = QRadioButton()
        self._group = QButtonGroup(self)
        self.kind = QComboBox()
        self.comment = QPlainTextEdit()
        self._field = Field(self.comment)
        self._back = Button(Role.DEFAULT)
        self.act = Button(Role.DANGER)
        self._lay_out()
        for button in (self.conflict, self.not_competent):
            self._group.addButton(button)
            button.toggled.connect(self._look)
        self.kind.currentIndexChanged.connect(self._look)
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
        at = self.kind.currentIndex()
        if not self.conflict.isChecked() or at < 1:
            return None
        kind = list(ConflictKind)[at - 1]
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
        at = self.kind.currentIndex()
        self.kind.clear()
        self.kind.addItem(self.tr("Choose the kind of conflict"))
        for kind in ConflictKind:
            self.kind.addItem(states.conflict_kind(kind))
        self.kind.setCurrentIndex(max(at, 0))
        self.kind.setAccessibleName(self.tr("Kind of conflict"))

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
        for widget in (
            self._heading,
            self._about,
            self.conflict,
            self.kind,
            self.not_competent,
            self._field,
        ):
            column.addWidget(widget)
        column.addSpacing(8)
        column.addLayout(buttons)

    def _look(self) -> None:
        self.kind.setEnabled(self.conflict.isChecked())
        self.act.setEnabled(self.recusal is not None)
