"""The panel's list: kept with its comparison, opened from there, never shown to who may not see."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest
from sqlalchemy import text

from review_protocol.documents.packet import ConflictAnswer, ConflictKind
from review_protocol.documents.people import Role
from review_protocol.documents.programme import Recommendation
from review_protocol.documents.score import CANNOT_JUDGE, CRITERIA
from review_protocol.documents.text import Area
from reviewer_app.errors import NotPermitted
from reviewer_app.services.panel.listed_rows import (
    ListedCase,
    Listing,
    ListPart,
    ListQuery,
    ListSort,
)
from reviewer_app.services.panel.listing import Checked, PanelListing
from reviewer_app.services.panel.rows import CellState, counted_reviews
from reviewer_app.services.rows import DeclareRow
from tests.builders.desk import some_answers
from tests.builders.panel import APanel, a_panel, never, print_nothing

MARKS = {
    1: (9, 7, 6, 3, 5),
    2: (7, 6, 3, 2, 4),
    3: (10, 7, 6, 5, 6),
    4: (2, 7, 5, 3, 6),
    5: (2, 8, 5, 3, 6),
}
"""What each expert gives the first five of six cases: the first divides them."""

EVERYTHING = ListQuery()


def a_scored_panel(
    folder: Path, *, role: Role = Role.CHAIR, declared: bool = True
) -> Iterator[APanel]:
    with a_panel(folder, cases=6, experts=5, role=role, declared=declared) as panel:
        for pseudonym, marks in MARKS.items():
            for at, mark in enumerate(marks):
                panel.experts[pseudonym].score(panel.case(at), mark)
        panel.collect()
        yield panel


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> Iterator[APanel]:
    """The head's list as it is kept, for all that only look."""
    for panel in a_scored_panel(tmp_path_factory.mktemp("panel"), role=Role.HEAD):
        check(panel)
        yield panel


@pytest.fixture
def panel(tmp_path: Path) -> Iterator[APanel]:
    yield from a_scored_panel(tmp_path)


def listing(panel: APanel) -> PanelListing:
    return panel.desk.services.panel.listing


def check(panel: APanel) -> Checked:
    found = listing(panel).check(print_nothing, never)
    assert found is not None
    return found


def opened(panel: APanel, query: ListQuery = EVERYTHING) -> Listing:
    found = listing(panel).open(query)
    assert found is not None
    return found


def places(panel: APanel, query: ListQuery) -> list[int]:
    """Which cases are listed, by their place among the panel's, in the list's order."""
    numbers = [case.number for case in panel.desk.cases]
    return [numbers.index(row.number) for row in opened(panel, query).first.rows]


def test_before_the_first_check_there_is_no_list(panel: APanel) -> None:
    assert listing(panel).open(EVERYTHING) is None


def test_a_kept_list_has_what_was_computed(seen: APanel) -> None:
    room = seen.desk.services.panel
    table, compared = room.table(), room.compare()
    assert compared is not None
    found = opened(seen)
    assert found.head.stands
    assert found.head.grounds == table.grounds
    assert found.head.targets == compared.targets
    assert found.total == len(table.rows) == len(found.first.rows)
    by_number = {case.number: case for case in compared.cases}
    divided = {each.case for each in compared.divided}
    for row, listed in zip(table.rows, found.first.rows, strict=True):
        assert (listed.number, listed.name, listed.area) == (row.number, row.name, row.area)
        assert listed.figures == row.overall
        assert listed.divided == (row.number in divided)
        assert [(cell.pseudonym, cell.state, cell.composite) for cell in listed.cells] == [
            (cell.pseudonym, cell.state, cell.composite) for cell in row.cells
        ]
        case = by_number.get(row.number)
        if case is None:
            assert (listed.entry.place, listed.adjusted, listed.zone_best) == (None, None, None)
        else:
            best, all_listed = compared.targets
            assert (listed.entry.place, listed.entry.raw_place) == (case.place, case.raw_place)
            assert (listed.adjusted, listed.entry.error) == (case.adjusted, case.error)
            assert (listed.entry.rank_low, listed.entry.rank_high) == (
                case.rank_low,
                case.rank_high,
            )
            assert listed.entry.chance_best == case.among[best]
            assert listed.zone_listed == case.zones[all_listed]
    assert sum(divided_row.divided for divided_row in found.first.rows) == len(divided)


@pytest.mark.parametrize("sort", ListSort)
def test_any_column_sorts_with_gaps_last(seen: APanel, sort: ListSort) -> None:
    for measure, falling in product(["overall", *CRITERIA], [False, True]):
        rows = opened(seen, ListQuery(measure, sort=sort, descending=falling)).first.rows
        values = [value(row, sort) for row in rows]
        there = [each for each in values if each is not None]
        assert values == [*sorted(there, reverse=falling), *[None] * (len(values) - len(there))]


def value(row: ListedCase, sort: ListSort) -> float | str | None:
    entry, figures = row.entry, row.figures
    outcomes = (*reversed(Recommendation),)
    spread = None
    if figures.highest is not None and figures.lowest is not None:
        spread = figures.highest - figures.lowest
    found: dict[ListSort, float | str | None] = {
        ListSort.NUMBER: row.number,
        ListSort.AREA: entry.area,
        ListSort.COUNTRIES: entry.countries,
        ListSort.PLACE: entry.place,
        ListSort.N: figures.n,
        ListSort.MEAN: figures.mean,
        ListSort.ADJUSTED: row.adjusted,
        ListSort.ERROR: entry.error,
        ListSort.MEDIAN: figures.median,
        ListSort.RANGE: spread,
        ListSort.SD: figures.sd,
        ListSort.RANK: entry.rank_low,
        ListSort.BEST: entry.chance_best,
        ListSort.LISTED: entry.chance_listed,
        ListSort.OUTCOME: None if row.outcome is None else outcomes.index(row.outcome),
    }
    return found[sort]


def test_a_criterion_has_its_own_figures_and_adjusted_mean(seen: APanel) -> None:
    row = opened(seen, ListQuery("benefits")).first.rows[0]
    table = seen.desk.services.panel.table()
    assert row.figures == table.rows[0].criteria["benefits"]
    assert row.adjusted is not None


def test_parts_areas_zones_and_words_narrow_the_list(seen: APanel) -> None:
    assert places(seen, ListQuery(part=ListPart.FEW)) == [5]
    assert places(seen, ListQuery(part=ListPart.DIVIDED)) == [0]
    assert places(seen, ListQuery(part=ListPart.DECIDED)) == []
    first = opened(seen).first.rows[0]
    area, zone = first.entry.area, first.entry.zone_best
    assert zone is not None
    of_area = opened(seen, ListQuery(areas=frozenset({area})))
    assert {row.entry.area for row in of_area.first.rows} == {area}
    assert of_area.total == len(of_area.first.rows) > 0
    elsewhere = frozenset({area}).symmetric_difference({each.value for each in Area})
    assert opened(seen, ListQuery(areas=elsewhere)).total == 6 - of_area.total
    of_zone = opened(seen, ListQuery(best=frozenset({zone})))
    assert {row.entry.zone_best for row in of_zone.first.rows} == {zone}
    name = seen.case(2).headers.name
    for words in (name.zh, f"  {(name.en or '').upper()} ", seen.case(2).number):
        assert places(seen, ListQuery(search=words or "")) == [2]
    assert opened(seen, ListQuery(search="no such words")).total == 0


def test_a_case_whose_experts_cannot_judge_is_among_those_with_too_few(panel: APanel) -> None:
    answers = some_answers(8)
    benefits = answers.answer("benefits").model_copy(update={"mark": CANNOT_JUDGE})
    for pseudonym in (1, 2, 3):
        panel.experts[pseudonym].score(panel.case(1), answers=answers.replaced(benefits))
    panel.collect()
    checked = check(panel)
    assert checked.comparison is not None
    number = panel.case(1).number
    row = next(each for each in checked.table.rows if each.number == number)
    placed = checked.comparison.case(number)
    assert placed is not None
    assert (counted_reviews(row), placed.reviews, placed.place) == (2, 2, None)
    assert number in {each.case for each in checked.comparison.suggestions if each.lacking}
    assert places(panel, ListQuery(part=ListPart.FEW)) == [1, 5]
    assert opened(panel).head.counts[ListPart.FEW] == 2


def test_pages_put_together_are_the_list(seen: APanel) -> None:
    query = ListQuery(sort=ListSort.MEAN, descending=True)
    pages = [listing(seen).page(query, start, 2) for start in (0, 2, 4)]
    assert [page.start for page in pages] == [0, 2, 4]
    assert [row for page in pages for row in page.rows] == list(listing(seen).whole(query))


def test_counts_are_those_of_the_whole_list(seen: APanel) -> None:
    counts = opened(seen, ListQuery(search="no such words")).head.counts
    assert counts == {
        ListPart.ALL: 6,
        ListPart.UNDECIDED: 6,
        ListPart.DECIDED: 0,
        ListPart.FEW: 1,
        ListPart.DIVIDED: 1,
        ListPart.HIDDEN: 0,
    }


def test_a_list_does_not_stand_once_something_was_collected(panel: APanel) -> None:
    check(panel)
    before = opened(panel)
    panel.experts[1].score(panel.case(5), 9)
    panel.collect()
    after = opened(panel)
    assert (before.head.stands, after.head.stands) == (True, False)
    assert after.first.rows == before.first.rows
    check(panel)
    assert opened(panel).head.stands
    assert opened(panel).first.rows[5].figures.n == 1


def test_a_decision_is_in_the_list_at_once(panel: APanel) -> None:
    check(panel)
    number = panel.case(1).number
    panel.desk.services.panel.decide(number, Recommendation.CASEBOOK, "agreed")
    found = opened(panel, ListQuery(part=ListPart.DECIDED))
    assert [(row.number, row.outcome) for row in found.first.rows] == [
        (number, Recommendation.CASEBOOK)
    ]
    assert found.head.counts[ListPart.DECIDED] == 1
    assert not found.head.stands  # a written reason may break a tie


def test_what_is_declared_hides_the_list_until_it_is_checked_anew(tmp_path: Path) -> None:
    """What was kept may show a case that must not be seen any more."""
    for panel in a_scored_panel(tmp_path, declared=False):
        check(panel)
        assert places(panel, ListQuery(part=ListPart.HIDDEN)) == [0, 1, 2, 3, 4, 5]
        declare(panel, conflict=0)
        assert listing(panel).open(EVERYTHING) is None
        check(panel)
        row = opened(panel).first.rows[0]
        assert (row.withheld, row.cells, row.figures.n, row.entry.place) == (True, (), 0, None)
        assert places(panel, ListQuery(part=ListPart.HIDDEN)) == [0]


def test_a_score_begun_hides_the_list_too(panel: APanel) -> None:
    check(panel)
    panel.desk.services.scoring.keep(panel.case(0).number, some_answers(4))
    assert listing(panel).open(EVERYTHING) is None


def test_what_is_not_counted_stands_as_itself(panel: APanel) -> None:
    panel.experts[1].recuse(panel.case(5))
    panel.collect()
    check(panel)
    states = {cell.pseudonym: cell.state for cell in opened(panel).first.rows[5].cells}
    assert states[1] is CellState.RECUSED
    assert states[2] is CellState.MISSING


def test_a_check_that_is_cancelled_keeps_what_was_there(panel: APanel) -> None:
    assert listing(panel).check(print_nothing, lambda: True) is None
    assert listing(panel).open(EVERYTHING) is None


def test_the_list_is_for_chairs_alone(tmp_path: Path) -> None:
    for panel in a_scored_panel(tmp_path, role=Role.STAFF):
        panel.close_round()
        with pytest.raises(NotPermitted):
            check(panel)


def declare(panel: APanel, *, conflict: int) -> None:
    """The chair declares a conflict on this case, and none on the others."""
    none, one = (ConflictAnswer.NONE, None), (ConflictAnswer.CONFLICT, ConflictKind.FAMILY)
    answers = [one if at == conflict else none for at in range(len(panel.desk.cases))]
    panel.desk.services.declaring.sign(
        tuple(
            DeclareRow(case.headers, *answer, "")
            for case, answer in zip(panel.desk.cases, answers, strict=True)
        )
    )


def test_a_list_that_an_earlier_build_kept_is_made_anew(panel: APanel) -> None:
    check(panel)
    with panel.desk.store.write() as connection:
        kept_by = text("UPDATE panel_list SET grounds = json_remove(grounds, '$.decides')")
        connection.execute(kept_by)
    assert listing(panel).open(EVERYTHING) is None
    check(panel)
    assert listing(panel).open(EVERYTHING) is not None
