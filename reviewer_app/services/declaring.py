"""Conflicts of interest, declared case by case from the headers, before the content opens."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import Connection

from review_protocol.documents.packet import Declaration, DeclarationPacket
from reviewer_app.models.case_list import CaseEntry, list_cases
from reviewer_app.models.declarations import (
    DeclarationDraft,
    declaration_drafts,
    forget_declaration_drafts,
    keep_declaration_draft,
    standing_declarations,
)
from reviewer_app.models.store import Store
from reviewer_app.services.rows import DeclareRow
from reviewer_app.services.signer import Signer, Stem
from reviewer_app.services.standing import StandingManifest, standing_manifest


class Declaring:
    """Declarations: a draft kept for each case at once, one packet for all that are signed."""

    def __init__(self, store: Store, signer: Signer) -> None:
        self._store = store
        self._signer = signer

    def rows(self) -> tuple[DeclareRow, ...]:
        """The cases that are not declared yet, in the reviewer's order, with their drafts."""
        with self._store.read() as connection:
            drafts = declaration_drafts(connection)
            return tuple(_row(entry, drafts.get(entry.number)) for entry in _undeclared(connection))

    def declared(self) -> tuple[DeclareRow, ...]:
        """What stands signed, in the reviewer's order."""
        with self._store.read() as connection:
            standing = standing_declarations(connection)
            return tuple(
                DeclareRow(entry.headers, found.answer, found.conflict, found.comment)
                for entry in list_cases(connection)
                if (found := standing.get(entry.number)) is not None
            )

    def keep(self, row: DeclareRow) -> None:
        """Keep the draft of one row; an answer of None takes it away."""

        def work(connection: Connection) -> None:
            if row.answer is None:
                forget_declaration_drafts(connection, [row.headers.number])
                return
            keep_declaration_draft(
                connection,
                DeclarationDraft(row.headers.number, row.answer, row.conflict, row.comment),
            )

        self._store.perform(work)

    def sign(self, rows: tuple[DeclareRow, ...]) -> str:
        """Sign the answered ones of these rows in one packet; answers its id.

        Rows without an answer, and those that are signed already, are left out. Raises
        ValueError where no row is left, or a tie lacks its kind or comment.
        """

        def work(connection: Connection) -> str:
            manifest = standing_manifest(connection)
            entries = {entry.number: entry for entry in _undeclared(connection)}
            declarations = _declarations(rows, entries)
            if manifest is None or not declarations:
                raise ValueError("there is nothing to declare")
            packet = self._signer.sign(
                connection, lambda stem: _packet(stem, manifest, declarations)
            )
            forget_declaration_drafts(connection, [each.case for each in declarations])
            return packet

        return self._store.perform(work)


def _undeclared(connection: Connection) -> tuple[CaseEntry, ...]:
    standing = standing_declarations(connection)
    return tuple(entry for entry in list_cases(connection) if entry.number not in standing)


def _row(entry: CaseEntry, draft: DeclarationDraft | None) -> DeclareRow:
    if draft is None:
        return DeclareRow(entry.headers, None, None, "")
    return DeclareRow(entry.headers, draft.answer, draft.conflict, draft.comment)


def _declarations(
    rows: tuple[DeclareRow, ...], entries: Mapping[str, CaseEntry]
) -> tuple[Declaration, ...]:
    return tuple(
        Declaration(
            case=row.headers.number,
            headers=entries[row.headers.number].headers_hash,
            answer=row.answer,
            conflict=row.conflict,
            comment=row.comment,
        )
        for row in rows
        if row.answer is not None and row.headers.number in entries
    )


def _packet(
    stem: Stem, manifest: StandingManifest, declarations: tuple[Declaration, ...]
) -> DeclarationPacket:
    return DeclarationPacket(
        **stem,
        round=manifest.document.round.number,
        manifest=manifest.id,
        declarations=declarations,
    )
