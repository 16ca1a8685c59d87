"""A table gives its place to another."""

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from reviewer_app.ui.kit.columns import Column
from reviewer_app.ui.kit.swap import swap
from reviewer_app.ui.kit.table import Table


def a_table(*rows: str) -> Table[str]:
    made = Table[str]([Column[str]("word", lambda: "Word", str)], str)
    made.set_rows(rows)
    return made


def test_the_new_one_stands_where_the_old_one_stood_and_takes_the_keyboard(qtbot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    column = QVBoxLayout(holder)
    above, below, old, new = QLabel("a"), QLabel("b"), a_table("one"), a_table("two")
    column.addWidget(above)
    column.addWidget(below)
    swap(column, None, old)
    assert column.indexOf(old) == 0
    column.insertWidget(0, above)
    holder.show()
    holder.activateWindow()
    old.setFocus()
    qtbot.waitUntil(old.hasFocus)
    swap(column, old, new)
    assert [column.indexOf(each) for each in (above, new, below)] == [0, 1, 2]
    assert new.hasFocus()
    assert not old.isVisible()


def test_a_keyboard_elsewhere_stays_there(qtbot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    column = QVBoxLayout(holder)
    other, old, new = a_table("three"), a_table("one"), a_table("two")
    swap(column, None, old)
    column.addWidget(other)
    holder.show()
    holder.activateWindow()
    other.setFocus()
    qtbot.waitUntil(other.hasFocus)
    swap(column, old, new)
    assert other.hasFocus()
