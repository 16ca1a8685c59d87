"""Shows in an open case what a search over all cases found in it."""

from __future__ import annotations

from functools import partial

from review_protocol.documents.score import CRITERIA, Gap, Missing
from reviewer_app.models.passages import Part
from reviewer_app.services.search_hits import Hit, Spot
from reviewer_app.ui.reading.pilot import Pilot
from reviewer_app.ui.reading.state import Find, Leaf, Opened
from reviewer_app.ui.reading.view_model import ReadingViewModel

_FACTS = (Part.APPLICANT, Part.PARTNER, Part.RECOMMENDER, Part.COUNTRIES)


def show_found(hit: Hit, opened: Opened, reading: ReadingViewModel, pilot: Pilot) -> None:
    """Words in the text are found there again, with all of their other places; names stand among
    the facts, a file's name leads to the file, and a comment to its criterion."""
    if hit.spot is not None:
        reading.find(hit.spot.exact, partial(place_of, hit.spot, opened))
    elif hit.part is Part.ATTACHMENT:
        reading.show_leaf(Leaf.FILE, hit.about)
    elif hit.part is Part.OWN and hit.about in CRITERIA:
        pilot.fill_in(Missing(gap=Gap.EVIDENCE, criterion=hit.about))
    elif hit.part in _FACTS:
        reading.show_leaf(Leaf.FACTS)


def place_of(spot: Spot, opened: Opened, find: Find) -> int | None:
    """Which of the hits stands there, the first of its element where that one is not listed."""
    blocks = opened.prepared.sides[spot.language].blocks
    there = sorted(
        (hit.block, hit.start, at)
        for at, hit in enumerate(find.hits)
        if hit.language is spot.language and blocks[hit.block].element is spot.element
    )
    if not there:
        return None
    return there[spot.nth if spot.nth < len(there) else 0][2]
