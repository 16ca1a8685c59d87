"""The threads behind a lane: they perform calls in order, and never keep the process alive."""

import time
from collections.abc import Callable
from queue import Empty, SimpleQueue
from threading import Thread

Call = Callable[[], None]


class Workers:
    """At most `width` threads, started when there is work. What is called raises nothing.

    Python waits at its end for the threads of `concurrent.futures`: a request to a server that
    never answers would be a process without a window. These are left behind instead.
    """

    def __init__(self, name: str, width: int) -> None:
        self._name = name
        self._width = width
        self._calls: SimpleQueue[Call | None] = SimpleQueue()
        self._threads: list[Thread] = []

    def submit(self, call: Call) -> None:
        """Perform the call when a thread is free."""
        self._calls.put(call)
        if len(self._threads) < self._width:
            name = f"lane-{self._name}_{len(self._threads)}"
            thread = Thread(target=self._perform, name=name, daemon=True)
            self._threads.append(thread)
            thread.start()

    def close(self, *, finish: bool, seconds: float | None = None) -> bool:
        """Do what is queued (or drop it), and join; False where that took over `seconds`."""
        if not finish:
            self._drop_queued()
        for _ in self._threads:
            self._calls.put(None)
        limit = None if seconds is None else time.monotonic() + seconds
        for thread in self._threads:
            thread.join(None if limit is None else max(0.0, limit - time.monotonic()))
        return not any(thread.is_alive() for thread in self._threads)

    def _drop_queued(self) -> None:
        try:
            while True:
                self._calls.get_nowait()
        except Empty:
            return

    def _perform(self) -> None:
        while (call := self._calls.get()) is not None:
            call()
            del call  # what it holds is not to live until the next one
