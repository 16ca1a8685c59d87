"""One worker's share of a run: inputs of all kinds in turn, and what became of them."""

from __future__ import annotations

import time
import traceback
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice

from tests.fuzz.archives import archive_subjects
from tests.fuzz.guard import TookTooLong, bound_memory, peak_mib, timed, watching
from tests.fuzz.logged import log_subjects
from tests.fuzz.sealed import sealed_subjects
from tests.fuzz.signed import signed_subjects
from tests.fuzz.subjects import Subject, Verdict

MOST_FOUND = 20


@dataclass(frozen=True)
class Plan:
    """Every `step`th of the turns from `first` on, `count` of them, or as many as `seconds` (of
    the wall's clock) allow; of the kind `only`, where that is one."""

    seed: int
    first: int
    step: int
    count: int
    seconds: float
    only: str | None = None


@dataclass(frozen=True)
class Found:
    """An input that was read as something else, or that raised what is no ProtocolFailure."""

    kind: str
    number: int
    what: str
    input: bytes


@dataclass
class Tally:
    """Counts of a run, or of a part of it."""

    inputs: Counter[str] = field(default_factory=Counter)
    """By kind."""
    verdicts: Counter[str] = field(default_factory=Counter)
    unexpected: int = 0
    slowest_ms: float = 0.0
    slowest: str = ""
    peak_mb: int = 0
    found: list[Found] = field(default_factory=list)

    def add(self, other: Tally) -> None:
        self.inputs += other.inputs
        self.verdicts += other.verdicts
        self.unexpected += other.unexpected
        if other.slowest_ms > self.slowest_ms:
            self.slowest_ms, self.slowest = other.slowest_ms, other.slowest
        self.peak_mb = max(self.peak_mb, other.peak_mb)
        self.found += other.found[: max(0, MOST_FOUND - len(self.found))]


def all_subjects() -> list[Subject]:
    return [*signed_subjects(), *log_subjects(), *sealed_subjects(), *archive_subjects()]


def turns(subjects: Sequence[Subject]) -> Iterator[tuple[Subject, int]]:
    """For ever: each subject as often as its share, with the number of its input."""
    numbers: Counter[str] = Counter()
    while True:
        for subject in subjects:
            for _ in range(subject.share):
                yield subject, numbers[subject.kind]
                numbers[subject.kind] += 1


def share(plan: Plan) -> Tally:
    """A worker's whole life, in a process of its own."""
    subjects = [each for each in all_subjects() if plan.only in (None, each.kind)]
    bound_memory()
    return fuzzed(subjects, plan)


def fuzzed(subjects: Sequence[Subject], plan: Plan) -> Tally:
    """What became of the inputs of this plan."""
    tally, ends = Tally(), time.monotonic() + plan.seconds
    chosen = islice(turns(subjects), plan.first, None, plan.step)
    with watching():
        for subject, number in islice(chosen, plan.count):
            if time.monotonic() > ends:
                break
            _try(tally, subject, subject.input(plan.seed, number), number)
    tally.peak_mb = peak_mib()
    return tally


def _try(tally: Tally, subject: Subject, content: bytes, number: int) -> None:
    tally.inputs[subject.kind] += 1
    try:
        verdict, took = timed(lambda: subject.judge(content))
    except (Exception, TookTooLong) as error:
        tally.unexpected += 1
        text = "".join(traceback.format_exception(error, limit=-8))
        _keep(tally, Found(subject.kind, number, text, content))
        return
    tally.verdicts[verdict] += 1
    if took > tally.slowest_ms:
        tally.slowest_ms, tally.slowest = took, f"{subject.kind} {number}"
    if verdict is Verdict.DIFFERENT:
        _keep(tally, Found(subject.kind, number, "read as something else", content))


def _keep(tally: Tally, found: Found) -> None:
    if len(tally.found) < MOST_FOUND:
        tally.found.append(found)
