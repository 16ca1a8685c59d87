"""The panel's table: cases, assignments, verified packets and decisions put together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar

from sqlalchemy import Connection

from review_protocol.documents.people import Role
from review_protocol.documents.programme import Programme, RoundState, Rubric, Rules
from review_protocol.documents.stated_facts import StatedFact
from reviewer_app.cancelling import Cancelled, never
from reviewer_app.errors import CaseNotOpen
from reviewer_app.models.case_list import CaseEntry, case_entry, list_cases
from reviewer_app.models.collected import assignments
from reviewer_app.models.facts import FactName, text_of
from reviewer_app.models.notices import withdrawn_cases
from reviewer_app.models.rows import CaseQuery, CaseSort
from reviewer_app.services.believed import known_checkpoint, trust_of
from reviewer_app.services.panel.among_all import covers_programme, heads_figures
from reviewer_app.services.panel.collected_reviews import (
    Counting,
    Examined,
    Review,
    ReviewReader,
    uncounted,
)
from reviewer_app.services.panel.discussed import discussion_opened
from reviewer_app.services.panel.dossier import Hidden, declarations, hidden_cases, standing_in
from reviewer_app.services.panel.rows import (
    FEWEST,
    DecisionView,
    PanelCaseRow,
    PanelTable,
)
from reviewer_app.services.panel.seen import Seen, seen_cases, stated_of
from reviewer_app.services.panel.standing_decisions import Deciders, StandingDecisions
from reviewer_app.services.panel.verification import verification_of
from reviewer_app.services.staff_acts import opened_early
from reviewer_app.services.standing import (
    standing_manifest,
    standing_programme,
    standing_round,
    standing_rubric,
    standing_rules,
)

if TYPE_CHECKING:
    from reviewer_app.services.panel.figures import CaseFigures


_Of = TypeVar("_Of")


@dataclass(frozen=True, slots=True)
class PanelReviews:
    """The table, and what stands of each expert's packets by case and pseudonym: the review, and
    what was said of the facts beside it."""

    table: PanelTable
    standing: Mapping[str, Mapping[int, Review]]
    stated: Mapping[str, Mapping[int, tuple[StatedFact, ...]]]


def panel_reviews(
    connection: Connection,
    reader: ReviewReader,
    case: str | None = None,
    *,
    whole: bool = False,
    counting: Counting = uncounted,
    cancelled: Cancelled = never,
) -> PanelReviews:
    """Everything the panel sees now, or only what there is on one case (no row where there is no
    such case), of the rounds that count. Scores of all cases have their words only where the
    `whole` is asked for.

    Raises CaseNotOpen before the first batch, and NotWanted on cancel.
    """
    basis = _basis(connection)
    examined = reader.examine(
        *(connection, trust_of(connection), case),
        whole=whole or case is not None,
        counting=counting,
        cancelled=cancelled,
    )
    entries = _entries(connection, case)
    hidden = hidden_cases(connection, entries, declares=basis.role is not Role.STAFF)
    reviews = _shown(examined.reviews, basis.rounds, hidden)
    seen = seen_cases(entries, hidden, assignments(connection), reviews, basis.rubric)
    table = _table(connection, basis, seen, hidden, reviews, examined)
    if case is None:
        table = replace(table, verification=verification_of(connection, examined))
    return _with_what_stands(table, seen, reviews)


@dataclass(frozen=True, slots=True)
class _Basis:
    """What the round's cases are reviewed by, and who looks at them."""

    programme: Programme
    rubric: Rubric
    rules: Rules | None
    round: RoundState
    rounds: tuple[int, ...]
    """Those that count."""
    panel: str | None
    role: Role


def _basis(connection: Connection) -> _Basis:
    manifest, rubric = standing_manifest(connection), standing_rubric(connection)
    programme, state = standing_programme(connection), standing_round(connection)
    if manifest is None or rubric is None or programme is None or state is None:
        raise CaseNotOpen("")
    rules, whose = standing_rules(connection), manifest.document
    rounds = counted_rounds(rules, state.round.number)
    return _Basis(programme, rubric, rules, state, rounds, whose.panel, whose.role)


def _table(
    connection: Connection,
    basis: _Basis,
    seen: Sequence[Seen],
    hidden: Mapping[str, Hidden],
    reviews: Mapping[str, Sequence[Review]],
    examined: Examined,
) -> PanelTable:
    checkpoint, rules = known_checkpoint(connection), basis.rules
    decided = _decided(connection, examined, seen, reviews, basis.round.round.number)
    told = None
    if not covers_programme(basis.programme, basis.panel):
        told = heads_figures(connection, examined, hidden.keys(), basis.round, rules)
    return PanelTable(
        programme=basis.programme,
        rubric=basis.rubric,
        round=basis.round,
        panel=basis.panel,
        experts=tuple(sorted({cell.pseudonym for each in seen for cell in each.cells})),
        rows=_rows(seen, basis.rubric, decided, basis.rounds),
        log_origin=checkpoint.origin if checkpoint else "",
        log_size=checkpoint.size if checkpoint else 0,
        log_root=checkpoint.root if checkpoint else "",
        packets=sum(len(found) for found in reviews.values()),
        refreshed_at=text_of(connection, FactName.COLLECTED_AT),
        withdrawn=withdrawn_cases(connection),
        opened_early=opened_early(connection),
        rounds=basis.rounds,
        discussed=_but_for(discussion_opened(connection), hidden),
        standing=standing_in(connection),
        declared=_but_for(declarations(connection), hidden),
        fewest=FEWEST if rules is None else rules.fewest_reviews,
        heads=told,
    )


def _decided(
    connection: Connection,
    examined: Examined,
    seen: Sequence[Seen],
    reviews: Mapping[str, Sequence[Review]],
    present: int,
) -> StandingDecisions:
    shown = [each.entry.number for each in seen if each.hidden is None]
    deciders = Deciders(connection, examined.devices)
    return StandingDecisions(connection, shown, reviews, deciders, present=present)


def _with_what_stands(
    table: PanelTable, seen: Sequence[Seen], reviews: Mapping[str, Sequence[Review]]
) -> PanelReviews:
    shown = [each.entry.number for each in seen if each.hidden is None]
    return PanelReviews(
        table,
        {each.entry.number: each.standing for each in seen},
        {number: stated_of(reviews.get(number, ())) for number in shown},
    )


def _entries(connection: Connection, case: str | None) -> tuple[CaseEntry, ...]:
    if case is None:
        return list_cases(connection, CaseQuery(sort=CaseSort.NUMBER))
    entry = case_entry(connection, case)
    return () if entry is None else (entry,)


def _rows(
    seen: Sequence[Seen], rubric: Rubric, decisions: StandingDecisions, rounds: Sequence[int]
) -> tuple[PanelCaseRow, ...]:
    # numpy takes 60 ms to import and nobody but the panel's screens needs it
    from reviewer_app.services.panel.figures import figures_of

    figures = figures_of({each.entry.number: each.cells for each in seen}, rubric)
    decided, before = decisions.present, decisions.before(rounds)
    return tuple(
        _row(
            each,
            figures[each.entry.number],
            decided.get(each.entry.number),
            before.get(each.entry.number),
        )
        for each in seen
    )


def _row(
    seen: Seen, figures: CaseFigures, decision: DecisionView | None, before: DecisionView | None
) -> PanelCaseRow:
    entry = seen.entry
    return PanelCaseRow(
        number=entry.number,
        name=entry.name,
        area=entry.area,
        applicant=entry.applicant,
        countries=entry.countries,
        joint=entry.joint,
        illustrative=entry.illustrative,
        cells=seen.cells,
        criteria=figures.criteria,
        overall=figures.overall,
        recommendations=figures.recommendations,
        decision=decision,
        withheld=seen.hidden is not None,
        hidden=seen.hidden,
        decided_before=before,
    )


def counted_rounds(rules: Rules | None, present: int) -> tuple[int, ...]:
    """The rounds of which reviews are fitted together now, rising: those that the rule file counts,
    up to the present one; that one alone without a rule file, or before any that counts."""
    counted = () if rules is None else rules.counted_rounds
    return tuple(sorted({each for each in counted if each <= present})) or (present,)


def _shown(
    reviews: Mapping[str, Sequence[Review]], rounds: Sequence[int], hidden: Mapping[str, Hidden]
) -> Mapping[str, Sequence[Review]]:
    """Those of these rounds; of a hidden case nothing, also where its packets are still here."""
    return {
        case: tuple(review for review in found if review.said.round in rounds)
        for case, found in _but_for(reviews, hidden).items()
    }


def _but_for(by_case: Mapping[str, _Of], hidden: Mapping[str, Hidden]) -> Mapping[str, _Of]:
    return {case: of for case, of in by_case.items() if case not in hidden}
