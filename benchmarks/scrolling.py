"""How long the GUI thread is busy in one go while a case is scrolled: milliseconds of its CPU.

A case of 2 × 12,000 characters and the longest of the sample, in every mode. Scrolled from end to
end by the wheel, by pages, and by dragging the bar; each event and the painting that follows is one
go. Nothing has been painted before: lines out of sight are first wanted on the way. CPU, since on a
busy machine the clock tells mostly of others; its longest is told too. In the pair of panes alone,
and in the whole reading screen of a desk: with the outline that follows, and the places kept.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial

from benchmarks._reading_screen import Reading, a_reading_screen
from benchmarks._window import an_application, deliver, turn_wheel
from benchmarks.opening import CASES, cut_case, made_ready, sample_case
from reviewer_app.ui.reading.arrangement import Arrangement, Mode
from reviewer_app.ui.reading.pair import PanePair
from reviewer_app.ui.reading.pane import ReadingPane
from reviewer_app.ui.reading.prepared import Prepared

MOST_MS = 16.0
"""Longer, and a picture is left out."""
_SIZE = (820, 640)
_DRAGS = 40
Go = tuple[float, float]
"""Milliseconds of CPU of the GUI thread, and by the clock."""


def goes(prepared: Prepared, mode: Mode) -> list[Go]:
    """Every go while a case is scrolled from end to end, three times."""
    pair = PanePair()
    pair.resize(*_SIZE)
    pair.show()
    deliver()
    pair.show_case(prepared, Arrangement().in_mode(mode), None)
    for _ in range(3):  # sizes, lines, painting
        deliver()
    found = _scrolled(pair)
    pair.close()
    pair.deleteLater()
    deliver()
    return found


def goes_in_the_screen(reading: Reading, name: str, mode: Mode) -> list[Go]:
    """The same with all that stands around the texts."""
    reading.open(name)
    model = reading.screen.reading
    model.arrange(model.state.how.in_mode(mode))
    reading.settle()
    found = _scrolled(reading.pair)
    reading.settle()
    return found


def _scrolled(pair: PanePair) -> list[Go]:
    pane = pair.in_sight[0]
    return [each for gesture in (_wheel, _pages, _drag) for each in gesture(pane)]


def _wheel(pane: ReadingPane) -> Iterator[Go]:
    bar = pane.verticalScrollBar()
    while bar.value() < bar.maximum():
        yield _timed(partial(turn_wheel, pane.viewport()))


def _pages(pane: ReadingPane) -> Iterator[Go]:
    bar = pane.verticalScrollBar()
    bar.setValue(0)
    deliver()
    while bar.value() < bar.maximum():
        yield _go(pane, bar.value() + bar.pageStep())


def _drag(pane: ReadingPane) -> Iterator[Go]:
    most = pane.verticalScrollBar().maximum()
    for step in range(_DRAGS, -1, -1):
        yield _go(pane, most * step // _DRAGS)


def _go(pane: ReadingPane, value: int) -> Go:
    return _timed(partial(pane.verticalScrollBar().setValue, value))


def _timed(act: Callable[[], object]) -> Go:
    """One go: the act, and the painting that follows."""
    cpu, clock = time.thread_time(), time.perf_counter()
    act()
    deliver()
    return (time.thread_time() - cpu) * 1000, (time.perf_counter() - clock) * 1000


def told(found: Sequence[Go]) -> dict[str, float]:
    """What is said of the goes of one mode."""
    cpu = [each for each, _ in found]
    return {
        "goes": len(found),
        "median_ms": round(statistics.median(cpu), 2),
        "longest_ms": round(max(cpu), 2),
        "too_long": sum(each > MOST_MS for each in cpu),
        "longest_by_clock_ms": round(max(clock for _, clock in found), 2),
    }


def _each_mode() -> Iterator[tuple[str, dict[str, float]]]:
    """The figures of every case in every mode, written as they are found."""
    cases = {"2 x 12,000": cut_case(12_000), CASES[-1]: sample_case(CASES[-1])}
    with a_reading_screen(cases) as reading:
        for name, case in cases.items():
            prepared = made_ready(case)
            goes(prepared, Mode.ALIGNED)  # the first one loads faces and glyphs
            for mode in Mode:
                yield f"{name} {mode}", _said(f"{name:13} {mode:8}", goes(prepared, mode))
                screen = goes_in_the_screen(reading, name, mode)
                yield f"{name} {mode} screen", _said(f"{'':6} screen {mode:8}", screen)


def _said(what: str, found: Sequence[Go]) -> dict[str, float]:
    figure = told(found)
    sys.stdout.write(
        f"{what} {figure['goes']:5} goes   median {figure['median_ms']:5.2f} ms"
        f"   longest {figure['longest_ms']:5.2f} ms"
        f"   by the clock {figure['longest_by_clock_ms']:6.2f} ms\n"
    )
    return figure


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true", help="one JSON object as the last line")
    wanted = parser.parse_args()
    with an_application():
        figures = dict(_each_mode())
    if wanted.json:
        sys.stdout.write(json.dumps({"benchmark": "scrolling", "modes": figures}) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
