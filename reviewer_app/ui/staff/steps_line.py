"""The year as a line of steps, each with what it still lacks."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from reviewer_app.ui.kit.flow import EvenLayout
from reviewer_app.ui.kit.i18n import Retranslating
from reviewer_app.ui.kit.labels import Kind, Label, Panel
from reviewer_app.ui.kit.shapes import Shape
from reviewer_app.ui.kit.state import ShapeMark
from reviewer_app.ui.kit.tips import give_tip
from reviewer_app.ui.staff import words
from reviewer_app.ui.staff.progress import Step, StepRow
from reviewer_app.ui.staff.state import StaffState

STEP_PX = 96


class StepsLine(Retranslating, Panel):
    """Seven steps side by side, on more lines where the window is narrow."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("card", parent)
        self._rows: tuple[StepRow, ...] = ()
        self._state: StaffState | None = None
        self._zone = ""
        self._marks = [ShapeMark(Shape.TODO) for _ in Step]
        self._names = [Label(Kind.STRONG) for _ in Step]
        self._lacks = [Label(Kind.SMALL) for _ in Step]
        self._steps: list[QWidget] = []
        row = EvenLayout(self, least=STEP_PX, gap=16)
        row.setContentsMargins(16, 12, 16, 12)
        for place in range(len(Step)):
            self._steps.append(self._one(place))
            row.addWidget(self._steps[place])
        self.built()

    def show_steps(self, rows: tuple[StepRow, ...], state: StaffState, zone: str) -> None:
        """Draw how far the year is."""
        self._rows, self._state, self._zone = rows, state, zone
        self.retranslate()

    def retranslate(self) -> None:
        """Names of the steps and what they lack."""
        for place, step in enumerate(Step):
            self._names[place].setText(words.step(step))
        if self._state is None:
            return
        for place, row in enumerate(self._rows):
            self._marks[place].set_shape(words.step_shape(row.state))
            lacks = words.step_lacks(row, self._state, self._zone)
            self._lacks[place].setText(lacks)
            give_tip(self._steps[place], f"{self._names[place].text()}: {lacks}")

    def _one(self, place: int) -> QWidget:
        step = QWidget()
        mark = QVBoxLayout()
        mark.setContentsMargins(0, 3, 0, 0)
        mark.addWidget(self._marks[place])
        mark.addStretch(1)
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addWidget(self._names[place])
        texts.addWidget(self._lacks[place])
        texts.addStretch(1)
        row = QHBoxLayout(step)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addLayout(mark)
        row.addLayout(texts, 1)
        return step
