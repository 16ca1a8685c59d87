"""The scores of one case side by side, each with the button that makes it count."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from review_protocol.documents.score import Answers
from reviewer_app.services.device_rows import Double, SignedOnce
from reviewer_app.ui import states, terms
from reviewer_app.ui.devices import words
from reviewer_app.ui.devices.parts import spaced
from reviewer_app.ui.devices.state import DevicesState
from reviewer_app.ui.devices.view_model import DevicesModel
from reviewer_app.ui.kit.buttons import Button, Role
from reviewer_app.ui.kit.labels import Kind, Label, upright


class VersionsBox(QWidget):
    """Number and title above, then a column for each version."""

    def __init__(self, model: DevicesModel, double: Double, state: DevicesState) -> None:
        super().__init__()
        self._model = model
        column = QVBoxLayout(self)
        spaced(column, 8)
        heading = words.case_line(double.case, double.case_name)
        column.addWidget(Label(Kind.STRONG, heading))
        versions = QHBoxLayout()
        spaced(versions, 16)
        for place, version in enumerate(double.versions):
            if place:
                versions.addWidget(upright())
            versions.addLayout(self._version(double, version, state), 1)
        column.addLayout(versions)

    def _say(self, column: QVBoxLayout, answers: Answers) -> None:
        """Each mark with its comment below it, then the recommendation."""
        for each in answers.criteria:
            column.addWidget(Label(Kind.BODY, words.mark_line(each)))
            if each.comment.strip():
                column.addWidget(Label(Kind.MUTED, each.comment.strip()))
        if answers.recommendation is not None:
            column.addWidget(Label(Kind.BODY, terms.recommendation(answers.recommendation)))

    def _version(self, double: Double, version: SignedOnce, state: DevicesState) -> QVBoxLayout:
        column = QVBoxLayout()
        spaced(column, 4)
        column.addWidget(Label(Kind.BODY, words.where(version)))
        stands = "" if version.disposition is None else states.disposition(version.disposition)
        column.addWidget(Label(Kind.SMALL, stands))
        if version.answers is None:
            column.addWidget(Label(Kind.BODY, states.packet_kind(version.kind)))
        else:
            self._say(column, version.answers)
        column.addStretch(1)
        if double.chosen == version.packet:
            column.addWidget(Label(Kind.STRONG, self.tr("Chosen; on its way to the server")))
        elif version.answers is not None:
            button = Button(Role.DEFAULT)
            button.setText(self.tr("This one counts"))
            button.setEnabled(not state.busy and double.chosen is None)
            button.clicked.connect(partial(self._model.choose, double.case, version.packet))
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        return column
