"""A panel's list of any length, kept as the app keeps it, and a window that shows it."""

import random
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from types import SimpleNamespace
from typing import NoReturn, cast

from benchmarks._window import deliver
from reviewer_app.models.panel_list import KeptList, keep_list
from reviewer_app.models.store import Store, open_store
from reviewer_app.services.panel.heads_comparison import HeadsComparisons
from reviewer_app.services.panel.keeping import KeptRows, kept_rows
from reviewer_app.services.panel.listed_rows import ListedCase
from reviewer_app.services.panel.listing import (
    PanelListing,
    grounds_written,
    inputs_of,
    sight_of,
)
from reviewer_app.ui.kit.lane import Lane
from reviewer_app.ui.kit.paged import PagedTable
from reviewer_app.ui.panel.listing.table import ListTable
from reviewer_app.ui.panel.table_page import TablePage
from reviewer_app.ui.panel.view_model import Compares, PanelViewModel
from reviewer_app.ui.syncing import Syncing

KEY = bytes(range(32))
SIZE = (1286, 728)
COMPARED = 600
"""Cases that are compared by the method; the list repeats them with other figures."""
EXPERTS = 200


def fill(store: Store, cases: int) -> None:
    """Keep a list of so many cases, five reviews each."""
    from reviewer_app.services.panel.comparison import compared
    from tests.builders.panel_tables import a_table
    from tests.builders.sample import the_sample

    table = a_table(COMPARED, EXPERTS)
    comparison = compared(table, the_sample().rules)
    assert comparison is not None
    with store.read() as connection:
        driver = connection.connection.driver_connection
        assert driver is not None
        sight, inputs = sight_of(driver), inputs_of(driver)
    kept = KeptList(
        sight, inputs, "2026-07-31T10:04:00Z", grounds_written(table.grounds, comparison.targets)
    )
    with store.write() as connection:
        keep_list(connection, kept, *_many(kept_rows(table, comparison), cases))


def _many(known: KeptRows, cases: int) -> KeptRows:
    """The known rows again and again, each time with other numbers and other figures."""
    chance, found = random.Random(5), KeptRows([], [], [])
    measures = len(known.figures) // len(known.cases)
    for at in range(cases):
        like, entry, off = at % len(known.cases), at + 1, chance.gauss(0, 0.4)
        number, case, words = f"WIC-2026-{entry:06}", known.cases[like], known.words[like]
        found.cases.append(
            case._replace(
                entry=entry,
                number=number,
                place=None if case.place is None else chance.randint(1, cases),
                error=None if case.error is None else case.error + chance.random() / 10,
            )
        )
        for figures in known.figures[like * measures : (like + 1) * measures]:
            found.figures.append(
                figures._replace(
                    entry=entry,
                    mean=_moved(figures.mean, off),
                    adjusted=_moved(figures.adjusted, off),
                    median=_moved(figures.median, off),
                    lowest=_moved(figures.lowest, off),
                    highest=_moved(figures.highest, off),
                )
            )
        sought = words.sought.replace(case.number.casefold(), number.casefold())
        found.words.append(words._replace(entry=entry, sought=sought))
    return found


def _moved(figure: float | None, off: float) -> float | None:
    return None if figure is None else figure + off


class Listed:
    """The panel's page over a kept list, in a window that is there."""

    def __init__(self, store: Store) -> None:
        self._lane = Lane("database")
        lists = PanelListing(store, _nobody, lambda: datetime.now(UTC))
        panel = cast("Compares", SimpleNamespace(listing=lists, heads=HeadsComparisons(store)))
        self._room = PanelViewModel(panel, cast("Syncing", None), database=self._lane)
        self.model = self._room.listing
        self._page = TablePage(self._room)
        self._page.resize(*SIZE)
        self._page.show()
        self.model.load()
        self.settle()

    @property
    def table(self) -> PagedTable[ListedCase]:
        """What is scrolled."""
        (shown,) = self._page.findChildren(ListTable)
        assert shown.table is not None
        return shown.table

    def settle(self) -> None:
        """Until nothing is under way and all of it is painted."""
        for _ in range(3):
            assert self._lane.wait_idle(60)
            deliver()

    def close(self) -> None:
        """Let go of the window."""
        self._page.close()
        self._page.deleteLater()
        deliver()
        self._lane.close()


def _nobody(*_: object) -> NoReturn:
    raise RuntimeError("nothing is checked here")


@contextmanager
def a_long_list(cases: int) -> Iterator[tuple[Listed, Path]]:
    """The page over a list of so many cases, and the folder of its database."""
    with TemporaryDirectory() as folder:
        store = open_store(Path(folder), KEY)
        fill(store, cases)
        listed = Listed(store)
        try:
            yield listed, Path(folder)
        finally:
            listed.close()
            store.close()
