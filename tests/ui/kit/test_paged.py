"""A long table of which only pages are here."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reviewer_app.ui.kit.columns import Column
from reviewer_app.ui.kit.paged import MOST_ROWS, WAITING, PagedRows, PagedTable

PAGE = 64
TOTAL = 30_000


@dataclass(frozen=True)
class Line:
    place: int

    @property
    def name(self) -> str:
        return f"Case {self.place}"


COLUMNS = (
    Column[Line]("name", lambda: "Name", lambda line: line.name),
    Column[Line]("place", lambda: "Place", lambda line: str(line.place)),
)


class Source:
    """Answers what a table wants, when it is asked to."""

    def __init__(self, table: PagedTable[Line]) -> None:
        self.table = table
        self.wanted: list[int] = []
        table.wanted.connect(self.wanted.append)

    def answer(self) -> None:
        while self.wanted:
            start = self.wanted.pop()
            self.table.put(start, lines(start))


def lines(start: int) -> list[Line]:
    return [Line(place) for place in range(start, min(start + PAGE, TOTAL))]


@pytest.fixture
def source(qtbot: QtBot) -> Source:
    table = PagedTable[Line](COLUMNS, lambda line: line.place, name="long")
    qtbot.addWidget(table)
    table.resize(400, 300)
    table.show()
    source = Source(table)
    table.begin(TOTAL, lines(0))
    return source


def shown(table: PagedTable[Line], place: int) -> str:
    return str(table.model().index(place, 0).data())


def test_it_is_as_long_as_the_whole_list_from_the_start(source: Source) -> None:
    assert (source.table.total, len(source.table.rows)) == (TOTAL, PAGE)
    assert shown(source.table, 3) == "Case 3"
    assert source.wanted == []


def test_rows_that_are_scrolled_to_are_wanted_and_wait_until_they_come(source: Source) -> None:
    bar = source.table.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    middle = source.table.rowAt(0)
    assert shown(source.table, middle) == WAITING
    assert len(source.wanted) == 1
    source.answer()
    assert shown(source.table, middle) == f"Case {middle}"
    last = source.table.rowAt(source.table.viewport().height() - 1)
    assert shown(source.table, last) == f"Case {last}"


def test_the_next_page_is_asked_for_before_it_comes_into_sight(source: Source) -> None:
    bar = source.table.verticalScrollBar()
    high = source.table.verticalHeader().defaultSectionSize()
    waiting = 0
    for value in range(0, 400 * high, 3 * high):
        bar.setValue(value)
        last = source.table.rowAt(source.table.viewport().height() - 1)
        waiting += shown(source.table, last) == WAITING
        source.answer()
    assert waiting == 0


def test_the_end_can_be_jumped_to(source: Source) -> None:
    source.table.setFocus()
    source.table.selectRow(0)
    QApplication.processEvents()
    bar = source.table.verticalScrollBar()
    bar.setValue(bar.maximum())
    source.answer()
    assert shown(source.table, TOTAL - 1) == f"Case {TOTAL - 1}"


def test_rows_looked_at_long_ago_are_let_go(source: Source) -> None:
    for start in range(PAGE, MOST_ROWS + 4 * PAGE, PAGE):
        source.table.put(start, lines(start))
    assert len(source.table.rows) == MOST_ROWS
    assert source.table.row(0) is None


def test_another_list_begins_at_its_top_and_the_same_one_where_it_is(source: Source) -> None:
    bar = source.table.verticalScrollBar()
    bar.setValue(40 * source.table.verticalHeader().defaultSectionSize())
    source.answer()
    source.table.begin(TOTAL, lines(0), stay=True)
    assert source.table.rowAt(0) == 40
    source.answer()
    source.table.begin(10, lines(0)[:10])
    assert (source.table.rowAt(0), source.table.total) == (0, 10)


def test_the_chosen_row_stays_chosen_where_it_is_on_the_new_page(source: Source) -> None:
    source.table.choose(7)
    source.table.begin(TOTAL, list(reversed(lines(0))))
    assert source.table.current() == Line(7)


def test_what_opens_is_a_row_that_is_here(source: Source, qtbot: QtBot) -> None:
    opened: list[Line] = []
    source.table.opened.connect(opened.append)
    source.table.setCurrentIndex(source.table.model().index(200, 0))
    qtbot.keyClick(source.table, Qt.Key.Key_Return)
    assert opened == []  # on its way
    source.answer()
    qtbot.keyClick(source.table, Qt.Key.Key_Return)
    assert opened == [Line(200)]


def test_more_than_is_here_is_copied_by_who_has_it(source: Source, qtbot: QtBot) -> None:
    asked: list[None] = []
    source.table.copy_wanted.connect(asked.append)
    source.table.selectRow(2)
    qtbot.keyClick(source.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text() == "Name\tPlace\nCase 2\t2"
    assert asked == []
    source.table.selectAll()
    qtbot.keyClick(source.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert asked == [None]


def test_it_is_a_model_as_qt_wants_it(qapp: QApplication) -> None:
    rows = PagedRows[Line](COLUMNS, lambda line: line.place)
    tester = QAbstractItemModelTester(rows)
    rows.begin(TOTAL, lines(0))
    rows.put(128, lines(128))
    assert rows.lacks(0, 200) == PAGE
    assert rows.lacks(0, 10) is None
    assert tester.model() is rows


def test_rows_are_told_of_that_were_looked_at_before_they_came(qapp: QApplication) -> None:
    """What comes ahead of the eye draws nothing anew."""
    rows = PagedRows[Line](COLUMNS, lambda line: line.place)
    rows.begin(TOTAL, lines(0))
    told: list[tuple[int, int]] = []
    rows.dataChanged.connect(lambda first, last, _roles: told.append((first.row(), last.row())))
    rows.put(64, lines(64))
    assert told == []
    for place in (130, 133):
        assert rows.index(place, 0).data() == WAITING
    rows.put(128, lines(128))
    rows.put(128, lines(128))
    assert told == [(130, 133)]
