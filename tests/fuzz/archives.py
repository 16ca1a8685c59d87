"""Batch archives: ZIP files with every trick that ZIP knows."""

import hashlib
import io
import struct
import zlib
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from random import Random

from review_protocol.archive import ArchiveReader, BatchParts, write_archive
from review_protocol.canonical import sha256_hex
from review_protocol.documents.batch import Manifest, Release
from review_protocol.documents.notice import Notice
from review_protocol.documents.people import Trust
from review_protocol.opening import opened, sealed
from review_protocol.translog import NoteVerifier, open_checkpoint
from tests.builders.world import ORIGIN, a_key
from tests.fuzz.raw import mutated_bytes
from tests.fuzz.signed import mutated_envelope
from tests.fuzz.subjects import Subject
from tests.fuzz.world import the_deployment

_NAMES = (
    *("../../etc/passwd", "/etc/passwd", "C:\\x", "..\\x", "files/../manifest.json", "files/"),
    *("manifest.json", "MANIFEST.JSON", "manifest.json\x00", "manifest.json/", "./manifest.json"),
    *("releases/1.json", "notices/0.json", "notices/01.json", "notices/999999999.json", "con"),
    *("log/checkpoint", "trust.json", "root.key.json", "x" * 101, "", "é", "files/" + "0" * 64),
)
_SYMLINK = 0o120777 << 16


@dataclass(frozen=True)
class Entry:
    """An entry as its two headers tell it; what is None is told truly."""

    name: bytes
    content: bytes
    method: int = 0
    flags: int = 0
    version: int = 20
    crc: int | None = None
    size: int | None = None
    packed: int | None = None
    offset: int | None = None
    extra: bytes = b""
    attributes: int = 0
    local_name: bytes | None = None
    local_crc: int | None = None
    local_size: int | None = None
    gap: bytes = b""
    """Lies before the entry."""


def archive_subjects() -> list[Subject]:
    return [
        Subject("batch archives", [_written(each) for each in _batches()], _mutated, _read, share=4)
    ]


def _batches() -> Iterable[list[Entry]]:
    world = the_deployment()
    parts = BatchParts(
        manifest=world.manifest.to_bytes(),
        trust=world.trust_envelope.to_bytes(),
        checkpoint=world.checkpoint(),
        releases={world.release.document_id: world.release.to_bytes()},
        notices={number: each.to_bytes() for number, each in enumerate(world.notices[:3], 1)},
    )
    files = [(sha256_hex(each), each) for each in world.files]
    for some in (files, []):
        stream = io.BytesIO()
        write_archive(stream, parts, some)
        yield _entries(stream.getvalue())
    yield _entries(_least())


def _least() -> bytes:
    world, stream = the_deployment(), io.BytesIO()
    least = BatchParts(
        world.manifest.to_bytes(), world.trust_envelope.to_bytes(), world.checkpoint()
    )
    write_archive(stream, least)
    return stream.getvalue()


def _entries(archive: bytes) -> list[Entry]:
    """The entries of an archive that this project wrote."""
    found, at = [], 0
    while archive[at : at + 4] == b"PK\x03\x04":
        size, _, name_size = struct.unpack_from("<LLH", archive, at + 18)
        start = at + 30 + name_size
        found.append(Entry(archive[at + 30 : start], archive[start : start + size]))
        at = start + size
    return found


def _written(entries: Sequence[Entry], *, count: int | None = None, comment: bytes = b"") -> bytes:
    """A ZIP file of these entries, as true as they are."""
    parts, listed, at = [], [], 0
    for each in entries:
        crc = zlib.crc32(each.content) if each.crc is None else each.crc
        size = len(each.content) if each.size is None else each.size
        packed = size if each.packed is None else each.packed
        name = each.name if each.local_name is None else each.local_name
        local = struct.pack(
            "<4s5H3L2H",
            *(b"PK\x03\x04", each.version, each.flags, each.method, 0, 33),
            crc if each.local_crc is None else each.local_crc,
            packed if each.local_size is None else each.local_size,
            size if each.local_size is None else each.local_size,
            *(len(name), len(each.extra)),
        )
        at += len(each.gap)
        offset = at if each.offset is None else each.offset
        line = struct.pack(
            "<4s6H3L5H2L",
            *(
                b"PK\x01\x02",
                0x314,
                each.version,
                each.flags,
                each.method,
                0,
                33,
                crc,
                packed,
                size,
            ),
            *(len(each.name), len(each.extra), 0, 0, 0, each.attributes, offset),
        )
        listed.append(line + each.name + each.extra)
        parts += [each.gap, local, name, each.extra, each.content]
        at += len(local) + len(name) + len(each.extra) + len(each.content)
    directory = b"".join(listed)
    number = len(entries) if count is None else count
    end = struct.pack(
        "<4s4H2LH", b"PK\x05\x06", 0, 0, number, number, len(directory), at, len(comment)
    )
    return b"".join(parts) + directory + end + comment


@cache
def _crowded() -> bytes:
    """More entries than two bytes can count."""
    return _written([Entry(b"notices/%d.json" % n, b"") for n in range(1, 65_600)], count=65_535)


def _mutated(rng: Random, content: bytes, others: Sequence[bytes]) -> bytes:
    chance = rng.random()
    if chance < 0.3:
        return mutated_bytes(rng, content, others)
    if chance < 0.301:
        return _crowded()
    entries = _entries(content)
    at = rng.randrange(len(entries))
    if chance < 0.6:
        entries[at] = _tricked(rng, entries[at])
    else:
        _rearranged(rng, entries, at)
    count = rng.choice((0, 1, len(entries) + 1, 65_535)) if rng.random() < 0.03 else None
    return _written(entries, count=count, comment=b"note" if rng.random() < 0.02 else b"")


def _tricked(rng: Random, entry: Entry) -> Entry:
    """An entry whose headers lie, or say more than they should."""
    odd = rng.choice((0, 1, 0xFFFF, 0x7FFFFFFF, 0xFFFFFFFF, len(entry.content) + 1))
    deflated = zlib.compress(bytes(rng.choice((1, 1 << 20))), 9)[2:-4]
    return replace(
        entry,
        **rng.choice(
            (
                {"crc": odd},
                {"local_crc": odd},
                {"size": odd},
                {"packed": odd},
                {"local_size": odd},
                {"offset": odd},
                {"name": rng.choice(_NAMES).encode()},
                {"local_name": rng.choice(_NAMES).encode()},
                {"attributes": _SYMLINK},
                {"flags": rng.choice((1, 8, 0x800, 0x2000))},
                {"method": 8, "content": deflated, "size": rng.choice((1, 1 << 20, 0xFFFFFFFF))},
                {"method": rng.choice((1, 12, 14, 93, 99))},
                {"version": rng.choice((0, 10, 45, 63))},
                {"extra": struct.pack("<HHQQ", 1, 16, len(entry.content), len(entry.content))},
                {"gap": rng.choice((b"x", bytes(1000), b"PK\x03\x04"))},
                {"content": entry.content + b" ", "crc": zlib.crc32(entry.content)},
            )
        ),
    )


def _rearranged(rng: Random, entries: list[Entry], at: int) -> None:
    """True entries, of which some are not where, or not what, they should be."""
    one, other = entries[at], rng.choice(entries)
    match rng.randrange(8):
        case 0:
            entries.insert(rng.randint(0, len(entries)), one)
        case 1:
            del entries[at]
        case 2:
            rng.shuffle(entries)
        case 3:
            entries[at] = replace(one, content=other.content)
        case 4:
            entries.append(Entry(rng.choice(_NAMES).encode(), b"x"))
        case 5:
            documents = [each.content for each in entries if each.content.startswith(b"{")]
            if one.content.startswith(b"{"):
                entries[at] = replace(one, content=mutated_envelope(rng, one.content, documents))
        case 6:
            entries[at] = replace(one, content=_by_a_stranger(one.content))
        case _:
            entries[at] = replace(one, content=mutated_bytes(rng, one.content, [other.content]))


def _by_a_stranger(content: bytes) -> bytes:
    """The same document under a key that nobody certified."""
    world = the_deployment()
    models: dict[bytes, type[Manifest | Release | Trust]] = {
        world.manifest.to_bytes(): Manifest,
        world.release.to_bytes(): Release,
        world.trust_envelope.to_bytes(): Trust,
    }
    model = models.get(content)
    if model is None:
        return content
    key = world.root if model is Trust else world.server
    return sealed(opened(content, model, key.public).document, a_key(99)).to_bytes()


def _read(content: bytes) -> Iterable[Hashable]:
    """All parts of an archive, each opened by the key that has the right to it."""
    world = the_deployment()
    archive = ArchiveReader(io.BytesIO(content))
    parts, server = archive.parts, world.server.public
    yield opened(parts.trust, Trust, world.root.public).envelope
    yield opened(parts.manifest, Manifest, server).envelope
    yield open_checkpoint(parts.checkpoint, [NoteVerifier(ORIGIN, world.log.public)])
    for id, release in parts.releases.items():
        found = opened(release, Release, server)
        yield found.envelope if found.id == id else found.id
    for notice in parts.notices.values():
        yield opened(notice, Notice, server).envelope
    for sha256 in archive.files:
        digest = hashlib.sha256()
        for piece in archive.file(sha256):
            digest.update(piece)
        yield digest.hexdigest() == sha256
