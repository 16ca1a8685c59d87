"""What a restored server waits for: that the operator has entered anew what was lost.

Deliveries are taken at once. Cases, and others' packets, are given to nobody before: a device may
have been revoked after the backup, and the revocation is lost.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import ClassVar

from sqlalchemy import Connection, Table, func, select, update

from central_server.admitting import take_back
from central_server.documents import keep_document
from central_server.facts import Fact, find_fact, write_fact
from central_server.failures import Refused, ServerFailure
from central_server.log import OpenGroup
from central_server.store import schema
from central_server.store.store import Store
from review_protocol.canonical import from_base64
from review_protocol.documents.answers import RefusalCode
from review_protocol.documents.base import (
    Base64,
    Count,
    Document,
    KeyId,
    Part,
    PersonId,
    ShortText,
    Timestamp,
)
from review_protocol.documents.leaf import ActLeaf
from review_protocol.envelope import read_envelope
from review_protocol.keys import SigningKey
from review_protocol.numbering import skip_numbers

NUMBERS_SKIPPED = 1000
"""Manifests, and notices, that may have been issued to one person since the backup."""
RETRY_SECONDS = 600
_MOST_ASKING = 500


@dataclass(eq=False)
class NothingToConfirm(ServerFailure):
    """The server was not restored, or all was confirmed."""


@dataclass(eq=False)
class DoesNotAsk(ServerFailure):
    """No device with this id asks to come back; nothing was confirmed."""

    kid: str


class Asking(Part):
    """A device whose certificate a replaced key signed: it is let in by the operator alone."""

    kid: KeyId
    person: PersonId
    name: ShortText
    certificate: Base64


class Restoration(Document):
    """The state of a restored server; kept as a fact."""

    kind: ClassVar[str] = "restoration"

    made: Timestamp
    """When the backup was made."""
    restored: Timestamp
    confirmed: Timestamp | None
    returned: tuple[KeyId, ...]
    """Devices that handed back their certificate and wait for a confirmation of their own."""
    manifests_above: Count
    """Manifests up to this number may have been seen by desks; none of them is given again."""
    notices_above: Count = 0
    """The same of notices: whole thousands, so that a desk sees why numbers are missing."""
    asking: tuple[Asking, ...] = ()
    """Devices that ask to come back."""

    @property
    def done(self) -> bool:
        """Whether nothing is left to confirm."""
        return self.confirmed is not None and not self.returned and not self.asking

    def awaits(self, kid: str) -> bool:
        """Whether nothing but receipts and the state of its packets is given to a device."""
        return self.confirmed is None or kid in self.returned


class RestoreConfirmation(Document):
    """What the operator confirmed: that what was done since the backup has been entered anew."""

    kind: ClassVar[str] = "restore-confirmation"

    made: Timestamp
    devices: tuple[KeyId, ...]
    """The devices that may be given cases again."""
    confirmed: Timestamp


def find_restoration(connection: Connection) -> Restoration | None:
    """The state of a restored server, None for one that never was."""
    body = find_fact(connection, Fact.RESTORED)
    return None if body is None else Restoration.from_body(body)


def awaits(connection: Connection, kid: str) -> bool:
    """Whether a device waits for the operator's confirmation."""
    restoration = find_restoration(connection)
    return restoration is not None and restoration.awaits(kid)


def require_confirmed(store: Store, kid: str) -> None:
    """Raises Refused (busy) for a device that waits for the operator's confirmation."""
    with store.read() as connection:
        waiting = awaits(connection, kid)
    if waiting:
        raise Refused(RefusalCode.BUSY, "restored from a backup, not confirmed yet", RETRY_SECONDS)


def manifests_above(connection: Connection) -> int:
    """The number that every manifest to be given must exceed, 0 for a server never restored."""
    restoration = find_restoration(connection)
    return 0 if restoration is None else restoration.manifests_above


def notices_above(connection: Connection) -> int:
    """The number that every notice to be given must exceed, 0 for a server never restored."""
    restoration = find_restoration(connection)
    return 0 if restoration is None else restoration.notices_above


def begin_restored(connection: Connection, *, made: str, now: str, times: int) -> Restoration:
    """Note that the server was restored from a backup made then, for how many times since.

    Invitations that were open in it are over: they may have been used since, and whoever holds the
    letter could use it once more.
    """
    invitation = schema.invitation
    connection.execute(
        update(invitation)
        .where(invitation.c.used_kid.is_(None), invitation.c.expires > made)
        .values(expires=made)
    )
    # each restore since the backup may have issued as many
    skipped = times * NUMBERS_SKIPPED
    manifests = max(_highest(connection, schema.manifest), manifests_above(connection))
    notices = max(_highest(connection, schema.notice), notices_above(connection))
    restoration = Restoration(
        made=made,
        restored=now,
        confirmed=None,
        returned=(),
        manifests_above=manifests + skipped,
        notices_above=skip_numbers(notices, skipped),
    )
    _write(connection, restoration)
    return restoration


def note_returned(connection: Connection, kid: str) -> None:
    """A device handed back its certificate: it waits until the operator has seen it."""
    restoration = find_restoration(connection)
    if restoration is not None and kid not in restoration.returned:
        returned = (*restoration.returned, kid)
        _write(connection, restoration.model_copy(update={"returned": returned}))


def note_asking(connection: Connection, asking: Asking) -> None:
    """A device asks to come back, as often as it likes; beyond so many nobody is noted."""
    restoration = find_restoration(connection)
    if restoration is None or len(restoration.asking) >= _MOST_ASKING:
        return
    if asking.kid not in {each.kid for each in restoration.asking}:
        more = (*restoration.asking, asking)
        _write(connection, restoration.model_copy(update={"asking": more}))


def require_asking(restoration: Restoration, kids: Iterable[str]) -> None:
    """Raises DoesNotAsk for a device that does not ask to come back."""
    asking = {each.kid for each in restoration.asking}
    for kid in kids:
        if kid not in asking:
            raise DoesNotAsk(kid)


def confirm(
    group: OpenGroup, *, now: str, key: SigningKey, let_in: Collection[str] = ()
) -> RestoreConfirmation:
    """Give cases to all devices again that are not revoked; a leaf of the log.

    Of the devices that ask to come back those named in `let_in` do, certified by the server key
    `key`; the others are forgotten until they ask again. Raises NothingToConfirm, DoesNotAsk.
    """
    connection = group.connection
    restoration = find_restoration(connection)
    if restoration is None or restoration.done:
        raise NothingToConfirm
    require_asking(restoration, let_in)
    asking = {each.kid: each for each in restoration.asking}
    for kid in let_in:
        certificate = read_envelope(from_base64(asking[kid].certificate))
        take_back(group, certificate, name=asking[kid].name, key=key, now=now)
    device = schema.device.c
    rows = connection.execute(
        select(device.kid).where(device.revoked_from.is_(None)).order_by(device.kid)
    ).scalars()
    record = RestoreConfirmation(made=restoration.made, devices=tuple(rows), confirmed=now)
    settled = {"confirmed": now, "returned": (), "asking": ()}
    _write(connection, restoration.model_copy(update=settled))
    subject = keep_document(connection, record)
    act = ActLeaf(type="act/1", act="confirm-restore", subject=subject, received=now)
    group.add(act.entry())
    return record


def _highest(connection: Connection, table: Table) -> int:
    return connection.execute(select(func.max(table.c.number))).scalar() or 0


def _write(connection: Connection, restoration: Restoration) -> None:
    write_fact(connection, Fact.RESTORED, restoration.body())
