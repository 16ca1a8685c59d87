"""Afterwards: what the devices hold and were told, against the bytes of the server's log."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from sqlalchemy import Connection, select, text

from review_protocol.canonical import from_base64
from review_protocol.documents.leaf import Disposition, PacketLeaf, read_entry
from review_protocol.documents.packet import ScorePacket
from review_protocol.documents.score import Answers
from review_protocol.failures import ProtocolFailure
from review_protocol.keys import VerifyKey
from review_protocol.opening import FindKey, opened_packet
from review_protocol.translog import NoteVerifier, Receipt, verify_receipts
from reviewer_app.demo.server import ServerTrouble
from reviewer_app.errors import ExpectedFailure
from reviewer_app.models.backups import all_backups, verified_counts
from reviewer_app.models.outbox import StoredPacket, all_packets
from reviewer_app.models.own_certificates import certificate_for
from reviewer_app.models.schema import draft_revision
from reviewer_app.models.store import Store, open_store
from reviewer_app.models.vault import Vault, is_profile, open_vault
from reviewer_app.services.believed import trust_of
from tests.torture.actors import Account
from tests.torture.device import is_reviewed_on
from tests.torture.ground import PASSPHRASE, Ground


@dataclass
class Verdict:
    """The figures, and every fault in words."""

    packets: int = 0
    log_leaves: int = 0
    lost: int = 0
    doubled: int = 0
    receipts_verified: int = 0
    edits_lost: int = 0
    dispositions: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Logged:
    """The server's log: every leaf's bytes, and the leaves of packets."""

    entries: tuple[bytes, ...]
    packets: tuple[PacketLeaf, ...]


def judged(ground: Ground, account: Account) -> Verdict:
    """The verdict, once nothing runs any more."""
    verdict = Verdict(faults=list(account.faults))
    logged = _log(ground, verdict)
    ids = Counter(leaf.packet for leaf in logged.packets)
    places = Counter((leaf.kid, leaf.chain, leaf.seq) for leaf in logged.packets)
    held: dict[str, StoredPacket] = {}
    for device in (0, 1):
        if not is_profile(ground.profile(device)):
            verdict.faults.append(f"device {device} was never enrolled")
            continue
        with _desk(ground, device) as (vault, store):
            _check_integrity(store, device, verdict)
            _check_backups(ground.profile(device), vault, device, verdict)
            with store.read() as connection:
                _check_packets(connection, logged, device, verdict)
                check_edits(connection, device, account, verdict)
                for each in all_packets(connection):
                    held[each.id] = each
    signed = held.keys() | account.signed.keys()
    verdict.packets = len(signed)
    verdict.log_leaves = len(logged.packets)
    # a packet is lost where the log lacks it, and where the device that signed it does
    verdict.lost = len((signed | ids.keys()) - (held.keys() & ids.keys()))
    verdict.doubled = sum(times - 1 for times in (*ids.values(), *places.values()))
    verdict.doubled += counted_twice(held)
    return verdict


def counted_twice(held: Mapping[str, StoredPacket]) -> int:
    """How many scores count beside another one of this person on the same case."""
    counted = [each.document() for each in held.values() if each.disposition is Disposition.COUNTED]
    superseded = {getattr(each, "supersedes", None) for each in counted}
    standing = Counter(
        each.case for each in counted if isinstance(each, ScorePacket) and each.id not in superseded
    )
    return sum(times - 1 for times in standing.values())


def _log(ground: Ground, verdict: Verdict) -> Logged:
    try:
        ground.server.run("log", "verify")
    except ServerTrouble as trouble:
        verdict.faults.append(str(trouble))
    with closing(sqlite3.connect(ground.server.home / "central.db")) as database:
        sound = database.execute("PRAGMA integrity_check").fetchall()
        if sound != [("ok",)] or database.execute("PRAGMA foreign_key_check").fetchall():
            verdict.faults.append(f"the server's database is damaged: {sound}")
        rows = database.execute("SELECT entry FROM leaf ORDER BY position").fetchall()
        kept = {id for (id,) in database.execute("SELECT id FROM packet")}
    entries = tuple(bytes(entry) for (entry,) in rows)
    leaves = [read_entry(entry) for entry in entries]
    packets = tuple(leaf for leaf in leaves if isinstance(leaf, PacketLeaf))
    if kept != {leaf.packet for leaf in packets}:
        verdict.faults.append("the server keeps other packets than its log names")
    return Logged(entries, packets)


@contextmanager
def _desk(ground: Ground, device: int) -> Iterator[tuple[Vault, Store]]:
    vault = open_vault(ground.profile(device), PASSPHRASE)
    store = open_store(ground.profile(device), vault.database_key)
    try:
        yield vault, store
    finally:
        store.close()


def _check_integrity(store: Store, device: int, verdict: Verdict) -> None:
    with store.read() as connection:
        sound = connection.execute(text("PRAGMA integrity_check")).scalars().all()
        cipher = connection.execute(text("PRAGMA cipher_integrity_check")).scalars().all()
        foreign = connection.execute(text("PRAGMA foreign_key_check")).all()
    if sound != ["ok"] or cipher or foreign:
        verdict.faults.append(f"device {device}'s database: {sound} {cipher} {foreign}")


def _check_backups(folder: Path, vault: Vault, device: int, verdict: Verdict) -> None:
    """Every backup can be restored, whatever was being written when the app was killed."""
    for backup in all_backups(folder):
        try:
            verified_counts(backup.path, vault.database_key)
        except ExpectedFailure as failure:
            verdict.faults.append(f"device {device}: {backup.path.name}: {failure}")


def _check_packets(connection: Connection, logged: Logged, device: int, verdict: Verdict) -> None:
    """Every packet has its receipt, which the log's bytes bear out, and its place in its chain."""
    verifiers = trust_of(connection).log_verifiers
    packets = all_packets(connection)
    for stored in packets:
        if is_proved(stored, partial(_key, connection), logged, verifiers):
            verdict.receipts_verified += 1
        else:
            verdict.faults.append(f"device {device}: no sound receipt for {stored.id}")
        verdict.dispositions[str(stored.disposition)] += 1
        alone = stored.case is None or not all(is_reviewed_on(each, stored.case) for each in (0, 1))
        if alone and (stored.disposition is None or not stored.disposition.counts):
            verdict.faults.append(f"device {device}: {stored.kind} is {stored.disposition}")
    last: Mapping[str, StoredPacket] = {}
    for stored in packets:
        before = last.get(stored.chain)
        header = stored.document().header
        follows = (1, None) if before is None else (before.seq + 1, before.id)
        if (header.seq, header.prev) != follows:
            verdict.faults.append(f"device {device}: {stored.id} does not follow in its chain")
        last = {**last, stored.chain: stored}


def _key(connection: Connection, kid: str) -> VerifyKey | None:
    """Of this device, now or before it gave itself new ones."""
    known = certificate_for(connection, kid)
    return None if known is None else VerifyKey(from_base64(known.certificate.signing_key))


def is_proved(
    stored: StoredPacket, find_key: FindKey, logged: Logged, verifiers: tuple[NoteVerifier, ...]
) -> bool:
    try:
        packet = opened_packet(stored.envelope, find_key)
        receipt = Receipt.parse(stored.receipt or "")
        verify_receipts([receipt], verifiers)
        leaf = read_entry(receipt.leaf)
    except ProtocolFailure:
        return False
    named = isinstance(leaf, PacketLeaf) and leaf.packet == packet.id == stored.id
    return named and logged.entries[receipt.index : receipt.index + 1] == (receipt.leaf,)


def check_edits(connection: Connection, device: int, account: Account, verdict: Verdict) -> None:
    rows = connection.execute(select(draft_revision.c.case_number, draft_revision.c.answers))
    kept = {
        (device, number, Answers.model_validate_json(answers).comment) for number, answers in rows
    }
    lost = {each for each in account.kept if each[0] == device} - kept
    verdict.edits_lost += len(lost)
