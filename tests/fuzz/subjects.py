"""What is fuzzed: originals, a way to mutate them, and a reader that says what it accepted."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from random import Random

from review_protocol.failures import ProtocolFailure


class Verdict(StrEnum):
    """What became of an input."""

    REFUSED = "refused"
    SAME = "accepted_same"
    DIFFERENT = "accepted_different"


Mutate = Callable[[Random, bytes, Sequence[bytes]], bytes]
"""A mutated input from randomness, an original, and all originals."""
Read = Callable[[bytes], Iterable[Hashable]]
"""What a reader took from an input, each comparable; raises ProtocolFailure."""


@dataclass(frozen=True)
class Subject:
    """One kind of input. `share` is how often it has its turn beside the others."""

    kind: str
    originals: Sequence[bytes]
    mutate: Mutate
    read: Read
    share: int = 1
    meanings: frozenset[Hashable] = field(init=False)
    """All that may ever be taken from an input."""

    def __post_init__(self) -> None:
        taken = [tuple(self.read(each)) for each in self.originals]
        if not all(taken):
            raise ValueError(f"an original of {self.kind} is not read")
        object.__setattr__(self, "meanings", frozenset().union(*taken))

    def input(self, seed: int, number: int) -> bytes:
        """The mutated input with this number."""
        rng = Random(f"{seed}/{self.kind}/{number}")
        return self.mutate(rng, rng.choice(self.originals), self.originals)

    def judge(self, content: bytes) -> Verdict:
        """Any other exception than ProtocolFailure comes through."""
        try:
            taken = tuple(self.read(content))
        except ProtocolFailure:
            return Verdict.REFUSED
        if not taken:
            return Verdict.REFUSED
        return Verdict.SAME if self.meanings.issuperset(taken) else Verdict.DIFFERENT
