"""A case with one's own marks as pages: drawn in memory, written out of the desk where wanted."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from reviewer_app.models.disk import write_atomically
from reviewer_app.reports.case_paper import CasePaper
from reviewer_app.reports.case_pdf import draw_case
from reviewer_app.reports.fonts import bundled_fonts
from reviewer_app.services.desk import Desk


class CasePages:
    """`confidential` of a paper has {name}: whose copy it is is known here."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def draw(self, paper: CasePaper) -> bytes:
        """The pages as a PDF, in memory; takes about 0.3 s for a usual case."""
        name = self._desk.overview().person_name
        named = replace(paper, confidential=paper.confidential.format(name=name))
        return draw_case(named, bundled_fonts())

    def save(self, paper: CasePaper, target: Path) -> Path:
        """Write the pages, readable by the file's owner alone.

        Raises DiskFull, FolderReadOnly, ImpossibleFolder, StorageFault.
        """
        write_atomically(target, self.draw(paper))
        return target
