"""The panel's comparison against a simulated truth: who finds it, how sure it may be, how fast.

Four parts. *Methods*: correlation with the truth, and hits among the best 12 and 60 of 600 cases
with 5 reviews, for raw mean, median, z-scores by expert, crossed random effects (given the true
variances) and ours. *Honesty*: P(among the best 60) as said against what came true, by tenths, and
how often 90 % intervals of ranks and leniencies hold the truth. *Rounds*: the same work in one
round of five reviews, or in three and six more on the long list, fitted together or by the second
round's means alone. *Scale*: seconds of fit and 1,000 draws, beside the same products, factors,
random numbers and sorts through numpy alone, and how both grow from 300 cases to 30,000.
"""

import argparse
import json
import os
import sys
import time
from collections.abc import Callable, Mapping
from functools import partial
from typing import TypedDict

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # before numpy

import numpy as np

from benchmarks._panel_rounds import Hits, rounds
from benchmarks._simulated_panel import CASE, ERROR, EXPERT, Batches, Simulated, simulated
from reviewer_app.panel.adjusted import adjust
from reviewer_app.panel.calibration import calibrate, cross_products
from reviewer_app.panel.comparison import Method, compare
from reviewer_app.panel.draws import DRAWS
from reviewer_app.panel.observed import Observed
from reviewer_app.panel.tables import Floats

CASES, REVIEWS = 600, 5
LOADS = (3, 5, 10, 20, 30)
TARGETS = (12, 60)
SIZES = ((300, 5, 25), (3_000, 5, 300), (30_000, 5, 1_000))
Estimate = Callable[[Observed], Floats]


class Honesty(TypedDict):
    tenths: list[dict[str, float]]
    """Cases by tenth of P(top K): how many, said, came true, and the standard error of a share
    that comes true as said."""
    furthest: float
    """Between said and true, in tenths whose standard error is at most .0115."""
    rank_intervals: float
    leniency_intervals: float


class Figures(TypedDict):
    methods: dict[str, dict[str, dict[str, float]]]
    honesty: Honesty
    rounds: Mapping[str, Hits]
    scale: list[dict[str, float]]
    growth: dict[str, float]


def median(observed: Observed) -> Floats:
    found = np.empty(len(observed.cases))
    for cases, rows in observed.together():
        found[cases] = np.median(observed.score[rows], axis=1)
    return found


def standardised(observed: Observed) -> Floats:
    """Means of each expert's scores less their own mean, in their own standard deviations."""
    n = np.maximum(observed.of_expert, 1)
    mean = observed.by_expert(observed.score) / n
    off = observed.score - mean[observed.expert]
    spread = np.sqrt(observed.by_expert(off**2) / np.maximum(n - 1, 1))
    return observed.mean(off / np.where(spread > 0, spread, 1.0)[observed.expert])


def crossed(observed: Observed) -> Floats:
    """Cases random too: best predictions with the true variances, cases eliminated first."""
    ratio, own = ERROR / EXPERT, ERROR / CASE
    middle = float(observed.mean(observed.score).mean())
    off = observed.score - middle
    weight = observed.of_case + own
    shared = np.zeros((len(observed.experts),) * 2)
    for cases, rows in observed.together():
        of = observed.expert[rows]
        for i, case in enumerate(cases):
            shared[np.ix_(of[i], of[i])] += 1 / weight[case]
    system = np.diag(observed.of_expert + ratio) - shared
    pull = observed.by_expert(off - (observed.by_case(off) / weight)[observed.case])
    leniency = np.linalg.solve(system, pull)
    return observed.by_case(off - leniency[observed.expert]) / weight


def ours(observed: Observed) -> Floats:
    return adjust(observed, calibrate(observed)).adjusted


METHODS: dict[str, Estimate] = {
    "raw": lambda observed: observed.mean(observed.score),
    "median": median,
    "z": standardised,
    "crossed": crossed,
    "ours": ours,
}


def methods(times: int) -> dict[str, dict[str, dict[str, float]]]:
    """By batches and load, and method: mean correlation with the truth and hits of 12 and 60."""
    found = {}
    for batches in Batches:
        for load in LOADS:
            chance = np.random.default_rng(load)
            sums = {name: np.zeros(1 + len(TARGETS)) for name in METHODS}
            for _ in range(times):
                made = simulated(
                    chance,
                    cases=CASES,
                    reviews=REVIEWS,
                    experts=CASES * REVIEWS // load,
                    batches=batches,
                )
                for name, estimate in METHODS.items():
                    sums[name] += _found(estimate(made.observed), made.truth)
            found[f"{batches}, {load} cases an expert"] = {
                name: dict(
                    zip(
                        ("correlation", *(f"hits_{k}" for k in TARGETS)), total / times, strict=True
                    )
                )
                for name, total in sums.items()
            }
    return found


def _found(estimate: Floats, truth: Floats) -> Floats:
    """Correlation, and how many of the true best are among the best of the estimate."""
    true, said = np.argsort(-truth), np.argsort(-estimate, kind="stable")
    hits = [float(np.intersect1d(true[:k], said[:k]).size) for k in TARGETS]
    return np.array([np.corrcoef(estimate, truth)[0, 1], *hits])


def honesty(times: int, best: int = 60) -> Honesty:
    """Tenths of P(top K) as said and as came true, and how often 90 % intervals hold."""
    chance = np.random.default_rng(90)
    said, true, ranks, leniencies = [], [], [], []
    for _ in range(times):
        made = simulated(chance, cases=CASES, reviews=REVIEWS, experts=120)
        drawn = compare(made.observed, Method()).draws
        if drawn is None:
            raise RuntimeError("a simulated panel has all its variances")
        place = np.argsort(np.argsort(-made.truth)) + 1
        said.append(drawn.among(best))
        true.append(place <= best)
        low, high = drawn.interval()
        ranks.append(np.mean((low <= place) & (place <= high)))
        strictest, mildest = drawn.leniency_interval()
        centred = made.leniency - made.leniency.mean()
        leniencies.append(np.mean((strictest <= centred) & (centred <= mildest)))
    chances, happened = np.concatenate(said), np.concatenate(true)
    tenths = np.minimum((chances * 10).astype(int), 9)
    rows = [
        _tenth(chances[tenths == tenth], happened[tenths == tenth])
        for tenth in range(10)
        if np.any(tenths == tenth)
    ]
    enough = [row for row in rows if row["error"] <= 0.0115]
    return {
        "tenths": rows,
        "furthest": max(abs(row["said"] - row["true"]) for row in enough),
        "rank_intervals": float(np.mean(ranks)),
        "leniency_intervals": float(np.mean(leniencies)),
    }


def _tenth(said: Floats, true: Floats) -> dict[str, float]:
    error = float(np.sqrt(np.mean(said * (1 - said)) / said.size))
    return {
        "n": said.size,
        "said": float(said.mean()),
        "true": float(true.mean()),
        "error": error,
    }


def scale(times: int) -> list[dict[str, float]]:
    """Seconds of CPU of ours and of numpy alone, for each size; the best of several."""
    rows = []
    for cases, reviews, experts in SIZES:
        made = simulated(
            np.random.default_rng(cases), cases=cases, reviews=reviews, experts=experts
        )
        again = times if cases < 10_000 else max(1, times // 3)
        own = _seconds(partial(compare, made.observed), again)
        bare = _seconds(partial(bare_numpy, made), again)
        rows.append(
            {
                "cases": cases,
                "reviews": reviews,
                "experts": experts,
                "seconds": own,
                "bare_seconds": bare,
                "ratio": own / bare,
            }
        )
    return rows


def growth(rows: list[dict[str, float]]) -> dict[str, float]:
    """From the fewest cases to the most: how many times the cases, the time, and numpy's alone.

    `power` is the power of the number of cases with which the time grows; 1 is in proportion.
    """
    first, last = rows[0], rows[-1]
    cases, seconds = last["cases"] / first["cases"], last["seconds"] / first["seconds"]
    return {
        "cases": cases,
        "seconds": seconds,
        "bare_seconds": last["bare_seconds"] / first["bare_seconds"],
        "power": float(np.log(seconds) / np.log(cases)),
    }


def bare_numpy(made: Simulated) -> None:
    """The same products, factors, random numbers, an argsort a draw and a rank sort a case."""
    observed, chance = made.observed, np.random.default_rng(1)
    experts, cases = len(observed.experts), len(observed.cases)
    values, vectors = np.linalg.eigh(cross_products(observed))
    half = vectors / np.sqrt(np.abs(values) + 5)
    half @ half.T
    half @ chance.standard_normal((experts, DRAWS))
    ranks = np.empty((DRAWS, cases), dtype=np.int32)
    places = np.arange(cases, dtype=np.int32)
    for each in range(DRAWS):
        ranks[each, np.argsort(chance.standard_normal(cases))] = places
    np.sort(np.ascontiguousarray(ranks.T), axis=1)


def _seconds(work: Callable[[], object], times: int) -> float:
    found = []
    for _ in range(times):
        begun = time.process_time()
        work()
        found.append(time.process_time() - begun)
    return min(found)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--times", type=int, default=20, help="simulated panels of each kind")
    parser.add_argument("--json", action="store_true", help="one JSON object as the last line")
    wanted = parser.parse_args()
    sizes = scale(3)
    figures: Figures = {
        "methods": methods(wanted.times),
        "honesty": honesty(10 * wanted.times),
        "rounds": rounds(5 * wanted.times),
        "scale": sizes,
        "growth": growth(sizes),
    }
    _tell(figures)
    if wanted.json:
        sys.stdout.write(json.dumps({"benchmark": "panel", **figures}) + "\n")
    return 0


def _tell(figures: Figures) -> None:
    lines = []
    for kind, of_kind in figures["methods"].items():
        shown = "  ".join(
            f"{name} {row['correlation']:.3f} {row['hits_12']:.1f} {row['hits_60']:.1f}"
            for name, row in of_kind.items()
        )
        lines.append(f"{kind}: {shown}")
    honest = figures["honesty"]
    lines += [
        f"said {row['said']:.3f}  true {row['true']:.3f}  ± {row['error']:.3f}  of {row['n']} cases"
        for row in honest["tenths"]
    ]
    lines.append(
        f"90 % intervals hold: ranks {honest['rank_intervals']:.3f}, "
        f"leniencies {honest['leniency_intervals']:.3f}"
    )
    lines += [
        f"{name}: of the true best 12 {row['hits_12']:.2f}, of 60 {row['hits_60']:.2f}, "
        f"by {row['reviews']:.0f} reviews"
        for name, row in figures["rounds"].items()
    ]
    lines += [
        f"{row['cases']} × {row['reviews']} by {row['experts']}: {row['seconds']:.3f} s, "
        f"numpy alone {row['bare_seconds']:.3f} s, ratio {row['ratio']:.2f}"
        for row in figures["scale"]
    ]
    grown = figures["growth"]
    lines.append(
        f"{grown['cases']:.0f} times the cases: {grown['seconds']:.0f} times the time, numpy alone "
        f"{grown['bare_seconds']:.0f}; it grows with the power {grown['power']:.2f}"
    )
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    sys.exit(main())
