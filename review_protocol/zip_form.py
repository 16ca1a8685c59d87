"""A strict reader of stored ZIP files: every byte belongs to exactly one entry, or to the list.

The reader of the standard library takes the whole list of entries into memory before anybody can
count them, and forgives overlaps, gaps and two different names for one entry; this one does not.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from review_protocol.failures import TooLarge
from review_protocol.file_failures import ArchiveFault, MalformedArchive, TooMany

_END = struct.Struct("<4s4H2LH")
_LISTED = struct.Struct("<4s6H3L5H2L")
_LOCAL = struct.Struct("<4s5H3L2H")
_END_MARK, _LISTED_MARK, _LOCAL_MARK = b"PK\x05\x06", b"PK\x01\x02", b"PK\x03\x04"
_PLAIN_VERSION = 20
_LONGEST_NAME = 100
_PIECE = 1 << 20


@dataclass(frozen=True, slots=True)
class StoredEntry:
    """An entry of the list: where its content lies, how many bytes, and their CRC-32."""

    name: str
    start: int
    size: int
    crc: int


def read_entries(stream: BinaryIO, *, limit: int, most: int) -> tuple[StoredEntry, ...]:
    """The entries of a stored ZIP of at most `limit` bytes and `most` entries, in their order.

    Contents are not read. Raises TooLarge, TooMany, MalformedArchive.
    """
    size = stream.seek(0, 2)
    if size > limit:
        raise TooLarge(size, limit)
    count, list_start, list_size = _end(stream, size)
    if count > most:
        raise TooMany("entries", most)
    if list_size > count * (_LISTED.size + _LONGEST_NAME):
        raise MalformedArchive("packed anew")
    listed = _read(stream, list_start, list_size)
    entries: list[StoredEntry] = []
    names: set[str] = set()
    at, place = 0, 0
    for _ in range(count):
        entry, at = _entry(stream, listed, at, place)
        if entry.name in names:
            raise MalformedArchive("twice", entry.name)
        names.add(entry.name)
        place = entry.start + entry.size
        entries.append(entry)
    if at != len(listed) or place != list_start:
        raise MalformedArchive("packed anew")
    return tuple(entries)


def read_content(stream: BinaryIO, entry: StoredEntry) -> Iterator[bytes]:
    """The content of an entry in pieces of at most 1 MiB; raises MalformedArchive at its end."""
    crc, left, at = 0, entry.size, entry.start
    while left:
        piece = _read(stream, at, min(left, _PIECE), entry.name)
        crc = zlib.crc32(piece, crc)
        left, at = left - len(piece), at + len(piece)
        yield piece
    if crc != entry.crc:
        raise MalformedArchive("content", entry.name)


def _end(stream: BinaryIO, size: int) -> tuple[int, int, int]:
    """Number of entries, place and length of the list."""
    begins = _read(stream, 0, min(size, len(_LOCAL_MARK)))
    missing: ArchiveFault = "cut" if begins == _LOCAL_MARK else "not an archive"
    if size < _END.size:
        raise MalformedArchive(missing)
    ends = _END.unpack(_read(stream, size - _END.size, _END.size))
    mark, disk, list_disk, here, count, list_size, list_start, comment = ends
    if mark != _END_MARK:
        raise MalformedArchive(missing)
    whole = list_start + list_size + _END.size == size
    if (disk, list_disk, here, comment) != (0, 0, count, 0) or not whole:
        raise MalformedArchive("packed anew")
    return count, list_start, list_size


def _entry(stream: BinaryIO, listed: bytes, at: int, place: int) -> tuple[StoredEntry, int]:
    """The entry whose line is at `at` and whose content follows at `place`; and the next line."""
    if len(listed) - at < _LISTED.size:
        raise MalformedArchive("packed anew")
    line = _LISTED.unpack_from(listed, at)
    mark, _, version, flags, method, _, _, crc, packed, size = line[:10]
    name_size, extra, comment, disk, _, _, offset = line[10:]
    at += _LISTED.size
    raw_name = listed[at : at + name_size]
    plain = (version, flags, method, extra, comment, disk) == (_PLAIN_VERSION, 0, 0, 0, 0, 0)
    if mark != _LISTED_MARK or not plain or packed != size or offset != place:
        raise MalformedArchive("packed anew")
    if not 0 < name_size == len(raw_name) <= _LONGEST_NAME or not raw_name.isascii():
        raise MalformedArchive("name")
    local = _read(stream, offset, _LOCAL.size + name_size)
    head = _LOCAL.unpack_from(local)
    same = (_LOCAL_MARK, _PLAIN_VERSION, 0, 0, crc, size, size, name_size, 0)
    if (*head[:4], *head[6:]) != same or local[_LOCAL.size :] != raw_name:
        raise MalformedArchive("packed anew")
    start = offset + _LOCAL.size + name_size
    return StoredEntry(raw_name.decode("ascii"), start, size, crc), at + name_size


def _read(stream: BinaryIO, start: int, size: int, entry: str | None = None) -> bytes:
    stream.seek(start)
    content = stream.read(size)
    if len(content) != size:
        raise MalformedArchive("cut", entry)
    return content
