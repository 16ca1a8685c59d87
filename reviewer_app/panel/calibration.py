"""Shared-case calibration: how lenient each expert is, judged by the cases they share.

The mixed model `score ~ 0 + case + (1 | expert)`, fitted by REML, with a weak prior on the ratio
of the variances (Searle, Casella and McCulloch, Variance Components, 1992, chapter 6).
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from reviewer_app.panel.islands import islands_of
from reviewer_app.panel.lacking import Lacking
from reviewer_app.panel.observed import Indices, Observed
from reviewer_app.panel.tables import Floats

PRIOR_MEDIAN = 0.2
"""Of s_β²/s², the experts' variance in shares of the residual one; its log has variance 1."""
LOG_RATIOS = np.linspace(math.log(1e-8), math.log(1e8), 321)
"""Where λ is looked for."""


@dataclass(frozen=True)
class Calibration:
    """What the fit says of the experts, in points of the scale.

    λ = s²/s_β² is None where the experts' variance is 0 (`lacking` EQUAL_EXPERTS: all leniencies
    are 0) or where nothing can be fitted (`lacking` NO_FREEDOM, NO_RESIDUAL).
    """

    ratio: float | None
    residual: float | None
    """s², in points squared."""
    expert: float | None
    """s_β², in points squared."""
    reml: float | None
    """−2 log of the restricted likelihood, at this λ and without the prior."""
    freedom: int
    """N − I."""
    squares: float
    """RSS, the penalised sum of squares of what is left."""
    leniency: Floats
    """β of each expert: positive is lenient. The sum over every island is 0."""
    eigenvalues: Floats
    """μ of A, ascending."""
    vectors: Floats
    """Eigenvectors of A, J × J, in columns."""
    islands: Indices
    """The number of each expert's island, from 0."""
    lacking: Lacking | None

    @cached_property
    def covariance(self) -> Floats:
        """V = (A + λI)⁻¹, J × J: of β in units of s²; 0 where the experts do not differ."""
        half = self.half
        product: Floats = half @ half.T
        return product

    @cached_property
    def half(self) -> Floats:
        """A matrix H with H Hᵀ = V, by the eigenvectors of A."""
        if self.ratio is None:
            return np.zeros_like(self.vectors)
        scaled: Floats = self.vectors / np.sqrt(self.eigenvalues + self.ratio)
        return scaled

    @cached_property
    def applied(self) -> float | None:
        """The median of μ/(μ+λ) over the eigenvalues that are not 0; None without a λ or any."""
        there = self.eigenvalues[int(self.islands.max()) + 1 :]
        if self.ratio is None or not there.size:
            return None
        return float(np.median(there / (there + self.ratio)))


def cross_products(observed: Observed) -> Floats:
    """A = diag(m_j) − Σ_i (1/n_i) 1_i 1_iᵀ, J × J."""
    experts = len(observed.experts)
    shared = np.zeros(experts * experts)
    for cases, lines in observed.together():
        of, weight = observed.expert[lines], observed.weights[lines]
        pairs = (of[:, :, None] * experts + of[:, None, :]).ravel()
        shares = weight[:, :, None] * weight[:, None, :] / observed.of_case[cases][:, None, None]
        shared += np.bincount(pairs, shares.ravel(), experts * experts)
    found: Floats = np.diag(observed.of_expert) - shared.reshape(experts, experts)
    return found


def calibrate(observed: Observed, *, prior: bool = True, ratio: float | None = None) -> Calibration:
    """Fit the model; `ratio` is a λ that is given instead of looked for, above 0.

    Raises ValueError for a `ratio` that is not.
    """
    if ratio is not None and not (math.isfinite(ratio) and ratio > 0):
        raise ValueError("a ratio of variances is a number above 0")
    left = observed.score - observed.mean(observed.score)[observed.case]
    pull = observed.by_expert(left)
    eigenvalues, vectors = np.linalg.eigh(cross_products(observed))
    islands = islands_of(observed)
    groups = int(islands.max()) + 1
    eigenvalues = np.concatenate((np.zeros(groups), eigenvalues[groups:]))  # 0 but for rounding
    turned = vectors.T @ pull
    turned[:groups] = 0.0
    fit = Criterion(
        squares=float(observed.by_case(left**2).sum()),
        pulls=turned**2,
        eigenvalues=eigenvalues,
        freedom=observed.size - len(observed.cases),
        prior=prior,
    )
    lacking = fit.lacking()
    if lacking is None and ratio is None:
        ratio = None if fit.explains_everything else fit.best()
        if ratio is None:
            lacking = fit.without()
    return _calibration(observed, fit, lacking, ratio, turned, vectors, islands)


def _calibration(
    observed: Observed,
    fit: Criterion,
    lacking: Lacking | None,
    ratio: float | None,
    turned: Floats,
    vectors: Floats,
    islands: Indices,
) -> Calibration:
    fitted = lacking in (None, Lacking.EQUAL_EXPERTS)
    used = ratio if lacking is None else None
    squares = fit.squares if used is None else fit.left(used)
    residual = squares / fit.freedom if fitted else None
    leniency = np.zeros(vectors.shape[0])
    if used is not None:
        leniency = vectors @ (turned / (fit.eigenvalues + used))
    spread = residual / used if residual is not None and used is not None else None
    return Calibration(
        ratio=used,
        residual=residual,
        expert=0.0 if lacking is Lacking.EQUAL_EXPERTS else spread,
        reml=fit.likelihood(used, residual, observed) if residual is not None else None,
        freedom=fit.freedom,
        squares=squares,
        leniency=leniency,
        eigenvalues=fit.eigenvalues,
        vectors=vectors,
        islands=islands,
        lacking=lacking,
    )


@dataclass(frozen=True)
class Criterion:
    """The criterion that λ makes smallest, by the eigenvalues of A."""

    squares: float
    """Σ r²."""
    pulls: Floats
    """The squares of b along the eigenvectors."""
    eigenvalues: Floats
    freedom: int
    prior: bool

    def lacking(self) -> Lacking | None:
        if self.freedom == 0:
            return Lacking.NO_FREEDOM
        smallest = np.finfo(np.float64).eps * max(self.freedom, 1)
        return Lacking.NO_RESIDUAL if self.squares <= smallest else None

    @property
    def explains_everything(self) -> bool:
        """Whether there are as many differences between experts as degrees of freedom: without the
        prior the likelihood is then flat towards λ = 0, and where it is smallest is rounding."""
        return not self.prior and self.freedom == int(np.count_nonzero(self.eigenvalues))

    def left(self, ratio: float) -> float:
        """RSS at this λ."""
        return self.squares - float(np.sum(self.pulls / (self.eigenvalues + ratio)))

    def criterion(self, log_ratio: float) -> float:
        """(N − I)·log RSS + log|A + λI| − J·log λ, and the prior's part."""
        ratio = math.exp(log_ratio)
        left = self.left(ratio)
        if left <= 0:
            return math.inf  # rounding: explained to the last digit
        found = self.freedom * math.log(left)
        found += float(np.sum(np.log1p(self.eigenvalues / ratio)))
        return found + (self._off(log_ratio) ** 2 if self.prior else 0.0)

    def criteria(self, log_ratios: Floats) -> Floats:
        """The same at each of these, at once."""
        ratios = np.exp(log_ratios)[:, None]
        left = self.squares - np.sum(self.pulls / (self.eigenvalues + ratios), axis=1)
        found = self.freedom * np.log(np.where(left > 0, left, np.inf))
        found += np.sum(np.log1p(self.eigenvalues / ratios), axis=1)
        if self.prior:
            found += (log_ratios + math.log(PRIOR_MEDIAN)) ** 2
        return np.asarray(found, dtype=np.float64)

    def slope(self, log_ratio: float) -> float:
        """The derivative of the criterion by log λ."""
        ratio = math.exp(log_ratio)
        shifted = self.eigenvalues + ratio
        grows = ratio * float(np.sum(self.pulls / shifted**2)) / self.left(ratio)
        found = self.freedom * grows - float(np.sum(self.eigenvalues / shifted))
        return found + (2 * self._off(log_ratio) if self.prior else 0.0)

    def _off(self, log_ratio: float) -> float:
        return log_ratio + math.log(PRIOR_MEDIAN)

    def best(self) -> float | None:
        """λ where the criterion is smallest; None at an end of all that was looked through."""
        at = int(np.argmin(self.criteria(LOG_RATIOS)))
        if at in (0, LOG_RATIOS.size - 1):
            return None
        low, high = float(LOG_RATIOS[at - 1]), float(LOG_RATIOS[at + 1])
        while low < (middle := (low + high) / 2) < high:  # until no number lies between
            low, high = (middle, high) if self.slope(middle) < 0 else (low, middle)
        endless = self.freedom * math.log(self.squares)
        if not self.prior and endless <= self.criterion((low + high) / 2):
            return None
        return math.exp((low + high) / 2)

    def without(self) -> Lacking:
        """Why there is no best λ: alike experts at infinity, nothing left at 0."""
        if self.explains_everything:
            return Lacking.NO_RESIDUAL
        ends = self.criterion(float(LOG_RATIOS[0])), self.freedom * math.log(self.squares)
        return Lacking.NO_RESIDUAL if ends[0] < ends[1] else Lacking.EQUAL_EXPERTS

    def likelihood(self, ratio: float | None, residual: float, observed: Observed) -> float:
        """(N − I)(1 + log 2πs²) + log|A + λI| − J log λ + Σ log n_i."""
        found = self.freedom * (1 + math.log(2 * math.pi * residual))
        if ratio is not None:
            found += float(np.sum(np.log1p(self.eigenvalues / ratio)))
        return found + float(np.sum(np.log(observed.of_case)))
