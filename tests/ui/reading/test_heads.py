"""The names above the panes: whole in any width that a pane may have."""

import pytest
from PySide6.QtWidgets import QApplication

from reviewer_app.ui.kit.palette import LIGHT
from reviewer_app.ui.kit.stylesheet import apply_theme
from reviewer_app.ui.reading.pane import ReadingPane
from reviewer_app.ui.reading.pane_header import PaneColumn
from tests.ui.reading.room import EN, ZH


@pytest.mark.parametrize(("width", "lines"), [(264, 2), (720, 1)])
def test_the_languages_of_a_woven_pane_are_named_in_full(qtbot, width, lines):
    """264 px: a window of 1024 with the search and the score open."""
    apply_theme(QApplication.instance(), LIGHT)
    column = PaneColumn(ReadingPane(ZH), (ZH, EN))
    qtbot.addWidget(column)
    for head in column.heads.values():
        head.set_original(original=True)
    column.resize(width, 400)
    column.show()
    names = [head._name for head in column.heads.values()]
    assert [name._label.text() for name in names] == ["中文 · original", "English · original"]
    assert len({head.y() for head in column.heads.values()}) == lines
