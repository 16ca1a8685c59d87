"""What the preferences show."""

from __future__ import annotations

from dataclasses import dataclass

from reviewer_app.looks import Theme


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
