"""Handing in: the outbox, the sync with the server, and where a connection ends."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from sqlalchemy import Connection

from review_protocol.documents.text import Bilingual
from reviewer_app.models.case_list import case_entry, list_cases
from reviewer_app.models.facts import FactName, text_of
from reviewer_app.models.outbox import StoredPacket, all_packets, stored_packet
from reviewer_app.models.store import Store
from reviewer_app.services.believed import trust_of
from reviewer_app.services.diagnosis import diagnosed
from reviewer_app.services.network import Network
from reviewer_app.services.rows import DiagnosisStep, OutboxRow
from reviewer_app.sync.client import ServerClient
from reviewer_app.sync.reports import Cancelled, Report, SyncReport

Connect = Callable[[str], ServerClient]


class HandIn:
    """Signed packets on their way, and their receipts."""

    def __init__(self, store: Store, network: Network, connect: Connect = ServerClient) -> None:
        self._store = store
        self._network = network
        self._connect = connect

    def outbox(self) -> tuple[OutboxRow, ...]:
        """All signed packets of this device, newest first."""
        with self._store.read() as connection:
            packets = all_packets(connection)
            names = _case_names(connection, packets)
        return tuple(_row(each, names.get(each.case or "")) for each in reversed(packets))

    def receipt(self, packet: str) -> str | None:
        """The receipt's text of a packet, None before it arrived."""
        with self._store.read() as connection:
            stored = stored_packet(connection, packet)
        return None if stored is None else stored.receipt

    def server(self) -> str:
        """The address of the server that this desk was enrolled with."""
        with self._store.read() as connection:
            return text_of(connection, FactName.SERVER) or ""

    def sync(self, report: Report, cancelled: Cancelled) -> SyncReport:
        """Network. Deliver, learn what changed, take in the batch and what may be seen.

        Raises NoConnection, UntrustedCertificate, NotOurServer, AnswerCutOff, ServerRefused,
        LogSplit, ManifestRolledBack, DamagedFile, DiskFull.
        """
        return self._network.sync(report, cancelled)

    def diagnose(self, server: str | None = None) -> tuple[DiagnosisStep, ...]:
        """Network. How far the way to the server goes: name, tcp, tls, signature.

        `server` is by default the one that this desk was enrolled with. Never raises for what
        it finds; a step that was not reached is skipped.
        """
        with self._store.read() as connection:
            trust = trust_of(connection)
        return diagnosed(server or self.server(), trust, self._connect)


def _case_names(connection: Connection, packets: Sequence[StoredPacket]) -> Mapping[str, Bilingual]:
    """Names by number; a case that has left the batch keeps its name too."""
    names = {entry.number: entry.name for entry in list_cases(connection)}
    for number in {each.case for each in packets if each.case} - names.keys():
        entry = case_entry(connection, number)
        if entry is not None:
            names[number] = entry.name
    return names


def _row(packet: StoredPacket, name: Bilingual | None) -> OutboxRow:
    return OutboxRow(
        packet=packet.id,
        kind=packet.kind,
        case=packet.case,
        case_name=name,
        signed_at=packet.signed_at,
        state=packet.state,
        disposition=packet.disposition,
        leaf=packet.leaf,
        tries=packet.tries,
        next_try=packet.next_try,
    )
