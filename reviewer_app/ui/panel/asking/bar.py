"""Questions beside the comparison: raw, robust, without experts or reviews, other weights."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtWidgets import QVBoxLayout, QWidget

from review_protocol.documents.programme import Rubric
from reviewer_app.services.panel.changes import Moved
from reviewer_app.services.panel.compared_rows import NOTHING_ASKED, PanelComparison, WhatIf
from reviewer_app.services.panel.counted_scores import weights_of
from reviewer_app.ui import terms
from reviewer_app.ui.kit.buttons import Button, Role, Toggle
from reviewer_app.ui.kit.chips import Chip
from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.kit.flow import Flow
from reviewer_app.ui.kit.i18n import Retranslating
from reviewer_app.ui.kit.labels import Kind, Label
from reviewer_app.ui.kit.menu_chip import MenuChip
from reviewer_app.ui.kit.palette import Tone
from reviewer_app.ui.kit.tips import give_tip
from reviewer_app.ui.panel.asking import words
from reviewer_app.ui.panel.asking.weights import Weights, WeightSteps


class WhatIfBar(Retranslating, QWidget):
    """Draws a question and what it would change; `wanted` carries the one that is asked next."""

    wanted = Event(WhatIf)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._asked = NOTHING_ASKED
        self._own: Weights = {}
        self._experts: tuple[int, ...] = ()
        self._moved: tuple[Moved, ...] | None = None
        self._has_lines = False
        self._title = Label(Kind.MUTED)
        self._title.setWordWrap(False)
        self._raw, self._robust, self._weigh = Toggle("chip"), Toggle("chip"), Toggle("chip")
        self._without, self._skipped = MenuChip(), MenuChip()
        self._back = Button(Role.QUIET, "undo")
        self._steps = WeightSteps()
        self._changes = Label(Kind.STRONG)
        self._changes.set_tone(Tone.CARE)
        chips = Flow(self._title, self._raw, self._robust, self._without, self._skipped)
        chips.add(self._weigh)
        chips.add(self._back)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for row in (chips, self._steps, self._changes):
            column.addWidget(row)
        self._steps.hide()
        self._raw.clicked.connect(self._ask)
        self._robust.clicked.connect(self._ask)
        self._weigh.clicked.connect(self._open_weights)
        self._without.changed.connect(self._leave_out)
        self._skipped.changed.connect(self._skip)
        self._steps.wanted.connect(self._weighted)
        self._back.clicked.connect(self._undo)
        self.built()

    def show_question(
        self,
        asked: WhatIf,
        found: PanelComparison | None,
        rubric: Rubric | None = None,
        moved: Sequence[Moved] | None = None,
    ) -> None:
        """Draw what is asked; experts are offered who scored anything, or are left out.

        `moved` is None while the answer is on its way.
        """
        self._asked = asked
        self._moved = None if moved is None else tuple(moved)
        self._has_lines = found is not None and bool(found.lines)
        there = () if found is None else (expert.pseudonym for expert in found.experts)
        self._experts = tuple(sorted({*there, *asked.without}))
        self._raw.setChecked(asked.raw)
        self._robust.setChecked(asked.robust)
        self._own = {} if rubric is None else weights_of(rubric)
        self._steps.show_weights(asked.weights or self._own)
        if asked.weights is not None:
            self._steps.show()
        self._weigh.setChecked(not self._steps.isHidden())
        self._offer()

    def retranslate(self) -> None:
        """Words of the chips."""
        self._title.setText(self.tr("What if, beside the list:"))
        self._raw.setText(self.tr("By raw means"))
        give_tip(self._raw, self.tr("Order by means in which nothing is adjusted"))
        self._robust.setText(self.tr("Far scores count less"))
        tip = self.tr("Fit again with small weights for scores far from others")
        give_tip(self._robust, tip)
        self._without.set_title(self.tr("Without an expert"))
        self._skipped.set_title(self.tr("Without a review"))
        self._weigh.setText(self.tr("Other weights"))
        self._back.setText(self.tr("Back to the figures that count"))
        self._offer()

    def _offer(self) -> None:
        self._without.set_chips(
            [Chip(str(number), terms.expert(number)) for number in self._experts],
            [str(number) for number in sorted(self._asked.without)],
        )
        left_out = [(f"{case} {expert}", case, expert) for case, expert in self._asked.skipped]
        self._skipped.set_chips(
            [Chip(key, words.skipped(case, expert)) for key, case, expert in sorted(left_out)],
            [key for key, _, _ in sorted(left_out)],
        )
        self._skipped.setVisible(bool(left_out))
        self._back.setVisible(self._asked != NOTHING_ASKED)
        asked = self._asked != NOTHING_ASKED and self._moved is not None
        changes = words.changes(self._moved or (), has_lines=self._has_lines)
        self._changes.setText(changes if asked else "")
        self._changes.setVisible(asked)

    def _ask(self) -> None:
        raw, robust = self._raw.isChecked(), self._robust.isChecked()
        self.wanted.emit(replace(self._asked, raw=raw, robust=robust))

    def _leave_out(self, chosen: tuple[str, ...]) -> None:
        self.wanted.emit(replace(self._asked, without=frozenset(map(int, chosen))))

    def _skip(self, chosen: tuple[str, ...]) -> None:
        kept = {each for each in self._asked.skipped if f"{each[0]} {each[1]}" in chosen}
        self.wanted.emit(replace(self._asked, skipped=frozenset(kept)))

    def _open_weights(self) -> None:
        opens = self._steps.isHidden()
        self._steps.setVisible(opens)
        self._weigh.setChecked(opens)
        if not opens and self._asked.weights is not None:
            self.wanted.emit(replace(self._asked, weights=None))

    def _weighted(self, weights: Weights) -> None:
        asked = None if dict(weights) == dict(self._own) else dict(weights)
        self.wanted.emit(replace(self._asked, weights=asked))

    def _undo(self) -> None:
        self._steps.hide()
        self.wanted.emit(NOTHING_ASKED)
