"""A batch as a file: what is written is read, and nothing else is taken for it."""

import contextlib
import hashlib
import io
import struct
import subprocess
import time
import tracemalloc
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from review_protocol.archive import (
    ARCHIVE_LIMIT,
    CIPHER_LIMIT,
    MOST_ENTRIES,
    MOST_NOTICES,
    MOST_RELEASES,
    ArchiveReader,
    BatchParts,
    write_archive,
)
from review_protocol.envelope import ENVELOPE_LIMIT
from review_protocol.failures import TooLarge
from review_protocol.file_failures import MalformedArchive, TooMany

PARTS = BatchParts(
    manifest=b'{"manifest":1}',
    trust=b'{"trust":1}',
    checkpoint="log\n1\nroot\n\n— log x\n",
    releases={"a" * 64: b"one", "b" * 64: b"two"},
    notices={1: b"first", 2: b"second", 10: b"tenth"},
)
CONTENTS = (b"", b"ciphertext", bytes(range(256)) * 9000)
FILES = {hashlib.sha256(content).hexdigest(): content for content in CONTENTS}


def written(parts: BatchParts = PARTS, files: dict[str, bytes] | None = None) -> bytes:
    stream = io.BytesIO()
    write_archive(stream, parts, (FILES if files is None else files).items())
    return stream.getvalue()


def packed(entries: list[tuple[str, bytes]], method: int = zipfile.ZIP_STORED) -> bytes:
    """As any ZIP program would."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", method) as archive:
        for name, content in entries:
            archive.writestr(zipfile.ZipInfo(name), content, method)
    return stream.getvalue()


MANIFEST, TRUST, CHECKPOINT = (
    ("manifest.json", b"m"),
    ("trust.json", b"t"),
    ("log/checkpoint", b"c"),
)
LEAST = [MANIFEST, TRUST, CHECKPOINT]


def read(archive: bytes) -> tuple[BatchParts, dict[str, bytes]]:
    reader = ArchiveReader(io.BytesIO(archive))
    return reader.parts, {sha256: b"".join(reader.file(sha256)) for sha256 in reader.files}


def failure_of(archive: bytes) -> MalformedArchive:
    with pytest.raises(MalformedArchive) as raised:
        read(archive)
    return raised.value


def test_what_was_written_is_read() -> None:
    assert read(written()) == (PARTS, FILES)


def test_the_same_batch_makes_the_same_bytes() -> None:
    assert written() == written()


@given(
    st.dictionaries(st.integers(1, 999_999_999), st.binary(max_size=100), max_size=5),
    st.dictionaries(st.from_regex(r"[0-9a-f]{64}", fullmatch=True), st.binary(max_size=100)),
    st.text(st.characters(codec="utf-8"), max_size=100),
    st.lists(st.binary(max_size=200), max_size=5),
)
def test_any_parts_come_back(
    notices: dict[int, bytes], releases: dict[str, bytes], checkpoint: str, contents: list[bytes]
) -> None:
    parts = BatchParts(b"m", b"t", checkpoint, releases, notices)
    files = {hashlib.sha256(content).hexdigest(): content for content in contents}
    assert read(written(parts, files)) == (parts, files)


def test_notices_come_in_the_order_of_their_numbers() -> None:
    reader = ArchiveReader(io.BytesIO(written()))
    assert list(reader.parts.notices) == [1, 2, 10]


def test_other_programs_read_it_too(tmp_path: Path) -> None:
    (tmp_path / "a.review-batch").write_bytes(written())
    verdict = subprocess.run(
        ["unzip", "-t", "a.review-batch"], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert verdict.returncode == 0, verdict.stdout
    with zipfile.ZipFile(tmp_path / "a.review-batch") as archive:
        assert archive.read("manifest.json") == PARTS.manifest


@pytest.mark.parametrize("missing", LEAST)
def test_a_batch_without_its_documents_is_none(missing: tuple[str, bytes]) -> None:
    failure = failure_of(packed([each for each in LEAST if each != missing]))
    assert (failure.fault, failure.entry) == ("missing", missing[0])


@pytest.mark.parametrize(
    "name",
    [
        "../manifest.json",
        "/etc/passwd",
        "files/../../x",
        "files\\x",
        "C:evil",
        "files/" + "A" * 64,
        "files/" + "a" * 63,
        "releases/1.json",
        "notices/0.json",
        "notices/01.json",
        "manifest.json ",
        "Manifest.json",
        "root.key.json",
        "files/",
        "\u202egnp.json",
        "x" * 200,
    ],
)
def test_a_name_that_no_batch_has_is_refused(name: str) -> None:
    assert failure_of(packed([*LEAST, (name, b"x")])).fault in ("name", "packed anew")


def test_a_name_may_not_come_twice() -> None:
    with pytest.warns(UserWarning, match="Duplicate name"):
        twice = packed([*LEAST, MANIFEST])
    failure = failure_of(twice)
    assert (failure.fault, failure.entry) == ("twice", "manifest.json")


def test_compressed_archives_are_said_to_be_packed_anew() -> None:
    assert failure_of(packed(LEAST, zipfile.ZIP_DEFLATED)).fault == "packed anew"


def test_a_bomb_is_not_unpacked() -> None:
    bomb = packed([*LEAST, ("files/" + "a" * 64, bytes(50 << 20))], zipfile.ZIP_DEFLATED)
    tracemalloc.start()
    try:
        assert failure_of(bomb).fault == "packed anew"
        assert tracemalloc.get_traced_memory()[1] < 4 << 20
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("kept", [4, 30, 100, -1, -10, -22, -23, -300])
def test_a_cut_archive_is_said_to_be_cut(kept: int) -> None:
    assert failure_of(written()[:kept]).fault == "cut"


@pytest.mark.parametrize("file", [b"", b"PK", b"Dear Sir" * 9, b"%PDF-1.7\n" * 9, bytes(100)])
def test_another_file_is_no_archive(file: bytes) -> None:
    assert failure_of(file).fault == "not an archive"


def in_front(archive: bytes) -> bytes:
    return b"MZ" + archive


def behind(archive: bytes) -> bytes:
    return archive[:-2] + struct.pack("<H", 2) + b"MZ"


def with_a_gap(archive: bytes) -> bytes:
    *head, size, start, comment = struct.unpack("<4s4H2LH", archive[-22:])
    end = struct.pack("<4s4H2LH", *head, size, start + 3, comment)
    return archive[:start] + b"gap" + archive[start:-22] + end


def with_one_entry_less(archive: bytes) -> bytes:
    mark, disk, start_disk, here, count, *rest = struct.unpack("<4s4H2LH", archive[-22:])
    end = struct.pack("<4s4H2LH", mark, disk, start_disk, here - 1, count - 1, *rest)
    return archive[:-22] + end


@pytest.mark.parametrize("change", [in_front, behind, with_a_gap, with_one_entry_less])
def test_no_byte_lies_beside_the_entries(change: Callable[[bytes], bytes]) -> None:
    assert failure_of(change(packed(LEAST))).fault in ("packed anew", "not an archive", "cut")


def test_two_entries_do_not_share_their_bytes() -> None:
    archive = bytearray(packed([*LEAST, ("notices/1.json", b"t")]))
    second = archive.rindex(b"PK\x01\x02")
    struct.pack_into("<L", archive, second + 42, 0)
    assert failure_of(bytes(archive)).fault == "packed anew"


def test_a_file_is_what_it_is_named_by() -> None:
    name = "files/" + "0" * 64
    failure = failure_of(packed([*LEAST, (name, b"something else")]))
    assert (failure.fault, failure.entry) == ("content", name)


@given(st.data())
def test_one_other_byte_changes_nothing_or_is_refused(data: st.DataObject) -> None:
    """Dates and attributes say nothing; everything else is noticed."""
    files = {hashlib.sha256(b"text").hexdigest(): b"text"}
    original = bytearray(written(files=files))
    at = data.draw(st.integers(0, len(original) - 1))
    original[at] ^= data.draw(st.integers(1, 255))
    with contextlib.suppress(MalformedArchive, TooLarge, TooMany):
        assert read(bytes(original)) == (PARTS, files)


@given(st.binary(max_size=300))
def test_nothing_but_expected_failures_comes_of_any_bytes(junk: bytes) -> None:
    whole = packed(LEAST)
    for archive in (junk, whole + junk, whole[:50] + junk, junk + whole, whole[:-22] + junk):
        with contextlib.suppress(MalformedArchive, TooLarge, TooMany):
            read(archive)


class Endless(io.BytesIO):
    """A stream that claims to be long."""

    def seek(self, offset: int, whence: int = 0) -> int:
        return ARCHIVE_LIMIT + 1 if whence == 2 else super().seek(offset, whence)


def test_an_archive_has_a_bounded_length() -> None:
    with pytest.raises(TooLarge):
        ArchiveReader(Endless(written()))


def test_a_document_has_a_bounded_length() -> None:
    with pytest.raises(TooLarge):
        read(written(BatchParts(bytes(ENVELOPE_LIMIT + 1), b"t", "c")))


def test_a_ciphertext_has_a_bounded_length() -> None:
    with pytest.raises(TooLarge):
        read(written(files={"0" * 64: bytes(CIPHER_LIMIT + 1)}))


@pytest.mark.parametrize(
    ("names", "what"),
    [
        ([f"files/{n:064x}" for n in range(MOST_ENTRIES)], "entries"),
        ([f"releases/{n:064x}.json" for n in range(MOST_RELEASES + 1)], "releases"),
        ([f"notices/{n}.json" for n in range(1, MOST_NOTICES + 2)], "notices"),
    ],
)
def test_numbers_are_bounded(names: list[str], what: str) -> None:
    with pytest.raises(TooMany) as raised:
        read(packed([*LEAST, *((name, b"") for name in names)]))
    assert raised.value.what == what


def test_the_list_of_entries_is_not_read_before_it_is_counted() -> None:
    """A hundred megabytes of junk that call themselves a list of entries."""
    size = 100 << 20
    junk = b"PK\x03\x04" + bytes(size)
    junk += struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 20, 20, size, 4, 0)
    tracemalloc.start()
    try:
        started = time.process_time()
        assert failure_of(junk).fault == "packed anew"
        seconds = time.process_time() - started
        assert tracemalloc.get_traced_memory()[1] < 110 << 20  # the test's own copy
    finally:
        tracemalloc.stop()
    assert seconds < 5
