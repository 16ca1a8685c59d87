"""What the desk's head and the status strip count, in two statements."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, exists, func, select

from review_protocol.documents.packet import AcceptancePacket
from reviewer_app.models.case_list import next_undone, state_counts
from reviewer_app.models.rows import CaseState, DeliveryState
from reviewer_app.models.schema import delivery, draft_revision, packet


@dataclass(frozen=True, slots=True)
class DeskFigures:
    """States without a case are left out; `waiting` packets have no receipt yet."""

    states: Mapping[CaseState, int]
    next_case: str | None
    """The case to go on with."""
    waiting: int
    last_leaf: int | None
    """The highest leaf of a receipt."""
    last_kept: str | None
    """When anything was kept last, on any case."""
    accepted: bool
    """Whether an acceptance has been signed on this device."""


def desk_figures(connection: Connection) -> DeskFigures:
    """All of it as it stands."""
    counted = connection.execute(_COUNTED).one()
    return DeskFigures(
        states=state_counts(connection),
        next_case=next_undone(connection),
        waiting=counted.waiting,
        last_leaf=counted.last_leaf,
        last_kept=counted.last_kept,
        accepted=bool(counted.accepted),
    )


_COUNTED = select(
    select(func.count())
    .where(delivery.c.state != DeliveryState.RECEIVED)
    .scalar_subquery()
    .label("waiting"),
    select(func.max(delivery.c.leaf)).scalar_subquery().label("last_leaf"),
    select(draft_revision.c.kept_at)
    .order_by(draft_revision.c.revision.desc())
    .limit(1)
    .scalar_subquery()
    .label("last_kept"),
    exists().where(packet.c.kind == AcceptancePacket.kind).label("accepted"),
)
