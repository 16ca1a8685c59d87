"""The root of all expected failures; `errors` names every one of them."""

from __future__ import annotations

from review_protocol.late_dataclasses import dataclass


@dataclass(eq=False)
class ExpectedFailure(Exception):
    """Root of all expected failures: the person is told, nothing is lost."""
