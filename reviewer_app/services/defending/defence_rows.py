"""From the panel's table and its comparison to the rows that defend a case; pure mapping."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from review_protocol.documents.case import CaseHeaders
from review_protocol.documents.leaf import Disposition
from review_protocol.documents.packet import RecusalPacket, RecusalReason
from review_protocol.documents.programme import OrderingFigure, Rules
from reviewer_app.panel.selection import Tie
from reviewer_app.reports.defence_rows import (
    CaseDefence,
    Chance,
    Decided,
    Declared,
    DefendedCase,
    Disagreement,
    ExpertScore,
    FarScoreRow,
    From,
    PlaceRow,
    RulesRow,
    ScoreState,
    TargetLine,
    TieCode,
)
from reviewer_app.reports.figures import Figures as ReportFigures
from reviewer_app.reports.rows import CriterionName
from reviewer_app.reports.text import Bilingual
from reviewer_app.services.panel.collected_reviews import Review
from reviewer_app.services.panel.compared_rows import ComparedCase, PanelComparison
from reviewer_app.services.panel.rows import (
    CellState,
    DecisionView,
    Figures,
    PanelCaseRow,
    PanelCell,
    PanelTable,
)
from reviewer_app.services.report_rows import AREAS, bilingual, provenance_of, rounds_of
from reviewer_app.sync.clock import moment

_STATES: Mapping[CellState, ScoreState] = {
    CellState.MISSING: "not_received",
    CellState.RECEIVED: "counts",
    CellState.HELD: "held",
    CellState.WITHDRAWN: "withdrawn",
    CellState.RECUSED: "recused",
    CellState.CONFLICT: "conflict",
}
TIES: Mapping[str, TieCode] = {
    Tie.BENEFITS.value: "benefits",
    Tie.COOPERATION.value: "international_cooperativeness",
    Tie.CONCEPTUAL_FIT.value: "conceptual_fit",
    Tie.COUNTRIES.value: "countries",
    Tie.AGREEMENT.value: "disagreement",
    Tie.AREA.value: "area",
    Tie.REASON.value: "written_reason",
}


@dataclass(frozen=True, slots=True)
class Beside:
    """What is known of a case beside table and comparison; by pseudonym, where it is of experts."""

    headers: CaseHeaders
    rules: Rules | None
    declared: Mapping[int, Declared]
    homes: Mapping[int, From]
    made_at: datetime
    """Aware of its zone."""


def defence_rows(
    table: PanelTable,
    row: PanelCaseRow,
    standing: Mapping[int, Review],
    comparison: PanelComparison | None,
    beside: Beside,
) -> CaseDefence:
    """All that sheet and dossier both say; `row` is one of the table's, and is not withheld."""
    case = None if comparison is None else comparison.case(row.number)
    counted = sum(cell.state is CellState.RECEIVED for cell in row.cells)
    fewest = 0 if beside.rules is None else beside.rules.fewest_reviews
    decision = row.decision or row.decided_before
    return CaseDefence(
        provenance=provenance_of(
            table,
            made_at=beside.made_at,
            official=not any(each.withheld for each in table.rows),
        ),
        round_name=rounds_of(table),
        case=_case(row, beside.headers),
        scale=(table.rubric.lowest, table.rubric.highest),
        criteria=tuple(
            CriterionName(each.code, bilingual(each.name)) for each in table.rubric.criteria
        ),
        figures=tuple(_figures(row.criteria[each.code]) for each in table.rubric.criteria),
        cannot_judge=tuple(row.criteria[each.code].cannot_judge for each in table.rubric.criteria),
        in_all=_figures(row.overall),
        scores=tuple(_scores(table, row, standing, case, beside)),
        place=None if comparison is None or case is None else _place(case, comparison),
        disagreement=_disagreement(row.number, comparison),
        rules=None if beside.rules is None else rules_row(beside.rules),
        decision=None if decision is None else _decided(decision),
        panel=_panel(table),
        fewest_lacking=max(0, fewest - counted),
    )


def exact(value: float | None) -> Decimal | None:
    """A figure in the six digits in which comparisons are recorded."""
    return None if value is None else Decimal(f"{value:.6f}")


def why_not(disposition: Disposition | None) -> tuple[ScoreState, str]:
    """State and reason's code of what does not count."""
    state, _, reason = (disposition or "held:").partition(":")
    return ("held" if state == "held" else "not_counted"), reason


def rules_row(rules: Rules) -> RulesRow:
    """The signed rule file as it is told."""
    return RulesRow(
        hash=rules.id,
        ordering=rules.ordering.value,
        ties=tuple(TIES[each] for each in rules.ties if each in TIES),
        casebook_target=rules.casebook_target,
        outstanding_target=rules.outstanding_target,
        casebook_round=rules.casebook_round,
        outstanding_round=rules.outstanding_round,
        counted_rounds=rules.counted_rounds,
        fewest_reviews=rules.fewest_reviews,
    )


def _case(row: PanelCaseRow, headers: CaseHeaders) -> DefendedCase:
    return DefendedCase(
        number=row.number,
        title=bilingual(row.name),
        area=AREAS[row.area],
        applicant=bilingual(row.applicant.name),
        countries=Bilingual("、".join(headers.countries.zh), ", ".join(headers.countries.en)),
        number_of_countries=row.countries,
        joint=row.joint,
    )


def _panel(table: PanelTable) -> Bilingual | None:
    name = table.grounds.panel_name
    return None if name is None else bilingual(name)


def _figures(found: Figures) -> ReportFigures:
    return ReportFigures(
        n=found.n,
        mean=exact(found.mean),
        median=exact(found.median),
        low=exact(found.lowest),
        high=exact(found.highest),
        deviation=exact(found.sd),
    )


def _scores(
    table: PanelTable,
    row: PanelCaseRow,
    standing: Mapping[int, Review],
    case: ComparedCase | None,
    beside: Beside,
) -> Iterator[ExpertScore]:
    leniencies = {} if case is None else {each.pseudonym: each.leniency for each in case.scores}
    for cell in row.cells:
        review = standing.get(cell.pseudonym)
        state, reason = _state(cell, review)
        yield ExpertScore(
            expert=cell.pseudonym,
            state=state,
            reason=reason,
            answers=tuple(cell.marks.get(each.code) for each in table.rubric.criteria),
            in_all=exact(cell.composite),
            leniency=exact(leniencies.get(cell.pseudonym)),
            recommendation=cell.recommendation.value if cell.recommendation else None,
            round=cell.round,
            leaf=cell.leaf,
            received=None if review is None else moment(review.received),
            packet=cell.packet or "",
            amends=cell.amended,
            other_version=cell.other_version,
            declared=beside.declared.get(cell.pseudonym),
            home=beside.homes.get(cell.pseudonym),
        )


def _state(cell: PanelCell, review: Review | None) -> tuple[ScoreState, str]:
    if cell.state is CellState.HELD:
        return why_not(cell.disposition)
    recusal = None if review is None else review.document
    if isinstance(recusal, RecusalPacket) and recusal.reason is RecusalReason.NOT_COMPETENT:
        return "not_competent", ""
    if cell.state is CellState.CONFLICT and cell.packet is not None:
        return "conflict_later", ""
    return _STATES[cell.state], ""


def _place(case: ComparedCase, found: PanelComparison) -> PlaceRow:
    by_raw = found.ordering is OrderingFigure.RAW_MEAN
    ordered = [each.raw if by_raw else each.adjusted for each in found.ranked]
    return PlaceRow(
        place=case.place,
        of=len(found.ranked),
        fewest=found.fewest,
        raw=Decimal(f"{case.raw:.6f}"),
        raw_place=case.raw_place,
        adjusted=Decimal(f"{case.adjusted:.6f}"),
        error=exact(case.error),
        low=exact(case.low),
        high=exact(case.high),
        rank_low=case.rank_low,
        rank_high=case.rank_high,
        chances=tuple(_chances(case)),
        tie=None if case.decided_by is None else TIES[case.decided_by.value],
        ordering=found.ordering.value,
        lines=tuple(
            TargetLine(each, exact(ordered[each - 1]) if each < len(ordered) else None)
            for each in found.targets
        ),
        seed=found.seed,
        inputs=found.inputs,
    )


def _chances(case: ComparedCase) -> Iterator[Chance]:
    for target, probability in case.among.items():
        zone = case.zones.get(target)
        yield Chance(target, Decimal(f"{probability:.6f}"), None if zone is None else zone.value)


def _disagreement(number: str, found: PanelComparison | None) -> Disagreement:
    if found is None:
        return Disagreement()
    divided = next((each for each in found.divided if each.case == number), None)
    return Disagreement(
        far=tuple(
            FarScoreRow(
                expert=int(each.expert),
                score=Decimal(f"{each.score:.6f}"),
                expected=Decimal(f"{each.expected:.6f}"),
                once_in=round(each.once_in),
            )
            for each in found.far
            if each.case == number
        ),
        apart=None if divided is None else exact(divided.apart),
        unusual=divided is not None and divided.unusual,
    )


def _decided(decision: DecisionView) -> Decided:
    return Decided(
        outcome=decision.outcome.value,
        reason=decision.reason,
        at=moment(decision.signed_at),
        leaf=decision.leaf,
    )
