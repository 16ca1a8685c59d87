"""Of a page of the panel's list, only what is looked at is taken apart."""

from pathlib import Path

import pytest
from sqlalchemy import update

from benchmarks._long_list import KEY, Listed, fill
from reviewer_app.models.panel_list_schema import panel_words
from reviewer_app.models.store import open_store

IN_SIGHT = 40
"""More rows than the window has room for."""
UNREADABLE = "taking this apart would fail"


@pytest.mark.usefixtures("qapp")
def test_opening_takes_no_row_apart_that_is_out_of_sight(tmp_path: Path) -> None:
    store = open_store(tmp_path, KEY)
    fill(store, 64)
    with store.write() as connection:
        below = update(panel_words).where(panel_words.c.entry > IN_SIGHT)
        connection.execute(below.values(content=UNREADABLE))
    listed = Listed(store)
    try:
        last = listed.table.row(63)
        assert last is not None
        assert last.found.content == UNREADABLE
    finally:
        listed.close()
        store.close()
