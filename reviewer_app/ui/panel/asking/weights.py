"""Other weights of the criteria, step by step; the mouse wheel turns nothing."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from review_protocol.documents.score import CriterionCode
from reviewer_app.ui import terms
from reviewer_app.ui.kit.buttons import IconButton
from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.kit.flow import FlowLayout
from reviewer_app.ui.kit.i18n import Retranslating
from reviewer_app.ui.kit.stylesheet import scaled
from reviewer_app.ui.panel_words import whole

MOST = 9
Weights = Mapping[CriterionCode, float]


class WeightSteps(Retranslating, QWidget):
    """Draws weights; `wanted` carries the ones that the person steps to."""

    wanted: Event[Weights] = Event()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._weights: dict[CriterionCode, float] = {}
        self._steps: dict[CriterionCode, _Step] = {}
        self._flow = FlowLayout(self, gap=24, line_gap=4)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_weights(self, weights: Weights) -> None:
        """Draw these, in the rubric's order."""
        if list(weights) != list(self._steps):
            self._rebuild(weights)
        self._weights = dict(weights)
        total = sum(weights.values())
        for code, step in self._steps.items():
            others = total - weights[code]
            step.show_weight(weights[code], weights[code] / total, may_be_none=others > 0)

    def _rebuild(self, weights: Weights) -> None:
        for step in self._steps.values():
            step.hide()
            step.deleteLater()
        self._steps = {code: _Step(code, self) for code in weights}
        for step in self._steps.values():
            self._flow.addWidget(step)
            step.stepped.connect(self._step)

    def _step(self, wanted: tuple[CriterionCode, float]) -> None:
        code, weight = wanted
        self.wanted.emit({**self._weights, code: weight})


class _Step(Retranslating, QWidget):
    """One criterion: less, its weight and share, more."""

    stepped: Event[tuple[CriterionCode, float]] = Event()

    def __init__(self, code: CriterionCode, parent: QWidget) -> None:
        super().__init__(parent)
        self._code, self._weight, self._share = code, 1.0, 1.0
        self._name, self._value = QLabel(), QLabel()
        self._name.setTextFormat(Qt.TextFormat.PlainText)
        self._value.setTextFormat(Qt.TextFormat.PlainText)
        self._less, self._more = IconButton("minus", px=16), IconButton("plus", px=16)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for part in (self._name, self._less, self._value, self._more):
            row.addWidget(part)
        self._value.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._less.clicked.connect(self._lessen)
        self._more.clicked.connect(self._raise)
        self.built()

    def show_weight(self, weight: float, share: float, *, may_be_none: bool) -> None:
        """Draw it; a weight of 0 leaves a criterion out, where another has any."""
        self._weight, self._share = weight, share
        self._less.setEnabled(weight > (0 if may_be_none else 1))
        self._more.setEnabled(weight < MOST)
        self.retranslate()

    def retranslate(self) -> None:
        """Name, weight and buttons."""
        name = terms.criterion(self._code)
        self._name.setText(name)
        share = self.tr("{number}%").format(number=whole(round(100 * self._share)))
        self._value.setText(f"{whole(round(self._weight))} · {share}")
        self._value.setMinimumWidth(scaled(64))
        self._less.set_word(self.tr("{criterion}: less weight").format(criterion=name))
        self._more.set_word(self.tr("{criterion}: more weight").format(criterion=name))

    def _lessen(self) -> None:
        self.stepped.emit((self._code, self._weight - 1))

    def _raise(self) -> None:
        self.stepped.emit((self._code, self._weight + 1))
