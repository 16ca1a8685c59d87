"""How the two languages are shown: both or one, which at the left, how large, how wide."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from review_protocol.documents.text import Language
from reviewer_app.ui.kit.fonts import READING_PX


class Mode(StrEnum):
    """How the two languages are shown."""

    ALIGNED = "aligned"
    SINGLE = "single"
    FREE = "free"


SHARES = (0.2, 0.8)
"""Least and most of the width that the left pane may have."""


@dataclass(frozen=True, slots=True)
class Arrangement:
    """Which sides are shown how; sizes in pixels.

    `share` is the left pane's part of the width; `alone` is the language that is shown while there
    is only one, the left one where it is None.
    """

    mode: Mode = Mode.ALIGNED
    left: Language = Language.ZH
    zh_px: int = 17
    en_px: int = 16
    share: float = 0.5
    alone: Language | None = None

    def px(self, language: Language) -> int:
        return self.zh_px if language is Language.ZH else self.en_px

    def swapped(self) -> Arrangement:
        """The left side right; with one language in sight, the other one."""
        if self.mode is Mode.SINGLE:
            return replace(self, alone=(self.alone or self.left).other)
        return replace(self, left=self.left.other)

    def focused(self, language: Language) -> Arrangement:
        """One language alone; again, and both are where they were."""
        if self.mode is Mode.SINGLE:
            return replace(self, mode=Mode.ALIGNED, alone=None)
        return replace(self, mode=Mode.SINGLE, alone=language)

    def resized(self, language: Language, step: int) -> Arrangement:
        """One side larger or smaller, within what can be read."""
        px = min(max(self.px(language) + step, READING_PX[0]), READING_PX[1])
        return replace(self, zh_px=px) if language is Language.ZH else replace(self, en_px=px)
