"""How large reading text is: it grows with the interface, unless the person chose a size."""

from __future__ import annotations

from typing import Final

from review_protocol.documents.text import Language
from reviewer_app.services.settings import EN_SIZE, ZH_SIZE
from reviewer_app.ui.kit.fonts import READING_PX
from reviewer_app.ui.kit.remember import Keeps
from reviewer_app.ui.kit.stylesheet import scaled

USUAL_PX: Final = {Language.ZH: 17, Language.EN: 16}
"""Beside the interface's usual text; Chinese is one step larger."""
_KEYS: Final = {Language.ZH: ZH_SIZE, Language.EN: EN_SIZE}


def within(px: int) -> int:
    """The nearest size that can be read."""
    return min(max(px, READING_PX[0]), READING_PX[1])


def usual_px(language: Language) -> int:
    """What the text of a language has by itself, at the size of the interface in use."""
    return within(scaled(USUAL_PX[language]))


def kept_px(keeps: Keeps, language: Language) -> int:
    """The size that the person chose, or the usual one; what is unusable is passed over."""
    kept = keeps.get(_KEYS[language]) or ""
    return within(int(kept)) if kept.isdecimal() else usual_px(language)


def keep_px(keeps: Keeps, language: Language, px: int) -> None:
    """Remember a size; the usual one is no choice: it goes on growing with the interface."""
    keeps.set(_KEYS[language], "" if px == usual_px(language) else str(px))
