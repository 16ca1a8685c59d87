"""An outbox in memory: packets in every state, receipts of a real small log."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from threading import Event

from review_protocol.canonical import sha256_hex
from review_protocol.documents.leaf import Disposition, PacketLeaf
from review_protocol.translog import (
    Checkpoint,
    MemoryTiles,
    MerkleTree,
    NoteSigner,
    Receipt,
    leaf_hash,
    sign_checkpoint,
)
from reviewer_app.errors import Failure
from reviewer_app.services.looking_back import LookBack
from reviewer_app.services.rows import (
    DeliveryState,
    EvidenceReport,
    OutboxRow,
    SyncReport,
)
from reviewer_app.sync.reports import Cancelled, Progress, Report
from tests.builders.sample import the_sample
from tests.builders.world import ORIGIN, a_key

NOW = "2026-07-20T08:00:00Z"


def a_row(place: int, **changes: object) -> OutboxRow:
    """A score of one of the sample's cases, on this computer."""
    case = the_sample().cases[place % len(the_sample().cases)]
    row = OutboxRow(
        packet=sha256_hex(b"packet %d" % place),
        kind="score",
        case=case.number,
        case_name=case.headers.name,
        signed_at=f"2026-07-{10 + place % 20:02d}T09:1{place % 10}:00Z",
        state=DeliveryState.SIGNED,
        disposition=None,
        leaf=None,
        tries=0,
        next_try=None,
    )
    return replace(row, **changes)


def received(place: int, disposition: Disposition = Disposition.COUNTED, **more) -> OutboxRow:
    return a_row(
        place,
        state=DeliveryState.RECEIVED,
        disposition=disposition,
        leaf=1200 + place,
        tries=1,
        **more,
    )


def an_outbox() -> tuple[OutboxRow, ...]:
    """Every state, newest first."""
    return (
        a_row(1),
        a_row(2, kind="amendment", tries=3, next_try="2026-07-20T10:05:00Z"),
        a_row(3, state=DeliveryState.SENDING, tries=1),
        received(4),
        received(5, Disposition.HELD_LATE),
        received(6, kind="withdrawal"),
        received(7, Disposition.HELD_CASE_VERSION),
        received(8, kind="recusal"),
        received(9, kind="declaration", case=None, case_name=None),
        received(10, kind="acceptance", case=None, case_name=None),
    )


def a_receipt(row: OutboxRow) -> str:
    """A true receipt of a log with 1,300 leaves."""
    leaf = PacketLeaf(
        type="leaf/1",
        packet=row.packet,
        kid="d-aaaaaaaaaaaaaaaa",
        chain="0" * 32,
        seq=1,
        received=NOW,
        disposition=row.disposition or Disposition.COUNTED,
    ).entry()
    index = row.leaf or 0
    tree = MerkleTree(MemoryTiles())
    tree.append([leaf_hash(leaf if i == index else b"%d" % i) for i in range(1300)])
    signer = NoteSigner(ORIGIN, a_key(3))
    note = sign_checkpoint(Checkpoint(ORIGIN, tree.size, tree.root()), signer)
    return Receipt(leaf, index, tuple(tree.inclusion_proof(index)), note).to_text()


class OutboxInMemory:
    """Stands in for `HandIn`, `Evidence` and `LookingBack`; a sync is on its way until `go`."""

    def __init__(self, rows: tuple[OutboxRow, ...]) -> None:
        self.rows = rows
        self.failure: Failure | None = None
        self.go = Event()
        self.go.set()
        self.saved: list[tuple[Path, tuple[str, ...] | None]] = []

    def outbox(self) -> tuple[OutboxRow, ...]:
        return self.rows

    def look(self) -> LookBack:
        return LookBack(None)

    def receipt(self, packet: str) -> str | None:
        row = next(row for row in self.rows if row.packet == packet)
        return None if row.leaf is None else a_receipt(row)

    def sync(self, report: Report, cancelled: Cancelled) -> SyncReport:
        report(Progress("deliver", 1, 3))
        self.go.wait(10)
        if self.failure is not None:
            raise self.failure
        here = [row for row in self.rows if row.state is not DeliveryState.RECEIVED]
        delivered = {row.packet: place for place, row in enumerate(here)}
        self.rows = tuple(
            replace(
                row,
                state=DeliveryState.RECEIVED,
                disposition=Disposition.COUNTED,
                leaf=1250 + delivered[row.packet],
            )
            if row.packet in delivered
            else row
            for row in self.rows
        )
        return SyncReport(NOW, len(here), tuple(delivered), (), None, 0, 1300)

    def save(
        self,
        folder: Path,
        cases: tuple[str, ...] | None,
        report: Report,
        cancelled: Cancelled,
    ) -> EvidenceReport:
        report(Progress("evidence", 1, 7))
        self.saved.append((folder, cases))
        return EvidenceReport(str(folder / "evidence"), 7, 7)
