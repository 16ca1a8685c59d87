"""The panel's table: cases, assignments, verified packets and decisions put together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import Connection

from review_protocol.documents.packet import ConflictAnswer, DecisionPacket
from review_protocol.documents.programme import Rubric
from reviewer_app.errors import CaseNotOpen
from reviewer_app.models.cases import CaseEntry, case_entry, list_cases
from reviewer_app.models.collected import assignments
from reviewer_app.models.declarations import standing_declarations
from reviewer_app.models.facts import FactName, text_of
from reviewer_app.models.outbox import packets_of_case
from reviewer_app.models.rows import CaseQuery, CaseSort
from reviewer_app.services.collected_reviews import Review, ReviewReader
from reviewer_app.services.panel_cells import cell_of, places_of, standing_review
from reviewer_app.services.panel_rows import DecisionView, PanelCaseRow, PanelCell, PanelTable
from reviewer_app.services.standing import (
    known_checkpoint,
    standing_manifest,
    standing_programme,
    standing_round,
    standing_rubric,
    trust_of,
)

if TYPE_CHECKING:
    from reviewer_app.services.panel_figures import CaseFigures


@dataclass(frozen=True, slots=True)
class PanelReviews:
    """The table, and what stands of each expert's packets by case and pseudonym."""

    table: PanelTable
    standing: Mapping[str, Mapping[int, Review]]


def panel_reviews(
    connection: Connection, reader: ReviewReader, case: str | None = None
) -> PanelReviews:
    """Everything the panel sees now, or only what there is on one case (no row where there is no
    such case); raises CaseNotOpen before the first batch."""
    manifest, rubric = standing_manifest(connection), standing_rubric(connection)
    programme, checkpoint = standing_programme(connection), known_checkpoint(connection)
    if manifest is None or rubric is None or programme is None:
        raise CaseNotOpen("")
    # numpy takes 60 ms to import and nobody but the panel's screens needs it
    from reviewer_app.services.panel_figures import figures_of

    reviews = reader.read(connection, trust_of(connection), case)
    seen = _seen(connection, _entries(connection, case), reviews, rubric)
    figures = figures_of({each.entry.number: each.cells for each in seen}, rubric)
    table = PanelTable(
        programme=programme,
        rubric=rubric,
        round=standing_round(connection),
        panel=manifest.document.panel,
        experts=tuple(sorted({cell.pseudonym for each in seen for cell in each.cells})),
        rows=tuple(
            _row(each, figures[each.entry.number], decision_on(connection, each.entry.number))
            for each in seen
        ),
        log_origin=checkpoint.origin if checkpoint else "",
        log_size=checkpoint.size if checkpoint else 0,
        log_root=checkpoint.root if checkpoint else "",
        packets=sum(len(found) for found in reviews.values()),
        refreshed_at=text_of(connection, FactName.COLLECTED_AT),
    )
    return PanelReviews(table, {each.entry.number: each.standing for each in seen})


@dataclass(frozen=True, slots=True)
class _Seen:
    """One case as far as this person may see it."""

    entry: CaseEntry
    withheld: bool
    standing: Mapping[int, Review]
    cells: tuple[PanelCell, ...]


def _entries(connection: Connection, case: str | None) -> tuple[CaseEntry, ...]:
    if case is None:
        return list_cases(connection, CaseQuery(sort=CaseSort.NUMBER))
    entry = case_entry(connection, case)
    return () if entry is None else (entry,)


def _seen(
    connection: Connection,
    entries: Sequence[CaseEntry],
    reviews: Mapping[str, Sequence[Review]],
    rubric: Rubric,
) -> tuple[_Seen, ...]:
    hidden, asked = withheld_cases(connection, entries), assignments(connection)
    found = []
    for entry in entries:
        withheld = entry.number in hidden
        standing = {} if withheld else _by_expert(reviews.get(entry.number, ()))
        places = places_of(() if withheld else asked, tuple(standing.values()), entry.number)
        cells = tuple(cell_of(place, standing.get(place.pseudonym), rubric) for place in places)
        found.append(_Seen(entry, withheld, standing, cells))
    return tuple(found)


def _row(seen: _Seen, figures: CaseFigures, decision: DecisionView | None) -> PanelCaseRow:
    entry = seen.entry
    return PanelCaseRow(
        number=entry.number,
        name=entry.headers.name,
        area=entry.headers.area,
        applicant=entry.headers.applicant,
        countries=entry.countries,
        joint=entry.joint,
        illustrative=entry.headers.illustrative,
        cells=seen.cells,
        criteria=figures.criteria,
        overall=figures.overall,
        recommendations=figures.recommendations,
        decision=decision,
        withheld=seen.withheld,
    )


def withheld_cases(connection: Connection, entries: Sequence[CaseEntry]) -> frozenset[str]:
    """Cases whose scores this person may not see: a conflict declared, or an own score begun and
    not signed. The server withholds them too."""
    declared = standing_declarations(connection)
    return frozenset(
        entry.number
        for entry in entries
        if (entry.number in declared and declared[entry.number].answer is ConflictAnswer.CONFLICT)
        or (entry.kept_at is not None and entry.newest_packet is None)
    )


def decision_on(connection: Connection, number: str) -> DecisionView | None:
    """The newest decision that was signed on this desk."""
    decisions = [
        each for each in packets_of_case(connection, number) if each.kind == DecisionPacket.kind
    ]
    if not decisions:
        return None
    document = decisions[-1].document()
    if not isinstance(document, DecisionPacket):
        return None
    return DecisionView(
        packet=decisions[-1].id,
        outcome=document.outcome,
        reason=document.reason,
        based_on=document.based_on,
        signed_at=decisions[-1].signed_at,
        leaf=decisions[-1].leaf,
    )


def _by_expert(reviews: Sequence[Review]) -> dict[int, Review]:
    found: dict[int, Review] = {}
    for pseudonym in {review.pseudonym for review in reviews}:
        standing = standing_review([each for each in reviews if each.pseudonym == pseudonym])
        if standing is not None:
            found[pseudonym] = standing
    return found
