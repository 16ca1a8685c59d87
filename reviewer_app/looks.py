"""What the interface can look like: known before any window toolkit is loaded."""

from __future__ import annotations

from enum import StrEnum
from typing import Final


class Theme(StrEnum):
    """A palette by name, or whichever of light and dark the system shows."""

    SYSTEM = "system"
    LIGHT = "light"
    PAPER = "paper"
    DARK = "dark"


SIZES: Final = (100, 125, 150, 175, 200)
"""How large the interface is, in per cent of its usual text of 13 px."""
