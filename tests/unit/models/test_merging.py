"""Of every table it is decided what becomes of its rows when a backup is put back."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from sqlalchemy import Table

from review_protocol.opening import sealed
from reviewer_app.models.database import DATABASE_FILE, keyed_connection
from reviewer_app.models.facts import FactName, keep_fact
from reviewer_app.models.merging import Present, Values, merge
from reviewer_app.models.store import open_store
from reviewer_app.models.whole_schema import metadata
from tests.builders.world import SignedWorld
from tests.unit.models.conftest import KEY

TAKEN_OVER = {
    *("declaration_draft", "declared", "delivery", "dismissed_difference", "draft_revision"),
    *("earlier_text", "fact", "facts_draft", "highlight", "packet", "panel_draft", "past_receipt"),
    *("reading_place", "seen_contribution", "time_open"),
}
"""What a person typed or signed, and what became of it: the present desk's rows are kept."""
FROM_THE_SERVER = {
    *("case_entry", "collected", "declared_elsewhere", "document", "expert", "file", "notice"),
    *("other_packet", "own_device", "panel_assignment"),
    *("log_tile", "own_leaf", "quote", "unproved", "withheld_leaf"),
}
"""What a sync brings again, from where the backup had come to."""
MADE_HERE = {
    *("alignment", "case_text"),
    *("panel_case", "panel_figure", "panel_list", "panel_words"),
}
"""What is computed of that."""


class Noting(Present):
    """Notes which tables are asked for."""

    asked: set[str]

    def rows(self, table: Table, order: str) -> Iterator[Values]:
        self.asked.add(table.name)
        return super().rows(table, order)


def test_of_every_table_it_is_known_whether_a_restoring_takes_its_rows_over(tmp_path: Path) -> None:
    """A new table is named here; one that holds anything typed is taken over."""
    folders = [tmp_path / name for name in ("backup", "present")]
    world = SignedWorld()
    later = {"origin": "reviews.example.org/log/2", "number": world.trust.number + 1}
    trusts = (world.trust, world.trust.model_copy(update=later))
    for folder, trust in zip(folders, trusts, strict=True):
        folder.mkdir()
        store = open_store(folder, KEY)
        with store.write() as connection:
            keep_fact(connection, FactName.TRUST, sealed(trust, world.root).to_bytes())
        store.close()
    store = open_store(folders[0], KEY)
    with closing(keyed_connection(folders[1] / DATABASE_FILE, KEY)) as raw:
        present = Noting(raw)
        present.asked = set()
        with store.write() as connection:
            merge(present, connection)
    store.close()
    assert present.complete
    assert present.asked == TAKEN_OVER
    known = sorted([*TAKEN_OVER, *FROM_THE_SERVER, *MADE_HERE])
    assert known == sorted(metadata.tables)
