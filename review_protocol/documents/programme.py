"""A programme, its rounds, its rubric and its rule file: every rule is a document, not code."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, ClassVar, Literal, Self

from pydantic import Field, model_validator

from review_protocol.documents.base import Document, PanelCode, Part, ShortText, Timestamp
from review_protocol.documents.text import Area, Bilingual
from review_protocol.documents.words import PROGRAMME
from review_protocol.documents.words import Recommendation as Recommendation


class Secretariat(Part):
    """Whom a reviewer writes to or calls."""

    name: Bilingual
    email: ShortText
    telephone: ShortText | None


class Panel(Part):
    """A panel is a set of cases; here those of some areas."""

    code: PanelCode
    name: Bilingual
    areas: Annotated[tuple[Area, ...], Field(min_length=1)]


class Programme(Document):
    """The year's programme in its own words."""

    kind: ClassVar[str] = PROGRAMME

    name: Bilingual
    organiser: Bilingual
    year: Annotated[int, Field(ge=2021, le=2100)]
    illustrative: bool
    secretariat: Secretariat
    zone: ShortText
    """IANA name of the secretariat's time zone, such as Asia/Shanghai."""
    panels: Annotated[tuple[Panel, ...], Field(min_length=1)]
    undertaking: Bilingual
    """What an expert undertakes on accepting: confidentiality, no generative AI, erasure."""

    def panel_of(self, area: Area) -> Panel | None:
        return next((panel for panel in self.panels if area in panel.areas), None)


class Round(Part):
    """A round of review; `closes` is the deadline for arrival at the server."""

    number: Annotated[int, Field(ge=1, le=9)]
    opens: Timestamp
    closes: Timestamp
    reviews_per_case: Annotated[int, Field(ge=1, le=50)]
    file_grace_hours: Annotated[int, Field(ge=0, le=720)]
    """How long after closing a hand-in file still counts as in time; fixed beforehand."""

    @model_validator(mode="after")
    def _opens_before_it_closes(self) -> Self:
        if self.opens >= self.closes:
            raise ValueError("a round opens before it closes")
        return self


class RoundState(Part):
    """A round, and whether it takes scores."""

    round: Round
    opened: Timestamp | None
    closed: Timestamp | None


class Band(Part):
    """An anchored band of the scale, both ends included, with its sentence."""

    low: Annotated[int, Field(ge=0)]
    high: Annotated[int, Field(ge=0)]
    anchor: Bilingual


class Criterion(Part):
    """A criterion of the rubric; `weight` is a whole number, equal weights by default."""

    code: Literal["conceptual_fit", "international_cooperativeness", "benefits"]
    name: Bilingual
    description: Bilingual
    weight: Annotated[int, Field(ge=1, le=100)]
    bands: Annotated[tuple[Band, ...], Field(min_length=1)]


class RecommendationOption(Part):
    code: Recommendation
    name: Bilingual


class FamiliarityOption(Part):
    level: Annotated[int, Field(ge=1, le=3)]
    name: Bilingual


class Rubric(Document):
    """The scale, its criteria and their anchors, as issued with every batch."""

    kind: ClassVar[str] = "rubric"

    sample: bool
    """True while the sentences are this project's samples and not the organiser's own."""
    lowest: Annotated[int, Field(ge=0, le=100)]
    highest: Annotated[int, Field(ge=1, le=100)]
    criteria: Annotated[tuple[Criterion, ...], Field(min_length=1)]
    recommendations: tuple[RecommendationOption, ...]
    familiarities: tuple[FamiliarityOption, ...]

    def criterion(self, code: str) -> Criterion | None:
        return next((criterion for criterion in self.criteria if criterion.code == code), None)

    @model_validator(mode="after")
    def _bands_cover_the_scale(self) -> Self:
        for criterion in self.criteria:
            covered = [mark for band in criterion.bands for mark in range(band.low, band.high + 1)]
            if covered != list(range(self.lowest, self.highest + 1)):
                raise ValueError(f"the bands of {criterion.code} do not cover the scale once")
        return self


class OrderingFigure(StrEnum):
    ADJUSTED_MEAN = "adjusted_mean"
    RAW_MEAN = "raw_mean"


class Rules(Document):
    """The rule file: targets, which rounds count, order, ties. Without it no list is proposed."""

    kind: ClassVar[str] = "rules"

    casebook_target: Annotated[int, Field(ge=1)]
    outstanding_target: Annotated[int, Field(ge=1)]
    casebook_round: Annotated[int, Field(ge=1)]
    outstanding_round: Annotated[int, Field(ge=1)]
    counted_rounds: Annotated[tuple[int, ...], Field(min_length=1)]
    ordering: OrderingFigure
    fewest_reviews: Annotated[int, Field(ge=1)]
    ties: tuple[ShortText, ...]

    def decided_by(self, outcome: Recommendation) -> int:
        """The round that decides whether a case gets this outcome. Outstanding Cases are among the
        Casebook: nothing is one of them before that is decided."""
        if outcome is Recommendation.OUTSTANDING:
            return max(self.casebook_round, self.outstanding_round)
        return self.casebook_round

    @property
    def deciding(self) -> frozenset[int]:
        """The rounds that decide a target."""
        return frozenset({self.casebook_round, self.outstanding_round})
