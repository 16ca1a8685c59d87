"""A desk reads all that the log says: what is left out, altered or made up is not kept."""

from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest

from review_protocol.canonical import to_base64
from review_protocol.documents.answers import RefusalCode
from review_protocol.documents.entries import packed_entries, unpacked_entries
from review_protocol.documents.packet import KnownCheckpoint
from review_protocol.documents.people import KeyPurpose, Trust, TrustedKey
from review_protocol.keys import SigningKey
from review_protocol.translog import Checkpoint, NoteSigner, sign_checkpoint
from reviewer_app.errors import NoConnection, ServerRefused
from reviewer_app.models.facts import FactName, fact_of
from reviewer_app.models.log_tree import OwnLeaf, leaves_read, own_leaves, read_tree
from reviewer_app.models.quotes import contradicting, fitting, keep_quotes
from reviewer_app.models.store import Store, open_store
from reviewer_app.sync.log_reading import LogReading
from tests.builders.logs import ORIGIN, RECEIVED, ALog, a_certificate, a_revocation

ADA, BEN = "p-ada", "p-ben"
MINE, THEIRS, SECRET = (f"d-{letter * 16}" for letter in "abc")
SUCCESSOR = "reviews.example.org/log/2"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = open_store(tmp_path, bytes(32))
    yield store
    store.close()


def a_trust(origin: str = ORIGIN, last_good: str | None = None) -> Trust:
    key = TrustedKey(purpose=KeyPurpose.LOG, key=to_base64(bytes(32)))
    return Trust(
        deployment="d" * 64,
        number=1,
        origin=origin,
        keys=(key,),
        last_good=last_good,
        issued=RECEIVED,
    )


def a_log(leaves: int = 40) -> ALog:
    """Ada's device and Ben's are certified in it."""
    return ALog().add(a_certificate(MINE, ADA), a_certificate(THEIRS, BEN)).grow(leaves - 2)


def read(store: Store, log: ALog, *, steps: int = 1000, trust: Trust | None = None) -> int:
    left = iter(range(steps))
    reading = LogReading(store, ADA, trust or a_trust())
    return reading.read(log, log.checkpoint(), lambda told: None, lambda: next(left, None) is None)


def kept(store: Store, origin: str = ORIGIN) -> tuple[int, list[str]]:
    """How many leaves are read, and the devices that they certify."""
    with store.read() as connection:
        kids = [each.kid for each in own_leaves(connection, origin)]
        return leaves_read(connection, origin), kids


def unfit(store: Store) -> bytes | None:
    with store.read() as connection:
        return fact_of(connection, FactName.UNFIT)


def test_all_of_it_is_read_once_and_then_what_is_new(store: Store):
    log = a_log(600)
    assert read(store, log) == 600
    assert kept(store) == (600, [MINE])
    with store.read() as connection:
        assert read_tree(connection, ORIGIN).root() == log.checkpoint().root
    assert read(store, log) == 600
    log.add(a_certificate(SECRET, ADA), a_revocation(SECRET), a_revocation(THEIRS))
    assert read(store, log) == 603
    assert log.asked == [0, 600]
    with store.read() as connection:
        assert own_leaves(connection, ORIGIN)[1:] == (
            OwnLeaf(600, SECRET, False, RECEIVED),
            OwnLeaf(601, SECRET, True, RECEIVED),
        )


@pytest.mark.parametrize("page", [1, 7, 256, 299])
def test_short_pages_only_cost_requests(store: Store, page: int):
    log = a_log(300)
    log.page = page
    while read(store, log) < 300:
        pass
    assert kept(store) == (300, [MINE])
    assert log.asked == list(range(0, 300, page))


def test_what_was_cancelled_is_gone_on_with(store: Store):
    log = a_log(50)
    log.page = 10
    assert read(store, log, steps=2) == 20
    assert kept(store) == (20, [MINE])
    assert read(store, log) == 50
    assert log.asked == [0, 10, 20, 30, 40]


def test_a_page_that_ends_in_a_broken_line_leaves_the_ones_before(store: Store):
    log = a_log(50)
    log.page = 20

    def broken(answer):
        if answer.next > 20:
            raise NoConnection("reviews.example.org", "reset")
        return answer

    log.lie = broken
    with pytest.raises(NoConnection):
        read(store, log)
    log.lie = None
    assert read(store, log) == 50


def without(kid: str):
    """The certificate of this device is not among the entries."""

    def lie(answer):
        honest = unpacked_entries(answer.entries)
        told = [each for each in honest if kid.encode() not in each]
        return answer.model_copy(update={"entries": packed_entries(told)})

    return lie


def in_its_place(kid: str):
    """Another entry stands where the certificate was."""

    def lie(answer):
        honest = unpacked_entries(answer.entries)
        told = [a_certificate(kid, BEN) if kid.encode() in each else each for each in honest]
        return answer.model_copy(update={"entries": packed_entries(told)})

    return lie


LIES = {
    "leaves an entry out": without(SECRET),
    "alters an entry": in_its_place(SECRET),
    "gives an empty page": lambda answer: answer.model_copy(
        update={"entries": packed_entries(()), "next": 0}
    ),
    "says that there is no more": lambda answer: answer.model_copy(
        update={"entries": packed_entries(()), "next": answer.size}
    ),
    "gives more than there is": lambda answer: answer.model_copy(
        update={
            "entries": packed_entries([*unpacked_entries(answer.entries), b"{}"]),
            "next": answer.next + 1,
        }
    ),
    "proves another size": lambda answer: answer.model_copy(update={"size": answer.size - 1}),
    "gives no entries at all": lambda answer: answer.model_copy(update={"entries": "AAAA"}),
    "proves nothing": lambda answer: answer.model_copy(
        update={
            "entries": packed_entries(unpacked_entries(answer.entries)[:5]),
            "next": 5,
            "consistency": (),
        }
    ),
}


@pytest.mark.parametrize("lie", LIES)
def test_a_lie_is_not_kept_but_its_proof_is(store: Store, lie: str):
    log = a_log(40)
    read(store, log)
    log.add(a_certificate(SECRET, ADA)).grow(10)
    log.lie = LIES[lie]
    assert read(store, log) == 40
    assert kept(store) == (40, [MINE])
    assert unfit(store) is not None
    assert len(log.asked) == 2  # it is not asked again and again
    log.lie = None
    assert read(store, log) == 51
    assert kept(store) == (51, [MINE, SECRET])
    assert unfit(store) is None


def test_pages_that_never_end_do_end(store: Store):
    log = a_log(40)
    made_up = count()

    def endless(answer):
        told = [b'{"made":%d}' % next(made_up)]
        return answer.model_copy(update={"entries": packed_entries(told), "next": 1})

    log.lie = endless
    assert read(store, log) == 0
    assert len(log.asked) == 1


def test_a_server_that_is_too_old_or_busy_is_asked_at_the_next_sync(store: Store):
    log = a_log(40)

    def refuse(answer):
        raise ServerRefused(RefusalCode.NOT_FOUND, "no such resource")

    log.lie = refuse
    assert read(store, log) == 0
    assert unfit(store) is None
    log.lie = None
    assert read(store, log) == 40


def test_the_log_of_a_restored_server_is_read_from_its_start(store: Store):
    old = a_log(40)
    read(store, old)
    new = ALog(SUCCESSOR, [*old.entries_there[:30]]).grow(5)
    new.add(a_certificate(SECRET, ADA))
    assert read(store, new, trust=a_trust(SUCCESSOR)) == 36
    assert new.asked == [0]
    assert kept(store) == (40, [MINE])
    assert kept(store, SUCCESSOR) == (36, [MINE, SECRET])


def quoted(store: Store, **each: Checkpoint) -> None:
    with store.write() as connection:
        keep_quotes(
            connection,
            [
                (packet, KnownCheckpoint(origin=it.origin, size=it.size, root=it.root.hex()))
                for packet, it in each.items()
            ],
        )


def judged(store: Store) -> tuple[int, list[str]]:
    with store.read() as connection:
        return fitting(connection), [each.packet for each in contradicting(connection)]


def test_what_packets_quote_is_compared_with_what_was_read(store: Store):
    log = a_log(40)
    other = ALog().grow(40)
    stranger = Checkpoint("elsewhere.example.org/log/1", 3, bytes(32))
    quoted(
        store,
        early=log.checkpoint(7),
        empty=log.checkpoint(0),
        newest=log.checkpoint(40),
        split=other.checkpoint(12),
        stranger=stranger,
    )
    log.add(b"{}")
    quoted(store, later=log.checkpoint(41), later_split=other.grow(1).checkpoint(41))
    log.entries_there.pop()
    read(store, log)
    assert judged(store) == (3, ["split"])
    log.add(b"{}")
    read(store, log)
    assert judged(store) == (4, ["split", "later_split"])
    quoted(store, split=log.checkpoint(12))
    assert judged(store) == (4, ["split", "later_split"])


def test_what_was_quoted_of_the_log_before_is_compared_through_the_succession(store: Store):
    old = a_log(40)
    new = ALog(SUCCESSOR, [*old.entries_there[:30]]).grow(20)
    note = sign_checkpoint(old.checkpoint(30), NoteSigner(ORIGIN, SigningKey(b"\7" * 32)))
    other = ALog().grow(40)
    quoted(
        store,
        good=old.checkpoint(20),
        lost=old.checkpoint(40),
        split=other.checkpoint(20),
        new=new.checkpoint(45),
    )
    read(store, new, trust=a_trust(SUCCESSOR, note))
    assert judged(store) == (2, ["split"])
    read(store, old)
    assert judged(store) == (3, ["split"])
