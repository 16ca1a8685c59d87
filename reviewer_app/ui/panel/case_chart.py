"""The figures of one case as a chart that can be taken away, with how each score counts."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QRectF
from PySide6.QtGui import QPainter

from reviewer_app.services.panel.rows import Figures, PanelCaseRow, PanelCaseView
from reviewer_app.ui import panel_words as words
from reviewer_app.ui import terms
from reviewer_app.ui.distribution import DOT, Dots, paint_dots
from reviewer_app.ui.folders import TargetChooser, choose_target
from reviewer_app.ui.kit.columns import Align, Column
from reviewer_app.ui.kit.palette import Palette
from reviewer_app.ui.panel import case_words
from reviewer_app.ui.panel.case_page import CasePage
from reviewer_app.ui.panel.charts.chart import Chart, chart_of
from reviewer_app.ui.panel.charts.gestures import ChartGestures
from reviewer_app.ui.panel.charts.provenance import caption
from reviewer_app.ui.panel.charts.scale import Scale
from reviewer_app.ui.panel.charts.shown import Shown
from reviewer_app.ui.panel.sentence_words import case_sentence, score_counts
from reviewer_app.ui.panel.view_model import PanelViewModel
from reviewer_app.ui.panel_order import Measure, figures_of, scores
from reviewer_app.ui.selection_bar import MEASURES

translate = QCoreApplication.translate
STRIP_PX = 28.0


def case_gestures(
    panel: PanelViewModel, page: CasePage, choose: TargetChooser = choose_target
) -> ChartGestures:
    """Copying and saving for the case in front."""

    def shown() -> Shown | None:
        state, case = panel.state, panel.case.state
        found, view, compared = state.compared.official, case.opened, case.compared
        if found is None or view is None or compared is None or state.table is None:
            return None
        row = view.row
        heading = f"{row.number} {terms.own(row.name)}"
        said = [case_sentence(compared, found), *map(score_counts, compared.scores)]
        said += [*case_words.apart(row.number, found), *case_words.beside(row, case.homes)]
        official = panel.official.of(state.table)
        around = caption(heading, "\n".join(said), found, state.table, official, panel.clock())
        return Shown(case_chart(view), around, state.table)

    return ChartGestures(shown, panel.charts.save, panel.clock, choose, page, has_table=False)


def case_chart(view: PanelCaseView) -> Chart:
    """A row for what is compared: in all, then each criterion."""

    def paint(painter: QPainter, box: QRectF, at: int, palette: Palette) -> None:
        figures = figures_of(view.row, MEASURES[at])
        low, high = view.rubric.lowest, view.rubric.highest
        strip = QRectF(box.left(), box.center().y() - STRIP_PX / 2, box.width(), STRIP_PX)
        strip.adjust(-DOT - 1, 0, DOT + 1, 0)  # its scale begins a dot inside
        dots = Dots(scores(view.row, MEASURES[at]), figures.mean, low, high)
        paint_dots(painter, strip, dots, palette)

    scale = Scale(view.rubric.lowest, view.rubric.highest)
    return chart_of(
        view.row.number,
        _columns(view),
        MEASURES,
        paints={"strip": paint},
        scales={"strip": scale},
    )


def _columns(view: PanelCaseView) -> tuple[Column[Measure], ...]:
    row, rubric = view.row, view.rubric
    return (
        Column[Measure]("what", lambda: "", words.measure, width=220),
        Column[Measure](
            "strip",
            lambda: translate("ladder", "Scores"),
            lambda by: words.distribution(row, by, rubric),
            width=300,
        ),
        *(_figure(row, *each) for each in _figures()),
    )


_Text = Callable[[Figures, Measure], str]


def _figures() -> tuple[tuple[str, _Text, int], ...]:
    """Title, text and width of each figure."""

    def mean(figures: Figures, _: Measure) -> str:
        return words.decimal(figures.mean, 2)

    def median(figures: Figures, _: Measure) -> str:
        return words.decimal(figures.median, 1)

    def deviation(figures: Figures, _: Measure) -> str:
        return words.decimal(figures.sd, 2)

    return (
        (translate("FiguresCard", "n"), lambda figures, _: words.whole(figures.n), 64),
        (translate("FiguresCard", "Mean"), mean, 84),
        (translate("FiguresCard", "Median"), median, 84),
        (translate("FiguresCard", "Range"), words.span, 84),
        (translate("FiguresCard", "SD"), deviation, 72),
        (
            translate("FiguresCard", "Cannot judge"),
            lambda figures, _: words.whole(figures.cannot_judge),
            120,
        ),
    )


def _figure(row: PanelCaseRow, title: str, text: _Text, width: int) -> Column[Measure]:
    def told(by: Measure) -> str:
        return text(figures_of(row, by), by)

    return Column[Measure](title, lambda: title, told, Align.RIGHT, width=width)
