"""The whole comparison of one table of scores: fit, cases, draws and flags, from one seed."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field

from reviewer_app.cancelling import Cancelled, never
from reviewer_app.panel.adjusted import (
    Cases,
    Lines,
    Population,
    adjust,
    best_guesses,
    lines,
    population,
)
from reviewer_app.panel.calibration import Calibration, calibrate
from reviewer_app.panel.draws import DRAWS, Draws, Scope, draw, seed_of
from reviewer_app.panel.flags import DividedCase, FarScore, divided_cases, far_scores
from reviewer_app.panel.lacking import Lacking
from reviewer_app.panel.observed import Observed
from reviewer_app.panel.tables import Bools, Floats


@dataclass(frozen=True, slots=True)
class Method:
    """How it is computed. Whatever is said here is part of the record, and of the seed."""

    prior: bool = True
    """Whether the weak prior on the ratio of variances is used."""
    ratio: float | None = None
    """A λ that is given instead of looked for."""
    draws: int = DRAWS
    rules: str = ""
    """The hash of the signed rule file; empty where there is none."""
    seed: int | None = None
    """Only where a person asks for one; otherwise that of inputs and rules."""


@dataclass(frozen=True)
class Comparison:
    """Everything that follows from the scores. Figures in points of the scale."""

    observed: Observed
    method: Method
    inputs: str
    """SHA-256 of what was counted, hexadecimal: the packets' ids, or the scores of a table."""
    fit: Calibration
    cases: Cases
    lines: Lines
    population: Population
    guesses: Floats | None
    draws: Draws | None
    """None where a variance is lacking."""
    far: tuple[FarScore, ...] = field(repr=False)
    divided: tuple[DividedCase, ...] = field(repr=False)

    @property
    def seed(self) -> str | None:
        """64 hexadecimal digits; None where nothing could be drawn."""
        return None if self.draws is None else f"{self.draws.seed:064x}"

    @property
    def lacking(self) -> tuple[Lacking, ...]:
        """What the scores cannot give, of the fit and of the cases' spread."""
        return tuple(each for each in (self.fit.lacking, self.population.lacking) if each)


def hash_of(observed: Observed) -> str:
    """SHA-256 over case, expert and score of every line; the order of arrival plays no part."""
    rows = [
        [observed.cases[i], observed.experts[j], repr(float(y))]
        for i, j, y in zip(observed.case, observed.expert, observed.score, strict=True)
    ]
    text = json.dumps(rows, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def compare(
    observed: Observed,
    method: Method = Method(),
    *,
    inputs: str | None = None,
    ranked: Bools | None = None,
    cancelled: Cancelled = never,
) -> Comparison:
    """The same scores and the same method give the same result, whatever their order was.

    `inputs` names what the scores stand in, where that is signed packets; otherwise they are named
    by their own hash. All are fitted; ranks and chances are those among the cases that are
    `ranked`, by default all. Raises ValueError for a ratio of variances that is not above 0.
    """
    inputs = inputs or hash_of(observed)
    fit = calibrate(observed, prior=method.prior, ratio=method.ratio)
    cases = adjust(observed, fit)
    each = lines(observed, fit, cases)
    over = population(cases)
    seed = seed_of(inputs, method.rules) if method.seed is None else method.seed
    scope = Scope(method.draws, ranked)
    drawn = draw(observed, fit, cases, over, seed=seed, scope=scope, cancelled=cancelled)
    return Comparison(
        observed=observed,
        method=method,
        inputs=inputs,
        fit=fit,
        cases=cases,
        lines=each,
        population=over,
        guesses=best_guesses(cases, fit, over),
        draws=drawn,
        far=far_scores(observed, fit, each),
        divided=divided_cases(observed, fit, cases, each),
    )
