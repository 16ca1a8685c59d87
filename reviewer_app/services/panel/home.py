"""Whether experts score cases from their own country (region) higher: only where ties are known.

The device of a chair knows no expert's country. What it may know is told by the server, review by
review; while the server does not tell, nothing is computed and nothing guessed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import partial

import numpy as np
from sqlalchemy import Connection

from reviewer_app.cancelling import Cancelled, never
from reviewer_app.panel.adjusted import Lines, adjust, lines
from reviewer_app.panel.calibration import calibrate
from reviewer_app.panel.draws import seed_of
from reviewer_app.panel.home import HomeEffect, home_effect
from reviewer_app.panel.observed import Observed
from reviewer_app.services.panel.counted_scores import composite_of, counted_scores, weights_of
from reviewer_app.services.panel.rows import PanelTable


class Home(StrEnum):
    """In which way a reviewer's country (region) is one of the case's."""

    APPLICANT = "applicant"
    """It is the applicant's."""
    INVOLVED = "involved"
    """It is another one in which the case was implemented."""


Homes = Mapping[tuple[str, int], Home]
"""By case number and pseudonym, of the reviews from home alone; all others are from elsewhere."""


KnowsHomes = Callable[[Connection], Homes | None]
"""Reads from the desk's database what the server told of it; None where it tells nothing."""


@dataclass(frozen=True, slots=True)
class HomeEffects:
    """Each against all reviews from elsewhere; None where it cannot be told. `homes` says which
    reviews these are."""

    applicant: HomeEffect | None
    involved: HomeEffect | None
    homes: Homes


def home_effects(
    table: PanelTable, homes: Homes, rules: str, *, cancelled: Cancelled = never
) -> HomeEffects | None:
    """Of all counted reviews; None where none counts, or on cancel. `rules` is the rule file's
    hash: with the scores it gives the seed, as everywhere."""
    counted = counted_scores(table, partial(composite_of, weights=weights_of(table.rubric)))
    if counted is None:
        return None
    observed, fit = counted.observed, calibrate(counted.observed)
    each = lines(observed, fit, adjust(observed, fit))
    seed = seed_of(counted.inputs, rules)
    found = HomeEffects(
        applicant=_effect(observed, each, homes, Home.APPLICANT, seed, cancelled),
        involved=_effect(observed, each, homes, Home.INVOLVED, seed, cancelled),
        homes=homes,
    )
    return None if cancelled() else found


def _effect(
    observed: Observed, each: Lines, homes: Homes, kind: Home, seed: int, cancelled: Cancelled
) -> HomeEffect | None:
    """Of this kind against reviews from elsewhere; those of the other kind are left out."""
    of = [
        homes.get((observed.cases[i], int(observed.experts[j])))
        for i, j in zip(observed.case, observed.expert, strict=True)
    ]
    other = np.array([home is not None and home is not kind for home in of])
    known = Lines(np.where(other, np.nan, each.left), each.leverage)
    at_home = np.array([home is kind for home in of])
    return home_effect(observed, known, at_home, seed=seed, cancelled=cancelled)
