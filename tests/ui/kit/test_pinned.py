"""The first column stays in sight, with the table's rows, selection, order and keyboard."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from reviewer_app.ui.kit.columns import Column
from reviewer_app.ui.kit.pinned import PinnedColumn
from reviewer_app.ui.kit.table import Sort, Table

COLUMNS = tuple(
    Column[int](
        f"c{place}",
        lambda place=place: f"C{place}",
        lambda row, place=place: f"{row}.{place}",
        sort=f"c{place}",
        width=150,
    )
    for place in range(10)
)


@pytest.fixture
def table(qtbot: QtBot) -> Table[int]:
    table = Table(COLUMNS, lambda row: row)
    PinnedColumn(table)
    qtbot.addWidget(table)
    table.set_rows(range(50))
    table.resize(500, 300)
    table.show()
    qtbot.waitExposed(table)
    return table


def pinned(table: Table[int]) -> PinnedColumn:
    return table.findChild(PinnedColumn, "pinned")


def test_it_lies_over_the_first_column_once_that_is_scrolled_away(table: Table[int]) -> None:
    assert not pinned(table).isVisible()
    table.horizontalScrollBar().setValue(200)
    assert pinned(table).isVisible()
    assert pinned(table).width() == 150
    assert pinned(table).horizontalHeader().height() == table.horizontalHeader().height()


def test_it_scrolls_up_and_down_with_the_table(table: Table[int]) -> None:
    table.verticalScrollBar().setValue(123)
    assert pinned(table).verticalScrollBar().value() == 123
    pinned(table).verticalScrollBar().setValue(40)
    assert table.verticalScrollBar().value() == 40


def test_a_click_on_it_chooses_the_row(table: Table[int], qtbot: QtBot) -> None:
    table.horizontalScrollBar().setValue(200)
    place = pinned(table).visualRect(table.model().index(3, 0)).center()
    with qtbot.waitSignal(table._event_chosen) as chosen:
        qtbot.mouseClick(pinned(table).viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert chosen.args == [3]
    assert table.selected() == (3,)


def test_its_header_asks_for_the_order(table: Table[int], qtbot: QtBot) -> None:
    with qtbot.waitSignal(table._event_sort_requested) as asked:
        pinned(table).horizontalHeader().sectionClicked.emit(0)
    assert asked.args == [Sort("c0")]


def test_arrows_go_through_rows_without_moving_sideways(table: Table[int], qtbot: QtBot) -> None:
    table.selectRow(0)
    table.horizontalScrollBar().setValue(200)
    qtbot.keyClick(table, Qt.Key.Key_Down)
    assert (table.current(), table.horizontalScrollBar().value()) == (1, 200)
    qtbot.keyClick(table, Qt.Key.Key_Right)
    assert (table.current(), table.horizontalScrollBar().value()) == (1, 264)
    qtbot.keyClick(table, Qt.Key.Key_Left)
    assert table.horizontalScrollBar().value() == 200
