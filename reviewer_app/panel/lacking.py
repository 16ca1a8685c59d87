"""Why a figure is not given: nothing is computed that the scores cannot give."""

from enum import StrEnum


class Lacking(StrEnum):
    """A reason that stands in the place of a number."""

    NO_SCORE = "no_score"
    ONE_SCORE = "one_score"
    NO_FREEDOM = "no_freedom"
    """N = I: every case has one score, so nothing tells experts from cases."""
    NO_RESIDUAL = "no_residual"
    """Experts and cases explain every score: no error is left to measure anything by."""
    EQUAL_EXPERTS = "equal_experts"
    """λ → ∞: no difference between the experts' strictness is seen at all."""
    EQUAL_CASES = "equal_cases"
    """τ² = 0: the cases differ by no more than chance."""
    WHOLE_LEVERAGE = "whole_leverage"
    """The fitted value is the score itself; without it the case has none."""
    NOT_COMPLETE = "not_complete"
    """Not every expert scored every case."""
