"""Milliseconds from a letter typed to the answer in the list, beside the bare FTS5 query.

Ours: the last letter of a query is typed into the desk's field, in a window of 1,286 × 728 that
shows what the letters before had found. `ms` is the time until the list holds the answer: the rows
of all cases in their order, their number, and of the first page of 12 cases the names, states,
hits in context and number of hits. `pixels_ms` is the time until that is painted, too.

The bare limit: through the driver alone, in the main thread, in the same encrypted database under
the same settings and of the same words, a statement that counts and one that ranks by BM25 and asks
FTS5's own `snippet` for the 12 best, from a table of its own that keeps its texts. (Taking all rows
in their order, and the snippets of 12 of them after, took longer.) Nothing is shown. `marked_ms`,
for information, asks `highlight` of the text instead: that is what would tell how many hits a case
has, as ours does.

With a filter, either side has found out before which rows pass it.

Both come in turns, each a moment after it was asked for the letters before, as when somebody types:
what is measured is never in the processor's caches from being measured. Patterns that were compiled
are forgotten. Ratios are medians of the pairs, of CPU seconds of the whole process too (`cpu`).

Cases are those of the sample programme, their paragraphs mixed anew.
"""

import argparse
import gc
import json
import os
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple, NoReturn

import sqlcipher3.dbapi2 as sqlcipher
from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication
from sqlalchemy import Connection

from benchmarks._many_cases import Cut, fill
from review_protocol.documents.text import Area
from reviewer_app.models.database import DATABASE_FILE, prepared_connection
from reviewer_app.models.passages import Passage
from reviewer_app.models.search import index_columns
from reviewer_app.models.search_words import match_expression, phrase_pattern, terms_of
from reviewer_app.models.store import GLANCED_KIB, Store, open_store
from reviewer_app.services.desk import Desk
from reviewer_app.services.search import PAGE, Search
from reviewer_app.ui.desk.filters import NO_FILTERS, Filters, keep_filters
from reviewer_app.ui.desk.found_list import FoundList
from reviewer_app.ui.desk.view import DeskView
from reviewer_app.ui.desk.view_model import DeskViewModel
from reviewer_app.ui.kit.fields import SearchField
from reviewer_app.ui.kit.lane import Lane
from reviewer_app.ui.kit.palette import LIGHT
from reviewer_app.ui.kit.remember import KeepsInMemory
from reviewer_app.ui.kit.stylesheet import apply_theme

SIZES = (500, 10_000)
AREA = Area.CULTURE


class Query(NamedTuple):
    """What is typed, and among which cases."""

    words: str
    narrowed: bool = False


QUERIES = (
    Query("网"),
    Query("网络"),
    Query("基础设施"),
    Query("n"),
    Query("network"),
    Query("网络 cooperation"),
    Query("submarine cable"),
    Query("网络", narrowed=True),
)
TIMES = 25
_KEY = bytes(range(32))
_BETWEEN_LETTERS = 0.02
_TABLE = """
CREATE VIRTUAL TABLE bare USING fts5(
    title, people, text, own, tokenize = 'unicode61 remove_diacritics 0'
)
"""
_NARROWED = " AND +rowid IN (SELECT entry FROM temp.passing)"
_COUNT = "SELECT count(*) FROM bare WHERE bare MATCH ?"
_SNIPPETS = "SELECT rowid, snippet(bare, -1, '[', ']', '…', 24) FROM bare WHERE bare MATCH ?"
_MARKED = "SELECT rowid, highlight(bare, 2, '[', ']') FROM bare WHERE bare MATCH ?"
_BEST = f" ORDER BY rank LIMIT {PAGE}"


class Took(NamedTuple):
    """Milliseconds: of the clock, of all CPUs, and of the clock until it is painted."""

    ms: float
    cpu: float
    pixels: float = 0.0


class Ours:
    """The desk's own list in a window that is there."""

    def __init__(self, store: Store, filters: Filters = NO_FILTERS) -> None:
        self._lane = Lane("database")
        search, keeps = Search(store), KeepsInMemory()
        keep_filters(keeps, filters)
        desk = Desk(store, _no_cases)
        self._model = DeskViewModel(desk, lambda: search, self._lane, keeps)
        self._view = DeskView(self._model, keeps, _no_cases)
        (self._field,) = self._view.findChildren(SearchField)
        self._view.resize(1286, 728)
        self._view.show()
        self.ask("warm")  # the index is looked at, modules are imported, letters are drawn

    def ask(self, words: str) -> Took:
        """Type what is not there yet."""
        clock, cpu = time.perf_counter(), time.process_time()
        self._field.setText(words)
        while (found := self._model.state.found) is None or found.query.search != words:
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        took, used = time.perf_counter() - clock, time.process_time() - cpu
        QApplication.processEvents()  # laid out, and painted
        pixels = time.perf_counter() - clock
        (shown,) = self._view.findChildren(FoundList)
        assert len({row.case.number for row in shown.rows}) == min(PAGE, found.total)
        return Took(took * 1000, used * 1000, pixels * 1000)

    @property
    def total(self) -> int:
        """How many cases were found."""
        found = self._model.state.found
        return 0 if found is None else found.total

    def close(self) -> None:
        """Let go of the window."""
        self._view.close()
        self._view.deleteLater()
        self._lane.close()


def _no_cases() -> NoReturn:
    raise RuntimeError("no case is opened here")


class Bare:
    """FTS5 alone."""

    def __init__(self, connection: sqlcipher.Connection) -> None:
        self._connection = connection
        connection.execute(f"PRAGMA cache_size = -{GLANCED_KIB}")
        connection.execute("CREATE TEMP TABLE passing(entry INTEGER PRIMARY KEY)")
        connection.execute(
            "INSERT INTO passing SELECT entry FROM case_entry WHERE area = ?", (AREA,)
        )

    def ask(self, query: Query, statement: str = _SNIPPETS) -> Took:
        """Count, rank, and cut out the hits."""
        narrowed = _NARROWED if query.narrowed else ""
        values = (match_expression(terms_of(query.words)),)
        clock, cpu = time.perf_counter(), time.process_time()
        self._connection.execute(_COUNT + narrowed, values).fetchall()
        self._connection.execute(statement + narrowed + _BEST, values).fetchall()
        took, used = time.perf_counter() - clock, time.process_time() - cpu
        return Took(took * 1000, used * 1000)


def into_bare(connection: Connection, entry: int, passages: Sequence[Passage], cut: Cut) -> None:
    """The same words in the bare table."""
    columns = index_columns(passages, cut)
    connection.exec_driver_sql(
        "INSERT INTO bare(rowid, title, people, text, own) VALUES (?, ?, ?, ?, ?)",
        (entry, *columns.values()),
    )


def measured(number: int, times: int) -> dict[str, object]:
    """Medians of every query over this many cases."""
    with TemporaryDirectory() as folder:
        store = open_store(Path(folder), _KEY)
        with store.write() as connection:
            connection.exec_driver_sql(_TABLE)
        index_ms = fill(store, number, into_bare)
        try:
            queries = _in_turns(store, Path(folder), times)
        finally:
            store.close()
    return {
        "cases": number,
        "index_ms": index_ms,
        "ratio": max(each["ratio"] for each in queries.values()),
        "queries": queries,
    }


def _in_turns(store: Store, folder: Path, times: int) -> dict[str, dict[str, float]]:
    windows = Ours(store), Ours(store, Filters(areas=frozenset({AREA})))
    try:
        with closing(prepared_connection(folder / DATABASE_FILE, _KEY)) as connection:
            bare = Bare(connection)
            return {
                _name(each): _one(windows[each.narrowed], bare, each, times) for each in QUERIES
            }
    finally:
        for each in windows:
            each.close()


def _name(query: Query) -> str:
    return f"{query.words} ({AREA})" if query.narrowed else query.words


def _one(ours: Ours, bare: Bare, query: Query, times: int) -> dict[str, float]:
    before = Query(query.words[:-1].strip() or "国", query.narrowed)
    pairs = []
    for _ in range(times):
        pairs.append(
            (
                _typed(lambda: ours.ask(before.words), lambda: ours.ask(query.words)),
                _typed(lambda: bare.ask(before), lambda: bare.ask(query)),
            )
        )
    marked = [
        _typed(lambda: bare.ask(before), lambda: bare.ask(query, _MARKED)).ms
        for _ in range(max(1, times // 5))
    ]

    def middle(number: Callable[[Took, Took], float]) -> float:
        return round(statistics.median(number(one, other) for one, other in pairs), 2)

    return {
        "found": ours.total,
        "ms": middle(lambda one, _: one.ms),
        "bare_ms": middle(lambda _, other: other.ms),
        "ratio": middle(lambda one, other: one.ms / other.ms),
        "cpu": middle(lambda one, other: one.cpu / other.cpu),
        "pixels_ms": middle(lambda one, _: one.pixels),
        "pixels_ratio": middle(lambda one, other: one.pixels / other.ms),
        "marked_ms": round(statistics.median(marked), 2),
    }


def _typed(before: Callable[[], object], last: Callable[[], Took]) -> Took:
    """The last letter, a moment after the one before."""
    before()
    time.sleep(_BETWEEN_LETTERS)
    phrase_pattern.cache_clear()
    return last()


def _say(figure: dict[str, object]) -> None:
    sys.stdout.write(f"{figure['cases']:,} cases, {figure['index_ms']:.1f} ms each to take in\n")
    queries = figure["queries"]
    assert isinstance(queries, dict)
    for name, each in queries.items():
        sys.stdout.write(
            f"  {name:20} {each['found']:6} cases {each['ms']:7.2f} ms, bare {each['bare_ms']:7.2f}"
            f"   ratio {each['ratio']:5.2f} (of CPU {each['cpu']:5.2f})   to pixels"
            f" {each['pixels_ms']:7.2f} ms, {each['pixels_ratio']:5.2f}"
            f"   bare with all hits marked {each['marked_ms']:7.2f}\n"
        )
    sys.stdout.flush()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=int, nargs="+", default=list(SIZES))
    parser.add_argument("--times", type=int, default=TIMES)
    parser.add_argument("--json", action="store_true", help="one JSON object as the last line")
    wanted = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication.instance() or QApplication([Path(__file__).name])
    if isinstance(app, QApplication):
        apply_theme(app, LIGHT)
    gc.collect()
    gc.freeze()  # as the app does after its start
    figures = []
    for number in wanted.cases:
        figures.append(measured(number, wanted.times))
        _say(figures[-1])
    if wanted.json:
        sys.stdout.write(json.dumps({"benchmark": "search", "figures": figures}) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
