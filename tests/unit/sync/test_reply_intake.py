"""Hand-in files and the replies to them: lost, swapped, late, forged, and what is kept then."""

from collections.abc import Callable
from pathlib import Path

import pytest

from central_server.server import open_server
from review_protocol.armour import Armoured, Purpose, armour_texts, read_armour
from review_protocol.documents.handover import HandoverReply
from review_protocol.exchange import HANDOVER_COUNT
from review_protocol.handover import opened_reply, sealed_reply
from review_protocol.keys import SigningKey
from review_protocol.translog import Checkpoint, NoteSigner, sign_checkpoint
from reviewer_app.errors import (
    FileProblem,
    LogSplit,
    ServerRefused,
)
from reviewer_app.models import outbox
from reviewer_app.models.facts import FactName, text_of
from reviewer_app.models.notices import whole_up_to
from reviewer_app.models.outbox import StoredPacket
from reviewer_app.models.rows import DeliveryState
from reviewer_app.sync.handover_writing import hand_in_text
from reviewer_app.sync.trust import kept_checkpoint
from tests.unit.sync.by_file import FREE, ByFile, refused
from tests.unit.sync.desks import Desk

pytestmark = pytest.mark.campaign


def packets(by_file: ByFile) -> dict[str, StoredPacket]:
    return {each.id: each for each in by_file.desk.packets()}


def test_more_packets_than_one_hand_over_takes_go_into_the_same_file(by_file: ByFile) -> None:
    by_file.take(by_file.batch())
    count = HANDOVER_COUNT + 3
    ids = many_declarations(by_file.desk, count)
    path = by_file.hand_in()
    assert len(read_armour([path.read_bytes()]).found) == 2
    taken = by_file.take(by_file.answer(path))
    assert (taken.replies, set(taken.received)) == (2, set(ids))


def many_declarations(desk: Desk, count: int) -> list[str]:
    first = desk.declare(**FREE)
    document = packets_of(desk)[first].document()

    def sign(connection):
        return [
            outbox.append(
                connection,
                lambda header: document.model_copy(update={"header": header}),
                desk.vault.signing_key,
                "2026-07-20T08:00:00Z",
            ).id
            for _ in range(count - 1)
        ]

    return [first, *desk.store.perform(sign)]


def packets_of(desk: Desk) -> dict[str, StoredPacket]:
    return {each.id: each for each in desk.packets()}


def test_what_a_file_holds_is_noted_and_its_state_stays(reading: ByFile) -> None:
    packet = reading.desk.score("WIC-2026-001")
    reading.hand_in()
    with reading.desk.store.read() as connection:
        noted = text_of(connection, FactName.HANDED_OVER)
    assert noted is not None
    assert packet in noted
    assert packets(reading)[packet].state is DeliveryState.SIGNED


def test_an_empty_hand_in_asks_for_what_is_new(reading: ByFile) -> None:
    text = hand_in_text(reading.desk.store)
    assert text.packets == ()
    path = reading.written(text.text.encode("ascii"), "review-handin")
    assert reading.take(reading.answer(path)).received == ()


def test_a_damaged_reply_is_told_and_nothing_of_it_is_kept(reading: ByFile) -> None:
    reading.desk.score("WIC-2026-001")
    text = reading.answer(reading.hand_in()).read_text(encoding="ascii")
    lines = text.splitlines(keepends=True)
    middle = len(lines) // 2
    other = lines[middle].swapcase()
    for damaged, problem in (
        ("".join(lines[:middle]), FileProblem.CUT),
        ("".join([*lines[:middle], other, *lines[middle + 1 :]]), FileProblem.ALTERED),
    ):
        path = reading.written(damaged.encode("ascii"), "review-receipts")
        assert refused(reading, path) is problem


def test_the_reply_to_another_desk_is_told(reading: ByFile, desk_of: Callable[[str], Desk]) -> None:
    other = ByFile(desk_of("second"), reading.folder, reading.bag / "..")
    reply = other.answer(other.hand_in())
    assert refused(reading, reply) is FileProblem.OTHER_COMPUTER


def remade(by_file: ByFile, reply: Path, key: SigningKey, **changed: object) -> Path:
    """The same reply with other fields, signed by this key."""
    vault = by_file.desk.vault
    (found,) = read_armour([reply.read_bytes()]).found
    with open_server(by_file.folder.path, clock=by_file.folder.clock) as server:
        opened = opened_reply(
            found.sealed,
            vault.exchange_key,
            (server.keys.server.public,),
            deployment=found.deployment,
            kid=found.device,
        ).document
    fields = {name: getattr(opened, name) for name in HandoverReply.model_fields} | changed
    sealed = sealed_reply(HandoverReply(**fields), key, vault.exchange_key.public)
    texts = armour_texts(Armoured(Purpose.RECEIPTS, found.deployment, found.device, sealed))
    return by_file.written("".join(texts).encode("ascii"), "review-receipts")


def test_a_reply_that_somebody_else_signed_is_told(reading: ByFile) -> None:
    reading.desk.score("WIC-2026-001")
    reply = reading.answer(reading.hand_in())
    forged = remade(reading, reply, SigningKey(b"\x0a" * 32))
    assert refused(reading, forged) is FileProblem.FORGED


def test_a_receipt_that_does_not_prove_itself_is_not_kept(reading: ByFile) -> None:
    first, second = reading.desk.score("WIC-2026-001"), reading.desk.score("WIC-2026-002")
    reply = reading.answer(reading.hand_in())
    keys = reading.folder.home.load_keys()
    (found,) = read_armour([reply.read_bytes()]).found
    arrived = opened_reply(
        found.sealed,
        reading.desk.vault.exchange_key,
        (keys.server.public,),
        deployment=found.deployment,
        kid=found.device,
    ).document.arrived
    swapped = (
        arrived[0].model_copy(update={"receipt": arrived[1].receipt}),
        arrived[1],
    )
    taken = reading.take(remade(reading, reply, keys.server, arrived=swapped))
    assert taken.received == (second,)
    assert packets(reading)[first].receipt is None


def test_a_log_that_contradicts_itself_in_a_file_is_kept_as_evidence(reading: ByFile) -> None:
    packet = reading.desk.score("WIC-2026-001")
    reply = reading.answer(reading.hand_in())
    keys = reading.folder.home.load_keys()
    with reading.desk.store.read() as connection:
        known = kept_checkpoint(text_of(connection, FactName.CHECKPOINT) or "")
    other = sign_checkpoint(
        Checkpoint(known.origin, known.size + 1, b"\x05" * 32), NoteSigner(known.origin, keys.log)
    )
    split = remade(reading, reply, keys.server, log=other, consistency=())
    with pytest.raises(LogSplit):
        reading.take(split)
    with reading.desk.store.read() as connection:
        assert text_of(connection, FactName.SPLIT) == other
    assert packets(reading)[packet].receipt is None


def test_an_older_reply_brings_its_receipts_and_takes_nothing_back(reading: ByFile) -> None:
    desk = reading.desk
    first = desk.score("WIC-2026-001")
    early = reading.answer(reading.hand_in())
    second = desk.score("WIC-2026-002")
    late = reading.answer(reading.hand_in())
    assert set(reading.take(late).received) == {first, second}
    known = reading.left()[1]
    assert reading.take(early).received == (first,)
    assert reading.left()[1] == known


def test_a_reply_to_an_earlier_file_than_the_last_one_brings_receipts(reading: ByFile) -> None:
    """Its log is proved from a checkpoint that the desk has left behind: that is passed over."""
    desk = reading.desk
    first = desk.score("WIC-2026-001")
    one = reading.hand_in()
    second = desk.score("WIC-2026-002")
    two = reading.hand_in()
    reply_to_one, reply_to_two = reading.answer(one), reading.answer(two)
    assert reading.take(reply_to_one).received == (first,)
    assert set(reading.take(reply_to_two).received) == {first, second}
    desk.sync()
    assert {each.state for each in desk.packets()} == {DeliveryState.RECEIVED}


def test_both_replies_at_once_and_the_batch_with_them(by_file: ByFile) -> None:
    by_file.take(by_file.batch())
    by_file.desk.declare(**FREE)
    taken = by_file.take(by_file.answer(by_file.hand_in()), by_file.batch())
    assert (taken.replies, taken.released) == (1, 3)


def test_a_revoked_desk_is_told_so_and_keeps_its_receipts(reading: ByFile) -> None:
    packet = reading.desk.score("WIC-2026-001")
    path = reading.hand_in()
    kid = reading.desk.vault.kid
    assert reading.operator("revoke", kid, "--from-leaf", "0", "--reason", "lost") == 0
    reply = reading.answer(path)
    with pytest.raises(ServerRefused):
        reading.take(reply)
    assert packets(reading)[packet].receipt is not None


def test_notices_come_with_a_reply_and_with_a_batch_once(reading: ByFile) -> None:
    store = reading.desk.store

    def here() -> int:
        with store.read() as connection:
            origin = kept_checkpoint(text_of(connection, FactName.CHECKPOINT) or "").origin
            return whole_up_to(connection, origin, restored=False)

    for number, taken in ((1, lambda: reading.answer(reading.hand_in())), (2, reading.batch)):
        words = ("--en", f"Message {number}", "--zh", f"消息{number}")
        assert reading.operator("notice", "--to", "reviewer", *words) == 0
        path = taken()
        reading.take(path)
        reading.take(path)
        assert here() == number
