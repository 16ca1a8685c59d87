"""Milliseconds from a letter typed to the hits drawn, beside the bare FTS5 query.

Ours: the last letter of a query is typed into the desk's field, found on the database's lane (rows
in their order, hits in context and their number for the first page of 12 cases), taken in by the
list, and painted, in a window of 1,286 × 728 that showed what the letters before had found.

The bare limit, in the same encrypted database and under the same words: one statement that steps
through all rows in the order of BM25, and another that asks FTS5's own `snippet` for the first 12
of them, from a table of its own that keeps its texts; nothing is drawn. `rows_ms` is the first
statement alone. Cases are those of the sample programme, their paragraphs mixed anew.
"""

import argparse
import json
import os
import random
import statistics
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NoReturn

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication
from sqlalchemy import Connection, text

from benchmarks.opening import sample_case
from review_protocol.documents.case import Case, Section
from review_protocol.documents.text import Element
from reviewer_app.models import cases
from reviewer_app.models.passages import Part, passages_of
from reviewer_app.models.search_words import index_text, match_expression, terms_of
from reviewer_app.models.store import Store, open_store
from reviewer_app.services.desk import Desk
from reviewer_app.services.search import PAGE, Search
from reviewer_app.ui.desk.view import DeskView
from reviewer_app.ui.desk.view_model import DeskViewModel
from reviewer_app.ui.kit.bundled import bundled
from reviewer_app.ui.kit.fields import SearchField
from reviewer_app.ui.kit.lane import Lane
from reviewer_app.ui.kit.palette import LIGHT
from reviewer_app.ui.kit.remember import KeepsInMemory
from reviewer_app.ui.kit.stylesheet import apply_theme

SIZES = (500, 10_000)
QUERIES = ("网", "网络", "基础设施", "network", "网络 cooperation", "submarine cable")
TIMES = 9
_KEY = bytes(range(32))
_PARAGRAPHS = 60
"""Longer cases are cut for the copies: one of 110,000 characters would stand for a fortieth."""
_BARE = """
CREATE VIRTUAL TABLE bare USING fts5(
    title, people, text, own, tokenize = 'unicode61 remove_diacritics 0'
)
"""
_ROWS = "SELECT rowid FROM bare WHERE bare MATCH ? ORDER BY rank"
_SNIPPETS = (
    "SELECT rowid, snippet(bare, -1, '[', ']', '…', 24) FROM bare "
    f"WHERE bare MATCH ? ORDER BY rank LIMIT {PAGE}"
)


def sample_cases() -> list[Case]:
    """All of the sample programme."""
    folder = bundled("resources/sample_programme/cases")
    return [sample_case(each.name) for each in sorted(folder.iterdir(), key=lambda e: e.name)]


def many_cases(number: int) -> Iterator[Case]:
    """As many cases, each with the headers of one and paragraphs of all others."""
    known, chance = sample_cases(), random.Random(37)
    pools = {
        (element, language): [
            section for case in known for section in getattr(case.elements.of(element), language)
        ]
        for element in Element
        for language in ("zh", "en")
    }
    for at in range(number):
        case = known[at % len(known)]
        headers = case.headers.model_copy(update={"number": f"B-{at:05}"})
        elements = case.elements.model_copy(
            update={
                element.value: case.elements.of(element).model_copy(
                    update={
                        language: _mixed(
                            pools[element, language],
                            getattr(case.elements.of(element), language),
                            chance,
                        )
                        for language in ("zh", "en")
                    }
                )
                for element in Element
            }
        )
        yield case.model_copy(update={"headers": headers, "elements": elements})


def _mixed(
    pool: Sequence[Section], own: Sequence[Section], chance: random.Random
) -> tuple[Section, ...]:
    return tuple(chance.choice(pool) for _ in own[:_PARAGRAPHS])


def fill(store: Store, number: int) -> float:
    """Take the cases in, and put them into the bare table; answers the seconds of our own part."""
    seconds = 0.0
    with store.write() as connection:
        connection.execute(text(_BARE))
        for position, case in enumerate(many_cases(number), 1):
            begun = time.perf_counter()
            body = case.headers.body()
            cases.keep_headers(
                connection, case.headers, body, case_hash=case.id, position=position,
                countries=2, joint=True, flags=(),
            )  # fmt: skip
            cases.keep_content(connection, case, case.body(), ())
            seconds += time.perf_counter() - begun
            _put_into_bare(connection, position, case)
    return seconds


def _put_into_bare(connection: Connection, entry: int, case: Case) -> None:
    passages = passages_of(case.headers, case, None)
    title = (Part.NUMBER, Part.NAME)
    columns = (
        [each.text for each in passages if each.part in title],
        [each.text for each in passages if each.part not in (*title, Part.ELEMENT)],
        [each.text for each in passages if each.part is Part.ELEMENT],
    )
    connection.exec_driver_sql(
        "INSERT INTO bare(rowid, title, people, text, own) VALUES (?, ?, ?, ?, '')",
        (entry, *(index_text(column) for column in columns)),
    )


class Ours:
    """The desk's own list in a window that is there."""

    def __init__(self, store: Store) -> None:
        self._lane = Lane("database")
        search, keeps = Search(store), KeepsInMemory()
        self._model = DeskViewModel(Desk(store, _no_cases), lambda: search, self._lane, keeps)
        self._view = DeskView(self._model, keeps)
        (self._field,) = self._view.findChildren(SearchField)
        self._view.resize(1286, 728)
        self._view.show()
        self.once("warm")  # the index is looked at, modules are imported, letters are drawn

    def once(self, query: str) -> float:
        """Milliseconds for the last letter of a query: the list shows what stood there before."""
        self._type(query[:-1] or "国")
        begun = time.perf_counter()
        self._type(query)
        return (time.perf_counter() - begun) * 1000

    def _type(self, query: str) -> None:
        self._field.setText(query)
        while (found := self._model.state.found) is None or found.query.search != query:
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        QApplication.processEvents()  # laid out, and painted

    def close(self) -> None:
        self._view.close()
        self._view.deleteLater()
        self._lane.close()


def _no_cases() -> NoReturn:
    raise RuntimeError("no case is opened here")


def bare(connection: Connection, query: str, *statements: str) -> float:
    """Milliseconds of the statements, fetched to their end."""
    driver = connection.connection.driver_connection
    assert driver is not None
    expression = match_expression(terms_of(query))
    begun = time.perf_counter()
    for statement in statements:
        driver.execute(statement, (expression,)).fetchall()
    return (time.perf_counter() - begun) * 1000


def measured(number: int, times: int) -> dict[str, object]:
    """Medians of every query over this many cases."""
    with TemporaryDirectory() as folder:
        store = open_store(Path(folder), _KEY)
        seconds = fill(store, number)
        ours = Ours(store)
        try:
            with store.read() as connection:
                queries = {query: _one(ours, connection, query, times) for query in QUERIES}
        finally:
            ours.close()
            store.close()
    worst = max(each["ratio"] for each in queries.values())
    return {
        "cases": number,
        "index_ms": seconds / number * 1000,
        "ratio": worst,
        "queries": queries,
    }


def _one(ours: Ours, connection: Connection, query: str, times: int) -> dict[str, float]:
    found: dict[str, list[float]] = {"ours": [], "bare": [], "rows": []}
    for _ in range(times):
        found["ours"].append(ours.once(query))
        found["bare"].append(bare(connection, query, _ROWS, _SNIPPETS))
        found["rows"].append(bare(connection, query, _ROWS))
    ours_ms, bare_ms, rows_ms = (statistics.median(each) for each in found.values())
    return {
        "ms": round(ours_ms, 1),
        "bare_ms": round(bare_ms, 1),
        "rows_ms": round(rows_ms, 1),
        "ratio": round(ours_ms / bare_ms, 2),
    }


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
    figures = []
    for number in wanted.cases:
        figure = measured(number, wanted.times)
        figures.append(figure)
        sys.stdout.write(
            f"{figure['cases']:,} cases, {figure['index_ms']:.1f} ms each to take in\n"
        )
        queries = figure["queries"]
        assert isinstance(queries, dict)
        for query, each in queries.items():
            sys.stdout.write(
                f"  {query:24} {each['ms']:7.1f} ms   bare {each['bare_ms']:7.1f} ms "
                f"(rows alone {each['rows_ms']:.1f})   ratio {each['ratio']:.2f}\n"
            )
        sys.stdout.flush()
    if wanted.json:
        sys.stdout.write(json.dumps({"benchmark": "search", "figures": figures}) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
