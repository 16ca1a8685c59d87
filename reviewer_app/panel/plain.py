"""A comparison as plain figures, for JSON: what the scores cannot give is None, and says why."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from reviewer_app.panel.agreement import (
    Intraclass,
    Level,
    complete_table,
    intraclass,
    kendall_w,
    krippendorff_alpha,
    reliability,
)
from reviewer_app.panel.comparison import Comparison
from reviewer_app.panel.record import record_of
from reviewer_app.panel.remarks import remarks
from reviewer_app.panel.tables import Floats

Plain = dict[str, object]


def plain(found: Comparison, criteria: Mapping[str, Comparison], best: int) -> Plain:
    """Everything of one comparison, and the figures of each criterion alone.

    `best` is the K of "among the best K". `record` is the hash of the comparison as it is recorded,
    in six digits: who computes the same again finds the same there. Variances are points squared,
    the rest in points. Leniencies and adjusted means are those of the fit also where `remarks` say
    that the app would show raw means instead, so that other programs' can be compared with them.
    """
    return {
        **_figures(found),
        "top": best,
        "seed": None if found.draws is None else str(found.draws.seed),
        "draws": 0 if found.draws is None else found.method.draws,
        "input": found.inputs,
        "record": record_of(found, (best,)).id,
        "prior": found.method.prior,
        "cases": _cases(found, best),
        "flags": _flags(found),
        "criteria": {
            name: {**_figures(each), "cases": _cases(each, None)} for name, each in criteria.items()
        },
    }


def _flags(found: Comparison) -> Plain:
    return {
        "scores": [
            {
                "case": far.case,
                "expert": far.expert,
                "score": far.score,
                "expected": far.expected,
                "z": far.errors,
                "once_in": far.once_in,
            }
            for far in found.far
        ],
        "cases": [
            {
                "case": each.case,
                "q": each.spread,
                "p": each.chance,
                "unusual": each.unusual,
                "apart": each.apart,
            }
            for each in found.divided
        ],
    }


def _figures(found: Comparison) -> Plain:
    fit, observed = found.fit, found.observed
    table = complete_table(observed)
    certain = reliability(fit, found.population.spread, observed)
    return {
        "scores": observed.size,
        "variances": {
            "expert": fit.expert,
            "residual": fit.residual,
            "case": found.population.spread,
        },
        "mean": found.population.mean,
        "reml": fit.reml,
        "lambda": fit.ratio,
        "freedom": fit.freedom,
        "applied": fit.applied,
        "remarks": [each.value for each in remarks(observed, fit)],
        "lacking": {"fit": fit.lacking, "cases": found.population.lacking},
        "islands": int(fit.islands.max()) + 1,
        "experts": _experts(found),
        "agreement": {
            "alpha_interval": krippendorff_alpha(observed, Level.INTERVAL),
            "alpha_ordinal": krippendorff_alpha(observed, Level.ORDINAL),
            "icc": None if table is None else _forms(intraclass(table)),
            "kendall_w": None if table is None else kendall_w(table),
        },
        "reliability": None
        if certain is None
        else {
            "reviews": certain.reviews,
            "raw": certain.raw,
            "adjusted": certain.adjusted,
            "raw_error": certain.raw_error,
            "adjusted_error": certain.adjusted_error,
        },
    }


def _forms(found: Intraclass) -> dict[str, float | None]:
    return {
        "ICC1": found.single_1,
        "ICC2": found.single_2,
        "ICC3": found.single_3,
        "ICC1k": found.mean_1,
        "ICC2k": found.mean_2,
        "ICC3k": found.mean_3,
    }


def _experts(found: Comparison) -> Plain:
    fit, drawn = found.fit, found.draws
    counts = np.bincount(found.observed.expert)
    errors: Floats | None = None
    if fit.residual is not None:
        errors = np.sqrt(fit.residual * np.diagonal(fit.covariance))
    low, high = (None, None) if drawn is None else drawn.leniency_interval()
    return {
        name: {
            "leniency": None if fit.residual is None else float(fit.leniency[j]),
            "se": None if errors is None else float(errors[j]),
            "low": None if low is None else float(low[j]),
            "high": None if high is None else float(high[j]),
            "n": int(counts[j]),
            "island": int(fit.islands[j]) + 1,
        }
        for j, name in enumerate(found.observed.experts)
    }


def _cases(found: Comparison, best: int | None) -> Plain:
    cases, drawn = found.cases, found.draws
    rows: Plain = {}
    among = None if drawn is None or best is None else drawn.among(best)
    low, high = (None, None) if drawn is None or best is None else drawn.interval()
    expected = None if drawn is None or best is None else drawn.expected_rank
    for i, name in enumerate(found.observed.cases):
        row: Plain = {
            "n": int(found.observed.counts[i]),
            "mean": float(cases.raw[i]),
            "adjusted": float(cases.adjusted[i]),
            "se": None if cases.error is None else float(cases.error[i]),
            "best_guess": None if found.guesses is None else float(found.guesses[i]),
        }
        if best is not None:
            row["p_top"] = None if among is None else float(among[i])
            row["rank_expected"] = None if expected is None else float(expected[i])
            row["rank_low"] = None if low is None else int(low[i])
            row["rank_high"] = None if high is None else int(high[i])
        rows[name] = row
    return rows
