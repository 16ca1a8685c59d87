"""What a person of the panel may see of each case: its cells, and each expert's standing review."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from review_protocol.documents.answers import PanelAssignment
from review_protocol.documents.packet import DecisionPacket
from review_protocol.documents.panel_acts import OF_A_CASE
from review_protocol.documents.programme import Rubric
from review_protocol.documents.stated_facts import FactsPacket, StatedFact
from reviewer_app.models.case_list import CaseEntry
from reviewer_app.services.panel.cells import cell_of, places_of, standing_review
from reviewer_app.services.panel.collected_reviews import Review
from reviewer_app.services.panel.dossier import Hidden
from reviewer_app.services.panel.rows import PanelCell

_NO_REVIEW = (DecisionPacket, FactsPacket, *OF_A_CASE)


@dataclass(frozen=True, slots=True)
class Seen:
    """One case as far as this person may see it."""

    entry: CaseEntry
    hidden: Hidden | None
    standing: Mapping[int, Review]
    cells: tuple[PanelCell, ...]


def seen_cases(
    entries: Sequence[CaseEntry],
    hidden: Mapping[str, Hidden],
    asked: Sequence[PanelAssignment],
    reviews: Mapping[str, Sequence[Review]],
    rubric: Rubric,
) -> tuple[Seen, ...]:
    """The same of every case, by the reviews that may be seen; a hidden one has no cells."""
    found, asked_on = [], _by_case(asked)
    for entry in entries:
        kept = hidden.get(entry.number)
        signed = _by_expert(reviews.get(entry.number, ()))
        standing = _standing(signed)
        places = places_of(() if kept else asked_on.get(entry.number, ()), standing, entry.number)
        cells = tuple(
            cell_of(
                place,
                standing.get(place.pseudonym),
                rubric,
                entry.case_hash,
                signed.get(place.pseudonym, ()),
            )
            for place in places
        )
        found.append(Seen(entry, kept, standing, cells))
    return tuple(found)


def stated_of(reviews: Sequence[Review]) -> dict[int, tuple[StatedFact, ...]]:
    """What each expert said last of the facts, as far as it counts."""
    return {
        review.pseudonym: review.document.facts
        for review in reviews
        if review.pseudonym is not None
        and isinstance(review.document, FactsPacket)
        and review.disposition.counts
    }


def _by_case(asked: Sequence[PanelAssignment]) -> Mapping[str, Sequence[PanelAssignment]]:
    found: dict[str, list[PanelAssignment]] = {}
    for each in asked:
        found.setdefault(each.case, []).append(each)
    return found


def _by_expert(reviews: Sequence[Review]) -> dict[int, list[Review]]:
    """What each expert signed; a decision is nobody's review, nor are facts beside it."""
    signed: dict[int, list[Review]] = {}
    for review in reviews:
        if review.pseudonym is not None and not isinstance(review.document, _NO_REVIEW):
            signed.setdefault(review.pseudonym, []).append(review)
    return signed


def _standing(signed: Mapping[int, Sequence[Review]]) -> dict[int, Review]:
    """What stands of each expert on a case, in whichever of the rounds it was signed: nobody has
    two voices on one case, and who was asked again speaks anew."""
    standing = {pseudonym: standing_review(found) for pseudonym, found in signed.items()}
    return {pseudonym: review for pseudonym, review in standing.items() if review is not None}
