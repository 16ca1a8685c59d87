"""What the hand-in screen shows: packets and their way, a receipt, the connection."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from reviewer_app.errors import Failure
from reviewer_app.services.looking_back import LookBack
from reviewer_app.services.rows import DeliveryState, EvidenceReport, OutboxRow
from reviewer_app.ui.handin.receipts import ReceiptFacts


class Part(StrEnum):
    """Which packets are in the list."""

    ALL = "all"
    HERE = "here"
    RECEIVED = "received"
    HELD = "held"

    def holds(self, row: OutboxRow) -> bool:
        """Whether a packet belongs to this part."""
        received = row.state is DeliveryState.RECEIVED
        counted = row.disposition is None or row.disposition.counts
        match self:
            case Part.HERE:
                return not received
            case Part.RECEIVED:
                return received and counted
            case Part.HELD:
                return received and not counted
            case _:
                return True


@dataclass(frozen=True, slots=True)
class HandInState:
    """`rows` are all packets, newest first; `part` says which of them are listed.

    `look` is what may be worth a second look before more is handed in; None until it was read.
    """

    rows: tuple[OutboxRow, ...] = ()
    is_loaded: bool = False
    part: Part = Part.ALL
    chosen: str | None = None
    receipt: ReceiptFacts | None = None
    reads_receipt: bool = False
    evidence: EvidenceReport | None = None
    look: LookBack | None = None
    failure: Failure | None = None

    @property
    def listed(self) -> tuple[OutboxRow, ...]:
        return tuple(row for row in self.rows if self.part.holds(row))

    @property
    def chosen_row(self) -> OutboxRow | None:
        return next((row for row in self.rows if row.packet == self.chosen), None)

    @property
    def comparable(self) -> LookBack | None:
        """Marks that can be laid side by side; None where they are fewer than two."""
        return self.look if self.look is not None and len(self.look.cases) > 1 else None

    def count(self, part: Part) -> int:
        """How many packets belong to a part."""
        return sum(part.holds(row) for row in self.rows)
