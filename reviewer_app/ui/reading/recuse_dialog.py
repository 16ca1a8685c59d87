"""Asks why somebody steps back from a case: a conflict of a kind, or not competent."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QButtonGroup, QPlainTextEdit, QWidget

from review_protocol.documents.packet import ConflictKind, RecusalReason
from reviewer_app.ui import states
from reviewer_app.ui.kit.buttons import Button, Role
from reviewer_app.ui.kit.dialog import Dialog
from reviewer_app.ui.kit.fields import Field
from reviewer_app.ui.kit.flow import EvenLayout
from reviewer_app.ui.kit.labels import Kind, Label
from reviewer_app.ui.kit.stylesheet import scaled
from reviewer_app.ui.kit.ticks import Radio

_WIDTH_PX, _KIND_PX = 540, 190


@dataclass(frozen=True, slots=True)
class Recusal:
    """The reason, the kind where it is a conflict, and a comment."""

    reason: RecusalReason
    conflict: ConflictKind | None
    comment: str


class RecuseDialog(Dialog):
    """No reason is chosen beforehand; *other* needs a comment."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_WIDTH_PX, parent)
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
        self.comment.setFixedHeight(scaled(80))
        self.comment.setTabChangesFocus(True)
        kinds = QWidget()  # every kind in sight, under the conflict
        kinds.setContentsMargins(24, 0, 0, 0)
        even = EvenLayout(kinds, least=_KIND_PX, gap=8)
        for button in self.kinds.values():
            even.addWidget(button)
        self._question.setContentsMargins(24, 0, 0, 0)
        for widget in (self._heading, self._about, self.conflict, self._question):
            self.body.addWidget(widget)
        self.body.addWidget(kinds)
        self.body.addWidget(self.not_competent)
        self.body.addWidget(self._field)
        self.add_buttons(self._back, self.act)

    def _look(self) -> None:
        for widget in (self._question, *self.kinds.values()):
            widget.setEnabled(self.conflict.isChecked())
        self.act.setEnabled(self.recusal is not None)
