"""Frozen rows of the panel's comparison: experts by pseudonym, figures, opinions, decisions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from review_protocol.documents.case import Case
from review_protocol.documents.dossier import Decider, PanelDeclaration
from review_protocol.documents.leaf import Disposition
from review_protocol.documents.matters import ConflictTakenBack
from review_protocol.documents.programme import Programme, Recommendation, RoundState, Rubric
from review_protocol.documents.score import Answers, CriterionCode, LanguageRead, Mark
from review_protocol.documents.stated_facts import StatedFact
from review_protocol.documents.text import Area, Bilingual, Element, Organisation
from reviewer_app.services.panel.among_all import HeadsFigures, covers_programme
from reviewer_app.services.panel.dossier import Hidden, Standing
from reviewer_app.services.panel.verification import Verification, Verified
from reviewer_app.services.staff_acts import OpenedEarly


class CellState(StrEnum):
    """What one expert's review of one case is for the panel."""

    MISSING = "missing"
    RECEIVED = "received"
    HELD = "held"
    WITHDRAWN = "withdrawn"
    RECUSED = "recused"
    CONFLICT = "conflict"


@dataclass(frozen=True, slots=True)
class EarlierScore:
    """What one expert had signed on a case, and it counted, until a later packet took its place."""

    packet: str
    round: int
    leaf: int
    marks: Mapping[CriterionCode, Mark]
    composite: float | None


@dataclass(frozen=True, slots=True)
class PanelCell:
    """One expert on one case; `composite` is the weighted mean, None where it cannot be formed."""

    pseudonym: int
    state: CellState
    marks: Mapping[CriterionCode, Mark]
    composite: float | None
    recommendation: Recommendation | None
    familiarity: int | None
    language_read: LanguageRead | None
    disposition: Disposition | None
    disclosed: bool
    amended: bool
    packet: str | None
    other_version: bool = False
    """Signed on another text than the case's present one, and not confirmed for that."""
    round: int | None = None
    """In which what stands was signed; None where nothing is."""
    leaf: int | None = None
    """Of what stands, in the log."""
    earlier: tuple[EarlierScore, ...] = ()
    """In the order of the log."""


@dataclass(frozen=True, slots=True)
class Figures:
    """Descriptive figures of one criterion, or of the composite; None with n too small."""

    n: int
    mean: float | None
    median: float | None
    lowest: float | None
    highest: float | None
    sd: float | None
    cannot_judge: int


@dataclass(frozen=True, slots=True)
class DecisionView:
    packet: str
    outcome: Recommendation
    reason: str
    based_on: tuple[str, ...]
    signed_at: str
    leaf: int | None
    by: Decider | None = None
    """As whom its signer decided; None where that is not known."""
    is_own: bool = False
    """Whether this person signed it."""


@dataclass(frozen=True, slots=True)
class PanelCaseRow:
    """A case in the panel's table; `overall` are the figures of the composite.

    `withheld` is true where the chair may not see the scores: a conflict, or a score of the
    chair's own that is begun and not signed. The cells are empty then.
    """

    number: str
    name: Bilingual
    area: Area
    applicant: Organisation
    countries: int
    joint: bool
    illustrative: bool
    cells: tuple[PanelCell, ...]
    criteria: Mapping[CriterionCode, Figures]
    overall: Figures
    recommendations: Mapping[Recommendation, int]
    decision: DecisionView | None
    """Of the present round."""
    withheld: bool = False
    hidden: Hidden | None = None
    """Why it is, and who decides it."""
    decided_before: DecisionView | None = None
    """Of the latest earlier round that counts and has one."""


FEWEST = 3
"""Fewer full scores than this are pointed out where no rule file says how many a case needs."""


def counted_reviews(row: PanelCaseRow) -> int:
    """How many full scores of the case count; one with a "cannot judge" is none, for it enters no
    mean of all criteria, and brings no case nearer to a place."""
    return row.overall.n


def awaits_reviews(row: PanelCaseRow, fewest: int) -> bool:
    """Whether a case has fewer full scores than it needs, and so many are still to come."""
    lacking = fewest - counted_reviews(row)
    missing = sum(cell.state is CellState.MISSING for cell in row.cells)
    return not row.withheld and 0 < lacking <= missing


@dataclass(frozen=True, slots=True)
class Grounds:
    """What a table of scores rests on: what anybody needs to compute the same again."""

    round: int | None
    panel: str | None
    """Its code; None for all panels."""
    panel_name: Bilingual | None
    rubric: str
    """Its hash."""
    packets: int
    log_size: int
    log_root: str
    refreshed_at: str | None
    fewest: int = FEWEST
    """Full scores that a case needs; with fewer it is pointed out."""
    withdrawn: tuple[str, ...] = ()
    """Cases that their applicants withdrew: they have no row, and are ranked nowhere."""
    opened_early: tuple[OpenedEarly, ...] = ()
    """When and why staff saw scores of this round before its end."""
    rounds: tuple[int, ...] = ()
    """Of which the scores are, rising."""
    verified: Verified | None = None
    """Of all packets that this person is shown; None of one case alone."""
    standing: Standing = field(default_factory=Standing)
    """As whom this person sits in the panel."""
    is_whole: bool = True
    """Whether the cases are all of the programme."""
    issued: str | None = None
    """When the head issued where they stand among all; None of the whole, and before."""


@dataclass(frozen=True, slots=True)
class PanelTable:
    """The table of cases × experts; `experts` are the pseudonyms in order."""

    programme: Programme
    rubric: Rubric
    round: RoundState | None
    panel: str | None
    experts: tuple[int, ...]
    rows: tuple[PanelCaseRow, ...]
    log_origin: str
    log_size: int
    log_root: str
    packets: int
    refreshed_at: str | None
    withdrawn: tuple[str, ...] = ()
    """Cases that their applicants withdrew: they have no row, and are ranked nowhere."""
    opened_early: tuple[OpenedEarly, ...] = ()
    """When and why staff saw scores of this round before its end."""
    rounds: tuple[int, ...] = ()
    """Of which the reviews are, rising: as the rule file counts them, up to the present one."""
    discussed: Mapping[str, int] = field(default_factory=dict)
    """By case whose discussion was opened, the leaf of its first contribution."""
    verification: Verification | None = None
    """Of all packets that this person is shown; None of one case alone."""
    standing: Standing = field(default_factory=Standing)
    declared: Mapping[str, tuple[PanelDeclaration, ...]] = field(default_factory=dict)
    """By case, who of the panel disclosed a tie or declared a conflict, as far as told."""
    fewest: int = FEWEST
    """Full scores that a case needs by the rule file; with fewer it is pointed out."""
    heads: HeadsFigures | None = None
    """What the head issued of these cases; None before, and where the table is of all cases."""

    @property
    def covers_programme(self) -> bool:
        """Whether its cases are all of the programme: then the rule file's targets are of them."""
        return covers_programme(self.programme, self.panel)

    @property
    def grounds(self) -> Grounds:
        """What it rests on."""
        names = {panel.code: panel.name for panel in self.programme.panels}
        return Grounds(
            round=None if self.round is None else self.round.round.number,
            panel=self.panel,
            panel_name=None if self.panel is None else names.get(self.panel),
            rubric=self.rubric.id,
            packets=self.packets,
            log_size=self.log_size,
            log_root=self.log_root,
            refreshed_at=self.refreshed_at,
            fewest=self.fewest,
            withdrawn=self.withdrawn,
            opened_early=self.opened_early,
            rounds=self.rounds,
            verified=None if self.verification is None else self.verification.in_short,
            standing=self.standing,
            is_whole=self.covers_programme,
            issued=None if self.heads is None else self.heads.at,
        )


@dataclass(frozen=True, slots=True)
class CounterpartQuote:
    """A quote's exact text, and its counterpart in the other language where there is one.

    `paragraph` is its number as a reader counts; None in a heading, and where the text is another.
    """

    criterion: CriterionCode
    element: Element
    paragraph: int | None
    exact: str
    language: str
    counterpart: str | None


@dataclass(frozen=True, slots=True)
class Opinion:
    """One expert's signed review of the case, as it stands."""

    cell: PanelCell
    answers: Answers | None
    quotes: tuple[CounterpartQuote, ...]
    leaf: int | None
    received_at: str | None
    facts: tuple[StatedFact, ...] = ()
    """What the expert says of the facts beside the score."""


@dataclass(frozen=True, slots=True)
class PanelCaseView:
    row: PanelCaseRow
    rubric: Rubric
    case: Case | None
    opinions: tuple[Opinion, ...]
    may_decide: bool = True
    """False where its scores are hidden, and of what a deputy leaves to whom they stand in for."""
    awaited: Mapping[Recommendation, int] = field(default_factory=dict)
    """Outcomes that cannot be decided yet, and the round that decides on each."""
    taken_back: tuple[ConflictTakenBack, ...] = ()
    """Who declared a conflict of interest on it, and counts as without one since."""
    fewest: int = FEWEST
    """How many reviews a decision needs that rests on recommendations: the rule file's."""
