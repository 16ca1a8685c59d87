"""The rules of the walk find what they are for."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.accessibility import audit


class TickedByFocus(QCheckBox):
    """Changes what is chosen as soon as Tab comes by."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.setChecked(True)


class Refusing(QLineEdit):
    """Is a stop of Tab, and gives the focus away."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.clearFocus()


@pytest.mark.parametrize(
    ("kind", "rule", "fault"),
    [
        (TickedByFocus, audit.changing, "TickedByFocus"),
        (Refusing, audit.unseen, "refuses the focus: Refusing"),
    ],
)
def test_a_fault_is_told(kind: type[QWidget], rule, fault: str, qtbot: QtBot):
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    for each in (QCheckBox("an innocent one"), kind(), QCheckBox("another")):
        each.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        column.addWidget(each)
    window.show()
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window)
    assert any(fault in told for told in rule(window))
    column.takeAt(1).widget().setParent(None)
    assert not any(fault in told for told in rule(window))
