"""The looks in which the screens of the story are pictured."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from reviewer_app.ui.appearance import Theme


@dataclass(frozen=True, slots=True)
class Look:
    """A language and colours; the name is that of the folder with its pictures."""

    name: str
    language: str
    theme: Theme


STORY: Final = (Look("", "en", Theme.LIGHT),)
"""The story as it is told: in English, and where it matters in Chinese too."""

ALBUM: Final = (
    Look("english", "en", Theme.LIGHT),
    Look("chinese", "zh_CN", Theme.LIGHT),
    Look("english-dark", "en", Theme.DARK),
    Look("chinese-dark", "zh_CN", Theme.DARK),
)
"""Every screen in every look."""
