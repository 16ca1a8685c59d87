"""What was declared on the headers of cases: drafts, and what stands signed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, delete, select
from sqlalchemy.dialects.sqlite import insert

from review_protocol.documents.packet import ConflictAnswer, ConflictKind, DeclarationPacket
from review_protocol.documents.words import Disposition
from reviewer_app.models.case_schema import declaration_draft
from reviewer_app.models.others_schema import declared_elsewhere
from reviewer_app.models.schema import declared, delivery


@dataclass(frozen=True, slots=True)
class DeclarationDraft:
    """An answer on one case, not yet signed."""

    case: str
    answer: ConflictAnswer
    conflict: ConflictKind | None
    comment: str


@dataclass(frozen=True, slots=True)
class StandingDeclaration:
    """The newest signed answer on one case, and the packet that holds it."""

    case: str
    headers: str
    answer: ConflictAnswer
    conflict: ConflictKind | None
    comment: str
    packet: str


def keep_declaration_draft(connection: Connection, draft: DeclarationDraft) -> None:
    """Keep the answer in place of the one before."""
    values = {"answer": draft.answer, "conflict": draft.conflict, "comment": draft.comment}
    row = insert(declaration_draft).values(case_number=draft.case, **values)
    connection.execute(
        row.on_conflict_do_update(index_elements=[declaration_draft.c.case_number], set_=values)
    )


def declaration_drafts(connection: Connection) -> Mapping[str, DeclarationDraft]:
    """All kept answers by case number."""
    return {
        row.case_number: DeclarationDraft(
            row.case_number, ConflictAnswer(row.answer), _conflict(row.conflict), row.comment
        )
        for row in connection.execute(select(declaration_draft))
    }


def forget_declaration_drafts(connection: Connection, cases: Iterable[str]) -> None:
    """Take the kept answers on these cases away, as after signing them."""
    connection.execute(
        delete(declaration_draft).where(declaration_draft.c.case_number.in_(list(cases)))
    )


def standing_declarations(connection: Connection) -> Mapping[str, StandingDeclaration]:
    """What stands signed, by case number; the outbox notes it when a declaration is signed."""
    return {
        row.case_number: StandingDeclaration(
            row.case_number,
            row.headers_hash,
            ConflictAnswer(row.answer),
            _conflict(row.conflict),
            row.comment,
            row.packet,
        )
        for row in connection.execute(select(declared))
    }


def forget_declared(connection: Connection, cases: Iterable[str]) -> None:
    """What stands declared on these cases, here or elsewhere, holds no more: they are to be
    declared on anew."""
    numbers = list(cases)
    for table in (declared, declared_elsewhere):
        connection.execute(delete(table).where(table.c.case_number.in_(numbers)))


def forget_held_declarations(connection: Connection) -> None:
    """The same for what the server held because a case's headers were others by then."""
    held = select(delivery.c.packet).where(
        delivery.c.disposition == Disposition.HELD_CASE_VERSION.value
    )
    connection.execute(delete(declared).where(declared.c.packet.in_(held)))


def _conflict(kept: str | None) -> ConflictKind | None:
    return None if kept is None else ConflictKind(kept)


def note_declared(connection: Connection, id: str, document: DeclarationPacket) -> None:
    """What a signed declaration says stands from now on, by this packet."""
    for each in document.declarations:
        standing = {
            "headers_hash": each.headers,
            "answer": each.answer,
            "conflict": each.conflict,
            "comment": each.comment,
            "packet": id,
        }
        row = insert(declared).values(case_number=each.case, **standing)
        connection.execute(
            row.on_conflict_do_update(index_elements=[declared.c.case_number], set_=standing)
        )
