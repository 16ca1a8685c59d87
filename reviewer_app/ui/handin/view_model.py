"""Moves the hand-in screen from state to state: outbox, receipts, evidence, diagnosis."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject

from reviewer_app.errors import Failure
from reviewer_app.services.looking_back import LookBack
from reviewer_app.services.rows import EvidenceReport, OutboxRow
from reviewer_app.sync.reports import Cancelled, Report
from reviewer_app.ui.handin.receipts import receipt_facts
from reviewer_app.ui.handin.state import HandInState, Part
from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.kit.lane import Lane
from reviewer_app.ui.syncing import Syncing


class HandsIn(Protocol):
    """The part of the service `HandIn` that the screen needs beside the sync."""

    def outbox(self) -> tuple[OutboxRow, ...]: ...
    def receipt(self, packet: str) -> str | None: ...


class SavesEvidence(Protocol):
    """The part of the service `Evidence` that the screen needs."""

    def save(
        self,
        folder: Path,
        cases: tuple[str, ...] | None,
        report: Report,
        cancelled: Cancelled,
    ) -> EvidenceReport: ...


class LooksBack(Protocol):
    """The part of the service `LookingBack` that the screen needs."""

    def look(self) -> LookBack: ...


class HandInViewModel(QObject):
    """Reads the outbox again after every sync; `syncing` is the application's one sync."""

    changed = Event(HandInState)

    def __init__(
        self,
        handin: HandsIn,
        evidence: SavesEvidence,
        syncing: Syncing,
        *,
        looking: LooksBack,
        database: Lane,
        network: Lane,
    ) -> None:
        super().__init__()
        self.syncing = syncing
        self._handin = handin
        self._evidence = evidence
        self._looking = looking
        self._database = database
        self._network = network
        self._state = HandInState()
        syncing.history.ended.connect(self.load)

    @property
    def state(self) -> HandInState:
        return self._state

    def load(self, _ended: None = None) -> None:
        """Read the outbox, and one's marks side by side; the chosen packet stays chosen."""
        self._database.run(self._handin.outbox, owner=self, done=self._loaded, failed=self._failed)
        self._database.run(self._looking.look, owner=self, done=self._looked, failed=self._failed)

    def list_part(self, part: Part) -> None:
        """List all packets, or those on this computer, received, held."""
        self._show(replace(self._state, part=part))

    def choose(self, packet: str) -> None:
        """Choose a packet and read its receipt."""
        receipt = self._state.receipt if packet == self._state.chosen else None
        reads = receipt is None
        self._show(replace(self._state, chosen=packet, receipt=receipt, reads_receipt=reads))
        work = partial(self._receipt_of, packet)
        self._database.run(work, owner=self, done=self._found_receipt, failed=self._failed)

    def save_evidence(self, folder: Path, cases: tuple[str, ...] | None) -> None:
        """Save the evidence of these cases (None: of everything received) into a folder."""
        self._show(replace(self._state, evidence=None, failure=None))
        work = partial(self._evidence.save, folder, cases)
        self.syncing.act("evidence", work, owner=self, done=self._saved, failed=self._failed)

    def dismiss(self) -> None:
        """Put away what was told of the last act."""
        self._show(replace(self._state, failure=None, evidence=None))

    def _receipt_of(self, packet: str) -> tuple[str, str | None]:
        return packet, self._handin.receipt(packet)

    def _loaded(self, rows: tuple[OutboxRow, ...]) -> None:
        self._show(replace(self._state, rows=rows, is_loaded=True))
        chosen = self._state.chosen_row
        if chosen is None and rows:
            self.choose(rows[0].packet)
        elif chosen is not None and self._state.receipt is None:
            self.choose(chosen.packet)

    def _looked(self, look: LookBack) -> None:
        self._show(replace(self._state, look=look))

    def _found_receipt(self, found: tuple[str, str | None]) -> None:
        packet, text = found
        if packet == self._state.chosen:
            receipt = receipt_facts(text) if text is not None else None
            self._show(replace(self._state, receipt=receipt, reads_receipt=False))

    def _saved(self, report: EvidenceReport) -> None:
        self._show(replace(self._state, evidence=report))

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, Failure):
            raise error
        self._show(replace(self._state, failure=error, reads_receipt=False))

    def _show(self, state: HandInState) -> None:
        self._state = state
        self.changed.emit(state)
