"""Other people's packets that a chair or a member of staff may see, with their receipts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, delete, func, insert, select
from sqlalchemy.dialects.sqlite import insert as upsert

from review_protocol.documents.answers import PanelAssignment
from review_protocol.documents.leaf import Disposition
from reviewer_app.models.others_schema import collected, expert, panel_assignment

_ANEW = ("disposition", "leaf", "receipt", "standing", "change")


@dataclass(frozen=True, slots=True)
class CollectedRow:
    """A verified packet of somebody else's; `disposition` is the one that stands now, by `leaf`."""

    id: str
    kind: str
    case: str | None
    kid: str
    disposition: Disposition
    leaf: int
    envelope: bytes
    receipt: str
    change: str | None = None
    """The receipt of the leaf that changed how it stands; None where its own says it."""


@dataclass(frozen=True, slots=True)
class ExpertRow:
    """A device whose packets may be seen, and the pseudonym of its person, if they review."""

    kid: str
    pseudonym: int | None
    certificate: bytes
    receipt: str
    """That the certificate is in the log."""


def keep_collected(connection: Connection, rows: Sequence[CollectedRow]) -> int:
    """Keep packets, or how known ones stand by now; answers how many were new.

    A known one stays as it is where what is offered is older than the leaf by which it stands.
    """
    if not rows:
        return 0
    known = select(collected.c.id).where(collected.c.id.in_([each.id for each in rows]))
    new = {each.id for each in rows} - set(connection.execute(known).scalars())
    row = upsert(collected)
    connection.execute(
        row.on_conflict_do_update(
            index_elements=[collected.c.id],
            set_={name: row.excluded[name] for name in _ANEW},
            where=collected.c.standing.is_(None) | (collected.c.standing <= row.excluded.standing),
        ),
        [
            {
                "id": each.id,
                "kind": each.kind,
                "case_number": each.case,
                "kid": each.kid,
                "disposition": each.disposition,
                "leaf": each.leaf,
                "envelope": each.envelope,
                "receipt": each.receipt,
                "standing": each.leaf,
                "change": each.change,
            }
            for each in rows
        ],
    )
    return len(new)


def collected_packets(
    connection: Connection, case: str | None = None, *, kinds: Sequence[str] = ()
) -> tuple[CollectedRow, ...]:
    """All collected packets, or those about one case or of these kinds, in the order of the log."""
    return tuple(collected_in_turn(connection, case, kinds=kinds))


def collected_in_turn(
    connection: Connection, case: str | None = None, *, kinds: Sequence[str] = ()
) -> Iterator[CollectedRow]:
    """The same one after another, as the database gives them: never all at once."""
    asked = select(collected).order_by(collected.c.leaf)
    if case is not None:
        asked = asked.where(collected.c.case_number == case)
    if kinds:
        asked = asked.where(collected.c.kind.in_(kinds))
    for row in connection.execute(asked):
        yield CollectedRow(
            row.id,
            row.kind,
            row.case_number,
            row.kid,
            Disposition(row.disposition),
            row.leaf,
            row.envelope,
            row.receipt,
            row.change,
        )


def count_collected(connection: Connection, case: str | None = None) -> int:
    """How many packets were collected, or are about one case."""
    asked = select(func.count()).select_from(collected)
    if case is not None:
        asked = asked.where(collected.c.case_number == case)
    return int(connection.execute(asked).scalar_one())


def keep_experts(connection: Connection, rows: Iterable[ExpertRow]) -> None:
    """Keep devices and pseudonyms; one that is known is kept anew."""
    for each in rows:
        values = {
            "pseudonym": each.pseudonym,
            "certificate": each.certificate,
            "receipt": each.receipt,
        }
        row = upsert(expert).values(kid=each.kid, **values)
        connection.execute(row.on_conflict_do_update(index_elements=[expert.c.kid], set_=values))


def experts(connection: Connection) -> tuple[ExpertRow, ...]:
    """All devices whose packets may be seen, by pseudonym."""
    rows = connection.execute(select(expert).order_by(expert.c.pseudonym, expert.c.kid))
    return tuple(ExpertRow(row.kid, row.pseudonym, row.certificate, row.receipt) for row in rows)


def keep_assignments(connection: Connection, assignments: Iterable[PanelAssignment]) -> None:
    """Keep who was asked to review what, in place of what was known."""
    connection.execute(delete(panel_assignment))
    rows = [
        {"case_number": each.case, "pseudonym": each.pseudonym, "declared": each.declared}
        for each in assignments
    ]
    if rows:
        connection.execute(insert(panel_assignment), rows)


def assignments(connection: Connection) -> tuple[PanelAssignment, ...]:
    """Who was asked to review what, and what they declared."""
    rows = connection.execute(
        select(panel_assignment).order_by(
            panel_assignment.c.case_number, panel_assignment.c.pseudonym
        )
    )
    return tuple(
        PanelAssignment(case=row.case_number, pseudonym=row.pseudonym, declared=row.declared)
        for row in rows
    )
