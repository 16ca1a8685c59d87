"""Questions beside the comparison: by raw means, robust, without some experts."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from reviewer_app.services.compared_rows import PanelComparison, WhatIf
from reviewer_app.ui import terms
from reviewer_app.ui.kit.buttons import Toggle
from reviewer_app.ui.kit.chips import Chip
from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.kit.flow import FlowLayout
from reviewer_app.ui.kit.i18n import Retranslating
from reviewer_app.ui.kit.labels import Kind, Label
from reviewer_app.ui.kit.menu_chip import MenuChip
from reviewer_app.ui.kit.tips import plain_tip


class WhatIfBar(Retranslating, QWidget):
    """Draws a question; `wanted` carries the one that the person asks."""

    wanted = Event(WhatIf)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._asked = WhatIf()
        self._experts: tuple[int, ...] = ()
        self._title = Label(Kind.MUTED)
        self._title.setWordWrap(False)
        self._raw = Toggle("chip")
        self._robust = Toggle("chip")
        self._without = MenuChip()
        flow = FlowLayout(self)
        for part in (self._title, self._raw, self._robust, self._without):
            flow.addWidget(part)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._raw.clicked.connect(self._ask)
        self._robust.clicked.connect(self._ask)
        self._without.changed.connect(self._leave_out)
        self.built()

    def show_question(self, asked: WhatIf, found: PanelComparison | None) -> None:
        """Draw what is asked; experts are offered who scored anything, or are left out."""
        self._asked = asked
        there = () if found is None else (expert.pseudonym for expert in found.experts)
        self._experts = tuple(sorted({*there, *asked.without}))
        self._raw.setChecked(asked.raw)
        self._robust.setChecked(asked.robust)
        self._offer()

    def retranslate(self) -> None:
        """Words of the chips."""
        self._title.setText(self.tr("What if, beside the list:"))
        self._raw.setText(self.tr("By raw means"))
        self._raw.setToolTip(plain_tip(self.tr("Order by means in which nothing is adjusted")))
        self._robust.setText(self.tr("Far scores count less"))
        tip = self.tr("Fit again with small weights for scores far from others")
        self._robust.setToolTip(plain_tip(tip))
        self._without.set_title(self.tr("Without an expert"))
        self._offer()

    def _offer(self) -> None:
        self._without.set_chips(
            [Chip(str(number), terms.expert(number)) for number in self._experts],
            [str(number) for number in sorted(self._asked.without)],
        )

    def _ask(self) -> None:
        raw, robust = self._raw.isChecked(), self._robust.isChecked()
        self.wanted.emit(replace(self._asked, raw=raw, robust=robust))

    def _leave_out(self, chosen: tuple[str, ...]) -> None:
        self.wanted.emit(replace(self._asked, without=frozenset(map(int, chosen))))
