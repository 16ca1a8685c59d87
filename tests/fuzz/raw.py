"""Mutations of bytes that know nothing of what the bytes mean."""

from collections.abc import Callable, Sequence
from random import Random

JUNK = (
    b"\x00",
    b"\n",
    b"\r\n",
    b" ",
    b"\t",
    b"\xef\xbb\xbf",
    b"\xff\xfe",
    b"\x1a",
    b"}",
    b"]",
    b'"',
)


def _flip(rng: Random, content: bytearray, _: Sequence[bytes]) -> None:
    at = rng.randrange(len(content) * 8)
    content[at // 8] ^= 1 << at % 8


def _other_byte(rng: Random, content: bytearray, _: Sequence[bytes]) -> None:
    content[rng.randrange(len(content))] = rng.randrange(256)


def _insert(rng: Random, content: bytearray, _: Sequence[bytes]) -> None:
    at = rng.randrange(len(content) + 1)
    content[at:at] = rng.choice(JUNK) if rng.random() < 0.5 else rng.randbytes(rng.randint(1, 8))


def _delete(rng: Random, content: bytearray, _: Sequence[bytes]) -> None:
    at = rng.randrange(len(content))
    del content[at : at + rng.choice((1, 1, 2, 4, 64))]


def _repeat(rng: Random, content: bytearray, _: Sequence[bytes]) -> None:
    start = rng.randrange(len(content))
    part = content[start : start + rng.choice((1, 4, 64, 1024))]
    content[start:start] = part * rng.choice((1, 1, 2, 50))


def _exchange(rng: Random, content: bytearray, _: Sequence[bytes]) -> None:
    size = rng.choice((1, 2, 4, 16))
    one, other = (rng.randrange(max(1, len(content) - size)) for _ in range(2))
    part = content[one : one + size]
    content[one : one + size] = content[other : other + size]
    content[other : other + size] = part


def _truncate(rng: Random, content: bytearray, _: Sequence[bytes]) -> None:
    if rng.random() < 0.5:
        del content[rng.randrange(len(content)) :]
    else:
        del content[: rng.randrange(len(content))]


def _concatenate(rng: Random, content: bytearray, others: Sequence[bytes]) -> None:
    content += rng.choice(JUNK) * rng.randrange(2) + rng.choice(others)


def _splice(rng: Random, content: bytearray, others: Sequence[bytes]) -> None:
    other = rng.choice(others)
    content[rng.randrange(len(content)) :] = other[rng.randint(0, len(other)) :]


def _surround(rng: Random, content: bytearray, _: Sequence[bytes]) -> None:
    if rng.random() < 0.5:
        content += rng.choice(JUNK) * rng.choice((1, 2, 500))
    else:
        content[:0] = rng.choice(JUNK) * rng.choice((1, 2, 500))


_WAYS: tuple[Callable[[Random, bytearray, Sequence[bytes]], None], ...] = (
    _flip,
    _flip,
    _flip,
    _other_byte,
    _other_byte,
    _insert,
    _insert,
    _delete,
    _repeat,
    _exchange,
    _truncate,
    _concatenate,
    _splice,
    _surround,
)


def mutated_bytes(rng: Random, content: bytes, others: Sequence[bytes]) -> bytes:
    """`content` changed in one place, now and then in a few; `others` are what it may be mixed
    with."""
    changed = bytearray(content)
    for _ in range(rng.choice((1, 1, 1, 1, 2, 3))):
        if not changed:
            return rng.randbytes(rng.randrange(64))
        rng.choice(_WAYS)(rng, changed, others)
    return bytes(changed)
