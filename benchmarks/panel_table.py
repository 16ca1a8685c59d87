"""The panel's list of 30,000 cases: opening, sorting, scrolling, beside the bare SQLite query.

*Opening*: the list is asked for anew, in a window of 1,286 × 728 that is there. `ms` is the time
until the table holds it: its head, how many cases each part has, its length, and the first page of
64 rows; `pixels_ms` until that is painted too. The bare limit is the same query through the driver
alone, in the main thread, in the same encrypted database under the same settings: one statement
that counts the parts, and one for the page of all columns; nothing is made of the rows, and nothing
shown. Both come in turns; the ratio is the median of the pairs, of CPU seconds of the process too.

*Sorting*: every column, both ways, from the click on its header to the table's first rows in order,
beside the bare page in that order; and the last page of each order, which is the dearest.

*Scrolling*: by the wheel, by pages, and by dragging the bar; each event, what it brings from the
database, and the painting that follows is one go of the GUI thread. CPU of that thread, since on a
busy machine the clock tells mostly of others; its longest is told too.
"""

import argparse
import gc
import json
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from functools import partial
from typing import NamedTuple, TypedDict

import sqlcipher3.dbapi2 as sqlcipher
from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication

from benchmarks._long_list import KEY, Listed, a_long_list
from benchmarks._window import an_application, deliver, turn_wheel
from reviewer_app.models.database import DATABASE_FILE, prepared_connection
from reviewer_app.models.panel_list import ListQuery, ListSort
from reviewer_app.models.store import GLANCED_KIB
from reviewer_app.services.panel.listing import PAGE
from reviewer_app.ui.kit.table import Sort

CASES = 30_000
MOST_RATIO, MOST_SORT_MS, MOST_GO_MS = 1.5, 50.0, 16.0
"""What is promised."""
MEASURES = ("overall", "benefits")
_WHEELS, _PAGES, _DRAGS = 200, 60, 40
_COUNT = """
SELECT count(*), count(*) - count(outcome), count(outcome), total(reviews < 3), total(divided),
    total(withheld) FROM panel_case
"""
_PAGE = """
SELECT c.*, f.*, w.content FROM (
    SELECT c.entry FROM panel_case AS c {joined} ORDER BY {order} LIMIT {count}
) AS page
CROSS JOIN panel_case AS c ON c.entry = page.entry
CROSS JOIN panel_figure AS f ON f.measure = ? AND f.entry = page.entry
CROSS JOIN panel_words AS w ON w.entry = page.entry
"""
_BARE_ORDERS = {
    ListSort.NUMBER: "c.entry",
    ListSort.MEAN: "f.mean",
    ListSort.ADJUSTED: "f.adjusted",
    ListSort.MEDIAN: "f.median",
    ListSort.RANGE: "f.highest - f.lowest",
    ListSort.SD: "f.sd",
    ListSort.N: "f.n",
    ListSort.RANK: "c.rank_low",
    ListSort.BEST: "c.chance_best",
    ListSort.LISTED: "c.chance_listed",
}


class Took(NamedTuple):
    """Milliseconds: of the clock, and of all CPUs."""

    ms: float
    cpu: float


def timed(act: Callable[[], object]) -> Took:
    """One act."""
    clock, cpu = time.perf_counter(), time.process_time()
    act()
    return Took((time.perf_counter() - clock) * 1000, (time.process_time() - cpu) * 1000)


class Bare:
    """SQLite alone."""

    def __init__(self, connection: sqlcipher.Connection) -> None:
        self._connection = connection
        connection.execute(f"PRAGMA cache_size = -{GLANCED_KIB}")

    def open(self) -> None:
        """Count the parts, and take the first page."""
        self._connection.execute(_COUNT).fetchall()
        self.page(ListSort.NUMBER)

    def page(self, sort: ListSort, measure: str = "overall") -> None:
        """The first page in an order."""
        order = _BARE_ORDERS.get(sort, f"c.{sort}")
        joins = order.startswith("f.")
        joined = "JOIN panel_figure AS f ON f.measure = ? AND f.entry = c.entry" if joins else ""
        values = (measure, measure) if joins else (measure,)
        asked = _PAGE.format(joined=joined, order=order, count=PAGE)
        assert len(self._connection.execute(asked, values).fetchall()) == PAGE


def opening(listed: Listed, bare: Bare, times: int) -> dict[str, float]:
    """Medians of the list asked for anew, and of the bare queries."""
    pairs, pixels = [], []
    for _ in range(times):
        begun = time.perf_counter()
        own = timed(partial(_ask_anew, listed))
        deliver()
        pixels.append((time.perf_counter() - begun) * 1000)
        listed.settle()
        pairs.append((own, timed(bare.open)))
    return {
        "ms": _middle(own.ms for own, _ in pairs),
        "bare_ms": _middle(other.ms for _, other in pairs),
        "ratio": _middle(own.ms / other.ms for own, other in pairs),
        "cpu": _middle(own.cpu / other.cpu for own, other in pairs),
        "pixels_ms": _middle(pixels),
    }


def _ask_anew(listed: Listed) -> None:
    """From the question to the table that holds the answer."""
    before = listed.model.state.listing
    listed.model.load()
    while listed.model.state.listing is before:
        deliver_one()


def deliver_one() -> None:
    """Let Qt deliver the next answer."""
    QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)


def sorting(listed: Listed, bare: Bare) -> dict[str, dict[str, float]]:
    """By measure and column, the longer of both ways: the first rows in order, and the last."""
    found = {}
    for measure in MEASURES:
        listed.model.select(ListQuery(measure))
        listed.settle()
        for sort in ListSort:
            ways = [_sorted(listed, sort, descending=way) for way in (False, True)]
            found[f"{measure} {sort}"] = {
                "ms": round(max(first.ms for first, _ in ways), 2),
                "cpu_ms": round(max(first.cpu for first, _ in ways), 2),
                "last_page_ms": round(max(last.ms for _, last in ways), 2),
                "bare_ms": round(timed(partial(bare.page, sort, measure)).ms, 2),
            }
    return found


def _sorted(listed: Listed, sort: ListSort, *, descending: bool) -> tuple[Took, Took]:
    first = timed(partial(_click, listed, Sort(sort, descending=descending)))
    listed.settle()
    last = timed(partial(_fetch_end, listed))
    listed.settle()
    return first, last


def _click(listed: Listed, sort: Sort) -> None:
    """From the wish that a header tells to the rows in that order."""
    before = listed.model.state.listing
    listed.table.sort_requested.emit(sort)
    while listed.model.state.listing is before:
        deliver_one()


def _fetch_end(listed: Listed) -> None:
    """The last rows of the list, as when its end is jumped to."""
    table = listed.table
    table.verticalScrollBar().setValue(table.verticalScrollBar().maximum())
    while table.row(table.total - 1) is None:
        deliver_one()


def scrolling(listed: Listed) -> dict[str, dict[str, float]]:
    """Every go while the list is scrolled."""
    listed.model.select(ListQuery(sort=ListSort.MEAN, descending=True))
    listed.settle()
    gestures = {"wheel": _wheel, "pages": _pages, "drag": _drag}
    return {name: _told(list(gesture(listed))) for name, gesture in gestures.items()}


def _told(found: list[tuple[float, float]]) -> dict[str, float]:
    cpu = [each for each, _ in found]
    return {
        "goes": len(found),
        "median_ms": _middle(cpu),
        "longest_ms": round(max(cpu), 2),
        "too_long": sum(each > MOST_GO_MS for each in cpu),
        "longest_by_clock_ms": round(max(clock for _, clock in found), 2),
    }


def _wheel(listed: Listed) -> Iterator[tuple[float, float]]:
    for _ in range(_WHEELS):
        yield from _goes(partial(turn_wheel, listed.table.viewport()))


def _pages(listed: Listed) -> Iterator[tuple[float, float]]:
    bar = listed.table.verticalScrollBar()
    for _ in range(_PAGES):
        yield from _goes(partial(bar.setValue, bar.value() + bar.pageStep()))


def _drag(listed: Listed) -> Iterator[tuple[float, float]]:
    bar = listed.table.verticalScrollBar()
    for step in range(_DRAGS, -1, -1):
        yield from _goes(partial(bar.setValue, bar.maximum() * step // _DRAGS))


def _goes(act: Callable[[], object]) -> Iterator[tuple[float, float]]:
    """The gesture with its painting; then the rows that it wanted, as they come."""
    for each in (act, _nothing):
        cpu, clock = time.thread_time(), time.perf_counter()
        each()
        deliver()
        yield (time.thread_time() - cpu) * 1000, (time.perf_counter() - clock) * 1000
        time.sleep(0.04)  # the lane's thread reads


def _nothing() -> None:
    """Only what came."""


def _middle(values: Iterator[float] | list[float]) -> float:
    return round(statistics.median(values), 2)


class Figures(TypedDict):
    cases: int
    opening: dict[str, float]
    sorting: dict[str, dict[str, float]]
    longest_sort_ms: float
    scrolling: dict[str, dict[str, float]]


def measured(cases: int, times: int) -> Figures:
    """All figures of a list of so many cases."""
    with a_long_list(cases) as (listed, folder):
        with closing(prepared_connection(folder / DATABASE_FILE, KEY)) as connection:
            bare = Bare(connection)
            bare.open()
            gc.collect()
            gc.freeze()  # as the app does after its first work
            opened = opening(listed, bare, times)
            orders = sorting(listed, bare)
        return {
            "cases": cases,
            "opening": opened,
            "sorting": orders,
            "longest_sort_ms": max(each["ms"] for each in orders.values()),
            "scrolling": scrolling(listed),
        }


def _say(figures: Figures) -> None:
    opened, orders = figures["opening"], figures["sorting"]
    lines = [
        f"{figures['cases']:,} cases open in {opened['ms']:.2f} ms, bare {opened['bare_ms']:.2f}"
        f"   ratio {opened['ratio']:.2f} (of CPU {opened['cpu']:.2f})"
        f"   to pixels {opened['pixels_ms']:.2f} ms"
    ]
    lines += [
        f"  by {name:22} {each['ms']:6.2f} ms (CPU {each['cpu_ms']:6.2f})"
        f"   bare {each['bare_ms']:6.2f}   last page {each['last_page_ms']:6.2f}"
        for name, each in orders.items()
    ]
    lines += [
        f"  {name:6} {each['goes']:4} goes: median {each['median_ms']:5.2f} ms, longest"
        f" {each['longest_ms']:5.2f} ms of CPU ({each['longest_by_clock_ms']:5.2f} by the"
        f" clock), {each['too_long']} over {MOST_GO_MS:.0f}"
        for name, each in figures["scrolling"].items()
    ]
    sys.stdout.write("\n".join(lines) + "\n")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--cases", type=int, default=CASES)
    parser.add_argument("--times", type=int, default=25)
    parser.add_argument("--json", action="store_true", help="one JSON object as the last line")
    wanted = parser.parse_args()
    with an_application():
        figures = measured(wanted.cases, wanted.times)
    _say(figures)
    if wanted.json:
        sys.stdout.write(json.dumps({"benchmark": "panel_table", **figures}) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
