"""From log N to log N+1, as a desk sees it."""

import pytest

from review_protocol.canonical import to_base64
from review_protocol.documents.base import ShortText
from review_protocol.documents.people import KeyPurpose, Trust, TrustedKey
from review_protocol.keys import SigningKey
from review_protocol.translog import (
    Checkpoint,
    MemoryTiles,
    MerkleTree,
    NoteSigner,
    leaf_hash,
    sign_checkpoint,
    verify_consistency,
)
from review_protocol.translog.succession import Contradiction, SameLog, Successor, continues

FIRST, SECOND, THIRD = (f"reviews.example.org/log/{n}" for n in (1, 2, 3))
KEYS = {FIRST: SigningKey(b"\x01" * 32), SECOND: SigningKey(b"\x02" * 32)}
KEYS[THIRD] = SigningKey(b"\x03" * 32)


def tree(*leaves: str) -> MerkleTree:
    made = MerkleTree(MemoryTiles())
    made.append([leaf_hash(each.encode()) for each in leaves])
    return made


OLD = tree("a", "b", "c", "d", "e", "f")
NEW = tree("a", "b", "c", "d", "restored", "other")


def known(size: int, log: MerkleTree = OLD, origin: str = FIRST) -> Checkpoint:
    return Checkpoint(origin, size, log.root(size))


def note(checkpoint: Checkpoint, key: SigningKey | None = None) -> str:
    return sign_checkpoint(
        checkpoint, NoteSigner(checkpoint.origin, key or KEYS[checkpoint.origin])
    )


def trust(number: int, origin: str, last_good: ShortText | None = None, **changed: object) -> Trust:
    keys = (TrustedKey(purpose=KeyPurpose.LOG, key=to_base64(KEYS[origin].public.raw)),)
    made = Trust(
        deployment="d" * 64,
        number=number,
        origin=origin,
        keys=keys,
        last_good=last_good,
        issued="2026-07-01T00:00:00Z",
    )
    return made.model_copy(update=changed)


BEFORE = trust(1, FIRST)


def after(last_good: Checkpoint) -> Trust:
    return trust(2, SECOND, note(last_good))


def test_the_same_log_goes_on() -> None:
    assert continues(BEFORE, BEFORE, known(6)) == SameLog()
    assert continues(BEFORE, trust(2, FIRST), known(6)) == SameLog()


def test_a_desk_behind_the_last_good_checkpoint_keeps_all_that_it_knew() -> None:
    succession = continues(BEFORE, after(known(4)), known(3))
    assert succession == Successor(SECOND, known(4), known(3), kept=3, lost=0)


def test_a_desk_at_the_last_good_checkpoint_keeps_all_that_it_knew() -> None:
    succession = continues(BEFORE, after(known(4)), known(4))
    assert succession == Successor(SECOND, known(4), known(4), kept=4, lost=0)


def test_a_desk_ahead_of_it_hands_back_what_came_after() -> None:
    succession = continues(BEFORE, after(known(4)), known(6))
    assert succession == Successor(SECOND, known(4), known(4), kept=4, lost=2)


@pytest.mark.parametrize("size", [1, 3, 4, 6])
def test_the_new_log_is_proved_from_the_anchor_on(size: int) -> None:
    succession = continues(BEFORE, after(known(4)), known(size))
    assert isinstance(succession, Successor)
    anchor = succession.anchor
    assert anchor is not None
    proof = NEW.consistency_proof(anchor.size)
    verify_consistency(anchor.size, anchor.root, NEW.size, NEW.root(), proof)


@pytest.mark.parametrize("nothing", [None, known(0)])
def test_a_desk_that_knew_no_checkpoint_begins_anew(nothing: Checkpoint | None) -> None:
    (with_old, without) = (
        continues(BEFORE, after(known(4)), nothing),
        continues(BEFORE, trust(2, SECOND), nothing),
    )
    assert isinstance(with_old, Successor)
    assert (with_old.kept, with_old.lost) == (0, 0)
    assert without == Successor(SECOND, None, None, kept=0, lost=0)


def test_an_empty_last_good_checkpoint_proves_nothing() -> None:
    succession = continues(BEFORE, after(known(0)), known(6))
    assert succession == Successor(SECOND, known(0), None, kept=0, lost=6)


def test_a_desk_that_slept_through_a_log_hands_everything_back() -> None:
    last_good = known(5, NEW, SECOND)
    succession = continues(BEFORE, trust(3, THIRD, note(last_good)), known(4))
    assert succession == Successor(THIRD, last_good, last_good, kept=0, lost=4)


@pytest.mark.parametrize(
    ("new", "size", "fault"),
    [
        (trust(2, SECOND, deployment="e" * 64), 4, "deployment"),
        (trust(1, SECOND, note(known(4))), 4, "number"),
        (trust(2, SECOND), 4, "no last good"),
        (trust(2, SECOND, known(4).to_text()), 4, "last good"),
        (trust(2, SECOND, "hello"), 4, "last good"),
        (trust(2, SECOND, note(known(4), KEYS[SECOND])), 4, "last good"),
        (trust(2, SECOND, note(Checkpoint(FIRST, 5, NEW.root(5)))), 5, "root"),
    ],
)
def test_a_contradiction_is_told(new: Trust, size: int, fault: str) -> None:
    assert continues(BEFORE, new, known(size)) == Contradiction(fault)


def test_a_note_of_a_usual_log_fits_into_the_trust_document() -> None:
    long = Checkpoint("reviews.secretariat.example.org/outstanding/log/12", 10**12, bytes(32))
    text = sign_checkpoint(long, NoteSigner(long.origin, KEYS[FIRST]))
    assert Trust.from_body(trust(2, SECOND, text).body()).last_good == text
