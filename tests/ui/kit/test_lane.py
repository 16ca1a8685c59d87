"""Work leaves the GUI thread through a lane, and its answer comes back to a living owner."""

import gc
import threading
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from reviewer_app.ui.kit.lane import JobEnd, Lane, Progress


class Asker(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.answers: list[object] = []
        self.failures: list[Exception] = []
        self.thread_of_answer: int | None = None

    def take(self, answer: object) -> None:
        self.answers.append(answer)
        self.thread_of_answer = threading.get_ident()

    def fail(self, error: Exception) -> None:
        if not isinstance(error, OSError):
            raise error
        self.failures.append(error)


@pytest.fixture
def bugs() -> list[BaseException]:
    return []


@pytest.fixture
def lane(qapp: object, bugs: list[BaseException]) -> Iterator[Lane]:
    lane = Lane("test", 1, unexpected=bugs.append)
    yield lane
    lane.close(finish=False)


@pytest.fixture
def asker(qapp: object) -> Asker:
    return Asker()


def test_work_runs_elsewhere_and_its_answer_comes_here(lane: Lane, asker: Asker) -> None:
    lane.run(threading.get_ident, owner=asker, done=asker.take, failed=asker.fail)
    assert not lane.idle()
    assert lane.wait_idle()
    assert asker.answers != [threading.get_ident()]
    assert asker.thread_of_answer == threading.get_ident()


def test_a_lane_one_thread_wide_keeps_the_order(lane: Lane, asker: Asker) -> None:
    for number in range(50):
        lane.run(lambda n=number: n, owner=asker, done=asker.take, failed=asker.fail)
    assert lane.wait_idle()
    assert asker.answers == list(range(50))


def test_a_lane_that_was_idle_for_a_moment_was_idle(lane: Lane, asker: Asker) -> None:
    gate = threading.Event()

    def begin_more() -> None:
        lane.run(lambda: gate.wait(5), owner=asker, done=asker.take, failed=asker.fail)

    lane._idled.connect(begin_more, Qt.ConnectionType.SingleShotConnection)
    lane.run(lambda: 1, owner=asker, done=asker.take, failed=asker.fail)
    was_idle, is_idle = lane.wait_idle(), lane.idle()
    gate.set()
    assert (was_idle, is_idle, asker.answers) == (True, False, [1])
    assert lane.wait_idle()


def test_a_lane_that_works_on_is_not_waited_for_longer_than_was_said(
    lane: Lane, asker: Asker
) -> None:
    gate = threading.Event()
    lane.run(lambda: gate.wait(5), owner=asker, done=asker.take, failed=asker.fail)
    assert not lane.wait_idle(0.05)
    gate.set()
    assert lane.wait_idle()


def test_a_wide_lane_works_side_by_side(qapp: object, asker: Asker) -> None:
    lane = Lane("wide", 2)
    meeting = threading.Barrier(2, timeout=5)
    for _ in range(2):
        lane.run(meeting.wait, owner=asker, done=asker.take, failed=asker.fail)
    assert lane.wait_idle()
    assert sorted(asker.answers) == [0, 1]
    lane.close()


def test_an_owner_whose_widget_is_deleted_gets_no_answer(lane: Lane, asker: Asker) -> None:
    widget = QWidget()
    lane.run(lambda: 1, owner=widget, done=asker.take, failed=asker.fail)
    delete(widget)
    assert lane.wait_idle()
    assert asker.answers == []


def test_a_lane_does_not_keep_its_owner_alive(lane: Lane) -> None:
    asker, gate = Asker(), threading.Event()
    answers = asker.answers
    lane.run(lambda: gate.wait(5), owner=asker, done=asker.take, failed=asker.fail)
    del asker
    gc.collect()
    gate.set()
    assert lane.wait_idle()
    assert answers == []


def _raising(error: Exception) -> Callable[[], None]:
    def work() -> None:
        raise error

    return work


def test_an_expected_failure_goes_to_its_owner(
    lane: Lane, asker: Asker, bugs: list[BaseException]
) -> None:
    error = FileNotFoundError("gone")
    lane.run(_raising(error), owner=asker, done=asker.take, failed=asker.fail)
    assert lane.wait_idle()
    assert (asker.failures, bugs) == ([error], [])


def test_an_unexpected_failure_goes_to_the_crash_hook(
    lane: Lane, asker: Asker, bugs: list[BaseException]
) -> None:
    error = ZeroDivisionError("a bug")
    lane.run(_raising(error), owner=asker, done=asker.take, failed=asker.fail)
    assert lane.wait_idle()
    assert (asker.failures, bugs) == ([], [error])


def test_cancelled_work_is_not_begun_and_not_answered(lane: Lane, asker: Asker) -> None:
    gate, begun = threading.Event(), []
    lane.run(lambda: gate.wait(5), owner=asker, done=asker.take, failed=asker.fail)
    job = lane.run(lambda: begun.append(1), owner=asker, done=asker.take, failed=asker.fail)
    ends: list[JobEnd] = []
    job.ended.connect(ends.append)
    job.cancel()
    gate.set()
    assert lane.wait_idle()
    assert (begun, asker.answers, ends) == ([], [True], [JobEnd.CANCELLED])


def test_running_work_sees_that_it_is_cancelled(lane: Lane, asker: Asker) -> None:
    begun, stopped = threading.Event(), threading.Event()

    def work(report: Callable[[Progress], None], cancelled: Callable[[], bool]) -> None:
        begun.set()
        while not cancelled():
            pass
        stopped.set()

    job = lane.run_with_progress(work, owner=asker, done=asker.take, failed=asker.fail)
    assert begun.wait(5)
    job.cancel()
    assert lane.wait_idle()
    assert stopped.is_set()
    assert asker.answers == []


def test_progress_arrives_and_the_last_of_it_surely(lane: Lane, asker: Asker) -> None:
    gate = threading.Event()

    def work(report: Callable[[Progress], None], cancelled: Callable[[], bool]) -> str:
        gate.wait(5)
        for done in range(1, 1001):
            report(Progress(done, 1000))
        return "ready"

    job = lane.run_with_progress(work, owner=asker, done=asker.take, failed=asker.fail)
    seen: list[Progress] = []
    job.progressed.connect(seen.append)
    gate.set()
    assert lane.wait_idle()
    assert seen[-1] == Progress(1000, 1000)
    assert seen == sorted(seen, key=lambda progress: progress.done)
    assert asker.answers == ["ready"]


def test_closing_finishes_what_was_queued(qapp: object, asker: Asker) -> None:
    lane, kept = Lane("keeps"), []
    for number in range(20):
        lane.run(lambda n=number: kept.append(n), owner=asker, done=asker.take, failed=asker.fail)
    lane.close()
    assert kept == list(range(20))
    assert not [each for each in threading.enumerate() if each.name.startswith("lane-keeps")]
    with pytest.raises(RuntimeError, match="closed"):
        lane.run(int, owner=asker, done=asker.take, failed=asker.fail)


class Mender:
    """Keeps the way on of everything that failed as `OSError`."""

    def __init__(self) -> None:
        self.ways: list[Callable[[bool], None]] = []

    def mend(self, error: Exception, go_on: Callable[[bool], None]) -> bool:
        if isinstance(error, OSError):
            self.ways.append(go_on)
        return isinstance(error, OSError)


def fails_at_first() -> Callable[[], int]:
    tries: list[int] = []

    def work() -> int:
        tries.append(1)
        if len(tries) == 1:
            raise OSError
        return len(tries)

    return work


def test_what_was_mended_is_done_again(lane: Lane, asker: Asker, qtbot: QtBot) -> None:
    mender = Mender()
    lane.mend = mender.mend
    lane.run(fails_at_first(), owner=asker, done=asker.take, failed=asker.fail)
    qtbot.waitUntil(lambda: len(mender.ways) == 1)
    assert not lane.idle()
    assert asker.failures == []
    mender.ways[0](True)
    assert lane.wait_idle()
    assert asker.answers == [2]


def test_what_was_not_mended_fails_after_all(lane: Lane, asker: Asker, qtbot: QtBot) -> None:
    mender = Mender()
    lane.mend = mender.mend
    lane.run(fails_at_first(), owner=asker, done=asker.take, failed=asker.fail)
    qtbot.waitUntil(lambda: len(mender.ways) == 1)
    mender.ways[0](False)
    assert lane.idle()
    assert (asker.answers, len(asker.failures)) == ([], 1)


def test_what_was_cancelled_meanwhile_is_not_done_again(
    lane: Lane, asker: Asker, qtbot: QtBot
) -> None:
    mender, ends = Mender(), list[JobEnd]()
    lane.mend = mender.mend
    job = lane.run(fails_at_first(), owner=asker, done=asker.take, failed=asker.fail)
    job.ended.connect(ends.append)
    qtbot.waitUntil(lambda: len(mender.ways) == 1)
    job.cancel()
    mender.ways[0](True)
    assert lane.wait_idle()
    assert (asker.answers, ends) == ([], [JobEnd.CANCELLED])


def test_an_answer_may_be_waited_for_and_comes_once(lane: Lane, asker: Asker) -> None:
    job = lane.run(lambda: "soon", owner=asker, done=asker.take, failed=asker.fail)
    assert lane.wait_for(job, 5)
    assert asker.answers == ["soon"]
    assert lane.idle()
    assert not lane.wait_for(job, 5)
    later = lane.run(lambda: "later", owner=asker, done=asker.take, failed=asker.fail)
    assert lane.wait_idle()
    assert not lane.wait_for(later, 5)
    assert asker.answers == ["soon", "later"]


def test_what_takes_longer_is_delivered_later(lane: Lane, asker: Asker) -> None:
    free = threading.Event()
    job = lane.run(free.wait, owner=asker, done=asker.take, failed=asker.fail)
    assert not lane.wait_for(job, 0.001)
    assert asker.answers == []
    free.set()
    assert lane.wait_idle()
    assert asker.answers == [True]
