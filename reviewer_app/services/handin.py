"""Handing in: the outbox, the sync with the server, and where a connection ends."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy import Connection

from review_protocol.documents.text import Bilingual
from reviewer_app.models.case_list import case_entry, list_cases
from reviewer_app.models.facts import FactName, fact_of, text_of
from reviewer_app.models.handed_over import handed_over
from reviewer_app.models.outbox import (
    StoredPacket,
    all_packets,
    packets_at,
    stored_packet,
    waiting_entries,
)
from reviewer_app.models.store import Store
from reviewer_app.services.adopting import adopt_signed_elsewhere
from reviewer_app.services.believed import known_checkpoint, trust_of
from reviewer_app.services.diagnosis import Diagnosis, KnownLog
from reviewer_app.services.network import Network
from reviewer_app.services.rows import DeliveryState, OutboxRow
from reviewer_app.sync.backoff import offers_hand_in
from reviewer_app.sync.clock import Clock, moment, timestamp
from reviewer_app.sync.proxies import ProxyChoice, keep_proxy, kept_proxy
from reviewer_app.sync.reports import Cancelled, Report, SyncReport


class HandIn:
    """Signed packets on their way, and their receipts."""

    def __init__(self, store: Store, network: Network, clock: Clock) -> None:
        self._store = store
        self._network = network
        self._clock = clock

    def outbox(self) -> tuple[OutboxRow, ...]:
        """All signed packets of this device, newest first."""
        with self._store.read() as connection:
            packets = all_packets(connection)
            names = _case_names(connection, packets)
            files = handed_over(connection)
        return tuple(
            _row(each, names.get(each.case or ""), files.get(each.id)) for each in reversed(packets)
        )

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
        done = self._network.sync(report, cancelled)
        now = timestamp(self._clock())
        self._store.perform(lambda connection: adopt_signed_elsewhere(connection, now))
        return done

    def diagnosis(self, server: str | None = None) -> Diagnosis:
        """What tries the way to the server, a step at a time; each step goes over the network.

        `server` is by default the one that this desk was enrolled with.
        """
        with self._store.read() as connection:
            trust, log = trust_of(connection), known_checkpoint(connection)
            split = fact_of(connection, FactName.SPLIT) is not None
        known = KnownLog(None if log is None else log.size, split=split)
        return Diagnosis(server or self.server(), trust, log=known, proxy=kept_proxy(self._store))

    def proxy(self) -> ProxyChoice:
        """Which proxy the person chose."""
        return kept_proxy(self._store)

    def use_proxy(self, choice: ProxyChoice) -> None:
        """Go by this proxy from now on; raises DiskFull, FolderReadOnly, StorageFault."""
        keep_proxy(self._store, choice)

    def offers_file(self, now: datetime) -> bool:
        """Whether the hand-in file is to be offered: eight tries in vain, or a day without."""
        with self._store.read() as connection:
            waiting = packets_at(connection, waiting_entries(connection))
        return any(offers_hand_in(now, each.tries, moment(each.signed_at)) for each in waiting)


def _case_names(connection: Connection, packets: Sequence[StoredPacket]) -> Mapping[str, Bilingual]:
    """Names by number; a case that has left the batch keeps its name too."""
    names = {entry.number: entry.name for entry in list_cases(connection)}
    for number in {each.case for each in packets if each.case} - names.keys():
        entry = case_entry(connection, number)
        if entry is not None:
            names[number] = entry.name
    return names


def _row(packet: StoredPacket, name: Bilingual | None, in_file: str | None) -> OutboxRow:
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
        in_file=None if packet.state is DeliveryState.RECEIVED else in_file,
    )
