"""An open desk, a room in which one of its screens is shown, and the interface's languages."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reviewer_app.ui.kit.i18n import Languages
from tests.builders.desk import ADesk, a_desk
from tests.ui.screens import Supplied, supplied


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[ADesk]:
    with a_desk(tmp_path) as made:
        yield made


@pytest.fixture
def room(desk: ADesk, qtbot: QtBot) -> Iterator[Supplied]:
    with supplied(desk) as made:
        yield made


@pytest.fixture
def languages(qapp: QApplication) -> Iterator[Languages]:
    languages = Languages(qapp)
    yield languages
    languages.use("en")
    languages.deleteLater()
