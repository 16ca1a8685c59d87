"""The plain rows that a score report is made of, wherever they were computed."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from reviewer_app.reports.figures import Exact, Figures
from reviewer_app.reports.provenance import Provenance
from reviewer_app.reports.text import Bilingual

CannotJudge = Literal["cannot_judge"]
Answer = int | CannotJudge | None
Recommendation = Literal["outstanding", "casebook", "not_in_casebook"]
LanguageRead = Literal["zh", "en", "both"]
State = Literal[
    "counted", "held", "not_counted", "recused", "not_competent", "not_received", "withdrawn",
    "excluded",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class CriterionName:
    code: str
    title: Bilingual


@dataclass(frozen=True, slots=True)
class RecommendationCounts:
    outstanding: int = 0
    casebook: int = 0
    not_in_casebook: int = 0


@dataclass(frozen=True, slots=True)
class CaseRow:
    """One case; ``criteria`` are in the order of the report's criteria.

    ``joint`` is unknown as ``None``; ``adjusted`` is the adjusted mean where a comparison has one.
    """

    number: str
    title: Bilingual
    area: Bilingual
    applicant: Bilingual
    countries: int
    joint: bool | None
    in_all: Figures
    criteria: tuple[Figures, ...]
    recommendations: RecommendationCounts
    adjusted: Exact | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """How a review stands in the log; ``reasons`` are its codes, such as ``late`` or ``fork``."""

    state: State
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReviewRow:
    """One expert's review of one case; ``expert`` is the number of the pseudonym, from 1 up.

    Raises ValueError for a score outside 1 to 10.
    """

    case_number: str
    expert: int
    answers: tuple[Answer, ...]
    recommendation: Recommendation | None
    familiarity: int | None
    language_read: LanguageRead | None
    standing: Standing

    def __post_init__(self) -> None:
        if any(isinstance(answer, int) and not 1 <= answer <= 10 for answer in self.answers):
            raise ValueError(f"case {self.case_number}: a score outside 1 to 10")


@dataclass(frozen=True, slots=True)
class FileWords:
    """Words quoted from a page of an attachment; pages count from 1."""

    exact: str
    file: str
    page: int


@dataclass(frozen=True, slots=True)
class CommentRow:
    """What one expert wrote and quoted on one criterion, or overall where ``criterion`` is None."""

    case_number: str
    expert: int
    criterion: str | None
    score: Answer
    comment: str
    quotes: tuple[str, ...] = ()
    from_files: tuple[FileWords, ...] = ()


@dataclass(frozen=True, slots=True)
class ProgressRow:
    """How far one expert is; holds no score. ``last_received`` is aware of its zone.

    ``expert`` is a pseudonym in a report with scores, and a name in one without, never both.
    """

    expert: Bilingual
    assigned: int
    received: int
    held: int
    recused: int
    last_received: datetime | None = None

    @property
    def missing(self) -> int:
        return max(0, self.assigned - self.received - self.recused)


@dataclass(frozen=True, slots=True)
class ScoreReportRows:
    """All that a score report shows; ``comments`` and ``progress`` are left out as ``None``."""

    provenance: Provenance
    round_name: Bilingual
    criteria: tuple[CriterionName, ...]
    cases: tuple[CaseRow, ...]
    reviews: tuple[ReviewRow, ...]
    comments: tuple[CommentRow, ...] | None = None
    progress: tuple[ProgressRow, ...] | None = None
