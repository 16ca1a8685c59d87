"""The panel's table: cases, assignments, verified packets and decisions put together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from sqlalchemy import Connection

from review_protocol.documents.answers import PanelAssignment
from review_protocol.documents.packet import DecisionPacket
from review_protocol.documents.panel_acts import OF_A_CASE
from review_protocol.documents.people import Role
from review_protocol.documents.programme import Rubric, Rules
from review_protocol.documents.stated_facts import FactsPacket, StatedFact
from reviewer_app.cancelling import Cancelled, never
from reviewer_app.errors import CaseNotOpen
from reviewer_app.models.case_list import CaseEntry, case_entry, list_cases
from reviewer_app.models.collected import assignments
from reviewer_app.models.facts import FactName, text_of
from reviewer_app.models.notices import withdrawn_cases
from reviewer_app.models.rows import CaseQuery, CaseSort
from reviewer_app.services.believed import known_checkpoint, trust_of
from reviewer_app.services.panel.among_all import covers_programme, heads_figures
from reviewer_app.services.panel.cells import cell_of, places_of, standing_review
from reviewer_app.services.panel.collected_reviews import (
    Counting,
    Review,
    ReviewReader,
    uncounted,
)
from reviewer_app.services.panel.discussed import discussion_opened
from reviewer_app.services.panel.dossier import Hidden, declarations, hidden_cases, standing_in
from reviewer_app.services.panel.rows import DecisionView, PanelCaseRow, PanelCell, PanelTable
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
_NO_REVIEW = (DecisionPacket, FactsPacket, *OF_A_CASE)


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
    manifest, rubric = standing_manifest(connection), standing_rubric(connection)
    programme, checkpoint = standing_programme(connection), known_checkpoint(connection)
    state = standing_round(connection)
    if manifest is None or rubric is None or programme is None or state is None:
        raise CaseNotOpen("")
    rounds = counted_rounds(standing_rules(connection), state.round.number)
    examined = reader.examine(
        *(connection, trust_of(connection), case),
        whole=whole or case is not None,
        counting=counting,
        cancelled=cancelled,
    )
    entries = _entries(connection, case)
    declares = manifest.document.role is not Role.STAFF
    hidden = hidden_cases(connection, entries, declares=declares)
    reviews = _shown(examined.reviews, rounds, hidden)
    seen = _seen(entries, hidden, assignments(connection), reviews, rubric)
    decisions = StandingDecisions(
        connection,
        [each.entry.number for each in seen if each.hidden is None],
        reviews,
        Deciders(connection, examined.devices),
        present=state.round.number,
    )
    table = PanelTable(
        programme=programme,
        rubric=rubric,
        round=state,
        panel=manifest.document.panel,
        experts=tuple(sorted({cell.pseudonym for each in seen for cell in each.cells})),
        rows=_rows(seen, rubric, decisions, rounds),
        log_origin=checkpoint.origin if checkpoint else "",
        log_size=checkpoint.size if checkpoint else 0,
        log_root=checkpoint.root if checkpoint else "",
        packets=sum(len(found) for found in reviews.values()),
        refreshed_at=text_of(connection, FactName.COLLECTED_AT),
        withdrawn=withdrawn_cases(connection),
        opened_early=opened_early(connection),
        rounds=rounds,
        discussed=_but_for(discussion_opened(connection), hidden),
        verification=None if case else verification_of(connection, examined),
        standing=standing_in(connection),
        declared=_but_for(declarations(connection), hidden),
        heads=(
            None
            if covers_programme(programme, manifest.document.panel)
            else heads_figures(connection, examined, hidden.keys(), state)
        ),
    )
    return _with_what_stands(table, seen, reviews)


@dataclass(frozen=True, slots=True)
class _Seen:
    """One case as far as this person may see it."""

    entry: CaseEntry
    hidden: Hidden | None
    standing: Mapping[int, Review]
    cells: tuple[PanelCell, ...]


def _with_what_stands(
    table: PanelTable, seen: Sequence[_Seen], reviews: Mapping[str, Sequence[Review]]
) -> PanelReviews:
    shown = [each.entry.number for each in seen if each.hidden is None]
    return PanelReviews(
        table,
        {each.entry.number: each.standing for each in seen},
        {number: _stated(reviews.get(number, ())) for number in shown},
    )


def _entries(connection: Connection, case: str | None) -> tuple[CaseEntry, ...]:
    if case is None:
        return list_cases(connection, CaseQuery(sort=CaseSort.NUMBER))
    entry = case_entry(connection, case)
    return () if entry is None else (entry,)


def _seen(
    entries: Sequence[CaseEntry],
    hidden: Mapping[str, Hidden],
    asked: Sequence[PanelAssignment],
    reviews: Mapping[str, Sequence[Review]],
    rubric: Rubric,
) -> tuple[_Seen, ...]:
    found, asked_on = [], _by_case(asked)
    for entry in entries:
        kept = hidden.get(entry.number)
        signed = _by_expert(reviews.get(entry.number, ()))
        standing = _standing(signed)
        places = places_of(() if kept else asked_on.get(entry.number, ()), standing, entry.number)
        cells = tuple(
            cell_of(
                place,
                standing.get(place.pseudonym),
                rubric,
                entry.case_hash,
                signed.get(place.pseudonym, ()),
            )
            for place in places
        )
        found.append(_Seen(entry, kept, standing, cells))
    return tuple(found)


def _by_case(asked: Sequence[PanelAssignment]) -> Mapping[str, Sequence[PanelAssignment]]:
    found: dict[str, list[PanelAssignment]] = {}
    for each in asked:
        found.setdefault(each.case, []).append(each)
    return found


def _rows(
    seen: Sequence[_Seen], rubric: Rubric, decisions: StandingDecisions, rounds: Sequence[int]
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
    seen: _Seen, figures: CaseFigures, decision: DecisionView | None, before: DecisionView | None
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


def _stated(reviews: Sequence[Review]) -> dict[int, tuple[StatedFact, ...]]:
    """What each expert said last of the facts, as far as it counts."""
    return {
        review.pseudonym: review.document.facts
        for review in reviews
        if review.pseudonym is not None
        and isinstance(review.document, FactsPacket)
        and review.disposition.counts
    }


def _by_expert(reviews: Sequence[Review]) -> dict[int, list[Review]]:
    """What each expert signed; a decision is nobody's review, nor are facts beside it."""
    signed: dict[int, list[Review]] = {}
    for review in reviews:
        if review.pseudonym is not None and not isinstance(review.document, _NO_REVIEW):
            signed.setdefault(review.pseudonym, []).append(review)
    return signed


def _standing(signed: Mapping[int, Sequence[Review]]) -> dict[int, Review]:
    """What stands of each expert on a case, in whichever of the rounds it was signed: nobody has
    two voices on one case, and who was asked again speaks anew."""
    standing = {pseudonym: standing_review(found) for pseudonym, found in signed.items()}
    return {pseudonym: review for pseudonym, review in standing.items() if review is not None}
