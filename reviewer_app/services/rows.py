"""Frozen rows that services hand to screens: documents, and what was counted from them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reviewer_app.models.rows import CaseFlag, CaseQuery, CaseSort, CaseState, DeliveryState
from reviewer_app.services.desk_rows import CaseRow, DeskLook, DeskOverview
from reviewer_app.sync.reports import BatchReport, Progress, SyncReport

if TYPE_CHECKING:
    from review_protocol.documents.case import Case, CaseHeaders
    from review_protocol.documents.leaf import Disposition
    from review_protocol.documents.packet import ConflictAnswer, ConflictKind
    from review_protocol.documents.programme import Rubric
    from review_protocol.documents.score import (
        Answers,
        CriterionCode,
        LanguageRead,
        Missing,
        Quote,
    )
    from review_protocol.documents.text import Bilingual, Element
    from reviewer_app.reading.alignment import Alignment
    from reviewer_app.services.facts_beside import FactsSaid

__all__ = [
    "BatchReport",
    "CaseFlag",
    "CaseQuery",
    "CaseRow",
    "CaseSort",
    "CaseState",
    "CaseView",
    "DeclareRow",
    "DeliveryState",
    "DeskLook",
    "DeskOverview",
    "EvidenceReport",
    "Kept",
    "OutboxRow",
    "Progress",
    "ReadBack",
    "ReadingPlace",
    "StandingScore",
    "SyncReport",
]


@dataclass(frozen=True, slots=True)
class ReadingPlace:
    """Where the reader was: anchored to text, so that it survives another font or width.

    `more` is in the reading screen's own words: the line, and what was read.
    """

    element: Element
    unit: int
    more: str


@dataclass(frozen=True, slots=True)
class CaseView:
    """A case opened for reading and scoring."""

    row: CaseRow
    case: Case
    rubric: Rubric
    alignments: Mapping[Element, Alignment]
    answers: Answers
    kept_at: str | None
    standing: StandingScore | None
    place: ReadingPlace | None


@dataclass(frozen=True, slots=True)
class StandingScore:
    """The signed score that stands now on this device: packet id, and how far it is delivered."""

    packet: str
    answers: Answers
    language_read: LanguageRead
    signed_at: str
    received: bool
    disposition: Disposition | None
    leaf: int | None
    other_version: bool = False
    """Signed on another version of the text than the one that is here now."""


@dataclass(frozen=True, slots=True)
class DeclareRow:
    headers: CaseHeaders
    answer: ConflictAnswer | None
    conflict: ConflictKind | None
    comment: str


@dataclass(frozen=True, slots=True)
class Kept:
    """A draft is on the disk: when (UTC timestamp)."""

    number: str
    answers: Answers
    at: str


@dataclass(frozen=True, slots=True)
class ReadBack:
    """What is about to be signed."""

    row: CaseRow
    rubric: Rubric
    answers: Answers
    missing: tuple[Missing, ...]
    standing: StandingScore | None
    paragraphs: Mapping[Quote, int]
    """Where quotes stand, as a reader counts; without those in headings or in another text."""
    facts: FactsSaid
    order: tuple[CriterionCode, ...]
    """In which the sheet has the criteria."""


@dataclass(frozen=True, slots=True)
class OutboxRow:
    """One packet's way to the server."""

    packet: str
    kind: str
    case: str | None
    case_name: Bilingual | None
    signed_at: str
    state: DeliveryState
    disposition: Disposition | None
    leaf: int | None
    tries: int
    next_try: str | None
    in_file: str | None = None
    """Timestamp of the newest hand-in file that holds it, while there is no receipt."""


@dataclass(frozen=True, slots=True)
class EvidenceReport:
    folder: str
    packets: int
    verified: int
