"""The looks in which the screens of the story are pictured."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from reviewer_app.ui.appearance import Theme


@dataclass(frozen=True, slots=True)
class Look:
    """A language, colours and a size; the name is that of the folder with its pictures."""

    name: str
    language: str
    theme: Theme
    size: int = 100
    """In per cent; the same throughout one telling, for in another size screens begin anew."""


STORY: Final = (Look("", "en", Theme.LIGHT),)
"""The story as it is told: in English, and where it matters in Chinese too."""

ALBUM: Final = (
    (
        Look("english", "en", Theme.LIGHT),
        Look("chinese", "zh_CN", Theme.LIGHT),
        Look("english-dark", "en", Theme.DARK),
        Look("chinese-dark", "zh_CN", Theme.DARK),
    ),
    (
        Look("english-200", "en", Theme.LIGHT, 200),
        Look("chinese-200", "zh_CN", Theme.LIGHT, 200),
    ),
)
"""Every screen in every look, a telling for each size."""
