"""An open desk, a room in which one of its screens is shown, and the interface's languages."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reviewer_app.ui.kit.i18n import Languages
from tests.builders.desk import ADesk, a_desk
from tests.ui.reading.room import Room, a_room
from tests.ui.screens import Supplied, supplied


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[ADesk]:
    with a_desk(tmp_path) as made:
        yield made


@pytest.fixture
def room(desk: ADesk, qtbot: QtBot) -> Iterator[Supplied]:
    with supplied(desk) as made:
        yield made


@pytest.fixture(scope="module")
def one_desk(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Room]:
    """One desk to read on for all tests of a module."""
    with a_room(None, tmp_path_factory.mktemp("desk")) as room:
        room.begin()
        yield room


@pytest.fixture
def one_room(one_desk: Room, qtbot: QtBot) -> Iterator[Room]:
    """The module's desk; every test has a screen and a memory of its own."""
    with one_desk.afresh(qtbot):
        yield one_desk


@pytest.fixture
def languages(qapp: QApplication) -> Iterator[Languages]:
    languages = Languages(qapp)
    yield languages
    languages.use("en")
    languages.deleteLater()
