"""Files that are damaged, forged, old or another's: one sentence, and nothing is half done."""

import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from central_server.people import invite
from central_server.server import open_server
from review_protocol.documents.batch import Manifest
from review_protocol.envelope import read_envelope
from review_protocol.opening import sealed
from reviewer_app.errors import (
    DiskFull,
    FileProblem,
    ManifestRolledBack,
    PassphraseNeeded,
)
from reviewer_app.models.keys import Keys
from reviewer_app.sync.file_intake import FileIntake
from tests.builders.documents import CLOSES, NOW
from tests.builders.server import InvitedPerson, ServerFolder, a_server_folder
from tests.unit.sync.by_file import FREE, ByFile, entries, packed, refused
from tests.unit.sync.desks import Desk, an_enrolled_desk, never
from tests.unit.sync.network import Network

pytestmark = pytest.mark.campaign


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
    assert reading.operator("extend-round", "1", "--closes", "2090-09-30T23:00") == 0
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
