"""What the demonstration prints: each step in plain words, with its figures and the time."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TextIO


class Telling:
    """Prints steps as they happen, seconds since the beginning before each."""

    def __init__(
        self, out: TextIO | None = None, *, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._out = out or sys.stdout
        self._clock = clock
        self._began = clock()

    @property
    def seconds(self) -> float:
        """Since the beginning."""
        return self._clock() - self._began

    def chapter(self, title: str) -> None:
        """A part of the story begins."""
        print(f"\n{title}", file=self._out, flush=True)

    def step(self, words: str) -> None:
        """Something was done."""
        print(f"  {self.seconds:6.1f} s  {words}", file=self._out, flush=True)

    def detail(self, text: str) -> None:
        """Lines below a step, as another program said them."""
        for line in text.strip().splitlines():
            print(f"            {line}", file=self._out, flush=True)

    @contextmanager
    def timed(self, words: str) -> Iterator[None]:
        """Tell a step once it is done, with how long it took."""
        began = self._clock()
        yield
        self.step(f"{words} ({self._clock() - began:.1f} s)")
