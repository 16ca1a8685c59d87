"""A chart that is on the screen, with what must be said around it."""

from __future__ import annotations

from dataclasses import dataclass

from reviewer_app.services.panel.rows import PanelTable
from reviewer_app.ui.panel.charts.chart import Chart
from reviewer_app.ui.panel.charts.provenance import Caption


@dataclass(frozen=True, slots=True)
class Shown:
    chart: Chart
    caption: Caption
    table: PanelTable
