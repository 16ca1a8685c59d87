"""How reviews were given out: the seed of each run, and the log's word that its record stands."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field, StringConstraints

from review_protocol.documents.acts import RoundNumber
from review_protocol.documents.answers import Answer
from review_protocol.documents.base import CaseNumber, Hash, Part, ShortText, Timestamp

Seed = Annotated[str, StringConstraints(pattern=r"^([0-9a-f]{2}){1,64}$")]


class Draw(Part):
    """One run of the assignment. Its record names everybody's cases, and stays with the server."""

    round: RoundNumber
    made: Timestamp
    reviews_per_case: Annotated[int, Field(ge=1)]
    case: CaseNumber | None
    """The one case that was given to more people; None of a run over all."""
    seed: Seed
    record: Hash
    """Of the whole record, as the leaf `act/1`, `assign`, names it."""
    receipt: str | None
    """Of that leaf; None where it is in the log from before a restore."""


class DrawsAnswer(Answer):
    """All runs, in the order in which they were made."""

    kind: ClassVar[str] = "draws"

    draws: Annotated[tuple[Draw, ...], Field(max_length=5000)]
    request_nonce: ShortText
