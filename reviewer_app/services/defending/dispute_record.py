"""What a dispute dossier claims of a case's scores: which count, which do not, and why."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import Field

from review_protocol.documents.acts import RoundNumber
from review_protocol.documents.base import CaseNumber, Count, Document, Hash, Part, Timestamp
from review_protocol.documents.draws import Seed
from review_protocol.documents.leaf import Disposition
from review_protocol.documents.packet import (
    CasePacket,
    DecisionPacket,
    RecusalPacket,
    ScorePacket,
    WithdrawalPacket,
)
from review_protocol.documents.programme import Rules

RECORD = "dispute.json"
"""The file of a dossier's record."""
REVIEWS = (ScorePacket, WithdrawalPacket, RecusalPacket)


class Standing(StrEnum):
    """What became of a signed score; only the first is part of a mean of all criteria."""

    COUNTS = "counts"
    CANNOT_JUDGE = "cannot-judge"
    """It answers not every criterion: part of the means of those that it answers."""
    OTHER_ROUND = "other-round"
    """Of a round that the rules do not count."""
    SUPERSEDED = "superseded"
    """Another of the same expert took its place."""
    WITHDRAWN = "withdrawn"
    RECUSED = "recused"
    HELD = "held"
    """The log says why, in its disposition."""


class StatedScore(Part):
    """One score or amendment of the case."""

    packet: Hash
    pseudonym: Annotated[int, Field(ge=1)] | None
    standing: Standing
    disposition: Disposition


class StatedDraw(Part):
    """A run that gave out reviews; its seed is the server's word, and the log's entry names the
    hash of the record in which it stands."""

    round: RoundNumber
    made: Timestamp
    reviews_per_case: Annotated[int, Field(ge=1)]
    case: CaseNumber | None
    """The one case that was given to more people; None of a run over all."""
    seed: Seed
    record: Hash
    leaf: Count | None
    """None where its entry is in the log from before a restore: then nothing proves it here."""


class DisputeRecord(Document):
    """The file `dispute.json` of a dossier; whoever verifies the folder computes it again."""

    kind: ClassVar[str] = "dispute-record"

    case: CaseNumber
    made: Timestamp
    left_out: Count
    """Packets that the writer's desk had and could not verify: no part of the dossier."""
    scores: tuple[StatedScore, ...]
    """In the order of the log."""
    decisions: tuple[Hash, ...]
    """Those that count, in the order of the log; the last stands."""
    draws: tuple[StatedDraw, ...] = ()
    """Those of the case's rounds, as the server told them."""
    rules: Hash | None = None
    """By which it was said which rounds count; it lies in the folder."""


@dataclass(frozen=True, slots=True)
class Signed:
    """A proved packet on the case: its signer's person, and how it stands by the log."""

    id: str
    person: str
    leaf: int
    document: CasePacket
    disposition: Disposition


def standings(
    signed: Iterable[Signed], rules: Rules | None = None
) -> Iterator[tuple[Signed, Standing]]:
    """Of every score and amendment, in the order of the log: a counted packet of a person takes
    the place of all before it, of the rounds that count by these rules; of all without."""
    ordered = sorted(signed, key=lambda each: each.leaf)
    by_person: dict[str, list[Signed]] = defaultdict(list)
    for each in ordered:
        if isinstance(each.document, REVIEWS) and _is_of_counted(each, rules):
            by_person[each.person].append(each)
    for each in ordered:
        if isinstance(each.document, ScorePacket):
            yield each, _standing(each, by_person[each.person], rules)


def decisions_in(signed: Iterable[Signed]) -> tuple[str, ...]:
    """The ids of those that count, in the order of the log."""
    return tuple(
        each.id
        for each in sorted(signed, key=lambda each: each.leaf)
        if isinstance(each.document, DecisionPacket) and each.disposition.counts
    )


def _is_of_counted(signed: Signed, rules: Rules | None) -> bool:
    return rules is None or signed.document.round in rules.counted_rounds


def _answers_all(score: Signed) -> bool:
    document = score.document
    return isinstance(document, ScorePacket) and all(
        isinstance(each.mark, int) for each in document.answers.criteria
    )


def _standing(score: Signed, of_person: Sequence[Signed], rules: Rules | None) -> Standing:
    if not score.disposition.counts:
        return Standing.HELD
    if not _is_of_counted(score, rules):
        return Standing.OTHER_ROUND
    later = [each for each in of_person if each.leaf > score.leaf and each.disposition.counts]
    if not later:
        return Standing.COUNTS if _answers_all(score) else Standing.CANNOT_JUDGE
    match later[-1].document:
        case RecusalPacket():
            return Standing.RECUSED
        case WithdrawalPacket():
            return Standing.WITHDRAWN
    return Standing.SUPERSEDED
