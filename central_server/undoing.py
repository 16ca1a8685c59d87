"""What two members of staff did, undone: the key of one of them was revoked from before on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Connection, func, select, update

from central_server.acts import in_time
from central_server.changing import change_dispositions
from central_server.judging_again import judge_again
from central_server.known import Named
from central_server.log import OpenGroup
from central_server.named import find_named, named_in
from central_server.rounds import all_rounds
from central_server.store import schema
from central_server.two_staff import Request
from review_protocol.documents.acts import AgreementPacket, ScoreOpeningPacket
from review_protocol.documents.leaf import ActLeaf, Disposition
from review_protocol.documents.packet import RoundPacket

_KINDS = (RoundPacket.kind, ScoreOpeningPacket.kind, AgreementPacket.kind)
_packet = schema.packet.c
_COUNTED = _packet.disposition == Disposition.COUNTED.value
_PLACE = func.coalesce(_packet.changed, _packet.leaf)
"""The leaf that made a packet count."""


@dataclass(frozen=True, slots=True)
class _Agreed:
    """A request that two made count; `remains`: it was another's key that asked."""

    id: str
    document: Request
    remains: bool


def undo_agreed(
    group: OpenGroup, kid: str, *, from_leaf: int, deployment: str, act: str, now: str
) -> None:
    """Undo early closings and openings of scores that this key asked for or agreed to from a leaf
    on; to be called before what it signed is held, by the act with this hash.

    What another asked for waits again for a second member of staff, unless the round became another
    since. A round that was closed so is open again, and what came meanwhile is not late any more.
    """
    for agreed in _agreed(group.connection, kid, from_leaf):
        in_force = _is_in_force(group.connection, agreed)
        if agreed.remains:
            over = Disposition.NOT_COUNTED_NOT_AGREED
            found = Disposition.HELD_SECOND_STAFF if in_force else over
            change_dispositions(group, {agreed.id: found}, act=act, now=now)
        if in_force and isinstance(agreed.document, RoundPacket):
            _open_again(group, agreed.document.round, deployment=deployment, act=act, now=now)


def _agreed(connection: Connection, kid: str, from_leaf: int) -> Iterator[_Agreed]:
    """The newest first, as if each had never been."""
    rows = connection.execute(
        select(_packet.id).where(
            _packet.kid == kid, _packet.leaf >= from_leaf, _packet.kind.in_(_KINDS), _COUNTED
        )
    ).scalars()
    own = find_named(connection, frozenset(rows))
    others = find_named(connection, named_in(each.packet for each in own.values()))
    asked = [each for each in (*own.values(), *others.values()) if _took_two(each)]
    for each in sorted(asked, key=lambda each: each.leaf, reverse=True):
        document = each.packet.document
        if isinstance(document, Request):
            yield _Agreed(each.packet.id, document, remains=each.packet.id not in own)


def _took_two(each: Named) -> bool:
    return each.disposition.counts and each.arrived_as is Disposition.HELD_SECOND_STAFF


def _is_in_force(connection: Connection, agreed: _Agreed) -> bool:
    """Whether the round is as this made it: no other act of staff came since."""
    number = agreed.document.round
    is_closed = all_rounds(connection)[number].closed is not None
    if is_closed is isinstance(agreed.document, ScoreOpeningPacket):
        return False
    place = select(_PLACE).where(_packet.id == agreed.id).scalar_subquery()
    later = select(_packet.id).where(
        _packet.kind == RoundPacket.kind, _packet.round == number, _COUNTED, place < _PLACE
    )
    return connection.execute(later).first() is None


def _open_again(group: OpenGroup, number: int, *, deployment: str, act: str, now: str) -> None:
    table = schema.review_round
    group.connection.execute(update(table).where(table.c.number == number).values(closed=None))
    group.add(ActLeaf(type="act/1", act="open-round", subject=act, received=now).entry())
    late = _packet.disposition == Disposition.HELD_LATE.value
    judge_again(
        group, late & (_packet.round == number), in_time, deployment=deployment, act=act, now=now
    )
