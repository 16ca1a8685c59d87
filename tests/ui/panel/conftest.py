"""A chair's screen over the panel that a test module has collected."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from tests.builders.panel import APanel
from tests.ui.panel.faces import Room


@pytest.fixture
def faced(qtbot: QtBot, panel: APanel) -> Iterator[Room]:
    """The room with its table computed; `panel` is the module's own."""
    made = Room(qtbot, panel)
    made.load()
    yield made
    made.database.close()
    made.network.close()
