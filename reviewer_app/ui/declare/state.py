"""What declaring shows: the cases by their headers alone, and what is answered on each."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from review_protocol.documents.packet import ConflictAnswer, ConflictKind
from reviewer_app.errors import ExpectedFailure
from reviewer_app.services.rows import DeclareRow


class Stage(StrEnum):
    """Answering, signing, and waiting for the release that the server gives on it."""

    ANSWERING = "answering"
    SIGNING = "signing"
    WAITING = "waiting"


@dataclass(frozen=True, slots=True)
class DeclareState:
    """`rows` is None until they were read; `seen` are the cases whose row was on the screen."""

    rows: tuple[DeclareRow, ...] | None = None
    seen: frozenset[str] = frozenset()
    stage: Stage = Stage.ANSWERING
    syncing: bool = False
    failure: ExpectedFailure | None = None

    def row(self, number: str) -> DeclareRow:
        """The row of a case that is to be declared on."""
        return next(row for row in self.rows or () if row.headers.number == number)

    @property
    def answered(self) -> tuple[DeclareRow, ...]:
        return tuple(row for row in self.rows or () if is_complete(row))

    @property
    def open(self) -> tuple[DeclareRow, ...]:
        """Rows without any answer yet."""
        return tuple(row for row in self.rows or () if row.answer is None)

    @property
    def unfinished(self) -> int:
        """Ties that lack their kind, or a comment where the kind says nothing."""
        return len(self.rows or ()) - len(self.answered) - len(self.open)

    @property
    def all_seen(self) -> bool:
        return all(row.headers.number in self.seen for row in self.rows or ())

    @property
    def can_sign(self) -> bool:
        ready = bool(self.answered) and not self.unfinished
        return ready and self.stage is Stage.ANSWERING


def is_complete(row: DeclareRow) -> bool:
    """Whether this row can be signed as it stands."""
    if row.answer is None:
        return False
    if row.answer is ConflictAnswer.NONE:
        return True
    if row.conflict is None:
        return False
    return row.conflict is not ConflictKind.OTHER or bool(row.comment.strip())
