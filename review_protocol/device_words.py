"""Six words that stand for a device's public keys, to be read over the telephone.

The list beside this module is our own: 1,024 lines of an English word, an everyday Chinese word
of two characters, and that word's syllables without tones. Words on one line say the same ten bits.
"""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from review_protocol.canonical import canonical, to_base64

WORD_COUNT = 6
LIST_LENGTH = 1024
SHORTEST_BEGINNING = 3
"""Letters of an English word that are enough."""
_BITS = 10


@dataclass(frozen=True, slots=True)
class DeviceWord:
    """One of the six, as either side may read it; `syllables` is how the Chinese word sounds."""

    en: str
    zh: str
    syllables: str

    def is_heard_as(self, typed: str) -> bool:
        """Whether this was typed: the English word or its first three letters at least, the
        Chinese word, or its syllables without tones."""
        if typed in (self.zh, self.syllables):
            return True
        return len(typed) >= SHORTEST_BEGINNING and self.en.startswith(typed)


DeviceWords = tuple[DeviceWord, ...]


@cache
def word_list() -> DeviceWords:
    """All 1,024, in their order."""
    text = files("review_protocol").joinpath("device_words.txt").read_text("utf-8")
    return tuple(DeviceWord(*line.split(" ")) for line in text.splitlines())


def device_words(deployment: str, *, signing_key: bytes, exchange_key: bytes) -> DeviceWords:
    """The six words of a device: the first 60 bits of SHA-256 over the canonical bytes of
    deployment, both raw public keys in base64, and the type `device-words/1`."""
    named = canonical(
        {
            "deployment": deployment,
            "exchange_key": to_base64(exchange_key),
            "signing_key": to_base64(signing_key),
            "type": "device-words/1",
        }
    )
    number = int.from_bytes(hashlib.sha256(named).digest(), "big")
    places = (256 - _BITS * (place + 1) for place in range(WORD_COUNT))
    return tuple(word_list()[(number >> place) % LIST_LENGTH] for place in places)


def heard_words(text: str) -> tuple[str, ...]:
    """What was typed, word by word: case, width and marks between words do not matter."""
    plain = unicodedata.normalize("NFKC", text).lower()
    return tuple("".join(c if c.isalnum() else " " for c in plain).split())


def wrong_places(words: DeviceWords, heard: Sequence[str]) -> tuple[int, ...]:
    """The places, from 1, at which something else was heard; also of words that are missing."""
    at = dict(enumerate(heard, start=1))
    return tuple(
        place
        for place, word in enumerate(words, start=1)
        if not word.is_heard_as(at.get(place, ""))
    ) + tuple(range(len(words) + 1, len(heard) + 1))
