"""What the preferences show."""

from __future__ import annotations

from dataclasses import dataclass

from reviewer_app.looks import Theme

SMALLEST_PX, LARGEST_PX = 12, 32
DEFAULT_ZH_PX, DEFAULT_EN_PX = 17, 16


@dataclass(frozen=True, slots=True)
class PreferencesState:
    """Sizes of the reading text are in pixels."""

    language: str
    theme: Theme
    size: int
    """Of the interface, in per cent."""
    zh_px: int
    en_px: int
    folder: str
    version: str
