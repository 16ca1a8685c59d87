"""Text in both languages, and how doubtful characters are made visible."""

import re
import unicodedata
from dataclasses import dataclass
from typing import Literal

Language = Literal["zh", "en", "both"]

_KEPT = "\n\t"
_HIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
    "\u2028\u2029\ufff9-\ufffb\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff"
    "\U000e0000-\U000e007f]"
)
_INVISIBLE = "\u00ad\u200b\u2060\ufeff"


@dataclass(frozen=True, slots=True)
class Bilingual:
    """One text in Chinese and English; either may be empty, both are plain text."""

    zh: str
    en: str

    def lines(self, language: Language) -> tuple[str, ...]:
        """What is shown: in ``both`` Chinese first; the other language where one is empty."""
        if language == "zh":
            return (self.zh or self.en,)
        if language == "en":
            return (self.en or self.zh,)
        if self.zh == self.en or not self.en:
            return (self.zh,)
        return (self.zh, self.en) if self.zh else (self.en,)

    def joined(self, language: Language, between: str = " ") -> str:
        return between.join(self.lines(language))


def same(text: str) -> Bilingual:
    """A text that is equal in both languages, such as a name or a code."""
    return Bilingual(text, text)


def lines_of(text: Bilingual | str, language: Language) -> tuple[str, ...]:
    return text.lines(language) if isinstance(text, Bilingual) else (text,)


def marked(character: str) -> str:
    """The written form of a character that cannot be shown: ``[U+202E]``."""
    return f"[U+{ord(character):04X}]"


def visible(text: str) -> str:
    """The text with line ends as ``\\n`` and every control, bidirectional control, lone
    surrogate and noncharacter written out, so that nothing hides and nothing is refused."""
    if text.isprintable():
        return text
    unified = text.replace("\r\n", "\n").replace("\r", "\n")
    shown = _HIDDEN.sub(lambda found: marked(found[0]), unified)
    return "".join(marked(each) if _is_nonplane(each) else each for each in shown)


def is_wide(character: str) -> bool:
    """Whether a character is set in the square of a Chinese character."""
    return unicodedata.east_asian_width(character) in "WF"


def without_invisible(text: str) -> str:
    """The text without characters that take no room; for drawing only."""
    return text.translate({ord(each): None for each in _INVISIBLE})


def _is_nonplane(character: str) -> bool:
    return ord(character) & 0xFFFE == 0xFFFE
