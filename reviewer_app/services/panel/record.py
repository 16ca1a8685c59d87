"""The record of a panel's comparison, and the fields of the packets in which the head issues it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import partial

from review_protocol.documents.panel_acts import Chance, ExpertFigures
from review_protocol.documents.programme import Recommendation, Rules
from review_protocol.documents.text import Bilingual
from reviewer_app.cancelling import Cancelled, never
from reviewer_app.panel.comparison import Comparison, Method, compare
from reviewer_app.panel.draws import FINAL_DRAWS
from reviewer_app.panel.record import CaseRecord, Record, record_of
from reviewer_app.services.panel.compared_rows import PanelComparison
from reviewer_app.services.panel.comparison import compared, places_left
from reviewer_app.services.panel.counted_scores import (
    EVER,
    Counted,
    Until,
    composite_of,
    counted_scores,
    has_enough,
    weights_of,
)
from reviewer_app.services.panel.lists import proposed
from reviewer_app.services.panel.proposal import proposal_of
from reviewer_app.services.panel.proposed_rows import ProposedLists
from reviewer_app.services.panel.rows import PanelTable

Fields = dict[str, object]


@dataclass(frozen=True, slots=True)
class Ordered:
    """A place from 1 among so many with its interval, and what is proposed by it; None of all
    without a place."""

    place: int | None
    among: int
    rank_low: int | None
    rank_high: int | None
    chances: Mapping[str, str]
    """By line, of which the Casebook's is where `place` is."""
    proposed: Recommendation | None


@dataclass(frozen=True)
class Issued:
    """A record with what a packet says beside it."""

    record: Record
    rounds: tuple[int, ...]
    rubric: str
    counted: int
    """How many packets were counted."""
    order: Mapping[str, Ordered]
    """By case, where it stands in the order of the rule file; empty without one."""


def issued(
    table: PanelTable,
    rules: Rules | None,
    *,
    draws: int = FINAL_DRAWS,
    cancelled: Cancelled = never,
) -> Issued | None:
    """The comparison of all counted scores of the table; None where there is none, or on cancel.

    Whoever may see all cases of all panels may issue it: withheld cases play no part in it.
    """
    fitted = _fitted(table, rules, EVER, draws, cancelled)
    if fitted is None:
        return None
    counted, found = fitted
    record = record_of(found, () if rules is None else _lines(table, rules))
    order = {} if rules is None else _ordered(table, rules, record, cancelled)
    if cancelled():
        return None
    return Issued(
        record=record,
        rounds=table.rounds,
        rubric=table.rubric.id,
        counted=len(counted.packets),
        order=order,
    )


def _fitted(
    table: PanelTable, rules: Rules | None, until: Until, draws: int, cancelled: Cancelled
) -> tuple[Counted, Comparison] | None:
    """None where no score counts."""
    counted = counted_scores(
        table, partial(composite_of, weights=weights_of(table.rubric)), until=until
    )
    if counted is None:
        return None
    found = compare(
        counted.observed,
        Method(draws=draws, rules="" if rules is None else rules.id),
        inputs=counted.inputs,
        ranked=has_enough(counted.observed, counted.observed, rules),
        cancelled=cancelled,
    )
    return counted, found


def _ordered(
    table: PanelTable, rules: Rules, record: Record, cancelled: Cancelled
) -> Mapping[str, Ordered]:
    """Places are in the order of the Casebook: of the reviews up to the round that decides on it,
    as its list has it. A later round's reviews change the chances of its own line alone."""
    until, deciding = EVER, record
    if rules.casebook_round in table.rounds[:-1]:
        until = Until(round=rules.casebook_round)
        fitted = _fitted(table, rules, until, record.draws or FINAL_DRAWS, cancelled)
        if fitted is None:
            return {}
        deciding = record_of(fitted[1], _lines(table, rules))
    placed = compared(table, rules, until=until, cancelled=cancelled)
    lists = proposed(table, rules, _unnamed, cancelled=cancelled)
    if placed is None:
        return {}
    line = str(places_left(table, rules, Recommendation.CASEBOOK))
    chosen = {each.name: each for each in deciding.cases}
    return {
        each.name: _placed(each, chosen.get(each.name), placed, lists, line)
        for each in record.cases
    }


def _placed(
    case: CaseRecord,
    deciding: CaseRecord | None,
    placed: PanelComparison,
    lists: ProposedLists | None,
    line: str,
) -> Ordered:
    """`deciding` is the case by the reviews that decide on the Casebook, None without any."""
    found = placed.case(case.name)
    if deciding is None or found is None or found.place is None:
        return replace(_unplaced(case), among=len(placed.ranked))
    chances = {k: chance for k, chance in case.among.items() if k != line}
    if line in deciding.among:
        chances[line] = deciding.among[line]
    return Ordered(
        place=found.place,
        among=len(placed.ranked),
        rank_low=deciding.rank_low,
        rank_high=deciding.rank_high,
        chances=dict(sorted(chances.items(), key=_by_line)),
        proposed=None if lists is None else proposal_of(lists, case.name).outcome,
    )


def _unplaced(case: CaseRecord) -> Ordered:
    return Ordered(None, 0, case.rank_low, case.rank_high, case.among, None)


def _by_line(chance: tuple[str, str]) -> int:
    return int(chance[0])


def _unnamed(code: str) -> Bilingual:
    return Bilingual(zh=code, en=code)


def _lines(table: PanelTable, rules: Rules) -> tuple[int, ...]:
    """After which places a line goes through the order, rising; none without places left."""
    both = (Recommendation.OUTSTANDING, Recommendation.CASEBOOK)
    lines = {places_left(table, rules, outcome) for outcome in both}
    return tuple(sorted(lines - {0}))


def inputs_of(table: PanelTable) -> str | None:
    """What a comparison of this table would name as its inputs; None where no score counts."""
    counted = counted_scores(table, partial(composite_of, weights=weights_of(table.rubric)))
    return None if counted is None else counted.inputs


def comparison_fields(made: Issued) -> Fields:
    """Of a `comparison` packet: all but its stem and what it supersedes."""
    record = made.record
    return {
        "rounds": made.rounds,
        "rubric": made.rubric,
        "rules": record.rules,
        "inputs": record.inputs,
        "counted": made.counted,
        "seed": record.seed,
        "draws": record.draws,
        "expert_variance": record.expert_variance,
        "residual_variance": record.residual_variance,
        "case_variance": record.case_variance,
        "islands": record.islands,
        "experts": tuple(
            ExpertFigures(
                pseudonym=int(each.name),
                reviews=each.reviews,
                leniency=each.leniency,
                error=each.error,
            )
            for each in record.experts
        ),
    }


def case_fields(made: Issued) -> Mapping[str, Fields]:
    """By case, of its `case-figures` packet of version 2: all but its stem, and the comparison's
    id."""
    return {
        each.name: _case_fields(each, made.order.get(each.name) or _unplaced(each))
        for each in made.record.cases
    }


def _case_fields(case: CaseRecord, at: Ordered) -> Fields:
    return {
        "reviews": case.reviews,
        "raw": case.raw,
        "adjusted": case.adjusted,
        "error": case.error,
        "best_guess": case.best_guess,
        "chances": tuple(
            Chance(target=int(line), probability=chance) for line, chance in at.chances.items()
        ),
        "rank_low": at.rank_low,
        "rank_high": at.rank_high,
        "place": at.place,
        "among": at.among,
        "proposed": at.proposed,
    }
