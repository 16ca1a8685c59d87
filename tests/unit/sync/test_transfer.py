"""Ciphertext by ranges: resumed, bounded, checked; what is wrong is fetched once more."""

import time
from contextlib import suppress
from pathlib import Path

import pytest

from review_protocol.canonical import sha256_hex
from review_protocol.documents.batch import FileEntry, FileRole
from reviewer_app.errors import (
    AnswerCutOff,
    DamagedFile,
    DiskFull,
    Found,
    NotOurServer,
    ServerRefused,
)
from reviewer_app.sync.client import ServerClient
from reviewer_app.sync.http import Transport
from reviewer_app.sync.transfer import BlobTransfer
from tests.unit.models.disks import fill_disk
from tests.unit.sync.desks import ONE_TRY, never
from tests.unit.sync.network import (
    altered,
    cut_off,
    endless,
    passed_on,
    said,
)


@pytest.fixture
def blob(folder) -> bytes:
    """The largest ciphertext of the server."""
    return max((path.read_bytes() for path in folder.home.blobs.iterdir()), key=len)


@pytest.fixture
def entry(blob: bytes) -> FileEntry:
    return FileEntry(
        role=FileRole.CASE,
        case="WIC-2026-001",
        sha256="0" * 64,
        length=1,
        cipher_sha256=sha256_hex(blob),
        cipher_length=len(blob),
    )


@pytest.fixture
def target(tmp_path: Path, entry: FileEntry) -> Path:
    (tmp_path / "blobs").mkdir()
    return tmp_path / "blobs" / entry.cipher_sha256


@pytest.fixture
def transfer(network):
    client = ServerClient(network.address, transport=ONE_TRY)
    yield BlobTransfer(client, client.meet(None).trust)
    client.close()


def part_of(target: Path) -> Path:
    return target.with_name(target.name + ".part")


def fetch(transfer: BlobTransfer, entry: FileEntry, target: Path, cancelled=never) -> bool:
    return transfer.fetch(entry, target, received=lambda here: None, cancelled=cancelled)


def test_a_file_comes_whole(transfer, entry, target, blob):
    told: list[int] = []
    assert transfer.fetch(entry, target, received=told.append, cancelled=never)
    assert target.read_bytes() == blob
    assert told[-1] == len(blob)
    assert not part_of(target).exists()


@pytest.mark.parametrize("announced", [True, False])
def test_a_cut_off_file_is_gone_on_with(transfer, entry, target, blob, network, announced):
    network.spoil("/v1/blobs", cut_off(100, announced=announced))
    with pytest.raises(AnswerCutOff) as told:
        fetch(transfer, entry, target)
    assert told.value.received == 100
    assert part_of(target).read_bytes() == blob[:100]
    assert fetch(transfer, entry, target)
    assert network.headers[-1]["range"] == "bytes=100-"
    assert target.read_bytes() == blob


def test_a_server_without_ranges_begins_anew(transfer, entry, target, blob, network):
    part_of(target).write_bytes(blob[:100])
    network.spoil("/v1/blobs", said(blob, content_type="application/octet-stream"))
    assert fetch(transfer, entry, target)
    assert target.read_bytes() == blob


@pytest.mark.parametrize(
    "content_range",
    ["bytes 0-{last}/{length}", "bytes 100-{last}/{longer}", "bytes */{length}", "units 1", ""],
)
def test_a_wrong_range_is_not_written(transfer, entry, target, blob, network, content_range):
    part_of(target).write_bytes(blob[:100])
    length = len(blob)
    header = content_range.format(last=length - 1, length=length, longer=length + 1)
    network.spoil("/v1/blobs", said(blob[100:], status=206, Content_Range=header))
    assert fetch(transfer, entry, target)
    assert target.read_bytes() == blob


def test_a_part_that_is_too_long_is_thrown_away(transfer, entry, target, blob):
    part_of(target).write_bytes(blob + b"more")
    assert fetch(transfer, entry, target)
    assert target.read_bytes() == blob


def test_a_whole_part_needs_no_request(transfer, entry, target, blob, network):
    part_of(target).write_bytes(blob)
    network.asked.clear()
    assert fetch(transfer, entry, target)
    assert network.asked == []


def test_damage_is_fetched_once_more(transfer, entry, target, blob, network):
    network.spoil("/v1/blobs", altered(lambda body: b"x" + body[1:]))
    network.asked.clear()
    assert fetch(transfer, entry, target)
    assert target.read_bytes() == blob
    assert network.count("/v1/blobs") == 2


def test_a_damaged_part_does_not_stay(transfer, entry, target, blob):
    part_of(target).write_bytes(bytes(100))
    assert fetch(transfer, entry, target)
    assert target.read_bytes() == blob


def test_damage_again_is_a_damaged_file(transfer, entry, target, network):
    wrong = altered(lambda body: b"x" + body[1:])
    network.spoil("/v1/blobs", wrong, wrong)
    with pytest.raises(DamagedFile):
        fetch(transfer, entry, target)
    assert list(target.parent.iterdir()) == []


def test_an_endless_body_ends_at_the_length_of_the_manifest(transfer, entry, target, network):
    network.spoil("/v1/blobs", endless, passed_on)
    assert fetch(transfer, entry, target)
    assert target.stat().st_size == entry.cipher_length


def test_a_sign_in_page_is_not_written(transfer, entry, target, network):
    network.spoil("/v1/blobs", said(b"<html>", content_type="text/html"))
    with pytest.raises(NotOurServer) as told:
        fetch(transfer, entry, target)
    assert told.value.found is Found.HTML
    assert list(target.parent.iterdir()) == []


def test_a_file_that_the_server_has_not_is_refused_signed(transfer, entry, target):
    absent = entry.model_copy(update={"cipher_sha256": "f" * 64})
    with pytest.raises(ServerRefused):
        fetch(transfer, absent, target)


def test_an_unsigned_error_is_not_our_server(transfer, entry, target, network):
    network.spoil("/v1/blobs", said(b"gateway", status=502, content_type="text/plain"))
    with pytest.raises(NotOurServer):
        fetch(transfer, entry, target)


def test_cancelled_on_the_way_keeps_what_came(transfer, entry, target, blob, network):
    network.spoil("/v1/blobs", cut_off(100, announced=False))
    assert not fetch(transfer, entry, target, cancelled=lambda: True)
    assert part_of(target).read_bytes() == blob[:100]
    assert fetch(transfer, entry, target)


def test_a_full_disk_says_so_and_the_rest_comes_when_there_is_room(
    transfer, entry, blob, small_disk
):
    filler = fill_disk(small_disk)
    target = small_disk / entry.cipher_sha256
    with pytest.raises(DiskFull):
        fetch(transfer, entry, target)
    filler.unlink()
    assert fetch(transfer, entry, target)
    assert target.read_bytes() == blob


def a_stall(after: int):
    """So many bytes, and then nothing until the desk hangs up."""

    def answer(handler, reply) -> None:
        handler.send_response(reply.status)
        for name, text in reply.headers.items():
            handler.send_header(name, text)
        handler.end_headers()
        handler.wfile.write(reply.body[:after])
        handler.close_connection = True
        handler.connection.settimeout(10)
        with suppress(OSError):
            handler.connection.recv(1)

    return answer


def a_kilobyte_a_second(handler, reply) -> None:
    handler.send_response(reply.status)
    for name, text in reply.headers.items():
        handler.send_header(name, text)
    handler.end_headers()
    with suppress(OSError):
        for at in range(0, len(reply.body), 100):
            handler.wfile.write(reply.body[at : at + 100])
            time.sleep(0.1)
    handler.close_connection = True


@pytest.fixture
def impatient(network):
    client = ServerClient(network.address, transport=Transport(stall_timeout=0.3, tries=1))
    yield BlobTransfer(client, client.meet(None).trust)
    client.close()


def test_a_stalled_link_is_told_and_gone_on_with(impatient, entry, target, blob, network):
    network.spoil("/v1/blobs", a_stall(after=150), a_stall(after=100))
    for have in (150, 250):
        with pytest.raises(AnswerCutOff):
            fetch(impatient, entry, target)
        assert part_of(target).read_bytes() == blob[:have]
    assert fetch(impatient, entry, target)
    assert network.headers[-1]["range"] == "bytes=250-"
    assert target.read_bytes() == blob


def test_a_kilobyte_a_second_is_enough(impatient, entry, target, blob, network):
    """The whole takes longer than a stall may; there is no timeout for all of it."""
    network.spoil("/v1/blobs", a_kilobyte_a_second)
    began = time.monotonic()
    assert fetch(impatient, entry, target)
    assert time.monotonic() - began > impatient.client.http.transport.stall_timeout
    assert target.read_bytes() == blob


@pytest.mark.parametrize("status", [206, 200])
def test_more_bytes_than_the_manifest_says_are_not_kept(
    transfer, entry, target, blob, network, status
):
    part_of(target).write_bytes(blob[:100])
    whole = f"bytes 100-{len(blob) - 1}/{len(blob)}"
    body = (blob[100:] if status == 206 else blob) + b"more" * 10_000
    network.spoil("/v1/blobs", said(body, status=status, Content_Range=whole))
    assert fetch(transfer, entry, target)
    assert target.read_bytes() == blob
