"""How wide what stands at the left is, and whether the score panel makes room for a search."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QHBoxLayout, QWidget

from reviewer_app.ui.kit.stylesheet import scaled
from reviewer_app.ui.reading.outline import Outline
from reviewer_app.ui.reading.score_panel import ScorePanel
from reviewer_app.ui.reading.state import ReadingState
from reviewer_app.ui.reading.text_area import TIGHT_PX

SEARCH_PX, LEAST_SEARCH_PX = 264, 200
LEAST_TEXT_PX = 320
"""With less beside a search, the score panel stands aside."""


@dataclass(frozen=True, slots=True)
class Shares:
    """Pixels for what stands at the left, and whether the panel stands beside the text."""

    left: int
    panel: bool


def shares(room: int, outline: int, panel: int, *, finding: bool, wanted: bool) -> Shares:
    """Share out `room` pixels, that are there for both sides and the text between them.

    `outline` and `panel` are what these take; `wanted` where the panel is not folded away. Two
    columns of text stay two while somebody searches: the hits take less, then the panel goes.
    """
    if not finding:
        return Shares(outline, wanted)
    least, most, two = scaled(LEAST_SEARCH_PX), scaled(SEARCH_PX), scaled(TIGHT_PX)
    needed = two if room - outline - panel >= two else scaled(LEAST_TEXT_PX)
    beside = wanted and room - panel - least >= needed
    left = room - two - (panel if beside else 0)
    return Shares(min(max(left, least), most), beside)


class Sides:
    """A search takes the room of the outline, and where that is short, the score panel's."""

    def __init__(
        self, left: QWidget, outline: Outline, panel: ScorePanel, row: QHBoxLayout
    ) -> None:
        self._left, self._outline, self._panel, self._row = left, outline, panel, row

    def share(self, width: int, state: ReadingState) -> None:
        """Give both sides their width; the row is so many pixels wide."""
        self._panel.set_narrow(narrow=state.folds.narrow)
        self._row.setSpacing(8 if state.folds.narrow else 12)
        given = shares(
            width - 2 * self._row.spacing(),
            self._outline.sizeHint().width(),
            self._panel.minimumWidth(),
            finding=state.find.open,
            wanted=state.folds.panel,
        )
        self._left.setFixedWidth(given.left)
        self._panel.setVisible(given.panel)
