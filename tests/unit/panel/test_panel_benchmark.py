"""The benchmark's short form: its methods find the truth as far as they should."""

import numpy as np
import pytest

from benchmarks._panel_rounds import rounds
from benchmarks._simulated_panel import Batches, simulated
from benchmarks.panel import METHODS, bare_numpy, growth, honesty


def correlations(batches: Batches) -> dict[str, float]:
    chance = np.random.default_rng(3)
    made = [simulated(chance, cases=200, reviews=5, experts=50, batches=batches) for _ in range(6)]
    return {
        name: float(np.mean([np.corrcoef(of(each.observed), each.truth)[0, 1] for each in made]))
        for name, of in METHODS.items()
    }


def test_calibration_never_loses_to_the_raw_mean() -> None:
    random, ordered = correlations(Batches.RANDOM), correlations(Batches.SORTED)
    assert random["ours"] > random["raw"] > random["median"]
    assert random["ours"] == pytest.approx(random["crossed"], abs=0.01)
    assert ordered["ours"] > ordered["raw"] > ordered["crossed"] > ordered["z"]


def test_simulated_loads_are_nearly_equal_and_nobody_sits_twice() -> None:
    made = simulated(np.random.default_rng(1), cases=90, reviews=5, experts=20).observed
    assert set(made.counts) == {5}
    assert np.unique(made.case * 20 + made.expert).size == 450
    assert np.ptp(made.of_expert) <= 3


def test_what_is_said_comes_true() -> None:
    found = honesty(6)
    assert 0.85 < found["rank_intervals"] < 0.95
    assert 0.85 < found["leniency_intervals"] < 0.95
    assert sum(row["n"] for row in found["tenths"]) == 6 * 600
    for row in found["tenths"]:
        assert abs(row["said"] - row["true"]) < 4 * row["error"] + 0.03
    bare_numpy(simulated(np.random.default_rng(1), cases=30, reviews=3, experts=6))


def test_two_rounds_fitted_together_find_more_than_one_or_the_second_alone() -> None:
    found = rounds(3)
    together, one, alone = (
        found[name] for name in ("two fitted together", "one round", "the second alone")
    )
    assert together["reviews"] < 1.05 * one["reviews"]
    assert together["hits_60"] > max(one["hits_60"], alone["hits_60"])


def test_growth_is_told_from_the_fewest_cases_to_the_most() -> None:
    rows = [
        {"cases": 300, "seconds": 0.02, "bare_seconds": 0.01},
        {"cases": 3_000, "seconds": 9.9, "bare_seconds": 9.9},
        {"cases": 30_000, "seconds": 2.0, "bare_seconds": 0.9},
    ]
    found = growth(rows)
    assert (found["cases"], found["seconds"]) == (100.0, pytest.approx(100.0))
    assert (found["bare_seconds"], found["power"]) == (pytest.approx(90.0), pytest.approx(1.0))
