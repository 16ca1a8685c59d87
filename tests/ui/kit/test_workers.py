"""A lane's threads: work in order, an end in time, and a process that ends in any case."""

import subprocess
import sys
import threading

from reviewer_app.ui.kit.workers import Workers


def test_one_thread_works_in_order():
    done: list[int] = []
    workers = Workers("test", 1)
    for number in range(50):
        workers.submit(lambda number=number: done.append(number))
    assert workers.close(finish=True)
    assert done == list(range(50))


def test_what_was_queued_is_dropped_where_it_need_not_be_finished():
    begun, go_on, done = threading.Event(), threading.Event(), []
    workers = Workers("test", 1)
    workers.submit(lambda: (begun.set(), go_on.wait(10), done.append("first")))
    workers.submit(lambda: done.append("second"))
    assert begun.wait(10)
    assert not workers.close(finish=False, seconds=0.01)
    go_on.set()
    assert workers.close(finish=False, seconds=10)
    assert done == ["first"]


def test_the_process_ends_though_a_thread_does_not():
    script = (
        "import threading\n"
        "from reviewer_app.ui.kit.workers import Workers\n"
        "begun, workers = threading.Event(), Workers('test', 1)\n"
        "workers.submit(lambda: (begun.set(), threading.Event().wait()))\n"
        "begun.wait()\n"
        "workers.close(finish=False, seconds=0.01)\n"
    )
    ended = subprocess.run([sys.executable, "-c", script], timeout=30, check=False)
    assert ended.returncode == 0
