"""A released case opened for reading and scoring, and its attachments."""

from __future__ import annotations

import json

from review_protocol.documents.batch import FileRole
from review_protocol.documents.text import Element
from reviewer_app.errors import CaseNotOpen, DamagedFile, UnreadableAttachment
from reviewer_app.models.cases import case_content, keep_place, place_in
from reviewer_app.models.files import file_of
from reviewer_app.models.store import Store
from reviewer_app.services.attachments import Attachments
from reviewer_app.services.listing import row_of
from reviewer_app.services.preparing import Preparing
from reviewer_app.services.rows import CaseView, ReadingPlace
from reviewer_app.services.sheets import sheet_of
from reviewer_app.sync.contents import is_here, open_file


class OpenCases:
    """Opens what was released to this person; plaintext is in memory only."""

    def __init__(self, store: Store, preparing: Preparing) -> None:
        self._store = store
        self._preparing = preparing

    def open(self, number: str) -> CaseView:
        """A released case for reading and scoring; raises CaseNotOpen."""
        with self._store.read() as connection:
            sheet = sheet_of(connection, number)
            case = case_content(connection, number)
            if case is None:
                raise CaseNotOpen(number)
            place = place_of(place_in(connection, number))
        return CaseView(
            row=row_of(sheet.entry),
            case=case,
            rubric=sheet.rubric,
            alignments=self._preparing.kept_alignments(self._store, case),
            answers=sheet.answers,
            kept_at=sheet.kept_at,
            standing=sheet.standing,
            place=place,
        )

    @property
    def attachments(self) -> Attachments:
        """Attachments, and where each was left."""
        return Attachments(self._store, self.attachment)

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
        text = json.dumps([place.element, place.unit, place.more])
        self._store.perform(lambda connection: keep_place(connection, number, text))

    def place(self, number: str) -> ReadingPlace | None:
        """Where the reader was; None for a case that was never opened."""
        with self._store.read() as connection:
            return place_of(place_in(connection, number))


def place_of(kept: str | None) -> ReadingPlace | None:
    """The place in what was kept."""
    if kept is None:
        return None
    element, unit, more = json.loads(kept)
    return ReadingPlace(Element(element), unit, more)
