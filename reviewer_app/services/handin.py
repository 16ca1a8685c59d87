"""Handing in: the outbox, the sync with the server, and where a connection ends."""

from __future__ import annotations

from reviewer_app.services.rows import DiagnosisStep, OutboxRow, SyncReport
from reviewer_app.sync.reports import Cancelled, Report


class HandIn:
    """Signed packets on their way, and their receipts."""

    def outbox(self) -> tuple[OutboxRow, ...]:
        """All signed packets of this device, newest first."""
        raise NotImplementedError

    def receipt(self, packet: str) -> str | None:
        """The receipt's text of a packet, None before it arrived."""
        raise NotImplementedError

    def sync(self, report: Report, cancelled: Cancelled) -> SyncReport:
        """Network. Deliver, learn what changed, take in the batch and what may be seen.

        Raises NoConnection, UntrustedCertificate, NotOurServer, AnswerCutOff, ServerRefused,
        LogSplit, ManifestRolledBack, DamagedFile, DiskFull.
        """
        raise NotImplementedError

    def diagnose(self, server: str | None = None) -> tuple[DiagnosisStep, ...]:
        """Network. How far the way to the server goes: name, tcp, tls, signature.

        `server` is by default the one that this desk was enrolled with. Never raises.
        """
        raise NotImplementedError
