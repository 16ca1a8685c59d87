"""What the reading screen remembers from case to case and from start to start."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from review_protocol.documents.text import Language
from reviewer_app.services.settings import EN_SIZE, ZH_SIZE
from reviewer_app.ui.kit.fonts import READING_PX
from reviewer_app.ui.kit.remember import Keeps
from reviewer_app.ui.reading.arrangement import SHARES, Arrangement
from reviewer_app.ui.reading.typography import DEFAULT_PX

_PX: Final = {Language.ZH: ZH_SIZE, Language.EN: EN_SIZE}
_SHARE: Final = "reading.share"
_OUTLINE: Final = {False: "reading.outline", True: "reading.outline.narrow"}
_PANEL: Final = "reading.panel"


@dataclass(frozen=True, slots=True)
class Folds:
    """Which side panes are open: the outline in full or as a strip, the score panel or not."""

    narrow: bool = False
    outline: bool = True
    panel: bool = True


def kept_folds(keeps: Keeps, *, narrow: bool) -> Folds:
    """As they were left; a narrow window has a mind of its own about the outline."""
    outline = keeps.get(_OUTLINE[narrow])
    return Folds(narrow, outline == "open" if outline else not narrow, keeps.get(_PANEL) != "shut")


def keep_folds(keeps: Keeps, folds: Folds) -> None:
    """Remember what is open."""
    keeps.set(_OUTLINE[folds.narrow], "open" if folds.outline else "shut")
    keeps.set(_PANEL, "open" if folds.panel else "shut")


def kept_arrangement(keeps: Keeps) -> Arrangement:
    """Sizes of both languages, and how the width is divided; what is unusable is passed over."""

    def px(language: Language) -> int:
        kept = keeps.get(_PX[language]) or ""
        size = int(kept) if kept.isdigit() else DEFAULT_PX[language]
        return min(max(size, READING_PX[0]), READING_PX[1])

    share = keeps.get(_SHARE) or ""
    percent = int(share) if share.isdigit() else 50
    shared = min(max(percent / 100, SHARES[0]), SHARES[1])
    return Arrangement(zh_px=px(Language.ZH), en_px=px(Language.EN), share=shared)


def keep_arrangement(keeps: Keeps, how: Arrangement, before: Arrangement) -> None:
    """Remember what is different now."""
    for language, key in _PX.items():
        if how.px(language) != before.px(language):
            keeps.set(key, str(how.px(language)))
    if how.share != before.share:
        keeps.set(_SHARE, str(round(how.share * 100)))
