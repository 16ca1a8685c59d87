"""What the look over one's own marks shows."""

from __future__ import annotations

from dataclasses import dataclass

from reviewer_app.errors import Failure
from reviewer_app.services.looking_back import LookBack


@dataclass(frozen=True, slots=True)
class OverviewState:
    """`look` is None until the desk was read."""

    look: LookBack | None = None
    failure: Failure | None = None
