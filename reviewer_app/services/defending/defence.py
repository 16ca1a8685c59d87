"""What defends a case: the pages of its dispute dossier, and the one-page sheet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection

from review_protocol.documents.case import CaseHeaders
from reviewer_app.cancelling import Cancelled, never
from reviewer_app.errors import CaseNotOpen, NotPermitted
from reviewer_app.models.case_list import CaseEntry, case_entry
from reviewer_app.models.collected import assignments, experts
from reviewer_app.models.disk import write_atomically
from reviewer_app.models.dossier import told_ties
from reviewer_app.models.store import Store
from reviewer_app.reports.defence_rows import CaseDefence, Declared, From, SheetRows
from reviewer_app.reports.text import Language
from reviewer_app.services.defending.case_proofs import CaseProofs
from reviewer_app.services.defending.defence_rows import Beside, defence_rows
from reviewer_app.services.defending.dispute_record import DisputeRecord
from reviewer_app.services.defending.evidence_quotes import evidence_rows
from reviewer_app.services.defending.panel_acts_told import PanelActs, panel_acts
from reviewer_app.services.defending.written_comments import counted_of
from reviewer_app.services.panel.citation_texts import excused
from reviewer_app.services.panel.collected_reviews import ReviewReader
from reviewer_app.services.panel.compared_rows import PanelComparison
from reviewer_app.services.panel.dossier import deputies
from reviewer_app.services.panel.room import PanelRoom
from reviewer_app.services.panel.sayings import sayings
from reviewer_app.services.panel.table import PanelReviews
from reviewer_app.services.panel.voices import panel_of
from reviewer_app.services.standing import standing_rules
from reviewer_app.sync.clock import Clock
from reviewer_app.sync.reports import Progress, Report

_DECLARED: Mapping[str, Declared] = {
    "none": "none",
    "disclosed": "disclosed",
    "conflict": "conflict",
}


@dataclass(frozen=True)
class _Known:
    """All cases, and how they stand among each other; computed once for many sheets."""

    reviews: PanelReviews
    comparison: PanelComparison | None
    amended: Mapping[str, tuple[int, ...]]
    """By case, who changed a score since it is discussed."""


@dataclass(frozen=True, slots=True)
class SavedSheets:
    """`file` is None where it was cancelled."""

    file: Path | None
    pages: int
    withheld: int
    """Cases that were asked for and are hidden from this person."""


class Defence:
    """For who may see the case's scores: chairs, deputies, the head; staff once it is closed."""

    def __init__(self, store: Store, panel: PanelRoom, clock: Clock) -> None:
        self._store = store
        self._panel = panel
        self._clock = clock
        self._reader = ReviewReader()

    def of(self, number: str) -> CaseDefence:
        """What sheet and dossier both say of the case.

        Raises as `PanelRoom.table`, CaseNotOpen, and NotPermitted for a withheld case.
        """
        known = self._known()
        with self._store.read() as connection:
            return self._rows(connection, known, number)

    def dossier(self, found: CaseProofs, record: DisputeRecord) -> Mapping[str, bytes]:
        """The pages of a dispute dossier in both languages; raises as `of`."""
        # reportlab takes 200 ms to import, for something done once in a while
        from reviewer_app.reports.dispute_report import dispute_report
        from reviewer_app.reports.fonts import bundled_fonts
        from reviewer_app.reports.pdf import draw_pdf
        from reviewer_app.services.defending.dispute_rows import Proved, dispute_rows

        known = self._known()
        with self._store.read() as connection:
            sheet = self._sheet(connection, known, record.case)
            entry = case_entry(connection, record.case)
            proved = Proved(
                found=found,
                record=record,
                rubric=known.reviews.table.rubric,
                pseudonyms={each.kid: each.pseudonym for each in experts(connection)},
                deputies=deputies(connection),
                panel=None if entry is None else panel_of(connection, entry),
            )
        report, fonts = dispute_report(dispute_rows(sheet, proved)), bundled_fonts()
        return {
            "dossier-en.pdf": draw_pdf(report, "en", fonts),
            "dossier-zh.pdf": draw_pdf(report, "zh", fonts),
        }

    def save_sheets(
        self,
        numbers: Sequence[str],
        target: Path,
        language: Language,
        report: Report = lambda progress: None,
        cancelled: Cancelled = never,
    ) -> SavedSheets:
        """Write a page a case into one PDF, readable by its owner alone; withheld cases are left
        out. Reports "compare", then "sheets". Nothing is written on cancel.

        Raises as `PanelRoom.table`, CaseNotOpen, NotPermitted where all are withheld, and DiskFull,
        FolderReadOnly, ImpossibleFolder, StorageFault.
        """
        from reviewer_app.reports.defence_sheet import draw_sheets  # late, as in `dossier`
        from reviewer_app.reports.fonts import bundled_fonts

        report(Progress("compare", 0, None))
        known = self._known(cancelled)
        hidden = {row.number for row in known.reviews.table.rows if row.withheld}
        shown = [each for each in numbers if each not in hidden]
        if not shown:
            raise NotPermitted("see scores")
        with self._store.read() as connection:
            sheets = [self._sheet(connection, known, each) for each in shown]
        drawn = draw_sheets(_told(sheets, report, cancelled), language, bundled_fonts())
        if cancelled():
            return SavedSheets(None, 0, 0)
        write_atomically(target, drawn)
        return SavedSheets(target, len(shown), len(numbers) - len(shown))

    def _sheet(self, connection: Connection, known: _Known, number: str) -> SheetRows:
        defence = self._rows(connection, known, number)
        table = known.reviews.table
        row = next(each for each in table.rows if each.number == number)
        counted = counted_of(row, known.reviews.standing[number])
        return SheetRows(defence, tuple(evidence_rows(table.rubric, counted)))

    def _known(self, cancelled: Cancelled = never) -> _Known:
        from reviewer_app.services.panel.counted_scores import amended_since  # late: numpy

        reviews = self._panel.reviews()
        table = reviews.table
        compared = self._panel.compare(table=table, cancelled=cancelled)
        return _Known(reviews, compared, amended_since(table))

    def _rows(self, connection: Connection, known: _Known, number: str) -> CaseDefence:
        table = known.reviews.table
        row = next((each for each in table.rows if each.number == number), None)
        entry = case_entry(connection, number)
        if row is None or entry is None:
            raise CaseNotOpen(number)
        if row.withheld:
            raise NotPermitted("see scores")
        beside = Beside(
            headers=CaseHeaders.from_body(entry.body),
            rules=standing_rules(connection),
            declared=_declared(connection, number),
            homes=_homes(connection, number),
            acts=self._acts(connection, known, entry),
            made_at=self._clock(),
        )
        standing = known.reviews.standing[number]
        return defence_rows(table, row, standing, known.comparison, beside)

    def _acts(self, connection: Connection, known: _Known, entry: CaseEntry) -> PanelActs:
        said = sayings(connection, self._reader, entry)
        amended = known.amended.get(entry.number, ())
        return panel_acts(said, amended, excused(connection, entry.number, said))


def _declared(connection: Connection, number: str) -> Mapping[int, Declared]:
    return {
        each.pseudonym: _DECLARED[each.declared]
        for each in assignments(connection)
        if each.case == number and each.declared is not None
    }


def _homes(connection: Connection, number: str) -> Mapping[int, From]:
    """Of the experts whose country has to do with the case, as far as the server tells it."""
    told = told_ties(connection)
    return {
        each.pseudonym: "applicant" if each.applicant else "involved"
        for each in (() if told is None else told.ties)
        if each.case == number
    }


def _told(sheets: Sequence[SheetRows], report: Report, cancelled: Cancelled) -> Iterator[SheetRows]:
    for done, sheet in enumerate(sheets):
        report(Progress("sheets", done, len(sheets)))
        if cancelled():
            return
        yield sheet
    report(Progress("sheets", len(sheets), len(sheets)))
