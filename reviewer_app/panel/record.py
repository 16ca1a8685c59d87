"""A comparison as it is recorded: one frozen document of decimal strings, the same bytes again.

The same scores by the same method give the same bytes on one build, whatever their order was; on
another build the figures agree within what its arithmetic rounds.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import cached_property

import numpy as np

from review_protocol.canonical import JsonValue, canonical, sha256_hex
from reviewer_app.panel.comparison import Comparison
from reviewer_app.panel.lacking import Lacking
from reviewer_app.panel.remarks import Remark, judges_strictness, remarks, shown_means
from reviewer_app.panel.tables import Floats

FORM = "panel-comparison/1"
DIGITS = 6
"""Behind the point, of every figure."""


@dataclass(frozen=True, slots=True)
class ExpertRecord:
    """Strictness of one expert in points, positive is lenient; None where it cannot be judged."""

    name: str
    reviews: int
    leniency: str | None
    error: str | None
    low: str | None
    """Of the 90 % interval by the draws."""
    high: str | None
    island: int


@dataclass(frozen=True, slots=True)
class CaseRecord:
    """Points, but for `among`: by target K, the probability of being among the best K. Without
    chances and ranks where fewer reviews count than the rule file asks for."""

    name: str
    reviews: int
    raw: str
    adjusted: str
    """The raw mean where strictness cannot be judged."""
    error: str | None
    best_guess: str | None
    among: Mapping[str, str]
    rank_low: int | None
    rank_high: int | None


@dataclass(frozen=True)
class Record:
    """Everything that others must find when they compute the same again."""

    inputs: str
    """SHA-256 of what was counted: the ids of the packets, or the scores of a table."""
    rules: str | None
    """Id of the signed rule file."""
    seed: str | None
    """64 hexadecimal digits; None where nothing could be drawn."""
    draws: int
    prior: bool
    ratio: str | None
    """λ."""
    reml: str | None
    scores: int
    freedom: int
    islands: int
    expert_variance: str | None
    residual_variance: str | None
    case_variance: str | None
    mean: str | None
    lacking: tuple[Lacking, ...]
    remarks: tuple[Remark, ...]
    experts: tuple[ExpertRecord, ...]
    cases: tuple[CaseRecord, ...]
    """Both by name."""

    @cached_property
    def body(self) -> bytes:
        """Canonical JSON (RFC 8785)."""
        return canonical(self.plain())

    @cached_property
    def id(self) -> str:
        """SHA-256 of the body, hexadecimal."""
        return sha256_hex(self.body)

    def plain(self) -> dict[str, JsonValue]:
        """As JSON says it."""
        return {
            "form": FORM,
            "inputs": self.inputs,
            "rules": self.rules,
            "seed": self.seed,
            "draws": self.draws,
            "prior": self.prior,
            "lambda": self.ratio,
            "reml": self.reml,
            "scores": self.scores,
            "freedom": self.freedom,
            "islands": self.islands,
            "variances": {
                "expert": self.expert_variance,
                "residual": self.residual_variance,
                "case": self.case_variance,
            },
            "mean": self.mean,
            "lacking": [each.value for each in self.lacking],
            "remarks": [each.value for each in self.remarks],
            "experts": [asdict(each) for each in self.experts],
            "cases": [{**asdict(each), "among": dict(each.among)} for each in self.cases],
        }


def figure(value: float | None) -> str | None:
    """A decimal string of six digits behind the point, never −0; None and NaN are None."""
    if value is None or np.isnan(value):
        return None
    return written(value)


def written(value: float) -> str:
    """As `figure`, of a number."""
    text = f"{value:.{DIGITS}f}"
    return text.removeprefix("-") if float(text) == 0 else text


def record_of(found: Comparison, targets: Sequence[int]) -> Record:
    """What is recorded of a comparison, with the chances at each of these targets."""
    fit, drawn, over = found.fit, found.draws, found.population
    return Record(
        inputs=found.inputs,
        rules=found.method.rules or None,
        seed=found.seed,
        draws=0 if drawn is None else found.method.draws,
        prior=found.method.prior,
        ratio=figure(fit.ratio),
        reml=figure(fit.reml),
        scores=found.observed.size,
        freedom=fit.freedom,
        islands=int(fit.islands.max()) + 1,
        expert_variance=figure(fit.expert),
        residual_variance=figure(fit.residual),
        case_variance=figure(over.spread),
        mean=figure(over.mean),
        lacking=found.lacking,
        remarks=remarks(found.observed, fit),
        experts=_experts(found),
        cases=_cases(found, targets),
    )


def _experts(found: Comparison) -> tuple[ExpertRecord, ...]:
    observed, fit, drawn = found.observed, found.fit, found.draws
    nobody: list[str | None] = [None] * len(observed.experts)
    judged = judges_strictness(observed, fit)
    leniency = _figures(fit.leniency) if judged else nobody
    errors = low = high = nobody
    if judged and fit.residual is not None:
        errors = _figures(np.sqrt(fit.residual * np.diagonal(fit.covariance)))
    if judged and drawn is not None:
        low, high = map(_figures, drawn.leniency_interval())
    counts = np.bincount(observed.expert)
    return tuple(
        ExpertRecord(
            name=name,
            reviews=int(counts[j]),
            leniency=leniency[j],
            error=errors[j],
            low=low[j],
            high=high[j],
            island=int(fit.islands[j]) + 1,
        )
        for j, name in enumerate(observed.experts)
    )


def _cases(found: Comparison, targets: Sequence[int]) -> tuple[CaseRecord, ...]:
    observed, cases, drawn = found.observed, found.cases, found.draws
    nothing: list[str | None] = [None] * len(observed.cases)
    adjusted = shown_means(observed, found.fit, cases.adjusted)
    errors = nothing if cases.error is None else _figures(cases.error)
    guesses = nothing if found.guesses is None else _figures(found.guesses)
    low, high = (None, None) if drawn is None else drawn.interval()
    among = {} if drawn is None else {str(k): drawn.among(k) for k in targets}
    return tuple(
        CaseRecord(
            name=name,
            reviews=int(observed.counts[i]),
            raw=written(float(cases.raw[i])),
            adjusted=written(float(adjusted[i])),
            error=errors[i],
            best_guess=guesses[i],
            among={k: written(float(of[i])) for k, of in among.items() if not np.isnan(of[i])},
            rank_low=None if low is None else int(low[i]) or None,
            rank_high=None if high is None else int(high[i]) or None,
        )
        for i, name in enumerate(observed.cases)
    )


def _figures(values: Floats) -> list[str | None]:
    return [figure(value) for value in values.tolist()]
