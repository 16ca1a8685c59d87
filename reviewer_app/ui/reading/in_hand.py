"""Which question of the sheet is in hand, and which one comes next."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from review_protocol.documents.score import CriterionCode, Gap, Missing
from reviewer_app.ui.reading.score_panel import ScorePanel

Place = tuple[int, bool]
"""A criterion by its place in the order, or below them all; and whether it is the second question
there: the words on a mark, the recommendation."""


class InHand:
    """Looks where the focus is; a sheet that nobody is in has nothing in hand."""

    def __init__(self, panel: ScorePanel) -> None:
        self._panel = panel

    def is_inside(self) -> bool:
        """Whether the focus is in the sheet."""
        return self._focused() is not None

    def criterion(self) -> CriterionCode | None:
        """The criterion whose mark or comment has the focus."""
        focused = self._focused()
        inside = (c for c, card in self._panel.cards.items() if focused and _holds(card, focused))
        return next(inside, None)

    def go_on(self) -> None:
        """To the next criterion, after the last one to the last questions."""
        here, order = self.criterion(), self._panel.order
        place = order.index(here) + 1 if here else 0
        if place < len(order):
            self._panel.go_to(order[place])
        else:
            self._panel.jump(Missing(gap=Gap.FAMILIARITY))

    def next_missing(self, missing: Sequence[Missing]) -> Missing:
        """The first that is missing below what is in hand, or else of all."""
        here = self._place()
        return next((lack for lack in missing if self._place_of(lack) > here), missing[0])

    def _place(self) -> Place:
        panel, focused, code = self._panel, self._focused(), self.criterion()
        if code is not None:
            return panel.order.index(code), focused is panel.cards[code].comment
        if panel.last is None or focused is None or not _holds(panel.last, focused):
            return -1, False
        return len(panel.order), focused in panel.last.options

    def _place_of(self, lack: Missing) -> Place:
        if lack.criterion is None:
            return len(self._panel.order), lack.gap is Gap.RECOMMENDATION
        return self._panel.order.index(lack.criterion), lack.gap is Gap.EVIDENCE

    def _focused(self) -> QWidget | None:
        """The window's, for a panel remembers its own when the focus is elsewhere."""
        focused = self._panel.window().focusWidget()
        return focused if focused is not None and _holds(self._panel, focused) else None


def _holds(widget: QWidget, inside: QWidget) -> bool:
    return widget is inside or widget.isAncestorOf(inside)
