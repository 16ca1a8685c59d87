"""The dispute dossier of a case: proofs, a record that they bear out, and pages to read."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection

from review_protocol.documents.draws import Draw
from review_protocol.keys import Randomness
from review_protocol.translog import Receipt
from reviewer_app.cancelling import Cancelled, never
from reviewer_app.errors import NotPermitted
from reviewer_app.models.collected import experts
from reviewer_app.models.store import Store
from reviewer_app.services.defending.case_proofs import CaseProofs, case_proofs, with_words
from reviewer_app.services.defending.dispute_record import (
    RECORD,
    DisputeRecord,
    Signed,
    StatedDraw,
    StatedScore,
    decisions_in,
    standings,
)
from reviewer_app.services.evidence_files import evidence_parts
from reviewer_app.services.folder_saving import FolderSaving, told
from reviewer_app.services.panel.room import PanelRoom
from reviewer_app.sync.clock import Clock, timestamp
from reviewer_app.sync.reports import Progress, Report

Pages = Callable[[CaseProofs, DisputeRecord], Mapping[str, bytes]]
"""Draws what people read of a dossier: contents by file name."""


@dataclass(frozen=True, slots=True)
class SavedDispute:
    """`folder` is empty where there was nothing to prove, or it was cancelled."""

    folder: str
    packets: int
    left_out: int
    """Packets that are here and do not verify: no part of the dossier."""


class Disputes:
    """For who may see the case's scores: chairs, deputies, the head; staff once it is closed."""

    def __init__(
        self,
        store: Store,
        panel: PanelRoom,
        pages: Pages,
        clock: Clock,
        randomness: Randomness = secrets.token_bytes,
    ) -> None:
        self._store = store
        self._panel = panel
        self._pages = pages
        self._saving = FolderSaving(store, clock, randomness)
        self._clock = clock

    def save(
        self,
        number: str,
        folder: Path,
        report: Report = lambda progress: None,
        cancelled: Cancelled = never,
    ) -> SavedDispute:
        """Write the dossier of a case into a new folder inside `folder`, whole or not at all.

        Reports "evidence" with the packets that are written. Raises as `PanelRoom.open`,
        NotPermitted for a case that is withheld, and DiskFull, FolderReadOnly, StorageFault.
        """
        if self._panel.open(number).row.withheld:
            raise NotPermitted("see scores")
        with self._store.read() as connection:
            found = case_proofs(connection, number)
            record = self._record(connection, number, found)
        count = len(found.proofs.packets)
        if not count or cancelled():
            return SavedDispute("", count, found.left_out)
        report(Progress("evidence", 0, count))
        beside = {RECORD: record.body(), **self._pages(found, record)}
        target = self._saving.new_folder(folder, f"dispute-{number}")
        parts = told(evidence_parts(with_words(found.proofs, beside)), count, report)
        whole = self._saving.save(target, parts, cancelled)
        return SavedDispute(str(target) if whole else "", count, found.left_out)

    def _record(self, connection: Connection, number: str, found: CaseProofs) -> DisputeRecord:
        pseudonyms = {row.kid: row.pseudonym for row in experts(connection)}
        return DisputeRecord(
            case=number,
            made=timestamp(self._clock()),
            left_out=found.left_out,
            scores=tuple(
                StatedScore(
                    packet=each.id,
                    pseudonym=pseudonyms.get(_kid(each)),
                    standing=stands,
                    disposition=each.disposition,
                )
                for each, stands in standings(found.signed, found.rules)
            ),
            decisions=decisions_in(found.signed),
            draws=tuple(_stated(each) for each in found.draws),
            rules=None if found.rules is None else found.rules.id,
        )


def _stated(draw: Draw) -> StatedDraw:
    return StatedDraw(
        round=draw.round,
        made=draw.made,
        reviews_per_case=draw.reviews_per_case,
        case=draw.case,
        seed=draw.seed,
        record=draw.record,
        leaf=None if draw.receipt is None else Receipt.parse(draw.receipt).index,
    )


def _kid(signed: Signed) -> str:
    return signed.document.header.kid
