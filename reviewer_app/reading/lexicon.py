"""The place of a dictionary in the similarity; without one, length and anchors decide."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Gloss:
    """A Chinese word of a text: how much it counts, and the English stems that translate it."""

    weight: float
    stems: frozenset[str]


class Lexicon(Protocol):
    """Finds the words of a text; `version` is part of the key of a stored alignment."""

    @property
    def version(self) -> str: ...

    def glosses(self, zh: str) -> Sequence[Gloss]: ...

    def stems(self, en: str) -> frozenset[str]: ...


class NoLexicon:
    """A dictionary without words."""

    version = "none"

    def glosses(self, zh: str) -> Sequence[Gloss]:
        return ()

    def stems(self, en: str) -> frozenset[str]:
        return frozenset()


NO_LEXICON = NoLexicon()
