"""How the two languages are shown: side by side, woven, one alone; which first, how large."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from review_protocol.documents.text import Language
from reviewer_app.ui.reading_sizes import USUAL_PX, usual_px, within


class Mode(StrEnum):
    """How the two languages are shown."""

    ALIGNED = "aligned"
    STACKED = "stacked"
    FOCUS = "focus"
    FREE = "free"


SHARES = (0.2, 0.8)
"""Least and most of the width that the left pane may have."""


@dataclass(frozen=True, slots=True)
class Face:
    """The letters of one language: pixels, and a family, "" for the app's choice."""

    px: int
    family: str = ""

    def resized(self, step: int) -> Face:
        """Larger or smaller, within what can be read."""
        return replace(self, px=within(self.px + step))


AS_CHINESE, AS_ENGLISH = Face(USUAL_PX[Language.ZH]), Face(USUAL_PX[Language.EN])


@dataclass(frozen=True, slots=True)
class Arrangement:
    """Which sides are shown how.

    `share` is the left pane's part of the width; `alone` is the language in focus, the left one
    where it is None, and `back` the mode to which it leads back; `spaced` leaves room where Han
    meets Western.
    """

    mode: Mode = Mode.ALIGNED
    left: Language = Language.ZH
    zh: Face = AS_CHINESE
    en: Face = AS_ENGLISH
    share: float = 0.5
    alone: Language | None = None
    back: Mode = Mode.ALIGNED
    spaced: bool = True

    def face(self, language: Language) -> Face:
        return self.zh if language is Language.ZH else self.en

    def with_face(self, language: Language, face: Face) -> Arrangement:
        """One side in other letters."""
        return replace(self, zh=face) if language is Language.ZH else replace(self, en=face)

    def resized(self, language: Language, step: int) -> Arrangement:
        """One side larger or smaller; 0 for the size that it has by itself."""
        face = self.face(language)
        larger = face.resized(step) if step else replace(face, px=usual_px(language))
        return self.with_face(language, larger)

    def swapped(self) -> Arrangement:
        """The left side right, the upper one below; in focus, the other one."""
        if self.mode is Mode.FOCUS:
            return replace(self, alone=(self.alone or self.left).other)
        return replace(self, left=self.left.other)

    def in_mode(self, mode: Mode, language: Language | None = None) -> Arrangement:
        """Another mode; in focus, with this language."""
        if mode is Mode.FOCUS:
            back = self.back if self.mode is Mode.FOCUS else self.mode
            return replace(self, mode=mode, alone=language or self.alone, back=back)
        return replace(self, mode=mode, alone=None)

    def focused(self, language: Language) -> Arrangement:
        """One language alone; again, and both are as they were."""
        if self.mode is Mode.FOCUS:
            return self.in_mode(self.back)
        return self.in_mode(Mode.FOCUS, language)

    def locked(self) -> Arrangement:
        """Two sides that scroll as one scroll alone, or as one again; other modes stay."""
        other = {Mode.ALIGNED: Mode.FREE, Mode.FREE: Mode.ALIGNED}
        return replace(self, mode=other.get(self.mode, self.mode))
