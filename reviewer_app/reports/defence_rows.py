"""The plain rows that defend a case: its place, every score and how it counts, who was asked."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from reviewer_app.reports.figures import Exact, Figures
from reviewer_app.reports.provenance import Provenance
from reviewer_app.reports.rows import Answer, CriterionName, Recommendation
from reviewer_app.reports.text import Bilingual

ScoreState = Literal[
    "counts", "superseded", "withdrawn", "recused", "not_competent", "conflict", "conflict_later",
    "held", "not_counted", "not_received", "other_round", "cannot_judge",
]  # fmt: skip
Declared = Literal["none", "disclosed", "conflict"]
From = Literal["applicant", "involved"]
Seat = Literal["chair", "deputy", "head", "heads-deputy"]
TieCode = Literal[
    "benefits", "international_cooperativeness", "conceptual_fit", "countries", "disagreement",
    "area", "written_reason",
]  # fmt: skip
ZoneCode = Literal["in", "discuss", "out"]
Ordering = Literal["adjusted_mean", "raw_mean"]


@dataclass(frozen=True, slots=True)
class DefendedCase:
    """What the case is; ``countries`` are the applicant's own words, and ``number_of_countries``
    how many it names."""

    number: str
    title: Bilingual
    area: Bilingual
    applicant: Bilingual
    countries: Bilingual
    number_of_countries: int
    joint: bool


@dataclass(frozen=True, slots=True)
class ExpertScore:
    """What one expert's review is for the panel; ``in_all`` is the weighted mean of the marks.

    ``leniency`` is in points, positive where the expert is milder than the colleagues; None where
    the score does not count in the adjusted mean. ``leaf`` is its number in the log.
    """

    expert: int | None
    state: ScoreState
    answers: tuple[Answer, ...]
    reason: str = ""
    """The code of why it is held or does not count, such as ``late``."""
    in_all: Exact | None = None
    leniency: Exact | None = None
    recommendation: Recommendation | None = None
    round: int | None = None
    leaf: int | None = None
    received: datetime | None = None
    packet: str = ""
    amends: bool = False
    other_version: bool = False
    declared: Declared | None = None
    home: From | None = None


@dataclass(frozen=True, slots=True)
class Chance:
    """The probability, 0 to 1, of being among the best ``target``."""

    target: int
    probability: Exact
    zone: ZoneCode | None


@dataclass(frozen=True, slots=True)
class TargetLine:
    """``figure`` is the ordering figure of the last case above the line, in points; None where
    there are no more cases than places."""

    target: int
    figure: Exact | None


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """How a case came to its place among ``of`` cases; figures in points.

    It has no place with fewer than ``fewest`` reviews that count.
    """

    place: int | None
    of: int
    fewest: int
    raw: Exact
    raw_place: int | None
    adjusted: Exact
    error: Exact | None
    low: Exact | None
    high: Exact | None
    """Of the 90 % interval of the adjusted mean."""
    rank_low: int | None
    rank_high: int | None
    chances: tuple[Chance, ...]
    tie: TieCode | None
    ordering: Ordering
    lines: tuple[TargetLine, ...]
    seed: str | None
    inputs: str


@dataclass(frozen=True, slots=True)
class FarScoreRow:
    """A score far from what the colleagues' point to: so far about once in ``once_in``."""

    expert: int
    score: Exact
    expected: Exact
    once_in: int


@dataclass(frozen=True, slots=True)
class Disagreement:
    """What stands apart on the case; ``apart`` are the points between two groups of experts."""

    far: tuple[FarScoreRow, ...] = ()
    apart: Exact | None = None
    unusual: bool = False


@dataclass(frozen=True, slots=True)
class RulesRow:
    """The rule file that was signed, and its hash; None of it where the programme has none."""

    hash: str
    ordering: Ordering
    ties: tuple[TieCode, ...]
    casebook_target: int
    outstanding_target: int
    casebook_round: int
    outstanding_round: int
    counted_rounds: tuple[int, ...]
    fewest_reviews: int
    casebook_waits: bool = False
    """Whether the round that decides the Casebook was not held to its end."""
    outstanding_waits: bool = False
    """The same of Outstanding Cases."""


@dataclass(frozen=True, slots=True)
class DecisionRow:
    """A decision; ``who`` names a role, never a person. ``stands`` is true of the last that counts
    in its round."""

    who: Seat
    round: int
    outcome: Recommendation
    reason: str
    at: datetime
    leaf: int | None
    state: ScoreState
    not_counted_for: str = ""
    stands: bool = False


@dataclass(frozen=True, slots=True)
class Decided:
    """What was decided, as it stands; ``who`` is None where the signer's role is not known here."""

    outcome: Recommendation
    reason: str
    at: datetime
    leaf: int | None
    who: Seat | None = None


@dataclass(frozen=True, slots=True)
class WrittenRow:
    """What one expert wrote of one criterion, as it was written; by pseudonym."""

    criterion: Bilingual
    expert: int
    mark: Answer
    """The same expert's mark of the criterion."""
    text: str


@dataclass(frozen=True, slots=True)
class CitationRow:
    """The text for the Casebook that stands, by whom it was written, and what others said of it."""

    text: Bilingual
    writer: Bilingual
    agreed: bool
    approved: tuple[Bilingual, ...]
    objected: tuple[Bilingual, ...]
    waiting: tuple[Bilingual, ...] = ()
    """Who has still to answer it."""
    excused: tuple[Bilingual, ...] = ()
    """Who answered it and has a conflict of interest by now: nothing goes by that."""


@dataclass(frozen=True, slots=True)
class TalkRow:
    """That the panel discussed the case; never what was said."""

    contributions: int
    opened: int | None
    """The first contribution's number in the log."""
    amended: tuple[int, ...]
    """Pseudonyms whose score is another one since."""


@dataclass(frozen=True, slots=True)
class HeadsFigures:
    """What the head signed of the case in the comparison of all panels."""

    adjusted: Exact
    place: int | None
    of: int
    """How many cases have a place."""
    rank_low: int | None
    rank_high: int | None
    chances: tuple[Chance, ...]


@dataclass(frozen=True, slots=True)
class CaseDefence:
    """What sheet and dossier both say of a case."""

    provenance: Provenance
    round_name: Bilingual
    case: DefendedCase
    scale: tuple[int, int]
    """The rubric's lowest and highest mark."""
    criteria: tuple[CriterionName, ...]
    figures: tuple[Figures, ...]
    """In the order of the criteria."""
    cannot_judge: tuple[int, ...]
    in_all: Figures
    scores: tuple[ExpertScore, ...]
    """One an expert who was asked or signed, as it stands now."""
    place: PlaceRow | None
    disagreement: Disagreement
    rules: RulesRow | None
    decision: Decided | None
    recommended: tuple[tuple[Recommendation, int], ...] = ()
    """How many experts recommended what, the highest first; of those reviews that count."""
    written: tuple[WrittenRow, ...] = ()
    """Comments of those reviews, criterion by criterion; the first of each speaks for it."""
    citation: CitationRow | None = None
    talk: TalkRow | None = None
    panel: Bilingual | None = None
    """Among whose cases alone it was compared; None where it was among all."""
    heads: HeadsFigures | None = None
    """Where it was compared among a panel's cases alone, and the head issued more."""
    fewest_lacking: int = 0
    """How many full scores the case lacks by the rule file."""

    @property
    def is_rejected(self) -> bool:
        """Whether it was decided not to be in the Casebook."""
        return self.decision is not None and self.decision.outcome == "not_in_casebook"


@dataclass(frozen=True, slots=True)
class EvidenceRow:
    """The words of the application that most experts quoted for a criterion."""

    criterion: Bilingual
    text: str
    language: Literal["zh", "en"]
    element: Bilingual
    """Where in the application the quote stands."""
    experts: tuple[int, ...]
    """By pseudonym: all who quoted from there."""


@dataclass(frozen=True, slots=True)
class SheetRows:
    """All that a defence sheet shows."""

    defence: CaseDefence
    evidence: tuple[EvidenceRow, ...]
