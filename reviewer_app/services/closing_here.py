"""Closing a round on this computer: its texts are erased, its receipts stay, and that is signed."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection

from review_protocol.documents.acts import ErasurePacket
from reviewer_app.errors import NotAllReceipted
from reviewer_app.models.backups import all_backups, present_counts
from reviewer_app.models.erased import closed_rounds
from reviewer_app.models.erasing import (
    cases_to_erase,
    erase_files,
    erase_rows,
    erase_traces,
    has_traces,
)
from reviewer_app.models.outbox import waiting_packets
from reviewer_app.models.store import Store
from reviewer_app.services.signer import Signer
from reviewer_app.services.standing import standing_manifest


@dataclass(frozen=True, slots=True)
class ClosingPreview:
    """What would be erased; `waiting` packets have no receipt yet, and hold it up."""

    round: int
    cases: int
    drafts: int
    packets: int
    waiting: int
    backups: int
    closed: bool
    """It was done already; what is left of it is finished by doing it again."""


@dataclass(frozen=True, slots=True)
class ClosedHere:
    """The round is closed on this computer; `packet` says so to the server at the next sync."""

    round: int
    cases: int
    packet: str | None
    """None where it had been closed before, and only what was left was done."""


class ClosingHere:
    """The round of the batch that stands. With it go the texts of all rounds before."""

    def __init__(self, store: Store, signer: Signer) -> None:
        self._store = store
        self._signer = signer

    def preview(self) -> ClosingPreview | None:
        """What would be erased; None before the first batch. Raises StorageFault."""
        with self._store.read() as connection:
            manifest = standing_manifest(connection)
            if manifest is None:
                return None
            counts = present_counts(connection)
            return ClosingPreview(
                round=manifest.document.round.number,
                cases=cases_to_erase(connection),
                drafts=counts.revisions,
                packets=counts.packets,
                waiting=len(waiting_packets(connection)),
                backups=len(all_backups(self._store.folder)),
                closed=manifest.document.round.number in closed_rounds(connection),
            )

    def is_unfinished(self) -> bool:
        """Whether closing was cut off after it was signed: then `close` does what is left."""
        with self._store.read() as connection:
            manifest = standing_manifest(connection)
            if manifest is None:
                return False
            is_closed = manifest.document.round.number in closed_rounds(connection)
            return is_closed and has_traces(connection, self._store.folder)

    def close(self, *, without_receipts: bool = False) -> ClosedHere:
        """Erase texts, quotes, drafts, keys, attachments and backups, and sign that it was done.

        Copies outside the database go first, then all in it goes in the transaction that signs;
        cut off anywhere, it is done again. `without_receipts` is for a person who has saved the
        hand-in file: what has no receipt then is in that file alone. Raises NotAllReceipted,
        PassphraseNeeded, RolledBackDesk, DiskFull, FolderReadOnly, StorageFault, and ValueError
        before the first batch.
        """
        preview = self.preview()
        if preview is None:
            raise ValueError("there is no round to close")
        if preview.closed:
            self._erase_copies()
            return ClosedHere(preview.round, 0, None)
        if preview.waiting and not without_receipts:
            raise NotAllReceipted(preview.waiting)
        self._signer.require_keys()
        erase_files(self._store.folder)
        signed = self._store.perform(self._erased)
        self._erase_copies()
        return ClosedHere(preview.round, preview.cases, signed)

    def _erased(self, connection: Connection) -> str:
        manifest = standing_manifest(connection)
        if manifest is None:
            raise ValueError("there is no round to close")
        cases = cases_to_erase(connection)
        erase_rows(connection)
        return self._signer.sign(
            connection,
            lambda stem: ErasurePacket(
                **stem,
                round=manifest.document.round.number,
                manifest=manifest.id,
                cases=cases,
            ),
        )

    def _erase_copies(self) -> None:
        """A backup may have been made meanwhile; freed pages lie in the database and its log."""
        erase_files(self._store.folder)
        erase_traces(self._store.folder, self._store.key)
