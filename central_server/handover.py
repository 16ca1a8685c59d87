"""Hand-over by file: what a desk wrote without a connection taken in, and the answer to it.

The packets are opened, judged and logged by what takes a delivery in; only the transaction is this
process's own, so that an operator's command works while the server runs.
"""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import Executor
from dataclasses import dataclass
from typing import Literal

from sqlalchemy import Connection, select

from central_server.batches import IssuedManifest, Issuer, manifest_for
from central_server.clock import Clock, timestamp
from central_server.delivery import Sorted, TakeIn, open_packets
from central_server.devices import Device, Keyring, device_rows, find_device
from central_server.facts import Fact, read_fact
from central_server.failures import ServerFailure
from central_server.handover_grace import FileFacts
from central_server.home import ServerKeys
from central_server.log import Log, log_size
from central_server.notices import notices_after
from central_server.releases import release_for
from central_server.restored import awaits
from central_server.revocation import changes_for
from central_server.rounds import current_round
from central_server.server import deployment_of
from central_server.store import schema
from central_server.store.listed import among, listed
from central_server.store.store import Store
from review_protocol.armour import Armoured, Purpose, armour_texts
from review_protocol.canonical import from_base64, to_base64
from review_protocol.documents.answers import Arrived
from review_protocol.documents.handover import Handover, HandoverReply
from review_protocol.failures import ProtocolFailure
from review_protocol.file_failures import OtherDeployment, OtherDevice
from review_protocol.handover import opened_handover, sealed_reply

_STORED = select(schema.packet.c.id).where(among(schema.packet.c.id, "ids"))


@dataclass(eq=False)
class CannotTakeIn(ServerFailure):
    """A whole block that this server cannot use; nothing of it was taken in."""

    reason: Literal["receipts", "deployment", "device", "unreadable"]
    device: str


@dataclass(frozen=True, slots=True)
class Counts:
    """What became of a hand-over's packets; those that arrived are new or known."""

    new: int
    known: int
    not_counting: int
    rejected: int


@dataclass(frozen=True, slots=True)
class HandedOver:
    """One hand-over taken in, and the reply to it as blocks of text."""

    person: str
    name: str
    kid: str
    counts: Counts
    reply: str


class Intake:
    """Takes hand-overs in, one after the other; each is committed before its reply is there."""

    def __init__(
        self, store: Store, log: Log, keys: ServerKeys, clock: Clock, verifying: Executor
    ) -> None:
        """`verifying` is a thread that verifies signatures beside the calling one."""
        with store.read() as connection:
            self._issuer = Issuer(deployment_of(read_fact(connection, Fact.ROOT_KEY)), keys.server)
        self._store = store
        self._log = log
        self._keys = keys
        self._clock = clock
        self._verifying = verifying
        self._facts = FileFacts(self._issuer.deployment)

    def take(self, found: Armoured) -> HandedOver:
        """Take one hand-over in; done again it changes nothing, and is answered with what is new.

        Raises CannotTakeIn, LogNotTrusted, NotFounded.
        """
        device, handover, envelopes = self._opened(found)
        delivery = open_packets(envelopes, Keyring(self._store, device).find, self._verifying)
        arrived, new = self._arrived(delivery) if delivery.packets else ((), 0)
        reply = self._reply(device, handover, arrived, delivery)
        sealed = sealed_reply(reply, self._keys.server, device.exchange_key)
        texts = armour_texts(
            Armoured(Purpose.RECEIPTS, self._issuer.deployment, device.kid, sealed)
        )
        counts = Counts(
            new=new,
            known=len(arrived) - new,
            not_counting=sum(not each.disposition.counts for each in arrived),
            rejected=len(delivery.rejected),
        )
        person = device.person
        return HandedOver(person.id, person.name, device.kid, counts, "".join(texts))

    def _opened(self, found: Armoured) -> tuple[Device, Handover, list[bytes]]:
        deployment = self._issuer.deployment
        if found.purpose is not Purpose.HAND_IN:
            raise CannotTakeIn("receipts", found.device)
        with self._store.read() as connection:
            device = find_device(connection, found.device)
        try:
            found.require(deployment=deployment)
            if device is None:
                raise CannotTakeIn("device", found.device)
            handover = opened_handover(
                found.sealed, self._keys.intake, deployment=deployment, kid=device.kid
            )
            return device, handover, [from_base64(each) for each in handover.packets]
        except OtherDeployment as error:
            raise CannotTakeIn("deployment", found.device) from error
        except OtherDevice as error:
            raise CannotTakeIn("device", found.device) from error
        except ProtocolFailure as error:
            raise CannotTakeIn("unreadable", found.device) from error

    def _arrived(self, delivery: Sorted) -> tuple[tuple[Arrived, ...], int]:
        """One transaction, as the server's writer does it; answers also how many are new."""
        ids = {packet.id for packet in delivery.packets}
        work = TakeIn(delivery, self._facts, self._clock, self._issuer)
        with self._store.write() as connection:
            self._log.check(connection)
            known = set(connection.execute(_STORED, {"ids": listed(ids)}).scalars())
            group = self._log.open_group(connection)
            finish = work(group)
            appended = self._log.append(group)
            arrived = finish(appended)
        if appended.entries:
            self._log.keep_copy(appended.note)
        return arrived, len(ids - known)

    def _reply(
        self, device: Device, handover: Handover, arrived: tuple[Arrived, ...], delivery: Sorted
    ) -> HandoverReply:
        """What a sync would tell now; a revoked device hears what became of its packets only."""
        person, now = device.person.id, timestamp(self._clock())
        with self._store.write() as connection:
            manifest, releases = self._batch(connection, device, now)
            known = self._known_size(connection, handover)
            view = self._log.view(connection, known)
            return HandoverReply(
                deployment=self._issuer.deployment,
                person=person,
                kid=device.kid,
                arrived=arrived,
                rejected=delivery.rejected,
                changes=changes_for(connection, self._log, person),
                devices=() if device.revoked else device_rows(connection, person),
                round=current_round(connection),
                releases=releases,
                notices=tuple(
                    to_base64(each) for each in notices_after(connection, person, handover.notices)
                ),
                manifest=None if manifest is None else to_base64(manifest.envelope),
                trust=to_base64(read_fact(connection, Fact.TRUST)),
                log=view.checkpoint,
                known_size=known,
                consistency=view.consistency,
                issued=now,
            )

    def _batch(
        self, connection: Connection, device: Device, now: str
    ) -> tuple[IssuedManifest | None, tuple[str, ...]]:
        if device.revoked or awaits(connection, device.kid):
            return None, ()
        manifest = manifest_for(connection, device.person, self._issuer, now)
        if manifest is None:
            return None, ()
        release = release_for(connection, device, manifest, self._issuer, now)
        return manifest, () if release is None else (to_base64(release),)

    def _known_size(self, connection: Connection, handover: Handover) -> int:
        """The size from which the log's growth can be proved; 0 for another log, or a longer one
        than this: the desk will see for itself."""
        known = handover.known
        if known is None or known.origin != self._log.origin:
            return 0
        return known.size if known.size <= log_size(connection) else 0


def joined(contents: Sequence[HandedOver]) -> str:
    """The replies to some hand-overs of one device as the text of one file."""
    return "\n".join(each.reply for each in contents)
