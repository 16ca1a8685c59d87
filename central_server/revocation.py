"""Revoking a device from a position of the log on, and what that changes, each change a leaf."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from pydantic import ValidationError
from sqlalchemy import Connection, select, update

from central_server.batches import Issuer
from central_server.changing import change_dispositions
from central_server.devices import find_device
from central_server.documents import keep_document
from central_server.failures import ServerFailure
from central_server.log import Log, OpenGroup
from central_server.store import schema
from central_server.store.listed import among, listed
from central_server.undoing import undo_agreed
from review_protocol.documents.acts import RotationPacket
from review_protocol.documents.answers import Change
from review_protocol.documents.leaf import Disposition, RevocationLeaf
from review_protocol.documents.people import Revocation
from review_protocol.envelope import read_envelope


@dataclass(eq=False)
class CannotRevoke(ServerFailure):
    """Nothing was revoked; `leaves` is the number of leaves in the log."""

    kid: str
    reason: Literal["no-such-device", "no-such-leaf", "no-reason"]
    leaves: int


@dataclass(frozen=True, slots=True)
class Revoked:
    """The revocation's id, and the packets that counted, or awaited the device's six words, until
    it came; `also` are keys that this one had given itself since, and that are revoked with it."""

    id: str
    held: tuple[str, ...]
    also: tuple[str, ...] = ()


def revoke(
    group: OpenGroup, kid: str, *, from_leaf: int, reason: str, issuer: Issuer, now: str
) -> Revoked:
    """Revoke a device: what it signed before leaf `from_leaf` stays counted, the rest is held.

    What two members of staff did is undone where this was the device of one of them. Every packet
    whose disposition changes gets a leaf of its own. Raises CannotRevoke for a
    device that was never certified, a position beyond the log, and an empty or endless reason.
    """
    connection = group.connection
    if find_device(connection, kid) is None:
        raise CannotRevoke(kid, "no-such-device", group.first)
    if not 0 <= from_leaf <= group.first + len(group.entries):
        raise CannotRevoke(kid, "no-such-leaf", group.first)
    try:
        revocation = Revocation(
            deployment=issuer.deployment, kid=kid, from_leaf=from_leaf, reason=reason, issued=now
        )
    except ValidationError as error:
        raise CannotRevoke(kid, "no-reason", group.first) from error
    act = keep_document(connection, revocation)
    leaf = RevocationLeaf(
        type="revocation/1", revocation=act, kid=kid, from_leaf=from_leaf, received=now
    )
    group.add(leaf.entry())
    connection.execute(
        update(schema.device).where(schema.device.c.kid == kid).values(revoked_from=from_leaf)
    )
    undo_agreed(group, kid, from_leaf=from_leaf, deployment=issuer.deployment, act=act, now=now)
    held = _hold(group, kid, from_leaf, act, now)
    also = _revoke_rotated(group, held, reason=reason, issuer=issuer, now=now)
    held += tuple(packet for each in also for packet in each.held)
    kids = tuple(kid for each in also for kid in each.also)
    return Revoked(act, held, kids)


def changes_for(connection: Connection, log: Log, person: str) -> tuple[Change, ...]:
    """A person's packets whose disposition changed after its receipt, oldest change first."""
    table = schema.packet
    rows = connection.execute(
        select(table.c.id, table.c.disposition, table.c.changed)
        .where(table.c.person == person, table.c.changed.is_not(None))
        .order_by(table.c.changed)
    ).all()
    receipts = log.receipts(connection, [row.changed for row in rows])
    return tuple(
        Change(packet=row.id, disposition=Disposition(row.disposition), receipt=receipt)
        for row, receipt in zip(rows, receipts, strict=True)
    )


def _revoke_rotated(
    group: OpenGroup, held: tuple[str, ...], *, reason: str, issuer: Issuer, now: str
) -> tuple[Revoked, ...]:
    """Whoever had the key may have given themselves new ones: these go with it, from their
    certificate on. In each answer `also` begins with the key that was revoked."""
    table = schema.packet
    rows = group.connection.execute(
        select(table.c.envelope).where(
            table.c.kind == RotationPacket.kind, among(table.c.id, "ids")
        ),
        {"ids": listed(held)},
    ).scalars()
    found = []
    for envelope in rows.all():
        kid = RotationPacket.from_body(read_envelope(envelope).body).kid
        device = schema.device.c
        leaf = group.connection.execute(select(device.leaf).where(device.kid == kid)).scalar()
        if leaf is None:
            continue
        one = revoke(group, kid, from_leaf=leaf, reason=reason, issuer=issuer, now=now)
        found.append(Revoked(one.id, one.held, (kid, *one.also)))
    return tuple(found)


def _hold(group: OpenGroup, kid: str, from_leaf: int, act: str, now: str) -> tuple[str, ...]:
    """Hold what counts of a key from a leaf on, and all that waited for its six words, which nobody
    will read; releases stay as they are."""
    table = schema.packet
    counted = table.c.disposition == Disposition.COUNTED.value
    waited = table.c.disposition == Disposition.HELD_SIX_WORDS.value
    packets = group.connection.execute(
        select(table.c.id)
        .where(table.c.kid == kid, waited | (counted & (table.c.leaf >= from_leaf)))
        .order_by(table.c.leaf)
    ).scalars()
    found = tuple(packets.all())
    held = Disposition.HELD_REVOKED_KEY
    change_dispositions(group, dict.fromkeys(found, held), act=act, now=now)
    return found
