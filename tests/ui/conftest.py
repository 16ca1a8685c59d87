"""An open desk, and a room in which one of its screens is shown."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

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
