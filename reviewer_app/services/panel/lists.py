"""The lists that a signed rule file proposes; without one there is none."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from review_protocol.documents.programme import Recommendation, Rules
from review_protocol.documents.text import Bilingual
from reviewer_app.cancelling import Cancelled, never
from reviewer_app.services.panel.awaited import awaited
from reviewer_app.services.panel.compared_rows import PanelComparison
from reviewer_app.services.panel.comparison import compared, places_left
from reviewer_app.services.panel.counted_scores import Until
from reviewer_app.services.panel.proposed_rows import (
    LongList,
    ProposedList,
    ProposedLists,
    ProposedPlace,
)
from reviewer_app.services.panel.rows import PanelTable

CountryName = Callable[[str], Bilingual]


def proposed(
    table: PanelTable,
    rules: Rules | None,
    country_name: CountryName,
    *,
    official: PanelComparison | None = None,
    cancelled: Cancelled = never,
) -> ProposedLists | None:
    """The lists by all scores that count; None without rules or scores, of a table that does not
    cover the programme, or on cancel.

    A target that an earlier round decided is computed from the reviews up to that round, and
    Outstanding Cases are chosen among the Casebook. `official` is the comparison of the whole
    table, where it is there already.
    """
    if rules is None or not table.covers_programme:
        return None
    present = table.rounds[-1] if table.rounds else 1
    fits = _fits(table, rules, present, official, cancelled)
    if fits is None:
        return None
    found = fits[min(rules.casebook_round, present)]
    casebook = _list(table, rules, Recommendation.CASEBOOK, found)
    found = fits[min(rules.outstanding_round, present)]
    outstanding = _list(table, rules, Recommendation.OUTSTANDING, found, among=casebook)
    codes = {each.row.applicant.country for each in (*casebook.order, *outstanding.order)}
    return ProposedLists(
        casebook=casebook,
        outstanding=outstanding,
        long_list=_long_list(table, rules, fits[present], present),
        withheld=sum(row.withheld for row in table.rows),
        country_names={code: country_name(code) for code in sorted(codes)},
        awaited=awaited(rules, table.round),
    )


def _fits(
    table: PanelTable,
    rules: Rules,
    present: int,
    official: PanelComparison | None,
    cancelled: Cancelled,
) -> Mapping[int, PanelComparison] | None:
    """By the last round whose reviews are in it; None where there is no score, or on cancel."""
    fits = {} if official is None else {present: official}
    for decides in (rules.casebook_round, rules.outstanding_round, present):
        last = min(decides, present)
        if last not in fits:
            found = compared(table, rules, until=Until(round=last), cancelled=cancelled)
            if found is None:
                return None
            fits[last] = found
    return fits


def _list(
    table: PanelTable,
    rules: Rules,
    outcome: Recommendation,
    found: PanelComparison,
    *,
    among: ProposedList | None = None,
) -> ProposedList:
    is_casebook = outcome is Recommendation.CASEBOOK
    decides = rules.casebook_round if is_casebook else rules.outstanding_round
    allowed = None if among is None else {each.number for each in among.listed}
    numbers = [each.number for each in found.ranked if allowed is None or each.number in allowed]
    return ProposedList(
        outcome=outcome,
        target=places_left(table, rules, outcome),
        elsewhere=table.standing.taken(outcome),
        decides=decides,
        rounds=tuple(each for each in table.rounds if each <= decides) or table.rounds,
        ordering=found.ordering,
        order=_places(table, found, numbers),
        too_few=tuple(case.number for case in found.cases if case.place is None),
        fewest=rules.fewest_reviews,
        inputs=found.inputs,
        seed=found.seed,
    )


def _places(
    table: PanelTable, found: PanelComparison, numbers: list[str]
) -> tuple[ProposedPlace, ...]:
    rows = {row.number: row for row in table.rows}
    cases = {case.number: case for case in found.cases}
    return tuple(
        ProposedPlace(at, rows[number], cases[number]) for at, number in enumerate(numbers, 1)
    )


def _long_list(
    table: PanelTable, rules: Rules, found: PanelComparison, present: int
) -> LongList | None:
    later = [each for each in sorted(rules.counted_rounds) if each > present]
    if not later or max(rules.deciding) <= present or not found.long_list:
        return None
    # without enough reviews nobody can say that a case does not belong
    chosen = {*found.long_list, *(each.number for each in found.cases if each.place is None)}
    places = _places(table, found, [case.number for case in found.cases])
    return LongList(
        target=max(found.targets),
        into=later[0],
        cases=tuple(each for each in places if each.number in chosen),
        left_out=tuple(each for each in places if each.number not in chosen),
    )
