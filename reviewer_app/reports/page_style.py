"""Measures and colours of the printed page: the one place where they are chosen."""

from typing import Final

from reportlab.lib.colors import Color, HexColor
from reportlab.lib.pagesizes import A4, landscape

PAGE: Final = landscape(A4)
UPRIGHT: Final = A4
MARGIN: Final = 36.0
TOP: Final = 50.0
BOTTOM: Final = 44.0
WIDTH: Final = PAGE[0] - 2 * MARGIN
HEIGHT: Final = PAGE[1] - TOP - BOTTOM

TEXT: Final[Color] = HexColor("#1F2328")
MUTED: Final[Color] = HexColor("#57606A")
LINE: Final[Color] = HexColor("#D0D7DE")
SURFACE: Final[Color] = HexColor("#F4F5F7")
ACCENT: Final[Color] = HexColor("#0B5CAD")
CARE: Final[Color] = HexColor("#8A5300")
WHITE: Final[Color] = HexColor("#FFFFFF")
BAR_FILLS: Final[tuple[Color, ...]] = tuple(
    HexColor(each) for each in ("#DCE9F5", "#A9CBE8", "#4F93CC", "#0B5CAD", "#D9DCE1", "#8A929B")
)
BAR_TEXTS: Final[tuple[Color, ...]] = (TEXT, TEXT, TEXT, WHITE, TEXT, TEXT)

MARK_FILLS: Final[dict[str, Color]] = {
    "fit": HexColor("#89CAC4"),
    "cooperation": HexColor("#D9A6FF"),
    "benefits": HexColor("#F3B28B"),
    "note": HexColor("#C7FF79"),
}
"""The grounds of evidence and notes, as on the screen in light."""

CELL_SIZE: Final = 7.5
CELL_LEADING: Final = 10.0
CELL_PAD_X: Final = 3.0
CELL_PAD_Y: Final = 3.0
TEXT_AFTER_FIGURES: Final = 14.0
LONGEST_ROW: Final = 30
"""Lines after which a row of a table is continued in another row, so that any text fits."""
