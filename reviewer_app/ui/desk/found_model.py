"""What a search found as the rows of one list: each case, and under it its hits."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QCoreApplication, QLocale, QModelIndex, Qt

from review_protocol.documents.text import Language
from reviewer_app.models.passages import Part
from reviewer_app.services.search import Found, FoundCase
from reviewer_app.services.search_hits import Hit
from reviewer_app.ui import states, terms
from reviewer_app.ui.kit.columns import Index

translate = QCoreApplication.translate
_NOWHERE = QModelIndex()


@dataclass(frozen=True, slots=True)
class FoundRow:
    """A case, or (with `hit`) a place in it, or (with `more`) how many places are not listed."""

    case: FoundCase
    hit: Hit | None = None
    more: int = 0

    @property
    def names(self) -> int:
        """In how many languages the case's name stands here."""
        name = self.case.name
        if self.hit is not None or self.more:
            return 0
        return (name.zh is not None) + (name.en is not None)

    @property
    def shown_hit(self) -> Hit | None:
        """Where this row leads: the hit, or the first one of the case that stands in its text."""
        if self.hit is not None:
            return self.hit
        there = [each for each in self.case.hits.shown if each.part is not Part.NAME]
        if self.more:  # the search in the text lists the others
            there.sort(key=lambda each: each.spot is None)
        return next(iter(there), None)

    def name_hit(self, language: Language) -> Hit | None:
        """What was found in the case's name in this language."""
        return next(
            (
                each
                for each in self.case.hits.shown
                if each.part is Part.NAME and each.language is language
            ),
            None,
        )


class FoundModel(QAbstractListModel):
    """Rows as they were found; later pages are put behind."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[FoundRow, ...] = ()
        self._found = Found.nothing()

    def show_found(self, found: Found) -> bool:
        """Draw this; False where it only goes on with what was there."""
        before = self._found
        self._found = found
        goes_on = before.query == found.query and before.entries == found.entries
        if goes_on and found.cases[: len(before.cases)] == before.cases:
            new = tuple(_rows(found.cases[len(before.cases) :]))
            if new:
                first = len(self.rows)
                self.beginInsertRows(QModelIndex(), first, first + len(new) - 1)
                self.rows += new
                self.endInsertRows()
            return False
        self.beginResetModel()
        self.rows = tuple(_rows(found.cases))
        self.endResetModel()
        return True

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """How many rows."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Words for screen readers and for copying; the delegate draws the row itself."""
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return spoken(row)
        return None


def spoken(row: FoundRow) -> str:
    """A row in words."""
    case = row.case
    if row.more:
        return not_listed(row.more)
    if row.hit is not None:
        return f"{where(row.hit)}: {row.hit.text}"
    parts = (case.number, terms.own(case.name), states.case_state(case.state), hits(case))
    return ", ".join(parts)


def hits(case: FoundCase) -> str:
    """How often the words stand in a case."""
    words = translate("FoundList", "Hits: {count}")
    return words.format(count=QLocale().toString(case.hits.count))


def not_listed(count: int) -> str:
    """How many hits a case has beside those listed, and where they all are."""
    words = translate("FoundList", "And {count} more: open the case to see them")
    return words.format(count=QLocale().toString(count))


def where(hit: Hit) -> str:
    """The place of a hit by its name and language."""
    place = _place(hit)
    if hit.language is None or hit.part is Part.OWN:
        return place
    return f"{place} · {terms.language(hit.language)}"


def _place(hit: Hit) -> str:
    match hit.part:
        case Part.ELEMENT if hit.element is not None:
            return terms.element(hit.element)
        case Part.OWN:
            return translate("FoundList", "Your comment")
        case _:
            return PLACES[hit.part]()


PLACES = {
    Part.NUMBER: lambda: translate("FoundList", "Number"),
    Part.NAME: lambda: translate("FoundList", "Case name"),
    Part.APPLICANT: lambda: translate("FoundList", "Applicant"),
    Part.PARTNER: lambda: translate("FoundList", "Partner"),
    Part.RECOMMENDER: lambda: translate("FoundList", "Recommended by"),
    Part.COUNTRIES: lambda: translate("FoundList", "Country (region)"),
    Part.ATTACHMENT: lambda: translate("FoundList", "Attachment"),
}


def _rows(cases: tuple[FoundCase, ...]) -> Iterator[FoundRow]:
    for case in cases:
        yield FoundRow(case)
        for hit in case.hits.shown:
            if hit.part not in (Part.NAME, Part.NUMBER):
                yield FoundRow(case, hit)
        more = case.hits.count - sum(len(hit.marks) for hit in case.hits.shown)
        if more > 0:
            yield FoundRow(case, more=more)
