"""The record of a panel's comparison, and the fields of the packets in which the head issues it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from review_protocol.documents.panel_acts import Chance, ExpertFigures
from review_protocol.documents.programme import Rules
from reviewer_app.cancelling import Cancelled, never
from reviewer_app.panel.comparison import Method, compare
from reviewer_app.panel.draws import FINAL_DRAWS
from reviewer_app.panel.record import Record, record_of
from reviewer_app.services.panel.counted_scores import (
    EVER,
    Until,
    composite_of,
    counted_scores,
    has_enough,
    weights_of,
)
from reviewer_app.services.panel.rows import PanelTable

Fields = dict[str, object]


@dataclass(frozen=True)
class Issued:
    """A record with what a packet says beside it."""

    record: Record
    rounds: tuple[int, ...]
    rubric: str
    counted: int
    """How many packets were counted."""


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
    if cancelled():
        return None
    rounds = tuple(each for each in table.rounds if until.round is None or each <= until.round)
    return Issued(
        record_of(found, targets_of(rules)), rounds, table.rubric.id, len(counted.packets)
    )


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
    """By case, of its `case-figures` packet: all but its stem, and the comparison's id."""
    return {
        each.name: {
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
