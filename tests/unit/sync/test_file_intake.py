"""Files that are damaged, forged, old or another's: one sentence, and nothing is half done."""

import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from central_server.people import invite
from central_server.server import open_server
from review_protocol.armour import Armoured, Purpose, armour_texts, read_armour
from review_protocol.documents.batch import Manifest
from review_protocol.documents.handover import HandoverReply
from review_protocol.documents.packet import ConflictAnswer
from review_protocol.envelope import read_envelope
from review_protocol.exchange import HANDOVER_COUNT
from review_protocol.handover import opened_reply, sealed_reply
from review_protocol.keys import SigningKey
from review_protocol.opening import sealed
from review_protocol.translog import Checkpoint, NoteSigner, sign_checkpoint
from reviewer_app.errors import (
    DiskFull,
    FileProblem,
    LogSplit,
    ManifestRolledBack,
    PassphraseNeeded,
    ServerRefused,
    UnusableFile,
)
from reviewer_app.models import outbox
from reviewer_app.models.facts import FactName, text_of
from reviewer_app.models.keys import Keys
from reviewer_app.models.outbox import StoredPacket
from reviewer_app.models.rows import DeliveryState
from reviewer_app.sync.file_intake import FileIntake
from reviewer_app.sync.handover_writing import hand_in_text
from reviewer_app.sync.trust import kept_checkpoint
from tests.builders.documents import CLOSES, NOW
from tests.builders.server import InvitedPerson, ServerFolder, a_server_folder
from tests.unit.sync.by_file import ByFile, entries, packed
from tests.unit.sync.desks import Desk, an_enrolled_desk, never
from tests.unit.sync.network import Network

FREE = {f"n{number:03d}": ConflictAnswer.NONE for number in (1, 2, 3)}


@pytest.fixture
def by_file(desk: Desk, folder: ServerFolder, tmp_path: Path) -> ByFile:
    bag = tmp_path / "bag"
    bag.mkdir()
    return ByFile(desk, folder, bag)


@pytest.fixture
def reading(by_file: ByFile) -> ByFile:
    """With the texts on the desk."""
    by_file.take(by_file.batch())
    by_file.desk.declare(**FREE)
    by_file.take(by_file.answer(by_file.hand_in()))
    return by_file


def refused(by_file: ByFile, path: Path) -> FileProblem:
    """Why a file is not taken; the desk is as it was."""
    before = by_file.left()
    with pytest.raises(UnusableFile) as failure:
        by_file.take(path)
    assert failure.value.path == path
    assert by_file.left() == before
    return failure.value.problem


def test_a_batch_by_file_is_the_batch_of_a_sync(by_file: ByFile) -> None:
    brought = by_file.take(by_file.batch())
    assert (brought.cases, brought.files_waiting) == (3, 0)
    by_file.desk.declare(**FREE)
    report = by_file.desk.sync()
    assert report.batch is not None
    assert (report.batch.files_fetched, report.batch.released) == (0, 3)


def test_the_same_batch_again_brings_nothing_and_harms_nothing(reading: ByFile) -> None:
    before = reading.left()
    taken = reading.take(reading.batch())
    assert (taken.cases, taken.released, taken.batches[0].files_fetched) == (0, 0, 0)
    assert reading.left()[3] == before[3]


@pytest.mark.parametrize("share", [0.02, 0.5, 0.98, 0.9999])
def test_half_a_batch_is_told_as_cut(by_file: ByFile, share: float) -> None:
    content = by_file.batch().read_bytes()
    cut = by_file.written(content[: int(len(content) * share)], "review-batch")
    assert refused(by_file, cut) is FileProblem.CUT


def test_one_other_byte_in_any_entry_of_a_batch_is_told(by_file: ByFile) -> None:
    batch = by_file.batch()
    content = batch.read_bytes()
    with zipfile.ZipFile(batch) as archive:
        middles = [
            each.header_offset + 30 + len(each.filename) + each.file_size // 2
            for each in archive.infolist()
        ]
    assert len(middles) > 10
    for place in middles:
        altered = bytearray(content)
        altered[place] ^= 1
        path = by_file.written(bytes(altered), "review-batch")
        assert refused(by_file, path) is FileProblem.ALTERED


def test_what_is_no_file_of_ours_is_told(by_file: ByFile, tmp_path: Path) -> None:
    text = by_file.written(b"See you in Nairobi.\n", "txt")
    assert refused(by_file, text) is FileProblem.NOT_OURS
    assert refused(by_file, by_file.written(b"", "review-batch")) is FileProblem.NOT_OURS
    other = by_file.written(packed({"a.txt": b"a"}), "zip")
    assert refused(by_file, other) in {FileProblem.NOT_OURS, FileProblem.REPACKED}
    assert refused(by_file, tmp_path / "gone.review-batch") is FileProblem.UNREADABLE
    assert refused(by_file, tmp_path) is FileProblem.UNREADABLE
    assert refused(by_file, by_file.hand_in()) is FileProblem.HAND_IN


def test_a_batch_that_was_packed_anew_is_told(by_file: ByFile) -> None:
    parts = entries(by_file.batch())
    path = by_file.written(packed(parts, zipfile.ZIP_DEFLATED), "review-batch")
    assert refused(by_file, path) is FileProblem.REPACKED


def test_a_batch_without_the_texts_that_it_names_is_told(by_file: ByFile) -> None:
    parts = entries(by_file.batch())
    without = {name: part for name, part in parts.items() if not name.startswith("files/")}
    path = by_file.written(packed(without), "review-batch")
    assert refused(by_file, path) is FileProblem.INCOMPLETE


def test_a_batch_of_another_programme_is_told(by_file: ByFile, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    mixed = entries(by_file.batch())
    other = ByFile(by_file.desk, a_server_folder(elsewhere, cases=1), elsewhere)
    with open_server(other.folder.path, clock=other.folder.clock) as server:
        mixed["trust.json"] = server.trust
    path = by_file.written(packed(mixed), "review-batch")
    assert refused(by_file, path) is FileProblem.OTHER_PROGRAMME


def test_a_batch_for_another_person_or_computer_is_told(
    by_file: ByFile, desk_of: Callable[[str], Desk], tmp_path: Path, network: Network
) -> None:
    desk_of("second")
    assert refused(by_file, by_file.batch("second")) is FileProblem.OTHER_PERSON
    before = by_file.batch()
    person = by_file.folder.people["reviewer"]
    secret = b"\x17" * 16
    with (
        open_server(by_file.folder.path, clock=by_file.folder.clock) as server,
        server.store.write() as connection,
    ):
        invite(connection, person.id, secret=secret, now=NOW, expires=CLOSES)
    again = InvitedPerson(person.id, person.name, person.role, secret)
    tablet = an_enrolled_desk(tmp_path / "tablet", network.address, again)
    try:
        theirs = ByFile(tablet, by_file.folder, by_file.bag / "..")
        assert refused(theirs, before) is FileProblem.OTHER_COMPUTER
        for each in (by_file, theirs):
            assert each.take(by_file.batch()).cases == 3
    finally:
        tablet.store.close()


def test_an_older_batch_is_told_and_the_newer_one_stays(reading: ByFile, network: Network) -> None:
    """A deadline that moved made a new manifest."""
    old = reading.batch()
    assert reading.operator("open-round", "1", "--closes", "2090-09-30T23:00") == 0
    reading.take(reading.batch())
    assert refused(reading, old) is FileProblem.OLDER_BATCH


def test_a_manifest_that_somebody_else_signed_is_told(by_file: ByFile) -> None:
    parts = entries(by_file.batch())
    signature = parts["manifest.json"].rindex(b'"sig":"') + 10
    forged = bytearray(parts["manifest.json"])
    forged[signature] = ord("A") if forged[signature] != ord("A") else ord("B")
    path = by_file.written(packed({**parts, "manifest.json": bytes(forged)}), "review-batch")
    assert refused(by_file, path) is FileProblem.FORGED


def test_a_stopped_taking_in_leaves_nothing(by_file: ByFile) -> None:
    before, asked = by_file.left(), []

    def after_some() -> bool:
        asked.append(None)
        return len(asked) > 3

    assert by_file.take(by_file.batch(), cancelled=after_some).cases == 0
    assert by_file.left() == before


def test_on_a_full_disk_nothing_is_half_done(
    folder: ServerFolder, network: Network, small_disk: Path, tmp_path: Path
) -> None:
    profile = small_disk / "desk"
    desk = an_enrolled_desk(profile, network.address, folder.people["reviewer"])
    try:
        by_file = ByFile(desk, folder, tmp_path)
        path = by_file.batch()
        before = by_file.left()
        free = shutil.disk_usage(small_disk).free
        filler = small_disk / "filler"
        filler.write_bytes(b"\x00" * (free - 20_000))
        with pytest.raises(DiskFull):
            by_file.take(path)
        assert by_file.left() == before
        filler.unlink()
        assert by_file.take(path).cases == 3
    finally:
        desk.store.close()


def test_without_the_passphrase_a_file_is_written_and_none_is_taken(by_file: ByFile) -> None:
    path = by_file.batch()
    sealed = FileIntake(
        by_file.desk.store, Keys(by_file.desk.store.folder), by_file.service._intake.aids
    )
    with pytest.raises(PassphraseNeeded):
        sealed.take((path,), by_file.desk.told.append, never)
    assert by_file.hand_in().exists()


# hand-in files and their replies


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


def test_two_batches_under_one_number_are_a_contradiction(by_file: ByFile) -> None:
    path = by_file.batch()
    by_file.take(path)
    keys = by_file.folder.home.load_keys()
    parts = entries(path)
    manifest = Manifest.from_body(read_envelope(parts["manifest.json"]).body)
    other = manifest.model_copy(update={"expires": "2099-01-01T00:00:00Z"})
    forged = packed({**parts, "manifest.json": sealed(other, keys.server).to_bytes()})
    with pytest.raises(ManifestRolledBack):
        by_file.take(by_file.written(forged, "review-batch"))
