"""What the desk's head and the status strip count, from the list and in one statement."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from sqlalchemy import Connection, exists, func, select, text

from review_protocol.documents.text import Area
from review_protocol.documents.words import ACCEPTANCE, Disposition
from review_protocol.late_dataclasses import dataclass
from reviewer_app.models.rows import CaseState, DeliveryState, Placed
from reviewer_app.models.schema import delivery, draft_revision, notice, packet

UNDONE = (
    CaseState.STARTED,
    CaseState.ANSWERED,
    CaseState.UNREAD,
)
"""States in which a released case still waits for a signature, in the order to go on with."""


_SCORED = frozenset(
    {
        *(CaseState.STARTED, CaseState.ANSWERED),
        *(CaseState.SIGNED, CaseState.RECEIVED, CaseState.HELD),
    }
)


@dataclass(frozen=True, slots=True)
class DeskFigures:
    """States and areas without a case are left out; `waiting` packets have no receipt yet."""

    states: Mapping[CaseState, int]
    areas: Mapping[Area, int]
    next_case: str | None
    """The case to go on with: one begun before one unread, then by position."""
    scored: frozenset[str]
    """Cases with a score that was begun, or signed."""
    waiting: int
    received: int
    """Packets of all kinds that the server has, and that count: as the hand-in list says it."""
    last_leaf: int | None
    """The highest leaf of a receipt."""
    last_kept: str | None
    """When anything was kept last, on any case."""
    accepted: bool
    """Whether an acceptance has been signed on this device."""
    unread: int
    """Notices that were not read yet."""
    said: tuple[str, ...]
    """Cases about which others said something that was not seen yet, by number."""


def desk_figures(connection: Connection, cases: Sequence[Placed]) -> DeskFigures:
    """All of it as it stands; `cases` are those of the batch in the reviewer's own order."""
    counted = connection.execute(_COUNTED).one()
    undone = [case for case in cases if case.state in UNDONE]
    first = min(undone, key=lambda case: UNDONE.index(case.state), default=None)
    return DeskFigures(
        states=Counter(case.state for case in cases),
        areas=Counter(case.area for case in cases),
        next_case=None if first is None else first.number,
        scored=frozenset(case.number for case in cases if case.state in _SCORED),
        waiting=counted.waiting,
        received=counted.received,
        last_leaf=counted.last_leaf,
        last_kept=counted.last_kept,
        accepted=bool(counted.accepted),
        unread=counted.unread,
        said=tuple(sorted(unseen_contributions(connection))),
    )


def unseen_contributions(connection: Connection) -> Mapping[str, int]:
    """How many contributions of others to discussions were not seen yet, by case."""
    return {row.case_number: row.many for row in connection.execute(_SAID)}


# as text: the tables of what others signed are not loaded before the list of cases is there
_SAID = text(
    "SELECT case_number, count(*) AS many FROM collected "
    "WHERE kind = 'discussion' AND disposition = 'counted' "
    "AND id NOT IN (SELECT packet FROM seen_contribution) "
    "AND id NOT IN (SELECT id FROM packet) AND id NOT IN (SELECT id FROM other_packet) "
    "AND NOT EXISTS (SELECT 1 FROM packet AS own WHERE own.case_number = collected.case_number "
    "AND own.kind = 'recusal' AND NOT EXISTS (SELECT 1 FROM packet AS later WHERE "
    "later.case_number = own.case_number AND later.kind = 'score' AND later.entry > own.entry)) "
    "GROUP BY case_number"
)
_COUNTED = select(
    select(func.count())
    .where(delivery.c.state != DeliveryState.RECEIVED)
    .scalar_subquery()
    .label("waiting"),
    select(func.count())
    .where(
        delivery.c.state == DeliveryState.RECEIVED,
        delivery.c.disposition == Disposition.COUNTED,
    )
    .scalar_subquery()
    .label("received"),
    select(func.max(delivery.c.leaf)).scalar_subquery().label("last_leaf"),
    select(draft_revision.c.kept_at)
    .order_by(draft_revision.c.revision.desc())
    .limit(1)
    .scalar_subquery()
    .label("last_kept"),
    exists().where(packet.c.kind == ACCEPTANCE).label("accepted"),
    select(func.count()).where(notice.c.read_at.is_(None)).scalar_subquery().label("unread"),
)
