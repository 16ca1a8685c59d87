"""The single keys of the reading screen as the person wants them: changed, with Ctrl, or off.

After WCAG 2.1.4 (character key shortcuts): a shortcut of one letter can be turned off or remapped,
or needs a key that types nothing.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from reviewer_app.ui.kit.key_positions import latin_key
from reviewer_app.ui.kit.remember import Keeps

MODE: Final = "keys.mode"
LETTERS: Final = "keys.letters"
NO_KEY: Final = "–"
"""Shown in place of a key that was switched off."""

TAKEN: Final = "OPZ"
"""With Ctrl and Shift: outline and panel in and out, and what was undone once more."""


class SingleKey(StrEnum):
    """What a single key may ask for; the values are those of the reading screen's gestures."""

    NEXT_PAIR = "next-pair"
    LAST_PAIR = "last-pair"
    LAST_ELEMENT = "last-element"
    NEXT_ELEMENT = "next-element"
    SWAP = "swap"
    LOCK = "lock"
    OTHER_HERE = "other-here"
    FOCUS = "focus"
    FIND = "find"
    ATTACH_1 = "attach-1"
    ATTACH_2 = "attach-2"
    ATTACH_3 = "attach-3"
    HIGHLIGHT = "highlight"
    NOTE = "note"
    SCORE = "score"
    COMMENT = "comment"
    UNSCORED = "unscored"
    WORDS = "words"
    TURN = "turn"
    DIFFERENCES = "differences"
    EXPLAIN = "explain"
    KEYS = "keys"


USUAL: Final[Mapping[SingleKey, str]] = dict(zip(SingleKey, "JK[]SL.F/123HNGCUTRDE?", strict=True))


_TYPING: Final = (
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.GroupSwitchModifier,
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier,
)
"""What is held to type figures on a French keyboard, and brackets on a German one."""


class KeyMode(StrEnum):
    """How single keys are pressed."""

    ALONE = "alone"
    CTRL = "ctrl"
    """With Ctrl and Shift: Ctrl alone has meanings of its own for many letters."""
    OFF = "off"


@dataclass(frozen=True, slots=True)
class KeyChoice:
    """What the person chose; `letters` has what differs from the usual, "" for no key at all."""

    mode: KeyMode = KeyMode.ALONE
    letters: Mapping[SingleKey, str] = field(default_factory=dict)

    def letter(self, key: SingleKey) -> str:
        """Its letter, "" for none: what is kept from another mode may be taken in this one."""
        letter = self.letters.get(key, USUAL[key])
        return "" if letter in self.taken else letter

    @property
    def taken(self) -> str:
        """Letters that mean something else already, pressed as single keys are."""
        return TAKEN if self.mode is KeyMode.CTRL else ""

    def shown(self, key: SingleKey) -> str:
        """How it is pressed; NO_KEY where it is not."""
        letter = self.letter(key)
        if self.mode is KeyMode.OFF or not letter:
            return NO_KEY
        return f"Ctrl+Shift+{letter}" if self.mode is KeyMode.CTRL else letter

    def named(self, key: SingleKey) -> str:
        """How it is pressed, for what tells of a button; "" where it is not."""
        shown = self.shown(key)
        return "" if shown == NO_KEY else shown

    def meant(self, event: QKeyEvent) -> SingleKey | None:
        """What a key press asks for."""
        letter = latin_key(event)
        if not letter or not self._pressed(event, letter):
            return None
        return next((key for key in SingleKey if self.letter(key) == letter), None)

    def changed(self, key: SingleKey, letter: str) -> KeyChoice:
        """With another letter for a key; the one that had this letter takes the old one.

        A letter that is taken changes nothing.
        """
        if letter and letter in self.taken:
            return self
        letters = {each: self.letters.get(each, USUAL[each]) for each in SingleKey}
        for other, its in letters.items():
            if letter and its == letter and other is not key:
                letters[other] = letters[key]
        letters[key] = letter
        return KeyChoice(self.mode, {k: v for k, v in letters.items() if v != USUAL[k]})

    def _pressed(self, event: QKeyEvent, letter: str) -> bool:
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        shift = Qt.KeyboardModifier.ShiftModifier
        if self.mode is KeyMode.CTRL:
            return modifiers == Qt.KeyboardModifier.ControlModifier | shift
        alone = modifiers == Qt.KeyboardModifier.NoModifier
        typed = modifiers in _TYPING and event.text() == letter and not letter.isalpha()
        return self.mode is KeyMode.ALONE and (alone or typed)


def kept_choice(keeps: Keeps) -> KeyChoice:
    """What was chosen; nonsense counts as nothing."""
    mode = keeps.get(MODE)
    try:
        kept = json.loads(keeps.get(LETTERS) or "{}")
        letters = {SingleKey(key): str(letter)[:1] for key, letter in kept.items()}
    except (ValueError, AttributeError):
        letters = {}
    return KeyChoice(KeyMode(mode) if mode in set(KeyMode) else KeyMode.ALONE, letters)


def keep_choice(keeps: Keeps, choice: KeyChoice) -> None:
    """Remember it, for this computer."""
    keeps.set(MODE, choice.mode)
    keeps.set(LETTERS, json.dumps(dict(choice.letters), sort_keys=True))
