"""Frozen rows of the desk itself: what is there before anything is opened."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import TYPE_CHECKING

from review_protocol.late_dataclasses import dataclass
from reviewer_app.models.rows import CaseFlag, CaseQuery, CaseSort, CaseState, DeliveryState

if TYPE_CHECKING:
    from review_protocol.documents.programme import Programme
    from review_protocol.documents.score import Mark
    from review_protocol.documents.text import Area, Bilingual, Organisation
    from review_protocol.documents.words import Role

__all__ = [
    "CaseFlag",
    "CaseQuery",
    "CaseRow",
    "CaseSort",
    "CaseState",
    "DeliveryState",
    "DeskLook",
    "DeskOverview",
    "ProgrammeRow",
    "RoundRow",
]


@dataclass(frozen=True, slots=True)
class CaseRow:
    """A case in the reviewer's list; `marks` in the rubric's order, none before the first."""

    number: str
    name: Bilingual
    area: Area
    applicant: Organisation
    countries: int
    joint: bool
    state: CaseState
    marks: tuple[Mark | None, ...]
    flags: tuple[CaseFlag, ...]
    position: int  # from 1, in the order drawn by lot
    illustrative: bool


@dataclass(frozen=True, slots=True)
class ProgrammeRow:
    """What the desk shows of the programme; `zone` is the secretariat's, by its IANA name."""

    name: Bilingual
    zone: str
    body: bytes = field(repr=False)

    @property
    def document(self) -> Programme:
        """The whole document, read now: the desk shows less."""
        # the list of cases is there before any of it is wanted
        from review_protocol.documents.programme import Programme

        return Programme.from_body(self.body)


@dataclass(frozen=True, slots=True)
class RoundRow:
    """What the desk shows of the round; `closed` is None as long as it takes scores."""

    number: int
    closes: str
    closed: str | None


@dataclass(frozen=True, slots=True)
class DeskOverview:
    """What is left to do, and whether the work is safe."""

    programme: ProgrammeRow | None
    round: RoundRow | None
    person_name: str
    roles: tuple[Role, ...]
    total: int
    undeclared: int
    conflicts: int
    started: int
    signed: int
    """Cases with a signed score, received or not."""
    received: int
    """Packets of all kinds that the server has received, and that count."""
    held: int
    """Cases whose score the server keeps and does not count."""
    waiting: int
    """Packets that the server has not receipted yet."""
    next_case: str | None
    last_leaf: int | None
    """Number of the newest receipt, None before the first."""
    last_sync: str | None
    last_kept: str | None
    accepted: bool
    """Whether the person has accepted the undertaking on this device."""
    unread: int = 0
    """Notices of the secretariat that were not read yet."""
    last_case: str | None = None
    """The case that was in front when the person was last here."""
    said: tuple[str, ...] = ()
    """Cases about which others said something in the panel's discussion that was not seen yet."""
    to_score: int | None = None
    """How many cases of a panel its chair reviews too; None for who reviews all that they have."""

    @property
    def only_chairs(self) -> bool:
        """Whether nothing of it is this person's to score."""
        return self.to_score == 0


@dataclass(frozen=True, slots=True)
class DeskLook:
    """The desk at one moment: what is left, the list as it was asked for, counts of the batch."""

    overview: DeskOverview
    rows: tuple[CaseRow, ...]
    states: Mapping[CaseState, int]
    areas: Mapping[Area, int]
