"""The one writer: groups, refusals that undo themselves alone, bounds, nothing told early."""

import threading

import pytest

from central_server.failures import Refused
from central_server.log import Log
from central_server.store.store import open_store
from central_server.writer import GROUP_WEIGHT, QUEUE_WEIGHT, Writer
from review_protocol.documents.answers import RefusalCode
from review_protocol.translog import NoteVerifier, Receipt, verify_receipt
from tests.builders.server import ORIGIN


@pytest.fixture
def log(folder) -> Log:
    return Log(ORIGIN, folder.home.load_keys().log, folder.home.checkpoint)


@pytest.fixture
def writer(folder, log):
    store = open_store(folder.home.database_url)
    writer = Writer(store, log)
    yield writer
    writer.close()
    store.close()


def adding(entry: bytes):
    """A unit of work that adds one entry and answers its receipt."""

    def work(group):
        position = group.add(entry)
        return lambda appended: appended.receipt(position)

    return work


class Gate:
    """A unit of work that occupies the writer until it is opened."""

    def __init__(self) -> None:
        self.entered, self.opened = threading.Event(), threading.Event()

    def __call__(self, group):
        self.entered.set()
        assert self.opened.wait(10)
        return lambda appended: None


@pytest.fixture
def gate(writer):
    gate = Gate()
    writer.submit(gate)
    assert gate.entered.wait(10)
    yield gate
    gate.opened.set()


def sizes(futures) -> list[int]:
    """The size of the checkpoint in each receipt."""
    return [int(Receipt.parse(future.result(10)).checkpoint.split("\n")[1]) for future in futures]


def test_what_waits_together_is_one_group(writer, gate, folder):
    futures = [writer.submit(adding(b"%d" % number)) for number in range(5)]
    gate.opened.set()
    assert sizes(futures) == [6] * 5
    verifier = folder.home.load_keys().log.public
    for number, future in enumerate(futures):
        receipt = Receipt.parse(future.result())
        verify_receipt(receipt, [NoteVerifier(ORIGIN, verifier)])
        assert (receipt.index, receipt.leaf) == (1 + number, b"%d" % number)


def test_a_group_has_a_largest_weight(writer, gate):
    half = GROUP_WEIGHT // 2
    futures = [writer.submit(adding(b"%d" % number), weight=half) for number in range(3)]
    gate.opened.set()
    assert sizes(futures) == [3, 3, 4]


def test_a_refused_unit_undoes_itself_alone(writer, gate):
    def refusing(group):
        group.add(b"never")
        raise Refused(RefusalCode.USED_INVITATION, "used")

    first, refused, last = (writer.submit(work) for work in (adding(b"1"), refusing, adding(b"2")))
    gate.opened.set()
    assert sizes([first, last]) == [3, 3]
    with pytest.raises(Refused):
        refused.result(10)


def test_a_bug_in_one_unit_is_told_to_its_caller_alone(writer, gate):
    def broken(group):
        group.add(b"never")
        raise RuntimeError

    first, wrong, last = (writer.submit(work) for work in (adding(b"1"), broken, adding(b"2")))
    gate.opened.set()
    assert sizes([first, last]) == [2, 3]
    with pytest.raises(RuntimeError):
        wrong.result(10)


def test_too_much_waiting_is_busy(writer, gate):
    writer.submit(adding(b"much"), weight=QUEUE_WEIGHT)
    with pytest.raises(Refused) as busy:
        writer.submit(adding(b"more"))
    assert (busy.value.code, busy.value.retry_after) == (RefusalCode.BUSY, 2)


def test_no_receipt_before_the_copy_is_written(writer, folder):
    folder.home.checkpoint.unlink()
    folder.home.checkpoint.mkdir()  # the copy cannot be put in place
    failing = writer.submit(adding(b"1"))
    with pytest.raises(OSError, match="checkpoint"):
        failing.result(10)
    folder.home.checkpoint.rmdir()
    writer.submit(lambda group: lambda appended: None).result(10)
    assert folder.home.checkpoint.read_text(encoding="utf-8").split("\n")[1] == "2"


def test_closing_finishes_what_is_queued(writer, gate):
    future = writer.submit(adding(b"last"))
    gate.opened.set()
    writer.close()
    assert future.done()
