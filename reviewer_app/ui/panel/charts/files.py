"""A chart that is shown, as what goes to the clipboard and into files."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from enum import StrEnum
from functools import partial
from typing import assert_never

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QImage

from review_protocol.documents.text import Language
from reviewer_app.reports.text import Language as ReportLanguage
from reviewer_app.services.panel.chart import ChartTable, chart_csv
from reviewer_app.ui import terms
from reviewer_app.ui.panel.charts.drawn import image_of, pixels_of, svg_of
from reviewer_app.ui.panel.charts.layout import MOST_ROWS, Layout
from reviewer_app.ui.panel.charts.picture import Picture
from reviewer_app.ui.panel.charts.png import png_of
from reviewer_app.ui.panel.charts.shown import Shown
from reviewer_app.ui.panel_words import whole

translate = QCoreApplication.translate


class FileKind(StrEnum):
    """As which file a chart is saved; the value is the file's ending."""

    PNG = "png"
    SVG = "svg"
    CSV = "csv"


def picture(shown: Shown) -> Picture:
    """The chart as one picture; it says how many rows it leaves out."""
    size = shown.chart.size
    if size <= MOST_ROWS:
        return Picture(Layout(shown.chart, shown.caption))
    more = translate("ladder", "The first {drawn} of {all} rows; the table has all.")
    told = more.format(drawn=whole(MOST_ROWS), all=whole(size))
    return Picture(Layout(shown.chart, shown.caption, told))


def image(shown: Shown) -> QImage:
    """What goes to the clipboard."""
    return image_of(picture(shown))


def content_of(kind: FileKind, shown: Shown, made_at: datetime) -> Callable[[], bytes]:
    """What gives the file's bytes, from any thread: what needs Qt is done already."""
    match kind:
        case FileKind.PNG:
            return partial(png_of, pixels_of(image(shown)))
        case FileKind.SVG:
            drawn = svg_of(picture(shown))
            return lambda: drawn
        case FileKind.CSV:
            around = shown.caption
            said = ChartTable(
                heading=around.heading,
                said=(*around.warnings, *around.sentences),
                rests_on=around.rules,
                titles=shown.chart.titles(),
                rows=shown.chart.rows(),
            )
            return partial(chart_csv, said, shown.table, made_at=made_at, language=_language())
    assert_never(kind)


def file_name(kind: FileKind, shown: Shown, made_at: datetime) -> str:
    """What the file is proposed to be called."""
    return f"{shown.chart.key}-{made_at:%Y%m%d-%H%M%S}.{kind.value}"


def _language() -> ReportLanguage:
    return "zh" if terms.interface_language() is Language.ZH else "en"
