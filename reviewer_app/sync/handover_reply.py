"""The reply to a hand-in file: what a sync would have told, verified and kept in the same way."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection

from review_protocol.armour import ARMOUR_LIMIT, Armoured, Purpose, read_armour
from review_protocol.canonical import from_base64, parse_canonical
from review_protocol.documents.answers import LogView, RefusalCode
from review_protocol.documents.batch import Manifest
from review_protocol.documents.handover import HandoverReply
from review_protocol.envelope import read_envelope
from review_protocol.exchange import HANDOVER_LIMIT
from review_protocol.failures import TooLarge
from review_protocol.file_failures import NoBlock
from review_protocol.handover import signed_reply, unsealed_reply
from review_protocol.translog import open_checkpoint
from reviewer_app.errors import LogSplit, ServerRefused
from reviewer_app.errors_files import FileProblem, UnusableFile
from reviewer_app.models.facts import FactName, keep_fact, text_of
from reviewer_app.models.outbox import StoredPacket, stored_packet
from reviewer_app.models.store import Store
from reviewer_app.models.vault import Vault
from reviewer_app.sync.batch_fetch import BatchFetch
from reviewer_app.sync.clock import Clock, timestamp
from reviewer_app.sync.file_parts import FileSource, GivenByFile, file_failures, newer_trust
from reviewer_app.sync.knowledge import (
    Knowledge,
    is_closed_here,
    keep_log,
    keep_state,
    keep_trust,
    read_knowledge,
)
from reviewer_app.sync.notices import TakingNotices
from reviewer_app.sync.reading_aids import ReadingAids
from reviewer_app.sync.receipts import KeptReceipts, keep_receipts
from reviewer_app.sync.reports import BatchReport, Cancelled, Progress, Report
from reviewer_app.sync.taking_in import known_manifest
from reviewer_app.sync.trust import TrustState


@dataclass(frozen=True, slots=True)
class Replied:
    """What one reply brought; `batch` is None where it told of none that is newer."""

    receipts: KeptReceipts
    batch: BatchReport | None


@dataclass(frozen=True, slots=True)
class _Verified:
    """A reply of the server to this device, and the keys that it is to be believed by."""

    reply: HandoverReply
    trust: TrustState


@dataclass(frozen=True, slots=True)
class ReplyFile:
    """Takes the replies in some files in; what is wrong with one is told before any is kept."""

    store: Store
    vault: Vault
    aids: ReadingAids
    clock: Clock

    def take(
        self, paths: Sequence[Path], report: Report, cancelled: Cancelled
    ) -> tuple[Replied, ...]:
        """Take everything in these files in; done again, it changes nothing.

        Parts of one reply may lie in several. Raises UnusableFile, LogSplit, ServerRefused (the
        device was revoked), ManifestRolledBack, AppTooOld, DamagedFile, DamagedProfile, DiskFull,
        FolderReadOnly, StorageFault.
        """
        known = read_knowledge(self.store, self.vault)
        verified = [self._verified(path, found, known) for path, found in _read(paths)]
        answers = []
        for done, each in enumerate(verified):
            report(Progress("receipts", done, len(verified)))
            answers.append(self._keep(each, report, cancelled))
        return tuple(answers)

    def _verified(self, path: Path, found: Armoured, known: Knowledge) -> _Verified:
        deployment, kid = known.trust.deployment, found.device
        exchange_key = self.vault.opens(kid)
        with file_failures(path):
            if exchange_key is None:
                kid, exchange_key = self.vault.kid, self.vault.exchange_key
            found.require(deployment=deployment, device=kid)
            envelope = unsealed_reply(found.sealed, exchange_key, deployment=deployment, kid=kid)
            body = read_envelope(envelope, limit=HANDOVER_LIMIT).body
            said = HandoverReply.from_fields(parse_canonical(body))
            trust = newer_trust(known.trust, from_base64(said.trust))
            signed = signed_reply(envelope, trust.server_keys, deployment=deployment, kid=kid)
            reply = signed.document
            open_checkpoint(reply.log, trust.log_verifiers)
        if reply.person != known.certificate.person:
            raise UnusableFile(path, FileProblem.OTHER_PERSON)
        return _Verified(reply, trust)

    def _keep(self, verified: _Verified, report: Report, cancelled: Cancelled) -> Replied:
        """The log first, for nothing else counts where it is split; then as a sync does."""
        reply, trust = verified.reply, verified.trust
        known = read_knowledge(self.store, self.vault)
        keep_trust(self.store, known, trust, timestamp(self.clock()))
        is_news = self._keep_log(reply, trust)
        now = timestamp(self.clock())
        sent = self._sent(each.packet for each in reply.arrived)
        receipts = keep_receipts(self.store, sent, reply.arrived, trust, now)
        notices = TakingNotices(self.store, trust, known.certificate)
        notices.take([from_base64(each) for each in reply.notices], now)
        if not is_news or reply.kid != self.vault.kid:
            return Replied(receipts, None)  # to keys that others followed, it says no more
        keep_state(self.store, reply, trust, now)
        self._note_synced(reply.issued)
        if self.vault.kid not in {device.kid for device in reply.devices}:
            raise ServerRefused(RefusalCode.REVOKED_DEVICE, "the device is not in use")
        return Replied(receipts, self._batch(reply, trust, known, report, cancelled))

    def _keep_log(self, reply: HandoverReply, trust: TrustState) -> bool:
        """Keep the newest checkpoint where it is proved to extend the known one; answers whether
        the reply is at least as new as what is known.

        A reply to an earlier file than the last one proves nothing about what came between: its
        checkpoint is passed over. Raises LogSplit.
        """
        known = read_knowledge(self.store, self.vault)
        offered = open_checkpoint(reply.log, trust.log_verifiers)
        here = known.known_log
        if here is None or here.size in (0, reply.known_size, offered.size):
            proof = () if here is not None and here.size == offered.size else reply.consistency
            view = LogView(checkpoint=reply.log, consistency=proof)
            keep_log(self.store, known.checkpoint, view, trust)
            return True
        if known.split:
            raise LogSplit(here.size, offered.size)
        return offered.size > here.size

    def _sent(self, packets: Iterable[str]) -> dict[str, StoredPacket]:
        with self.store.read() as connection:
            found = [stored_packet(connection, packet) for packet in packets]
        return {each.id: each for each in found if each is not None}

    def _note_synced(self, issued: str) -> None:
        """What is known is as new as this."""

        def keep(connection: Connection) -> None:
            if (text_of(connection, FactName.SYNCED_AT) or "") < issued:
                keep_fact(connection, FactName.SYNCED_AT, issued)

        self.store.perform(keep)

    def _batch(
        self,
        reply: HandoverReply,
        trust: TrustState,
        known: Knowledge,
        report: Report,
        cancelled: Cancelled,
    ) -> BatchReport | None:
        """Manifest and releases, where they are not older than what is here."""
        if reply.manifest is None or is_closed_here(self.store, reply):
            return None
        given = GivenByFile(reply.manifest, reply.releases)
        if _number(given) < _standing(self.store):
            return None
        source = FileSource(known.server, trust)
        fetch = BatchFetch(self.store, self.vault, source, known.certificate, self.clock, self.aids)
        return fetch.run(given, report, cancelled)


def _read(paths: Sequence[Path]) -> list[tuple[Path, Armoured]]:
    """The replies in these files; all are whole. Raises UnusableFile, naming the file at fault."""
    contents = {}
    for path in paths:
        with file_failures(path):
            if path.stat().st_size > ARMOUR_LIMIT:
                raise TooLarge(path.stat().st_size, ARMOUR_LIMIT)
            contents[path] = path.read_bytes()
    with file_failures(paths[0]):
        together = read_armour(contents.values())
    for path, content in contents.items():
        with file_failures(path):
            alone = read_armour([content]).failures
            if alone and (together.failures or isinstance(alone[0], NoBlock)):
                raise alone[0]
    found = [each for each in together.found if each.purpose is Purpose.RECEIPTS]
    if not found:
        raise UnusableFile(paths[0], FileProblem.HAND_IN)
    return [(paths[0], each) for each in found]


def _number(given: GivenByFile) -> int:
    """The manifest's number, as it says; it is verified before it is kept."""
    return Manifest.from_body(read_envelope(from_base64(given.manifest)).body).number


def _standing(store: Store) -> int:
    known = known_manifest(store)
    return 0 if known is None else known.number
