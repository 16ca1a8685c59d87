"""How long work asks whether it is still wanted."""

from __future__ import annotations

from collections.abc import Callable

Cancelled = Callable[[], bool]


def never() -> bool:
    """Where nobody can cancel."""
    return False
