"""What takes two members of staff: a round closed before its deadline, scores of an open round."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import Connection, bindparam, func, select, update

from central_server.changing import change_dispositions
from central_server.devices import Device
from central_server.known import Known, Named
from central_server.log import OpenGroup
from central_server.reasons import unreasoned
from central_server.store import schema
from review_protocol.documents.acts import AgreementPacket, ScoreOpeningPacket
from review_protocol.documents.leaf import ActLeaf, Disposition
from review_protocol.documents.packet import RoundAct, RoundPacket
from review_protocol.documents.people import Role
from review_protocol.documents.programme import RoundState

Request = RoundPacket | ScoreOpeningPacket
_WAITS = Disposition.HELD_SECOND_STAFF
_OVER = Disposition.NOT_COUNTED_NOT_AGREED
_packet = schema.packet.c
_LAST_OF_ROUNDS = (
    select(
        _packet.kind,
        _packet.round,
        func.max(schema.PLACE).label("place"),
    )
    .where(
        _packet.kind.in_((ScoreOpeningPacket.kind, RoundPacket.kind)),
        _packet.disposition == bindparam("counted"),
    )
    .group_by(_packet.kind, _packet.round)
)
"""The leaf of what staff did last about each round: that made it count, where it waited."""


def _is_staffs(device: Device) -> bool:
    """One that awaits its six words is nobody's yet: it may be a stranger's with a found letter."""
    return device.person.role is Role.STAFF and not device.awaits_words


def judged_request(
    document: Request, device: Device, rounds: Mapping[int, RoundState], received: str
) -> Disposition:
    """Whether staff may do this alone: close a round after its deadline, and open one again. One
    that was never opened nobody closes: it would count as held."""
    if not _is_staffs(device):
        return Disposition.NOT_COUNTED_ROLE
    state = rounds.get(document.round)
    if state is None:
        return Disposition.HELD_NOT_ASSIGNED
    if isinstance(document, ScoreOpeningPacket):
        is_open = state.opened is not None and state.closed is None
        return _WAITS if is_open else _OVER
    if document.act is RoundAct.REOPEN:
        return Disposition.COUNTED
    if state.opened is None:
        return Disposition.NOT_COUNTED_ROLE
    early = state.closed is None and received <= state.round.closes
    return _WAITS if early else Disposition.COUNTED


def judged_agreement(document: AgreementPacket, device: Device, known: Known) -> Disposition:
    """An answer counts where what it names still waits; nobody agrees to what they asked
    themselves, from whichever device, or to what a key signed that was revoked before."""
    if not _is_staffs(device):
        return Disposition.NOT_COUNTED_ROLE
    asked = known.named.get(document.request)
    if asked is None or asked.disposition is not _WAITS:
        return _OVER
    blank = unreasoned(document)
    if blank is not None or not document.agrees:
        return blank or Disposition.COUNTED
    revoked_from = known.devices[asked.packet.header.kid].revoked_from
    doubted = revoked_from is not None and asked.leaf >= revoked_from
    return _OVER if doubted or asked.person == device.person.id else Disposition.COUNTED


def once_more(arrived_as: Disposition) -> Disposition:
    """What counted until its key was revoked is when it was its signer's after all: a request that
    had waited is to be asked anew, for the round may have become another; all else counts again."""
    return _OVER if arrived_as is _WAITS else Disposition.COUNTED


def answer(group: OpenGroup, act: str, document: AgreementPacket, asked: Named, now: str) -> None:
    """Do what was agreed to, or let it go; each a leaf that names the agreement."""
    found = Disposition.COUNTED if document.agrees else _OVER
    change_dispositions(group, {asked.packet.id: found}, act=act, now=now)
    if document.agrees:
        carry_out_request(group, asked.packet.id, asked.packet.document, now)


def carry_out_request(group: OpenGroup, packet: str, document: object, now: str) -> None:
    """Close a round, open it again, or open its scores: a leaf that names the packet."""
    match document:
        case RoundPacket():
            closing = document.act is RoundAct.CLOSE
            table = schema.review_round
            group.connection.execute(
                update(table)
                .where(table.c.number == document.round)
                .values(closed=now if closing else None)
            )
            _log(group, "close-round" if closing else "open-round", packet, now)
            overtake(group, document.round, act=packet, now=now)
        case ScoreOpeningPacket():
            _log(group, "open-scores", packet, now)
        case _:
            pass


def overtake(group: OpenGroup, number: int, *, act: str, now: str) -> None:
    """Let go what still waits about a round that was closed or opened meanwhile: nobody agrees
    to it later, in a round that has become another."""
    table = schema.packet
    waiting = group.connection.execute(
        select(table.c.id)
        .where(table.c.round == number, table.c.disposition == _WAITS.value)
        .order_by(table.c.leaf)
    ).scalars()
    change_dispositions(group, dict.fromkeys(waiting.all(), _OVER), act=act, now=now)


def rounds_with_open_scores(connection: Connection) -> frozenset[int]:
    """The rounds whose scores two members of staff opened before they were closed; a round that
    was opened again since is another, whose scores nobody agreed to show."""
    last = {
        (row.kind, row.round): row.place
        for row in connection.execute(_LAST_OF_ROUNDS, {"counted": Disposition.COUNTED.value})
    }
    return frozenset(
        number
        for (kind, number), place in last.items()
        if kind == ScoreOpeningPacket.kind and place > last.get((RoundPacket.kind, number), -1)
    )


def _log(group: OpenGroup, act: str, subject: str, now: str) -> None:
    leaf = ActLeaf.model_validate(
        {"type": "act/1", "act": act, "subject": subject, "received": now}
    )
    group.add(leaf.entry())
