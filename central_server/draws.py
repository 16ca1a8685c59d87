"""What a panel and staff are told of how reviews were given out: seeds, and receipts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, select

from central_server.assignment_records import AssignmentRecord
from central_server.devices import Device
from central_server.failures import Refused
from central_server.log import Log
from central_server.people import Person
from central_server.six_words import require_heard
from central_server.store import schema
from central_server.views import sight_of
from review_protocol.documents.answers import RefusalCode
from review_protocol.documents.draws import Draw, DrawsAnswer
from review_protocol.documents.leaf import ActLeaf
from review_protocol.documents.people import Role


@dataclass(frozen=True, slots=True)
class Drawn:
    """A run without its receipt, and the position of its leaf; None in a log before this one."""

    draw: Draw
    position: int | None


class Draws:
    """Reads each record once: that of a large round is several megabytes, and never changes."""

    def __init__(self, log: Log) -> None:
        self._log = log
        self._known: dict[str, Drawn] = {}

    def answer(
        self, connection: Connection, device: Device, *, nonce: str, request_nonce: str
    ) -> DrawsAnswer:
        """All runs, but those for one case that this person may not see; raises Refused for others
        than chairs, the head, their deputies and staff, and for a device that awaits its six
        words."""
        require_heard(device)
        if device.person.role not in (Role.CHAIR, Role.HEAD, Role.STAFF):
            raise Refused(RefusalCode.NOT_PERMITTED, "assignments are the panel's")
        shown = _shown(connection, device.person, self._all(connection))
        drawn = sorted(shown, key=lambda each: (each.draw.made, each.draw.record))
        positions = [each.position for each in drawn if each.position is not None]
        receipts = dict(zip(positions, self._log.receipts(connection, positions), strict=True))
        return DrawsAnswer(
            nonce=nonce,
            draws=tuple(_with_receipt(each, receipts) for each in drawn),
            request_nonce=request_nonce,
        )

    def _all(self, connection: Connection) -> Iterator[Drawn]:
        table = schema.document
        asked = select(table.c.id).where(table.c.kind == AssignmentRecord.kind)
        for id in connection.execute(asked).scalars():
            if id not in self._known:
                self._known[id] = _read(connection, id)
            yield self._known[id]


def _shown(connection: Connection, person: Person, drawn: Iterator[Drawn]) -> Iterator[Drawn]:
    """Without the runs for one case that is hidden from them, or of another panel: that somebody
    was added says that more was asked about it."""
    seen = None if person.role is Role.STAFF else sight_of(connection, person).seen
    for each in drawn:
        if each.draw.case is None or seen is None or each.draw.case in seen:
            yield each


def _with_receipt(drawn: Drawn, receipts: Mapping[int, str]) -> Draw:
    if drawn.position is None:
        return drawn.draw
    return drawn.draw.model_copy(update={"receipt": receipts[drawn.position]})


def _read(connection: Connection, id: str) -> Drawn:
    body = connection.execute(
        select(schema.document.c.body).where(schema.document.c.id == id)
    ).scalar_one()
    record = AssignmentRecord.from_body(body)
    act = ActLeaf(type="act/1", act="assign", subject=id, received=record.made)
    position = connection.execute(
        select(schema.leaf.c.position).where(schema.leaf.c.entry == act.entry())
    ).scalar()
    draw = Draw(
        round=record.round,
        made=record.made,
        reviews_per_case=record.reviews_per_case,
        case=record.case,
        seed=record.seed,
        record=id,
        receipt=None,
    )
    return Drawn(draw, position)
