"""Tables show rows, keep their selection, copy themselves and ask for an order."""

from dataclasses import dataclass, replace

import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from reviewer_app.ui.kit.columns import Align, CellRole, Column, RowsModel
from reviewer_app.ui.kit.remember import KeepsInMemory
from reviewer_app.ui.kit.shapes import Shape
from reviewer_app.ui.kit.table import Sort, Table


@dataclass(frozen=True)
class Boat:
    name: str
    tons: int
    afloat: bool = True


BOATS = (Boat("Ada", 12), Boat("Bess", 7), Boat("Cleo", 30, afloat=False))
COLUMNS = (
    Column[Boat]("name", lambda: "Name", lambda boat: boat.name, sort="name"),
    Column[Boat]("tons", lambda: "Tons", lambda boat: f"{boat.tons}", Align.RIGHT, sort="tons"),
    Column[Boat](
        "state",
        lambda: "State",
        lambda boat: "afloat" if boat.afloat else "sunk",
        shape=lambda boat: Shape.DONE if boat.afloat else Shape.STOPPED,
    ),
)


def shown(model: QAbstractItemModel) -> list[list[str]]:
    return [
        [model.index(row, column).data() for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


@pytest.fixture
def model() -> RowsModel[Boat]:
    model = RowsModel(COLUMNS, lambda boat: boat.name)
    model.set_rows(BOATS)
    return model


@pytest.fixture
def table(qtbot: QtBot) -> Table[Boat]:
    table = Table(COLUMNS, lambda boat: boat.name)
    qtbot.addWidget(table)
    table.set_rows(BOATS)
    table.show()
    qtbot.waitExposed(table)
    return table


def test_the_model_shows_its_rows(model: RowsModel[Boat]):
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    assert shown(model) == [
        ["Ada", "12", "afloat"],
        ["Bess", "7", "afloat"],
        ["Cleo", "30", "sunk"],
    ]
    titles = [model.headerData(i, Qt.Orientation.Horizontal) for i in range(3)]
    assert titles == ["Name", "Tons", "State"]


def test_a_state_has_a_shape_beside_its_word(model: RowsModel[Boat]):
    marks = [model.index(row, 2).data(CellRole.SHAPE) for row in range(3)]
    assert marks == [Shape.DONE, Shape.DONE, Shape.STOPPED]


def test_equal_rows_change_nothing(model: RowsModel[Boat]):
    told: list[str] = []
    model.modelReset.connect(lambda: told.append("reset"))
    model.dataChanged.connect(lambda *_: told.append("changed"))
    model.set_rows([replace(boat) for boat in BOATS])
    assert told == []


def test_a_changed_row_is_redrawn_in_place(model: RowsModel[Boat]):
    told: list[tuple[int, int]] = []
    model.modelReset.connect(lambda: told.append((-1, -1)))
    model.dataChanged.connect(lambda first, last, *_: told.append((first.row(), last.row())))
    model.set_rows([BOATS[0], replace(BOATS[1], tons=8), BOATS[2]])
    assert told == [(1, 1)]
    assert shown(model)[1] == ["Bess", "8", "afloat"]


def test_the_selection_stays_with_its_row(table: Table[Boat]):
    chosen: list[Boat] = []
    table.choose("Bess")
    table.chosen.connect(chosen.append)
    table.set_rows([Boat("New", 1), BOATS[2], BOATS[1]])
    assert (table.selected(), table.current()) == ((BOATS[1],), BOATS[1])
    table.set_rows([BOATS[0]])
    assert (table.selected(), chosen) == ((), [])


def test_arrows_choose_and_enter_opens(table: Table[Boat], qtbot: QtBot):
    chosen: list[Boat] = []
    opened: list[Boat] = []
    table.chosen.connect(chosen.append)
    table.opened.connect(opened.append)
    table.choose("Ada")
    qtbot.keyClick(table, Qt.Key.Key_Down)
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert (chosen, opened) == ([BOATS[1]], [BOATS[1]])


def test_a_double_click_opens_once(table: Table[Boat], qtbot: QtBot):
    opened: list[Boat] = []
    table.opened.connect(opened.append)
    place = table.visualRect(table.model().index(2, 0)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert opened == [BOATS[2]]


def test_a_header_asks_for_an_order_and_then_the_other_way(table: Table[Boat], qtbot: QtBot):
    asked: list[Sort] = []
    table.sort_requested.connect(asked.append)
    header = table.horizontalHeader()
    for column in (1, 1, 2, 0):
        x = header.sectionViewportPosition(column) + 20
        place = header.rect().center()
        place.setX(x)
        qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert asked == [Sort("tons"), Sort("tons", descending=True), Sort("name")]
    assert table.rows == BOATS


def test_copying_gives_a_table_without_formulas(table: Table[Boat], qtbot: QtBot):
    table.set_rows([Boat("=HYPERLINK(1)", -5), Boat("two\tparts\nof it", 3)])
    table.selectAll()
    qtbot.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == (
        "Name\tTons\tState\n'=HYPERLINK(1)\t-5\tafloat\ntwo parts of it\t3\tafloat"
    )


def test_widths_are_remembered_by_column(qtbot: QtBot):
    keeps = KeepsInMemory()
    first = Table(COLUMNS, lambda boat: boat.name, name="boats", keeps=keeps)
    qtbot.addWidget(first)
    first.show()
    first.horizontalHeader().resizeSection(1, 91)
    turned = Table(COLUMNS[::-1], lambda boat: boat.name, name="boats", keeps=keeps)
    qtbot.addWidget(turned)
    assert [turned.horizontalHeader().sectionSize(i) for i in range(3)] == [120, 91, 120]
