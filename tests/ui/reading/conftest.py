"""A room to read in."""

import pytest

from tests.ui.reading.room import a_room


@pytest.fixture
def room(qtbot, tmp_path):
    with a_room(qtbot, tmp_path) as made:
        yield made
