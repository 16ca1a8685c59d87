"""The panel's comparison on what the chair may see: the method, told in rows that can be shown."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import partial

from review_protocol.documents.programme import OrderingFigure, Recommendation, Rules
from reviewer_app.cancelling import Cancelled, never
from reviewer_app.panel.adjusted import adjust
from reviewer_app.panel.agreement import reliability
from reviewer_app.panel.comparison import Comparison, Method, compare
from reviewer_app.panel.links import bridges, islands, links
from reviewer_app.panel.observed import Observed
from reviewer_app.panel.remarks import (
    Suggestion,
    remarks,
    third_opinions,
)
from reviewer_app.panel.selection import long_list
from reviewer_app.panel.sensitivity import robust
from reviewer_app.panel.tables import Bools, Floats
from reviewer_app.services.panel.compared_cases import (
    Shown,
    as_issued,
    compared_cases,
    compared_experts,
    expected_of,
)
from reviewer_app.services.panel.compared_rows import (
    BeforeTalk,
    ComparedCase,
    PanelComparison,
    WhatIf,
)
from reviewer_app.services.panel.counted_scores import (
    EVER,
    Until,
    amended_since,
    composite_of,
    counted_scores,
    fewest_of,
    has_enough,
    lacking_reviews,
    weights_of,
)
from reviewer_app.services.panel.criterion_fits import CriterionFits
from reviewer_app.services.panel.list_order import ListOrder
from reviewer_app.services.panel.rows import PanelTable
from reviewer_app.services.reading_ties import may_read_of

MOST_SUGGESTIONS = 12


def compared(
    table: PanelTable,
    rules: Rules | None,
    what_if: WhatIf | None = None,
    *,
    until: Until = EVER,
    cancelled: Cancelled = never,
) -> PanelComparison | None:
    """The comparison of all counted scores of the table, or of those until then; None where there
    is none, or on cancel.

    Withheld cases have no cells, and so play no part in anything.
    """
    what_if = what_if or WhatIf()
    rules_hash = "" if rules is None else rules.id
    weights = what_if.weights or weights_of(table.rubric)
    value = partial(composite_of, weights=weights)
    counted = counted_scores(table, value, what_if.without, what_if.skipped, until=until)
    if counted is None:
        return None
    left_out = what_if.without or what_if.skipped
    official = counted_scores(table, value, until=until) if left_out else counted
    ranked = has_enough(counted.observed, (official or counted).observed, rules)
    found = compare(
        counted.observed,
        Method(rules=rules_hash),
        inputs=counted.inputs,
        ranked=ranked,
        cancelled=cancelled,
    )
    if cancelled():
        return None
    if what_if.robust:
        found = _robust(found)
    told = _told(table, rules, what_if, found, ranked, CriterionFits(table, until))
    if until.before:
        return told
    return _with_before(told, table, rules, what_if, until, cancelled)


def _with_before(
    told: PanelComparison,
    table: PanelTable,
    rules: Rules | None,
    what_if: WhatIf,
    until: Until,
    cancelled: Cancelled,
) -> PanelComparison | None:
    """Beside a case whose scores changed since its discussion, where it stood before; None on
    cancel."""
    amended = amended_since(table)
    if not amended:
        return told
    then = compared(
        table, rules, what_if, until=replace(until, before=table.discussed), cancelled=cancelled
    )
    if cancelled():
        return None
    stood = {} if then is None else {case.number: case for case in then.cases}
    return replace(
        told,
        cases=tuple(
            replace(case, before=_before(amended[case.number], stood.get(case.number)))
            if case.number in amended
            else case
            for case in told.cases
        ),
    )


def _before(amended: tuple[int, ...], case: ComparedCase | None) -> BeforeTalk:
    if case is None:
        return BeforeTalk(amended, None, None, None)
    return BeforeTalk(amended, case.raw, case.adjusted, case.place)


def _robust(found: Comparison) -> Comparison:
    """The same with weights by which far scores count less; raw means and chances stay those of
    the plain fit."""
    weighted, fit = robust(found.observed, prior=found.method.prior)
    return replace(found, fit=fit, cases=replace(adjust(weighted, fit), raw=found.cases.raw))


def _told(
    table: PanelTable,
    rules: Rules | None,
    what_if: WhatIf,
    found: Comparison,
    ranked: Bools,
    criteria: CriterionFits,
) -> PanelComparison:
    observed, fit, ordering = found.observed, found.fit, _ordering(rules, what_if)
    shown = Shown.of(found, ranked, ordering)
    order = ListOrder(table, rules, observed, criteria).placed(shown.orders)
    chances, shared = _chances(found, lines_of(table, rules)), links(observed)
    cases = _as_issued(table, compared_cases(found, order, shown, chances))
    return PanelComparison(
        cases=cases,
        fewest=fewest_of(rules),
        unscored=_unscored(table, observed),
        experts=compared_experts(found, shared),
        is_whole=table.covers_programme,
        heads=table.heads,
        targets=_targets(table, rules),
        ordering=ordering,
        by_rules=rules is not None,
        expected=expected_of(cases[: len(order)], chances),
        long_list=_long_list(observed, chances),
        remarks=remarks(observed, fit),
        lacking=found.lacking,
        far=found.far,
        divided=found.divided,
        links=shared,
        islands=islands(observed, fit),
        bridges=bridges(observed, fit, may_read_of(table)),
        suggestions=_suggestions(table, rules, observed, cases),
        alpha=criteria.alpha,
        reliability=reliability(fit, found.population.spread, observed),
        variances=(fit.expert, fit.residual, found.population.spread),
        seed=found.seed,
        inputs=found.inputs,
        rules=found.method.rules,
    )


def _as_issued(table: PanelTable, cases: Iterable[ComparedCase]) -> tuple[ComparedCase, ...]:
    return tuple(as_issued(case, table.heads) for case in cases)


def _suggestions(
    table: PanelTable, rules: Rules | None, observed: Observed, cases: Iterable[ComparedCase]
) -> tuple[Suggestion, ...]:
    chances = {case.number: case.among for case in cases}
    lacking = lacking_reviews(table, rules, observed)
    return third_opinions(observed, chances, lacking, MOST_SUGGESTIONS)


def _unscored(table: PanelTable, observed: Observed) -> tuple[str, ...]:
    return tuple(sorted({row.number for row in table.rows}.difference(observed.cases)))


def _long_list(observed: Observed, chances: Mapping[int, Floats]) -> tuple[str, ...]:
    if not chances:
        return ()
    target = max(chances)
    return tuple(observed.cases[i] for i in long_list(chances[target], target))


def lines_of(table: PanelTable, rules: Rules | None) -> tuple[int, ...]:
    """After how many cases of this table's order a line goes through it: the rule file's targets
    are of all cases of the programme, and cut no list of some of them."""
    if rules is None or not table.covers_programme:
        return ()
    both = (Recommendation.OUTSTANDING, Recommendation.CASEBOOK)
    return tuple(places_left(table, rules, outcome) for outcome in both)


def places_left(table: PanelTable, rules: Rules, outcome: Recommendation) -> int:
    """How many places of a target the order of this table fills: somebody else's decisions on
    cases that are hidden from this person take some. Outstanding Cases are among the Casebook, and
    so are never more than its places."""
    casebook = rules.casebook_target - table.standing.taken(Recommendation.CASEBOOK)
    if outcome is Recommendation.CASEBOOK:
        return max(casebook, 0)
    return max(min(rules.outstanding_target - table.standing.taken(outcome), casebook), 0)


def _targets(table: PanelTable, rules: Rules | None) -> tuple[int, ...]:
    return lines_of(table, rules) if table.heads is None else table.heads.targets


def _chances(found: Comparison, targets: Iterable[int]) -> Mapping[int, Floats]:
    return {} if found.draws is None else {k: found.draws.among(k) for k in targets}


def _ordering(rules: Rules | None, what_if: WhatIf) -> OrderingFigure:
    if what_if.raw:
        return OrderingFigure.RAW_MEAN
    return OrderingFigure.ADJUSTED_MEAN if rules is None else rules.ordering
