"""What the reading screen remembers from case to case and from start to start."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final, TypeVar

from review_protocol.documents.text import Language
from reviewer_app.services.settings import NO, YES
from reviewer_app.ui.kit.remember import Keeps
from reviewer_app.ui.reading.arrangement import SHARES, Arrangement, Face, Mode
from reviewer_app.ui.reading_sizes import keep_px, kept_px

_FAMILY: Final = {Language.ZH: "reading.zh.family", Language.EN: "reading.en.family"}
_SHARE: Final = "reading.share"
_SPACED: Final = "reading.spaced"
_MODE: Final = {False: "reading.mode", True: "reading.mode.narrow"}
_LEFT: Final = "reading.left"
_ALONE: Final = "reading.alone"
_Word = TypeVar("_Word", bound=StrEnum)
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


@dataclass(frozen=True, slots=True)
class Room:
    """What decides which mode is offered where nobody has chosen one: little width for two
    columns, or a screen reader, to which columns say nothing."""

    tight: bool = False
    spoken: bool = False

    @property
    def usual(self) -> Mode:
        return Mode.STACKED if self.tight or self.spoken else Mode.ALIGNED


def kept_arrangement(keeps: Keeps, room: Room) -> Arrangement:
    """As it was left; what is unusable is passed over.

    Tight windows have a mode of their own; one with a single column serves there too.
    """

    def face(language: Language) -> Face:
        return Face(kept_px(keeps, language), keeps.get(_FAMILY[language]) or "")

    share = keeps.get(_SHARE) or ""
    percent = int(share) if share.isdecimal() else 50
    mode = _word(Mode, keeps.get(_MODE[room.tight]))
    wide = _word(Mode, keeps.get(_MODE[False]))
    if mode is None and wide in (Mode.STACKED, Mode.FOCUS):
        mode = wide
    return Arrangement(
        mode=mode or room.usual,
        left=_word(Language, keeps.get(_LEFT)) or Language.ZH,
        zh=face(Language.ZH),
        en=face(Language.EN),
        share=min(max(percent / 100, SHARES[0]), SHARES[1]),
        alone=_word(Language, keeps.get(_ALONE)) if mode is Mode.FOCUS else None,
        back=room.usual,
        spaced=keeps.get(_SPACED) != NO,
    )


def keep_arrangement(keeps: Keeps, how: Arrangement, before: Arrangement, room: Room) -> None:
    """Remember what is different now."""
    for language in Language:
        now, was = how.face(language), before.face(language)
        if now.px != was.px:
            keep_px(keeps, language, now.px)
        if now.family != was.family:
            keeps.set(_FAMILY[language], now.family)
    if how.share != before.share:
        keeps.set(_SHARE, str(round(how.share * 100)))
    if how.mode is not before.mode:
        keeps.set(_MODE[room.tight], how.mode)
    if how.left is not before.left:
        keeps.set(_LEFT, how.left)
    if how.alone is not before.alone:
        keeps.set(_ALONE, how.alone or "")
    if how.spaced != before.spaced:
        keeps.set(_SPACED, YES if how.spaced else NO)


def _word(kind: type[_Word], kept: str | None) -> _Word | None:
    """A word of another version of the app is none."""
    return kind(kept) if kept in tuple(kind) else None
