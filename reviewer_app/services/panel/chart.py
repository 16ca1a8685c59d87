"""The table behind a chart as a CSV file of the same form as every report's."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from reviewer_app.models.disk import write_atomically
from reviewer_app.reports.csv import draw_csv
from reviewer_app.reports.outline import Report, ReportColumn, Section, Table
from reviewer_app.reports.provenance import HeadLine
from reviewer_app.reports.text import Bilingual, Language, same
from reviewer_app.services.panel.rows import PanelTable
from reviewer_app.services.report_rows import provenance_of, rounds_of


@dataclass(frozen=True, slots=True)
class ChartTable:
    """A chart in words, all in the language that it is saved in."""

    heading: str
    said: tuple[str, ...]
    """Its sentences, and warnings that must be seen."""
    rests_on: str
    """Rule file, scores and seed."""
    titles: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def chart_csv(
    chart: ChartTable, table: PanelTable, *, made_at: datetime, language: Language
) -> bytes:
    """The file: heading, where the figures come from, the sentences, then the table.

    It is never headed as official: no comparison is a list that somebody signed.
    """
    report = Report(
        title=same(chart.heading),
        subtitle=rounds_of(table),
        provenance=provenance_of(table, made_at=made_at, official=False),
        sections=(Section(same(chart.heading), (_table(chart),)),),
        more_head=(
            HeadLine(Bilingual("依据", "Rests on"), same(chart.rests_on)),
            *(HeadLine(Bilingual("说明", "Said of it"), same(line)) for line in chart.said),
        ),
    )
    return draw_csv(report, language)[0].content


def _table(chart: ChartTable) -> Table:
    columns = tuple(
        ReportColumn(f"column{at}", same(title)) for at, title in enumerate(chart.titles)
    )
    return Table("chart", same(chart.heading), columns, chart.rows)


def keep_chart(target: Path, content: bytes) -> Path:
    """Write it whole or not at all, readable by its owner alone: it tells of scores.

    Raises DiskFull, FolderReadOnly, StorageFault.
    """
    write_atomically(target, content)
    return target
