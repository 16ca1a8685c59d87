"""Begins an open case where the visit leads: at an answer, at a hit, or where one was before."""

from __future__ import annotations

from review_protocol.documents.case_files import files_of
from reviewer_app.ui.reading.from_search import show_found
from reviewer_app.ui.reading.pilot import Pilot
from reviewer_app.ui.reading.state import Leaf, Opened
from reviewer_app.ui.reading.view_model import ReadingViewModel
from reviewer_app.ui.screen import Visit


def arrive(visit: Visit, opened: Opened, reading: ReadingViewModel, pilot: Pilot) -> None:
    """Do what the visit asks for; else the text has the focus, so that single keys work at once."""
    leaf, _, file = visit.part.partition(" ")
    files = {each.sha256 for each in files_of(opened.view.case)}
    if leaf in set(Leaf) and (not file or file in files):
        reading.show_leaf(Leaf(leaf), file or None)
    if visit.lack is not None:
        pilot.fill_in(visit.lack)
    else:
        pilot.to_text()
    if visit.hit is not None:
        show_found(visit.hit, opened, reading, pilot)
