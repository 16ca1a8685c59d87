"""The reviewer's desk: what is there, where each case stands, and a case opened for reading."""

from __future__ import annotations

import json
from collections.abc import Mapping

from sqlalchemy import Connection

from review_protocol.documents.batch import FileRole
from review_protocol.documents.case import Case
from review_protocol.documents.score import CRITERIA, CriterionCode
from review_protocol.documents.text import Element, Language
from reviewer_app.errors import CaseNotOpen, DamagedFile, UnreadableAttachment
from reviewer_app.models import cases as entries
from reviewer_app.models.documents import alignments
from reviewer_app.models.drafts import newest_kept_at
from reviewer_app.models.facts import FactName, text_of
from reviewer_app.models.files import file_of
from reviewer_app.models.outbox import newest_receipt, waiting_count
from reviewer_app.models.rows import CaseQuery, CaseState
from reviewer_app.models.store import Store
from reviewer_app.reading.alignment import Alignment
from reviewer_app.services.orders import criteria_order
from reviewer_app.services.preparing import Preparing
from reviewer_app.services.rows import CaseRow, CaseView, DeskOverview, ReadingPlace
from reviewer_app.services.sheets import row_of, sheet_of
from reviewer_app.services.standing import (
    certificate_of,
    standing_programme,
    standing_round,
    standing_rubric,
)
from reviewer_app.sync.contents import is_here, open_file

EVERY_CASE = CaseQuery()
_BEGUN = (CaseState.STARTED, CaseState.ANSWERED)
_SIGNED = (CaseState.SIGNED, CaseState.RECEIVED, CaseState.HELD)


class Desk:
    """Reads the desk; lists are filtered, searched and sorted in the database."""

    def __init__(self, store: Store, preparing: Preparing) -> None:
        self._store = store
        self._preparing = preparing

    def overview(self) -> DeskOverview:
        """What is left to do, and whether the work is safe."""
        with self._store.read() as connection:
            counts = entries.state_counts(connection)
            newest = newest_receipt(connection)

            def count(*states: CaseState) -> int:
                return sum(counts.get(state, 0) for state in states)

            return DeskOverview(
                programme=standing_programme(connection),
                rubric=standing_rubric(connection),
                round=standing_round(connection),
                person_name=text_of(connection, FactName.PERSON_NAME) or "",
                roles=certificate_of(connection).roles,
                total=sum(counts.values()),
                undeclared=count(CaseState.UNDECLARED),
                conflicts=count(CaseState.CONFLICT),
                started=count(*_BEGUN),
                signed=count(*_SIGNED),
                received=count(CaseState.RECEIVED),
                held=count(CaseState.HELD),
                waiting=waiting_count(connection),
                next_case=entries.next_undone(connection),
                last_leaf=None if newest is None else newest.leaf,
                last_sync=text_of(connection, FactName.SYNCED_AT),
                last_kept=newest_kept_at(connection),
            )

    def cases(
        self, query: CaseQuery = EVERY_CASE, language: Language = Language.EN
    ) -> tuple[CaseRow, ...]:
        """The cases of the batch that the query asks for; titles are sorted in `language`."""
        with self._store.read() as connection:
            rubric = standing_rubric(connection)
            found = entries.list_cases(connection, query, language)
        return tuple(row_of(entry, rubric) for entry in found)

    def row(self, number: str) -> CaseRow:
        """One case's row; raises CaseNotOpen where there is no such case."""
        with self._store.read() as connection:
            entry = entries.case_entry(connection, number)
            if entry is None:
                raise CaseNotOpen(number)
            return row_of(entry, standing_rubric(connection))

    def open(self, number: str) -> CaseView:
        """A released case for reading and scoring; raises CaseNotOpen."""
        with self._store.read() as connection:
            sheet = sheet_of(connection, number)
            case = entries.case_content(connection, number)
            if case is None:
                raise CaseNotOpen(number)
            return CaseView(
                row=row_of(sheet.entry, sheet.rubric),
                case=case,
                rubric=sheet.rubric,
                alignments=self._alignments(connection, case),
                answers=sheet.answers,
                kept_at=sheet.kept_at,
                standing=sheet.standing,
                place=_place(entries.place_in(connection, number)),
            )

    def attachment(self, sha256: str) -> bytes:
        """An attachment's bytes, in memory only.

        Raises UnreadableAttachment where it is damaged (it is fetched anew at the next sync) or
        not fetched yet, and CaseNotOpen where it was not released.
        """
        with self._store.read() as connection:
            file = file_of(connection, sha256)
        if file is None or file.entry.role is not FileRole.ATTACHMENT:
            raise UnreadableAttachment(sha256)
        if file.key is None:
            raise CaseNotOpen(file.entry.case or "")
        if not is_here(self._store.folder, file.entry):
            raise UnreadableAttachment(sha256)
        try:
            return open_file(self._store.folder, file)
        except DamagedFile as damaged:
            raise UnreadableAttachment(sha256) from damaged

    def mark_read(self, number: str, place: ReadingPlace) -> None:
        """Remember where the reader is; the newest place stands."""
        text = json.dumps([place.element, place.unit, place.mode])
        self._store.perform(lambda connection: entries.keep_place(connection, number, text))

    def place(self, number: str) -> ReadingPlace | None:
        """Where the reader was; None for a case that was never opened."""
        with self._store.read() as connection:
            return _place(entries.place_in(connection, number))

    def criteria_order(self) -> tuple[CriterionCode, ...]:
        """The order in which this reviewer is shown the criteria; keys belong to the criterion."""
        with self._store.read() as connection:
            certificate = certificate_of(connection)
            rubric = standing_rubric(connection)
        codes = CRITERIA if rubric is None else tuple(each.code for each in rubric.criteria)
        return criteria_order(certificate.person, certificate.deployment, codes)

    def _alignments(self, connection: Connection, case: Case) -> Mapping[Element, Alignment]:
        keys = {element: self._preparing.key(case, element) for element in Element}
        kept = alignments(connection, keys.values())
        return {
            element: self._preparing.alignment(case, element, kept.get(key))
            for element, key in keys.items()
        }


def _place(kept: str | None) -> ReadingPlace | None:
    if kept is None:
        return None
    element, unit, mode = json.loads(kept)
    return ReadingPlace(Element(element), unit, mode)
