"""Scores with a truth behind them, as few or as many as a test wants."""

from collections.abc import Sequence

import numpy as np

from reviewer_app.panel.observed import Observed

BY_HAND = [("A", "1", 8), ("A", "2", 6), ("B", "2", 5), ("B", "3", 7), ("C", "1", 9), ("C", "3", 8)]


def scores(lines: Sequence[tuple[str, str, float]]) -> Observed:
    return Observed.of([c for c, _, _ in lines], [e for _, e, _ in lines], [y for *_, y in lines])


def a_panel(*, cases: int = 30, each: int = 4, experts: int = 9, seed: int = 1) -> Observed:
    """Marks from 1 to 10; nobody scores a case twice."""
    chance = np.random.default_rng(seed)
    case = np.repeat(np.arange(cases), each)
    expert = np.concatenate([chance.choice(experts, each, replace=False) for _ in range(cases)])
    truth, strict = chance.normal(6, 1.2, cases), chance.normal(0, 0.7, experts)
    marks = np.round(truth[case] + strict[expert] + chance.normal(0, 1.2, cases * each))
    return Observed.of(
        [f"case {i:04d}" for i in case],
        [f"expert {j:03d}" for j in expert],
        list(np.clip(marks, 1, 10)),
    )


def a_complete_panel(*, cases: int = 8, experts: int = 5, seed: int = 1) -> Observed:
    return a_panel(cases=cases, each=experts, experts=experts, seed=seed)
