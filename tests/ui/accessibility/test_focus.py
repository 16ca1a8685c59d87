"""Whatever takes the focus looks otherwise with it: every control of the kit, in every palette."""

from collections.abc import Iterator

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reviewer_app.ui.kit.gallery_frame import frame_sheet
from reviewer_app.ui.kit.gallery_sheets import controls_sheet, messages_sheet
from reviewer_app.ui.kit.palette import LIGHT, PALETTES, Palette
from reviewer_app.ui.kit.reading_order import stops
from reviewer_app.ui.kit.stylesheet import apply_theme
from tests.ui.accessibility import audit

SHEETS = {"controls": controls_sheet, "messages": messages_sheet, "frame": frame_sheet}


@pytest.fixture(params=PALETTES.values(), ids=PALETTES)
def palette(request, qapp: QApplication) -> Iterator[Palette]:
    apply_theme(qapp, request.param)
    yield request.param
    apply_theme(qapp, LIGHT)


@pytest.mark.parametrize("name", SHEETS)
def test_the_focus_can_be_seen_on_every_control(name: str, palette: Palette, qtbot: QtBot):
    sheet = SHEETS[name]("en")
    qtbot.addWidget(sheet)
    sheet.show()
    sheet.activateWindow()
    assert QTest.qWaitForWindowActive(sheet)
    QApplication.sendPostedEvents()
    assert stops(sheet)
    assert audit.unseen(sheet) == []
