"""What is handed over by file: text armour, the sealed bytes in it, and encrypted files."""

import html
import quopri
import struct
import sys
from collections.abc import Hashable, Iterable, Sequence
from functools import cache
from random import Random

from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

from review_protocol.armour import Armoured, Purpose, armour_texts, read_armour
from review_protocol.canonical import from_base64
from review_protocol.exchange import HANDOVER_INFO, REPLY_INFO
from review_protocol.failures import ProtocolFailure
from review_protocol.handover import opened_handover, opened_reply, sealed_handover
from review_protocol.keys import derive
from review_protocol.opening import sealed
from review_protocol.sealing import decrypt_file, seal_to
from tests.fuzz.raw import mutated_bytes
from tests.fuzz.signed import mutated_envelope, read_packet
from tests.fuzz.subjects import Subject
from tests.fuzz.values import base64_in_another_way, mutated_json
from tests.fuzz.world import DEVICE, EXCHANGE, FILE_KEY, PLAIN_FILES, the_deployment

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

_HEADER = 52
_FILE_LIMIT = 1 << 20


def sealed_subjects() -> list[Subject]:
    world = the_deployment()
    handovers = [world.handover(*world.packets[:3]).body(), world.handover().body()]
    reply = sealed(world.reply(), world.server).to_bytes()
    return [
        Subject("armour texts", armoured(), mutated_armour, read_armoured, share=5),
        Subject("hand-overs", handovers, mutated_json, read_handover, share=2),
        Subject("sealed replies", [reply], mutated_envelope, read_reply, share=1),
        Subject("encrypted files", world.files, mutated_bytes, _read_file, share=1),
        Subject("files encrypted anew", world.files, _encrypted_anew, _read_length, share=1),
    ]


@cache
def armoured() -> tuple[bytes, ...]:
    """Blocks in one part and in three, and both purposes in one text."""
    return tuple("\n".join(texts).encode() for texts in _blocks())


def _blocks() -> Iterable[Sequence[str]]:
    whole, short, answer = _contents()
    yield armour_texts(short)
    yield armour_texts(whole, part_size=len(whole.sealed) // 3 + 1)
    yield armour_texts(answer)
    yield (*armour_texts(short), "Dear Sir,\n", *armour_texts(answer))


@cache
def _contents() -> tuple[Armoured, Armoured, Armoured]:
    """Sealing is random, so that each process has others; what is done to them is the same."""
    world = the_deployment()
    full = sealed_handover(world.handover(*world.packets[:2]), world.intake.public)
    empty = sealed_handover(world.handover(), world.intake.public)
    return (
        Armoured(Purpose.HAND_IN, world.deployment, DEVICE.key_id, full),
        Armoured(Purpose.HAND_IN, world.deployment, DEVICE.key_id, empty),
        Armoured(Purpose.RECEIPTS, world.deployment, DEVICE.key_id, bytes(range(256)) * 2),
    )


def mutated_armour(rng: Random, content: bytes, others: Sequence[bytes]) -> bytes:
    """As mail mutilates it, and as an attacker would who knows what mail does."""
    chance = rng.random()
    if chance < 0.3:
        return mutated_bytes(rng, content, others)
    lines = content.decode().split("\n")
    foreign = rng.choice(others).decode().split("\n")
    at = rng.randrange(len(lines))
    match rng.randrange(9):
        case 0:
            del lines[at : at + rng.choice((1, 1, 5))]
        case 1:
            lines[at] = rng.choice(foreign)
        case 2:
            other = rng.randrange(len(lines))
            lines[at], lines[other] = lines[other], lines[at]
        case 3:
            lines = foreign[: rng.randint(0, len(foreign))] + lines[at:]
        case 4:
            lines[at] = base64_in_another_way(rng, lines[at])
        case 5:
            lines[at] = _another_header(rng, lines[at])
        case 6:
            lines = lines * rng.choice((2, 3, 30))
        case 7:
            lines[at:at] = [
                rng.choice(("-----BEGIN PRACTICE REVIEW HAND-IN-----", "-----", ">", ""))
            ]
        case _:
            lines[at] = rng.choice(("<", "&", "=", "=\n", "&#x3e;", "=3D", "<!--")) + lines[at]
    text = "\n".join(lines)
    return _mailed(rng, text) if rng.random() < 0.3 else text.encode()


def read_armoured(content: bytes) -> Iterable[Hashable]:
    """Everything found, opened where it can be; a text in which nothing is whole is refused."""
    world = the_deployment()
    for found in read_armour([content]).found:
        found.require(deployment=world.deployment, device=DEVICE.key_id)
        yield found
        if found.purpose is Purpose.HAND_IN:
            opened = opened_handover(
                found.sealed, world.intake, deployment=found.deployment, kid=found.device
            )
            yield opened.id


def read_handover(content: bytes) -> Iterable[Hashable]:
    """Anybody can seal to the intake key: so every packet inside must be one that was signed."""
    world = the_deployment()
    context = f"{world.deployment}/{DEVICE.key_id}".encode()
    file = seal_to(world.intake.public, content, info=HANDOVER_INFO, aad=context)
    handover = opened_handover(file, world.intake, deployment=world.deployment, kid=DEVICE.key_id)
    yield handover.body() == content
    for each in handover.packets:
        try:
            yield from read_packet(from_base64(each))
        except ProtocolFailure:
            continue


def read_reply(content: bytes) -> Iterable[Hashable]:
    world = the_deployment()
    context = f"{world.deployment}/{DEVICE.key_id}".encode()
    file = seal_to(EXCHANGE.public, content, info=REPLY_INFO, aad=context)
    keys = (world.server.public,)
    reply = opened_reply(file, EXCHANGE, keys, deployment=world.deployment, kid=DEVICE.key_id)
    return [(reply.envelope, reply.document.id)]


def _another_header(rng: Random, line: str) -> str:
    word, colon, value = line.partition(": ")
    if not colon:
        return line[::-1]
    other = rng.choice(
        ("0", "1", "2", "-1", "9999/9999", "1/2", "0/0", "999999999", "٣", value[::-1])
    )
    return rng.choice((f"{word}: {other}", f"{word}:{value}{value}", f"{word.upper()}: {value}"))


def _mailed(rng: Random, text: str) -> bytes:
    match rng.randrange(5):
        case 0:
            return quopri.encodestring(text.encode())
        case 1:
            return f"<p>{html.escape(text)}</p>".replace("\n", "<br>").encode()
        case 2:
            return "".join(f"> {line}\r\n" for line in text.split("\n")).encode()
        case 3:
            return text.encode(rng.choice(("utf-16", "utf-16-be", "utf-32", "utf-8-sig")))
        case _:
            return text.replace("-----", "——-").replace(" ", "\xa0").encode()


def _encrypted_anew(rng: Random, content: bytes, _: Sequence[bytes]) -> bytes:
    """By somebody who knows the key: sizes that lie, forms that are none, bombs."""
    size = rng.choice((0, 1, 1000, _FILE_LIMIT, _FILE_LIMIT + 1, 2**32, 2**64 - 1))
    plain = rng.choice((*PLAIN_FILES, bytes(rng.choice((1, 1 << 16, 4 << 20)))))
    packed = zstd.compress(plain)
    altered = mutated_bytes(rng, packed, [plain])
    inner = rng.choice((packed, packed + packed, packed[:-3], plain, altered))
    form = rng.choice((b"\x00", b"\x01", b"\x01", b"\x02", b""))
    said = rng.choice((size, len(plain), len(plain) + 1, max(0, len(plain) - 1)))
    header = content[:_HEADER]
    key = derive(FILE_KEY, "file/1", 64, header[4:20])[:32]
    inside = form + struct.pack(">Q", said) + inner
    return header + ChaCha20Poly1305(key).encrypt(bytes(12), inside, header)


def _read_file(content: bytes) -> Iterable[Hashable]:
    return [decrypt_file(FILE_KEY, content, limit=_FILE_LIMIT)]


def _read_length(content: bytes) -> Iterable[Hashable]:
    return [len(decrypt_file(FILE_KEY, content, limit=_FILE_LIMIT)) <= _FILE_LIMIT]
