"""Writes the signed final list as files: a PDF for people, tables for spreadsheets."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from review_protocol.documents.panel_acts import FinalListPacket
from review_protocol.documents.programme import Recommendation
from reviewer_app.errors import CannotWriteReport
from reviewer_app.services.panel.heads_documents import HeadsPacket
from reviewer_app.services.panel.rows import PanelCaseRow, PanelTable

if TYPE_CHECKING:
    from reviewer_app.reports.final_list import FinalListRows, PlaceRow
    from reviewer_app.reports.text import Language as ReportLanguage


def export_final_list(
    signed: HeadsPacket[FinalListPacket],
    table: PanelTable,
    folder: Path,
    language: ReportLanguage,
    *,
    made_at: datetime,
) -> tuple[Path, ...]:
    """The list as it was signed, with what this person may know of its cases; answers the files.

    `made_at` is aware of its zone. Raises CannotWriteReport.
    """
    # reportlab takes 200 ms to import, for something done once a round
    from reviewer_app.reports import saving
    from reviewer_app.reports.final_list import final_list_report

    report = final_list_report(final_list_rows(signed, table, made_at=made_at))
    name = f"final-list-{made_at:%Y%m%d-%H%M%S}"
    try:
        return saving.save_report(report, folder, name, ("pdf", "csv"), language)
    except saving.CannotWriteReport as failure:
        raise CannotWriteReport(failure.path, failure.reason) from failure


def final_list_rows(
    signed: HeadsPacket[FinalListPacket], table: PanelTable, *, made_at: datetime
) -> FinalListRows:
    """Official once the server has received it."""
    from reviewer_app.reports.final_list import FinalListRows  # as in `export_final_list`
    from reviewer_app.services.report_rows import provenance_of, rounds_of

    document = signed.document
    places = {
        outcome: tuple(
            _place(table, each.case, each.decision, each.reason)
            for each in document.places
            if each.outcome is outcome
        )
        for outcome in (Recommendation.OUTSTANDING, Recommendation.CASEBOOK)
    }
    return FinalListRows(
        provenance=provenance_of(table, made_at=made_at, official=signed.leaf is not None),
        round_name=rounds_of(table),
        outstanding=places[Recommendation.OUTSTANDING],
        casebook=places[Recommendation.CASEBOOK],
        reserve=tuple(_place(table, number, None, "") for number in document.reserve),
        reason=document.reason,
        packet=signed.packet,
        receipt=signed.leaf,
        signed_at=document.claimed,
        rules=document.rules,
        comparison=document.comparison,
    )


def _place(table: PanelTable, number: str | None, decision: str | None, reason: str) -> PlaceRow:
    from reviewer_app.reports.final_list import BY_DEPUTY, PlaceRow  # as in `export_final_list`
    from reviewer_app.reports.text import same
    from reviewer_app.services.report_rows import AREAS, bilingual

    row = next((each for each in table.rows if each.number == number), None)
    if number is None or row is None:
        name = BY_DEPUTY if number is None else same(number)
        return PlaceRow(number or "", name, None, None, None, reason)
    receipt = _receipt(row, decision)
    applicant = bilingual(row.applicant.name)
    return PlaceRow(number, bilingual(row.name), applicant, AREAS[row.area], receipt, reason)


def _receipt(row: PanelCaseRow, decision: str | None) -> int | None:
    """Under which number the log took this decision; None where it is not the one seen here."""
    seen = (each for each in (row.decision, row.decided_before) if each is not None)
    return next((each.leaf for each in seen if each.packet == decision), None)
