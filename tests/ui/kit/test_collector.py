"""Cycles are collected on the GUI thread, and only there."""

import gc
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication

from reviewer_app.ui.kit.collector import GuiCollector

pytestmark = pytest.mark.usefixtures("qapp")


class Cycle:
    """Notes the thread that frees it."""

    freed_on: list[threading.Thread] = []  # noqa: RUF012  cleared by each test

    def __init__(self) -> None:
        self.me = self

    def __del__(self) -> None:
        self.freed_on.append(threading.current_thread())


@pytest.fixture(scope="module", autouse=True)
def _what_tests_are_made_of() -> Iterator[None]:
    """Is passed over again afterwards: a collector that stops thaws everything."""
    yield
    gc.collect()
    gc.freeze()


@pytest.fixture
def collector() -> Iterator[GuiCollector]:
    Cycle.freed_on.clear()
    gc.enable()
    collector = GuiCollector(QCoreApplication.instance())
    yield collector
    collector.stop()
    collector.deleteLater()


def litter() -> None:
    for _ in range(5000):
        Cycle()


def test_a_worker_frees_nothing(collector: GuiCollector) -> None:
    worker = threading.Thread(target=litter)
    worker.start()
    worker.join()
    assert Cycle.freed_on == []
    assert collector.collect_due() > 0
    assert set(Cycle.freed_on) == {threading.current_thread()}


def test_it_collects_by_itself(collector: GuiCollector, qtbot: object) -> None:
    litter()
    qtbot.waitUntil(lambda: len(Cycle.freed_on) == 5000)  # type: ignore[attr-defined]


def test_python_collects_again_afterwards(collector: GuiCollector) -> None:
    assert not gc.isenabled()
    collector.stop()
    assert gc.isenabled()


def test_what_the_start_has_left_is_searched_once(collector: GuiCollector) -> None:
    at_first = gc.get_freeze_count()
    assert at_first > 10_000
    opened = [Cycle() for _ in range(20_000)]
    thresholds = gc.get_threshold()
    gc.set_threshold(1, 1, 1)
    try:
        for _ in range(8):
            litter()
            collector.collect_due()
        assert gc.get_freeze_count() > at_first + 10_000
        Cycle.freed_on.clear()
        litter()
        assert collector.collect_due() >= 5000
    finally:
        gc.set_threshold(*thresholds)
    opened.clear()
    collector.stop()
    assert gc.get_freeze_count() == 0


def test_what_takes_longer_than_a_frame_is_searched_once_too(collector: GuiCollector) -> None:
    """As a panel of thousands of cases that was compared long after the start."""
    thresholds = gc.get_threshold()
    gc.set_threshold(1, 1, 1)
    try:
        for _ in range(8):
            litter()
            collector.collect_due()
        settled = gc.get_freeze_count()
        compared = [[place] for place in range(300_000)]
        for _ in range(8):
            litter()
            collector.collect_due()
        assert gc.get_freeze_count() > settled + len(compared) - 1_000
    finally:
        gc.set_threshold(*thresholds)
