"""The looks in which the screens of the story are pictured."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from reviewer_app.looks import Theme


@dataclass(frozen=True, slots=True)
class Look:
    """A language, colours and a size; the name is that of the folder with its pictures."""

    name: str
    language: str
    theme: Theme
    size: int = 100
    """In per cent; the same throughout one telling, for in another size screens begin anew."""

    def dressed(self, theme: Theme) -> Look | None:
        """The same in these colours in place of the light ones; None in place of others."""
        return replace(self, theme=theme) if self.theme is Theme.LIGHT else None


STORY: Final = (Look("", "en", Theme.LIGHT),)
"""The story as it is told: in English, and where it matters in Chinese too."""

ALBUM: Final = (
    (
        Look("english", "en", Theme.LIGHT),
        Look("chinese", "zh_CN", Theme.LIGHT),
    ),
    (
        Look("english-dark", "en", Theme.DARK),
        Look("chinese-dark", "zh_CN", Theme.DARK),
    ),
    (
        Look("english-200", "en", Theme.LIGHT, 200),
        Look("chinese-200", "zh_CN", Theme.LIGHT, 200),
    ),
)
"""Every screen in every look; a telling changes its language alone: other colours are a second's
work for as many windows as the story has opened in the end."""

LOOKS: Final = tuple(look for looks in ALBUM for look in looks)

FEW: Final = frozenset(("english", "chinese-dark", "english-200"))
"""One look of each telling, with both languages, both colours and both sizes among them."""
