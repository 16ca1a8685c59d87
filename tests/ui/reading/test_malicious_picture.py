"""Pictures made to do harm: refused in time, within memory, by what they are."""

from __future__ import annotations

import struct
import time
import zlib

import pytest

from reviewer_app.ui.reading.attachments.process import FileFault, FileReader
from reviewer_app.ui.reading.attachments.wire import Fault, Wanted

PATIENCE = 20  # seconds


def png(width: int, height: int, rows: bytes) -> bytes:
    """A grey picture that says it is so large; `rows` are packed here."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        check = zlib.crc32(kind + content)
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", check)

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    body = zlib.compress(rows, 9)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", body) + chunk(b"IEND", b"")


SOUND = png(20, 10, (b"\0" + b"\x80" * 20) * 10)
HARMFUL = {
    "a picture of ten thousand millions of pixels": (png(100_000, 100_000, b""), Fault.TOO_LARGE),
    "a picture that is cut off": (SOUND[:50], Fault.DAMAGED),
    "rows that are not there": (png(4_000, 4_000, b"\0"), Fault.DAMAGED),
    "a form that is not opened": (b"%!PS-Adobe-3.0 EPSF-3.0\n", Fault.DAMAGED),
    "nothing": (b"", Fault.DAMAGED),
}


@pytest.mark.parametrize(("content", "fault"), HARMFUL.values(), ids=HARMFUL)
def test_it_is_refused_within_time_and_memory(content: bytes, fault: Fault) -> None:
    began = time.monotonic()
    reader = FileReader()
    with pytest.raises(FileFault) as told:
        reader.open(content)
    assert told.value.fault is fault
    assert not reader.alive
    assert time.monotonic() - began < PATIENCE


def test_a_sound_one_is_drawn_turned_and_without_words() -> None:
    reader = FileReader()
    try:
        (page,) = reader.open(SOUND)
        drawn = reader.draw(Wanted(0, 40, 1))
        assert (page.width, page.height) == (15.0, 7.5)
        assert (drawn.width, drawn.height) == (40, 80)
        assert drawn.pixels[:3] == b"\x80\x80\x80"
        assert (reader.read(0).text, reader.words(0)) == ("", "")
    finally:
        reader.close()


def test_a_file_whose_opening_is_stopped_leaves_no_process() -> None:
    reader = FileReader()
    reader.close()
    with pytest.raises(FileFault):
        reader.open(SOUND)
    assert not reader.alive
