"""The record of a panel's comparison, and the fields of the packets in which the head issues it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from functools import partial

from review_protocol.documents.panel_acts import Chance, ExpertFigures
from review_protocol.documents.programme import Recommendation, Rules
from review_protocol.documents.text import Bilingual
from reviewer_app.cancelling import Cancelled, never
from reviewer_app.panel.comparison import Method, compare
from reviewer_app.panel.draws import FINAL_DRAWS
from reviewer_app.panel.record import Record, record_of
from reviewer_app.services.panel.comparison import compared
from reviewer_app.services.panel.counted_scores import (
    EVER,
    Until,
    composite_of,
    counted_scores,
    has_enough,
    weights_of,
)
from reviewer_app.services.panel.lists import proposed
from reviewer_app.services.panel.proposal import proposal_of
from reviewer_app.services.panel.rows import PanelTable

Fields = dict[str, object]


@dataclass(frozen=True, slots=True)
class Ordered:
    """A place from 1 among so many, and what is proposed by it; None of both without a place."""

    place: int | None
    among: int
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
    """By case, where it stands in the order of the rule file."""


def issued(
    table: PanelTable,
    rules: Rules | None,
    *,
    until: Until = EVER,
    draws: int = FINAL_DRAWS,
    cancelled: Cancelled = never,
) -> Issued | None:
    """The comparison of all counted scores of the table; None where there is none, or on cancel.

    Whoever may see all cases of all panels may issue it: withheld cases play no part in it.
    """
    value = partial(composite_of, weights=weights_of(table.rubric))
    counted = counted_scores(table, value, until=until)
    if counted is None:
        return None
    method = Method(draws=draws, rules="" if rules is None else rules.id)
    found = compare(
        counted.observed,
        method,
        inputs=counted.inputs,
        ranked=has_enough(counted.observed, counted.observed, rules),
        cancelled=cancelled,
    )
    order = _ordered(table, rules, until, cancelled)
    if cancelled():
        return None
    rounds = tuple(each for each in table.rounds if until.round is None or each <= until.round)
    return Issued(
        record_of(found, targets_of(rules)),
        rounds,
        table.rubric.id,
        len(counted.packets),
        order,
    )


def _ordered(
    table: PanelTable, rules: Rules | None, until: Until, cancelled: Cancelled
) -> Mapping[str, Ordered]:
    """Places are of these very rounds; what is proposed follows the round that decides it."""
    found = compared(table, rules, until=until, cancelled=cancelled)
    if found is None:
        return {}
    lists = proposed(table, rules, _unnamed, official=found) if until is EVER else None
    return {
        each.number: Ordered(
            place=each.place if rules else None,
            among=len(found.ranked) if rules else 0,
            proposed=None if lists is None else proposal_of(lists, each.number).outcome,
        )
        for each in found.cases
    }


def _unnamed(code: str) -> Bilingual:
    return Bilingual(zh=code, en=code)


def inputs_of(table: PanelTable) -> str | None:
    """What a comparison of this table would name as its inputs; None where no score counts."""
    counted = counted_scores(table, partial(composite_of, weights=weights_of(table.rubric)))
    return None if counted is None else counted.inputs


def targets_of(rules: Rules | None) -> tuple[int, ...]:
    """The rule file's targets, rising; none without one."""
    return () if rules is None else tuple(sorted({rules.outstanding_target, rules.casebook_target}))


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
        each.name: {
            **asdict(made.order[each.name]),
            "reviews": each.reviews,
            "raw": each.raw,
            "adjusted": each.adjusted,
            "error": each.error,
            "best_guess": each.best_guess,
            "chances": tuple(
                Chance(target=int(target), probability=chance)
                for target, chance in each.among.items()
            ),
            "rank_low": each.rank_low,
            "rank_high": each.rank_high,
        }
        for each in made.record.cases
    }
