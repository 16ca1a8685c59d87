"""A short run of the fuzzing, and that it would notice what it looks for."""

import time
from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from itertools import islice
from random import Random

import pytest

from review_protocol.documents.kinds import NEWER, PACKETS
from review_protocol.envelope import kind_of, read_envelope
from review_protocol.failures import MalformedDocument
from tests.fuzz.guard import TookTooLong, timed, watching
from tests.fuzz.run import Plan, all_subjects, fuzzed, turns
from tests.fuzz.subjects import Subject, Verdict
from tests.fuzz.world import the_deployment

INPUTS = 5000


def test_nothing_mutated_is_read_as_something_else() -> None:
    tally = fuzzed(all_subjects(), Plan(seed=7, first=0, step=1, count=INPUTS, seconds=60))
    assert [(each.kind, each.number, each.what) for each in tally.found] == []
    assert tally.inputs.total() == INPUTS
    assert all(tally.inputs[subject.kind] for subject in all_subjects())
    # a reader that refuses everything, or a mutation that changes nothing, tries nothing
    assert 0.05 < tally.verdicts[Verdict.SAME] / INPUTS < 0.5


def cut(rng: Random, content: bytes, _: Sequence[bytes]) -> bytes:
    return content[:-1] if rng.random() < 0.9 else content


def a_subject(read_cut) -> Subject:
    """Reads "whole", and what the function says where the last character is missing."""

    def read(content: bytes) -> Iterable[Hashable]:
        return [content] if content == b"whole" else read_cut(content)

    return Subject("texts", [b"whole"], cut, read)


def fails(content: bytes) -> Iterable[Hashable]:
    raise KeyError(content)


def refuses(content: bytes) -> Iterable[Hashable]:
    raise MalformedDocument("cut")


def run_of(subject: Subject) -> tuple[Counter[str], int, int]:
    tally = fuzzed([subject], Plan(seed=1, first=0, step=1, count=50, seconds=60))
    return tally.verdicts, tally.unexpected, len(tally.found)


def test_it_tells_what_is_read_as_something_else() -> None:
    verdicts, unexpected, found = run_of(a_subject(lambda content: [content]))
    assert (verdicts["accepted_different"] + verdicts["accepted_same"], unexpected) == (50, 0)
    assert found == 20  # the first ones are kept


def test_it_tells_an_exception_that_is_no_failure_of_the_protocol() -> None:
    verdicts, unexpected, found = run_of(a_subject(fails))
    assert verdicts["accepted_same"] + unexpected == 50
    assert unexpected > 30
    assert found == 20


def test_a_refusal_is_what_should_come() -> None:
    verdicts, unexpected, found = run_of(a_subject(refuses))
    assert (verdicts["refused"] + verdicts["accepted_same"], unexpected, found) == (50, 0, 0)


def test_an_input_has_its_time() -> None:
    def endless() -> None:
        while True:
            time.monotonic()

    with watching(), pytest.raises(TookTooLong):
        timed(endless, limit=0.05)


def test_an_original_that_is_not_read_is_no_original() -> None:
    with pytest.raises(ValueError, match="texts"):
        Subject("texts", [b"whole"], cut, lambda content: [])


def test_an_input_is_made_of_seed_kind_and_number_alone() -> None:
    one, other = ([each for each in all_subjects() if each.kind == "packets"] for _ in range(2))
    assert [one[0].input(3, n) for n in range(50)] == [other[0].input(3, n) for n in range(50)]
    assert one[0].input(3, 0) != one[0].input(4, 0)


def test_every_kind_has_its_turns() -> None:
    taken = Counter(subject.kind for subject, _ in islice(turns(all_subjects()), 500))
    assert set(taken) == {subject.kind for subject in all_subjects()}


def test_the_worlds_packets_are_of_every_form() -> None:
    types = {read_envelope(each.to_bytes()).payload_type for each in the_deployment().packets}
    known = {(kind, 1) for kind in PACKETS} | NEWER.keys()
    assert {kind_of(each) for each in types} == known
