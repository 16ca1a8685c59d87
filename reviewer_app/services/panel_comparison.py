"""The panel's comparison on what the chair may see: the method, told in rows that can be shown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial

import numpy as np

from review_protocol.documents.programme import OrderingFigure, Rules
from reviewer_app.cancelling import Cancelled, never
from reviewer_app.panel.adjusted import adjust
from reviewer_app.panel.agreement import reliability
from reviewer_app.panel.comparison import Comparison, Method, compare
from reviewer_app.panel.links import Link, bridges, islands, links
from reviewer_app.panel.observed import Observed
from reviewer_app.panel.remarks import (
    remarks,
    shown_means,
    third_opinions,
)
from reviewer_app.panel.selection import (
    Placed,
    long_list,
    zone,
)
from reviewer_app.panel.sensitivity import places, robust
from reviewer_app.panel.tables import Floats
from reviewer_app.services.compared_rows import (
    BeforeTalk,
    ComparedCase,
    ComparedExpert,
    CountedScore,
    PanelComparison,
    WhatIf,
)
from reviewer_app.services.counted_scores import (
    EVER,
    Until,
    amended_since,
    composite_of,
    counted_scores,
    weights_of,
)
from reviewer_app.services.criterion_fits import CriterionFits
from reviewer_app.services.list_order import ListOrder
from reviewer_app.services.panel_rows import PanelTable

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
    found = compare(
        counted.observed, Method(rules=rules_hash), inputs=counted.inputs, cancelled=cancelled
    )
    if cancelled():
        return None
    if what_if.robust:
        found = _robust(found)
    told = _told(table, rules, what_if, found, CriterionFits(table, until))
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
    criteria: CriterionFits,
) -> PanelComparison:
    observed, fit, drawn = found.observed, found.fit, found.draws
    targets = () if rules is None else (rules.outstanding_target, rules.casebook_target)
    ordering = _ordering(rules, what_if)
    shown = shown_means(observed, fit, found.cases.adjusted)
    figure = shown if ordering is OrderingFigure.ADJUSTED_MEAN else found.cases.raw
    order = ListOrder(table, rules, criteria).placed(observed.cases, figure)
    chances = {} if drawn is None else {k: drawn.among(k) for k in targets}
    cases = _cases(found, order, shown, chances)
    largest, shared = max(targets, default=0), links(observed)
    return PanelComparison(
        cases=cases,
        unscored=tuple(sorted({row.number for row in table.rows}.difference(observed.cases))),
        experts=_experts(found, shared),
        targets=targets,
        ordering=ordering,
        by_rules=rules is not None,
        expected={k: sum(case.among[k] for case in cases[:k]) for k in chances},
        long_list=_long_list(observed, chances, largest),
        remarks=remarks(observed, fit),
        lacking=tuple(each for each in (fit.lacking, found.population.lacking) if each),
        far=found.far,
        divided=found.divided,
        links=shared,
        islands=islands(observed, fit),
        bridges=bridges(observed, fit),
        suggestions=third_opinions(observed, drawn, largest, MOST_SUGGESTIONS),
        alpha=criteria.alpha,
        reliability=reliability(fit, found.population.spread, observed),
        variances=(fit.expert, fit.residual, found.population.spread),
        seed=None if drawn is None else f"{drawn.seed:064x}",
        inputs=found.inputs,
        rules=found.method.rules,
    )


def _long_list(observed: Observed, chances: Mapping[int, Floats], target: int) -> tuple[str, ...]:
    if not chances:
        return ()
    return tuple(observed.cases[i] for i in long_list(chances[target], target))


def _cases(
    found: Comparison, order: Sequence[Placed], shown: Floats, chances: Mapping[int, Floats]
) -> tuple[ComparedCase, ...]:
    observed, cases, drawn = found.observed, found.cases, found.draws
    at = {name: i for i, name in enumerate(observed.cases)}
    raw_places = places(cases.raw)
    low, high = (None, None) if drawn is None else drawn.interval()
    judged = np.any(shown != cases.raw)
    leniency = found.fit.leniency if judged else np.zeros(len(observed.experts))
    first = np.searchsorted(observed.case, np.arange(len(observed.cases) + 1))
    rows = []
    for placed in order:
        i = at[placed.number]
        scores = tuple(
            CountedScore(
                int(observed.experts[observed.expert[line]]),
                float(observed.score[line]),
                float(leniency[observed.expert[line]]),
            )
            for line in range(first[i], first[i + 1])  # they stand by case
        )
        rows.append(
            ComparedCase(
                number=placed.number,
                place=placed.place,
                decided_by=placed.decided_by,
                raw=float(cases.raw[i]),
                raw_place=int(raw_places[i]),
                adjusted=float(shown[i]),
                error=None if cases.error is None else float(cases.error[i]),
                best_guess=None if found.guesses is None else float(found.guesses[i]),
                rank_low=None if low is None else int(low[i]),
                rank_high=None if high is None else int(high[i]),
                among={k: float(of[i]) for k, of in chances.items()},
                zones={k: zone(float(of[i]), len(scores)) for k, of in chances.items()},
                scores=scores,
            )
        )
    return tuple(rows)


def _experts(found: Comparison, shared: Sequence[Link]) -> tuple[ComparedExpert, ...]:
    observed, fit, drawn = found.observed, found.fit, found.draws
    low, high = (None, None) if drawn is None else drawn.leniency_interval()
    colleagues = np.zeros(len(observed.experts), dtype=np.intp)
    place = {name: j for j, name in enumerate(observed.experts)}
    for link in shared:
        colleagues[place[link.first]] += 1
        colleagues[place[link.second]] += 1
    rows = []
    for j, name in enumerate(observed.experts):
        left = found.lines.left[observed.expert == j]
        rows.append(
            ComparedExpert(
                pseudonym=int(name),
                reviews=int(left.size),
                colleagues=int(colleagues[j]),
                leniency=float(fit.leniency[j]) if fit.ratio is not None else None,
                low=None if low is None else float(low[j]),
                high=None if high is None else float(high[j]),
                spread=float(left.std(ddof=1)) if left.size > 1 else None,
                island=int(fit.islands[j]),
            )
        )
    return tuple(rows)


def _ordering(rules: Rules | None, what_if: WhatIf) -> OrderingFigure:
    if what_if.raw:
        return OrderingFigure.RAW_MEAN
    return OrderingFigure.ADJUSTED_MEAN if rules is None else rules.ordering
