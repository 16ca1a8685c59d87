"""Certified devices: whose they are, and by which keys they are known."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Connection, select

from central_server.people import Person
from central_server.store import schema
from central_server.store.listed import among, listed
from central_server.store.store import Store
from review_protocol.documents.answers import DeviceRow
from review_protocol.documents.people import Role
from review_protocol.keys import ExchangePublicKey, VerifyKey

_DEVICES = (
    select(
        schema.device.c.kid,
        schema.device.c.signing_key,
        schema.device.c.exchange_key,
        schema.device.c.revoked_from,
        schema.device.c.last_seen,
        schema.device.c.awaits_words,
        schema.person.c.id,
        schema.person.c.name,
        schema.person.c.role,
        schema.person.c.panel,
        schema.person.c.pseudonym,
        schema.person.c.deputy,
    )
    .join(schema.person, schema.person.c.id == schema.device.c.person)
    .where(among(schema.device.c.kid, "kids"))
)


@dataclass(frozen=True, slots=True)
class Device:
    """A device that was ever certified; `revoked_from` is a position of the log.

    `awaits_words`: nothing is released to it before its six words were read to staff.
    """

    kid: str
    person: Person
    verify_key: VerifyKey
    exchange_key: ExchangePublicKey
    revoked_from: int | None
    last_seen: str | None
    awaits_words: bool = False

    @property
    def revoked(self) -> bool:
        return self.revoked_from is not None


def find_devices(connection: Connection, kids: Iterable[str]) -> dict[str, Device]:
    """The devices among these key ids that were ever certified."""
    rows = connection.execute(_DEVICES, {"kids": listed(set(kids))})
    return {
        row.kid: Device(
            row.kid,
            Person(row.id, row.name, Role(row.role), row.panel, row.pseudonym, bool(row.deputy)),
            VerifyKey(row.signing_key),
            ExchangePublicKey(row.exchange_key),
            row.revoked_from,
            row.last_seen,
            bool(row.awaits_words),
        )
        for row in rows
    }


def find_device(connection: Connection, kid: str) -> Device | None:
    """The device with this key id, or None."""
    return find_devices(connection, [kid]).get(kid)


class Keyring:
    """The keys that the packets of one delivery name, each looked up once."""

    def __init__(self, store: Store, device: Device) -> None:
        self._store = store
        self._found: dict[str, VerifyKey | None] = {device.kid: device.verify_key}

    def find(self, kid: str) -> VerifyKey | None:
        """The key that was ever certified under this id, or None."""
        if kid not in self._found:
            with self._store.read() as connection:
                device = find_device(connection, kid)
            self._found[kid] = None if device is None else device.verify_key
        return self._found[kid]


def exchange_keys(connection: Connection, person: str) -> dict[str, ExchangePublicKey]:
    """A person's devices in use, by key id, in the order of the ids."""
    device = schema.device
    rows = connection.execute(
        select(device.c.kid, device.c.exchange_key)
        .where(device.c.person == person, device.c.revoked_from.is_(None))
        .order_by(device.c.kid)
    )
    return {row.kid: ExchangePublicKey(row.exchange_key) for row in rows}


def device_rows(connection: Connection, person: str) -> tuple[DeviceRow, ...]:
    """What a person is told of their own devices in use, oldest first."""
    device = schema.device
    rows = connection.execute(
        select(device.c.kid, device.c.name, device.c.issued)
        .where(device.c.person == person, device.c.revoked_from.is_(None))
        .order_by(device.c.leaf)
    )
    return tuple(DeviceRow(kid=row.kid, name=row.name, issued=row.issued) for row in rows)


@dataclass(frozen=True, slots=True)
class CertifiedDevice:
    """A device as the operator's list has it; `leaf` is its certificate's."""

    kid: str
    person: str
    name: str
    leaf: int
    revoked_from: int | None
    last_seen: str | None
    awaits_words: bool
    signing_key: bytes
    exchange_key: bytes


def all_devices(connection: Connection) -> tuple[CertifiedDevice, ...]:
    """Every device that was ever certified, in the order of the log."""
    device = schema.device
    rows = connection.execute(select(device).order_by(device.c.leaf))
    return tuple(
        CertifiedDevice(
            row.kid,
            row.person,
            row.name,
            row.leaf,
            row.revoked_from,
            row.last_seen,
            bool(row.awaits_words),
            row.signing_key,
            row.exchange_key,
        )
        for row in rows
    )
