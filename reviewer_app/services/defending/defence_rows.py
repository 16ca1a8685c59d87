"""From the panel's table and its comparison to the rows that defend a case; pure mapping."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from review_protocol.documents.case import CaseHeaders
from review_protocol.documents.dossier import Decider
from review_protocol.documents.leaf import Disposition
from review_protocol.documents.packet import RecusalPacket, RecusalReason
from review_protocol.documents.programme import Recommendation, Rules
from reviewer_app.reports.defence_rows import (
    CaseDefence,
    Decided,
    Declared,
    DefendedCase,
    ExpertScore,
    From,
    RulesRow,
    ScoreState,
    Seat,
    WrittenRow,
)
from reviewer_app.reports.figures import Figures as ReportFigures
from reviewer_app.reports.rows import CriterionName
from reviewer_app.reports.rows import Recommendation as Recommended
from reviewer_app.reports.text import Bilingual
from reviewer_app.services.defending.panel_acts_told import PanelActs
from reviewer_app.services.defending.place_rows import (
    TIES,
    disagreement_row,
    exact,
    heads_row,
    place_row,
)
from reviewer_app.services.defending.written_comments import counted_of, spoken, written_rows
from reviewer_app.services.panel.awaited import awaited
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
_SEATS: Mapping[Decider, Seat] = {
    Decider.CHAIR: "chair",
    Decider.CHAIRS_DEPUTY: "deputy",
    Decider.HEAD: "head",
    Decider.HEADS_DEPUTY: "heads-deputy",
}


@dataclass(frozen=True, slots=True)
class Beside:
    """What is known of a case beside table and comparison; by pseudonym, where it is of experts."""

    headers: CaseHeaders
    rules: Rules | None
    declared: Mapping[int, Declared]
    homes: Mapping[int, From]
    acts: PanelActs
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
    fewest = 0 if beside.rules is None else beside.rules.fewest_reviews
    decision = row.decision or row.decided_before
    criteria = table.rubric.criteria
    among_all = None if table.heads is None else table.heads.cases.get(row.number)
    return CaseDefence(
        provenance=provenance_of(table, made_at=beside.made_at, official=not _hides(table)),
        round_name=rounds_of(table),
        case=_case(row, beside.headers),
        scale=(table.rubric.lowest, table.rubric.highest),
        criteria=tuple(CriterionName(each.code, bilingual(each.name)) for each in criteria),
        figures=tuple(_figures(row.criteria[each.code]) for each in criteria),
        cannot_judge=tuple(row.criteria[each.code].cannot_judge for each in criteria),
        in_all=_figures(row.overall),
        scores=tuple(_scores(table, row, standing, case, beside)),
        place=place_row(case, comparison, is_of_all=table.covers_programme),
        disagreement=disagreement_row(row.number, comparison),
        rules=None if beside.rules is None else rules_row(beside.rules, table),
        decision=None if decision is None else _decided(decision),
        recommended=_recommended(row),
        written=_written(table, row, standing, case),
        citation=beside.acts.citation,
        talk=beside.acts.talk,
        panel=None if table.covers_programme else _panel(table),
        heads=None if among_all is None else heads_row(among_all),
        fewest_lacking=max(0, fewest - row.overall.n),
    )


def _hides(table: PanelTable) -> bool:
    return any(each.withheld for each in table.rows)


def _recommended(row: PanelCaseRow) -> tuple[tuple[Recommended, int], ...]:
    return tuple(
        (each.value, times)
        for each in Recommendation
        if (times := row.recommendations.get(each, 0))
    )


def _written(
    table: PanelTable,
    row: PanelCaseRow,
    standing: Mapping[int, Review],
    case: ComparedCase | None,
) -> tuple[WrittenRow, ...]:
    mean = row.overall.mean if case is None else case.adjusted
    decision = row.decision or row.decided_before
    rejected = decision is not None and decision.outcome is Recommendation.NOT_IN_CASEBOOK
    said = spoken(counted_of(row, standing))
    return tuple(written_rows(table.rubric, said, mean, rejected=rejected))


def why_not(disposition: Disposition | None) -> tuple[ScoreState, str]:
    """State and reason's code of what does not count."""
    state, _, reason = (disposition or "held:").partition(":")
    return ("held" if state == "held" else "not_counted"), reason


def rules_row(rules: Rules, table: PanelTable) -> RulesRow:
    """The signed rule file as it is told, and what of it has still to be decided."""
    waits = awaited(rules, table.round)
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
        casebook_waits=Recommendation.CASEBOOK in waits,
        outstanding_waits=Recommendation.OUTSTANDING in waits,
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


def _decided(decision: DecisionView) -> Decided:
    return Decided(
        outcome=decision.outcome.value,
        reason=decision.reason,
        at=moment(decision.signed_at),
        leaf=decision.leaf,
        who=None if decision.by is None else _SEATS[decision.by],
    )
