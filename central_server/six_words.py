"""Six words read over the telephone, before anything is released to a new device.

Where the operator wants it, for everybody or for one person, a certified device is given manifest
and headers, its packets are taken and held, and releases, packets and progress are withheld until
its person, called at a known number, has read its words.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import ClassVar, Literal

from sqlalchemy import Connection, select, update

from central_server.acts import heard
from central_server.devices import CertifiedDevice, Device, all_devices
from central_server.documents import keep_document
from central_server.facts import Fact, find_fact, write_fact
from central_server.failures import Refused, ServerFailure
from central_server.judging_again import judge_again
from central_server.log import OpenGroup
from central_server.store import schema
from review_protocol.device_words import DeviceWords, device_words, wrong_places
from review_protocol.documents.answers import RefusalCode
from review_protocol.documents.base import Document, Hash, KeyId, PersonId, ShortText, Timestamp
from review_protocol.documents.leaf import ActLeaf, Disposition


@dataclass(eq=False)
class CannotConfirm(ServerFailure):
    """The device was not confirmed; `places` are the words, from 1, that were others."""

    reason: Literal["unknown", "revoked", "confirmed", "words"]
    kid: str
    leaf: int = 0
    """That of the device's certificate, from which on it would be revoked."""
    places: tuple[int, ...] = ()


class WordsRequired(Document):
    """For whom the operator wants devices confirmed, from now on; nobody named is everybody."""

    kind: ClassVar[str] = "words-required"

    people: tuple[PersonId, ...]
    made: Timestamp


class DeviceConfirmed(Document):
    """The operator heard these words of this device; kept, and named by a leaf of the log."""

    kind: ClassVar[str] = "device-confirmed"

    deployment: Hash
    device: KeyId
    person: PersonId
    words: tuple[ShortText, ...]
    confirmed: Timestamp


def require_words(group: OpenGroup, people: Collection[str], *, now: str) -> None:
    """From now on new devices of these people await their words; without anybody, all new ones."""
    connection = group.connection
    if people:
        table = schema.person
        connection.execute(update(table).where(table.c.id.in_(people)).values(awaits_words=1))
    else:
        write_fact(connection, Fact.WORDS, b"required")
    record = WordsRequired(people=tuple(sorted(people)), made=now)
    subject = keep_document(connection, record)
    leaf = ActLeaf(type="act/1", act="require-words", subject=subject, received=now)
    group.add(leaf.entry())


def are_required(connection: Connection, person: str) -> bool:
    """Whether a device that is certified now for this person awaits its words."""
    if find_fact(connection, Fact.WORDS) is not None:
        return True
    table = schema.person
    wanted = select(table.c.awaits_words).where(table.c.id == person)
    return bool(connection.execute(wanted).scalar())


def require_heard(device: Device) -> None:
    """Raises Refused (not permitted) for a device that awaits its words."""
    if device.awaits_words:
        raise Refused(RefusalCode.NOT_PERMITTED, "the six words were not read yet")


def words_of(device: CertifiedDevice, deployment: str) -> DeviceWords:
    """The words of a device as the operator's list has it."""
    return device_words(
        deployment, signing_key=device.signing_key, exchange_key=device.exchange_key
    )


def awaited(connection: Connection, kid: str) -> CertifiedDevice:
    """The device that awaits its words; raises CannotConfirm for any other."""
    found = next((each for each in all_devices(connection) if each.kid == kid), None)
    if found is None:
        raise CannotConfirm("unknown", kid)
    if found.revoked_from is not None:
        raise CannotConfirm("revoked", kid)
    if not found.awaits_words:
        raise CannotConfirm("confirmed", kid)
    return found


def confirm_device(
    group: OpenGroup, kid: str, words_heard: Sequence[str], *, deployment: str, now: str
) -> DeviceConfirmed:
    """Note that these words were read: from now on the device is given what its person is.

    What it signed meanwhile is judged as of its own arrival. Raises CannotConfirm, and then
    nothing is changed.
    """
    connection = group.connection
    device = awaited(connection, kid)
    words = words_of(device, deployment)
    wrong = wrong_places(words, words_heard)
    if wrong:
        raise CannotConfirm("words", kid, device.leaf, wrong)
    table = schema.device
    connection.execute(update(table).where(table.c.kid == kid).values(awaits_words=0))
    record = DeviceConfirmed(
        deployment=deployment,
        device=kid,
        person=device.person,
        words=tuple(word.en for word in words),
        confirmed=now,
    )
    subject = keep_document(connection, record)
    leaf = ActLeaf(type="act/1", act="confirm-device", subject=subject, received=now)
    group.add(leaf.entry())
    waited = schema.packet.c.disposition == Disposition.HELD_SIX_WORDS.value
    judge_again(
        group,
        waited & (schema.packet.c.kid == kid),
        heard,
        deployment=deployment,
        act=subject,
        now=now,
    )
    return record
