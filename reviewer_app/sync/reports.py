"""What a sync tells while it works, and when it is done."""

from __future__ import annotations

from collections.abc import Callable

from review_protocol.late_dataclasses import dataclass
from reviewer_app.cancelling import Cancelled, never

__all__ = [
    "BatchReport",
    "Cancelled",
    "NoticesTaken",
    "Progress",
    "Report",
    "SyncReport",
    "never",
]


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a long act is; `total` is None while unknown. `what` is a key for the wording."""

    what: str
    done: int
    total: int | None


Report = Callable[[Progress], None]


@dataclass(frozen=True, slots=True)
class BatchReport:
    """What taking in a batch brought."""

    manifest: int
    cases: int
    released: int
    files_fetched: int
    files_waiting: int


@dataclass(frozen=True, slots=True)
class NoticesTaken:
    """What taking some notices brought.

    `missing` are numbers below the highest that never came; `contradicted` those under which the
    server signed two different notices; `refused` counts what is not validly signed for this
    person: it left no trace.
    """

    new: int
    missing: tuple[int, ...]
    contradicted: tuple[int, ...]
    refused: int


@dataclass(frozen=True, slots=True)
class SyncReport:
    """What a sync did; packet ids by their disposition."""

    at: str
    delivered: int
    received: tuple[str, ...]
    held: tuple[str, ...]
    batch: BatchReport | None
    collected: int
    log_size: int
    notices: NoticesTaken | None = None
    """None where the server gives none."""
