"""The hand-in file: everything without a receipt, sealed to the intake key, as text for a mail."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Connection

from review_protocol.armour import ARMOUR_LIMIT, Armoured, Purpose, armour_texts
from review_protocol.canonical import to_base64
from review_protocol.documents.handover import Handover
from review_protocol.documents.packet import KnownCheckpoint
from review_protocol.documents.people import Certificate
from review_protocol.envelope import read_envelope
from review_protocol.exchange import HANDOVER_COUNT, HANDOVER_LIMIT
from review_protocol.handover import sealed_handover
from review_protocol.keys import VerifyKey
from reviewer_app.errors import DamagedProfile
from reviewer_app.models import outbox
from reviewer_app.models.facts import FactName, facts_of
from reviewer_app.models.notices import whole_up_to
from reviewer_app.models.outbox import StoredPacket
from reviewer_app.models.store import Store
from reviewer_app.sync.trust import TrustState, kept_checkpoint

_AT_ONCE = 200
_ROOM = HANDOVER_LIMIT - (64 << 10)
"""Bytes of one hand-over's packets, in base64."""
_LONGEST_TEXT = ARMOUR_LIMIT - (1 << 20)


@dataclass(frozen=True, slots=True)
class HandInText:
    """What a hand-in file says; `left` counts packets for which it has no room."""

    text: str
    packets: tuple[str, ...]
    left: int


@dataclass(frozen=True, slots=True)
class _Sender:
    """Who hands in, and how far this desk knows the log."""

    trust: TrustState
    kid: str
    known: KnownCheckpoint | None
    notices: int


def hand_in_text(store: Store) -> HandInText:
    """Everything that has no receipt; with nothing waiting, a question for what is new.

    Nothing is noted by this. Raises DamagedProfile.
    """
    with store.read() as connection:
        sender = _sender(store, connection)
        entries = outbox.waiting_entries(connection)
    texts: list[str] = []
    packets: list[str] = []
    length = 0
    for group in _groups(store, entries):
        text = "".join(armour_texts(_sealed(sender, group)))
        if texts and length + len(text) > _LONGEST_TEXT:
            break
        length += len(text)
        texts.append(text)
        packets.extend(each.id for each in group)
    return HandInText("\n".join(texts), tuple(packets), len(entries) - len(packets))


def _sender(store: Store, connection: Connection) -> _Sender:
    """By the certificate: to hand in, nothing is signed, so no passphrase is needed."""
    names = (FactName.ROOT_KEY, FactName.TRUST, FactName.CERTIFICATE, FactName.CHECKPOINT)
    facts = facts_of(connection, *names)
    if not {FactName.ROOT_KEY, FactName.TRUST, FactName.CERTIFICATE} <= facts.keys():
        raise DamagedProfile(store.folder)
    trust = TrustState.first(VerifyKey(facts[FactName.ROOT_KEY]), facts[FactName.TRUST])
    certificate = Certificate.from_body(read_envelope(facts[FactName.CERTIFICATE]).body)
    known = _known(facts.get(FactName.CHECKPOINT), trust)
    notices = whole_up_to(connection, trust.document.origin, restored=trust.restored)
    return _Sender(trust, certificate.kid, known, notices)


def _known(note: bytes | None, trust: TrustState) -> KnownCheckpoint | None:
    if note is None:
        return None
    known = kept_checkpoint(note.decode("utf-8"))
    if known.origin != trust.document.origin:
        return None
    return KnownCheckpoint(origin=known.origin, size=known.size, root=known.root.hex())


def _groups(store: Store, entries: tuple[int, ...]) -> Iterator[list[StoredPacket]]:
    """The packets of one hand-over after the other, bounded by number and by bytes."""
    group: list[StoredPacket] = []
    room = _ROOM
    for start in range(0, len(entries), _AT_ONCE):
        with store.read() as connection:
            packets = outbox.packets_at(connection, entries[start : start + _AT_ONCE])
        for packet in packets:
            size = len(packet.envelope) * 4 // 3 + 8
            if group and (size > room or len(group) == HANDOVER_COUNT):
                yield group
                group, room = [], _ROOM
            group.append(packet)
            room -= size
    if group or not entries:
        yield group


def _sealed(sender: _Sender, group: list[StoredPacket]) -> Armoured:
    deployment = sender.trust.deployment
    handover = Handover(
        deployment=deployment,
        kid=sender.kid,
        known=sender.known,
        notices=sender.notices,
        packets=tuple(to_base64(each.envelope) for each in group),
    )
    sealed = sealed_handover(handover, sender.trust.intake_key)
    return Armoured(Purpose.HAND_IN, deployment, sender.kid, sealed)
