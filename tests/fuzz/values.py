"""Mutations of JSON trees: numbers, texts, arrays and objects that are nearly the same."""

import unicodedata
from collections.abc import Sequence
from copy import deepcopy
from random import Random

from tests.fuzz.trees import Members, Place, Spelling, Tree, Verbatim, places, spelled, tree_of

_NUMBERS = (
    *(
        b"1.0",
        b"1e0",
        b"1E+0",
        b"-0",
        b"-1",
        b"01",
        b"+1",
        b"0x1",
        b"1.",
        b".5",
        b"1e400",
        b"1e-400",
    ),
    *(b"9007199254740991", b"9007199254740992", b"9007199254740993", b"-9007199254740992"),
    *(b"18446744073709551616", b"1" * 400, b"1" * 5000, b"NaN", b"Infinity", b"-Infinity"),
    *(b'"1"', b"true", b"null", b"0", b"2", b"\xd9\xa1"),
)
_TEXTS = (
    *("", " ", "\x00", "\u200b", "\u202e", "\ufeff", "A", "null", "../../etc/passwd", "a" * 600),
    *("x" * 30_000, "０" * 64, "2026-13-45T99:99:99Z", "٢٠٢٦-07-20T08:00:00Z", "p-", "🂡" * 400),
    *("0" * 64, "0" * 32, "d-" + "a" * 16, "A" * 88),
)
_LONE = tuple(
    b'"%b"' % each for each in (b"\\ud800", b"a\\udfff", b"\\udc00\\ud800", b"\xed\xa0\x80")
)
_BAD_TEXTS = (*_LONE, b'"\\x"', b'"\n"', b'"\xff"', b"'a'", b'"\\u00"', b'"\xc0\x80"', b'"a', b"a")
_FORMS = ("NFC", "NFD", "NFKC", "NFKD")
_DEPTHS = (2, 31, 32, 33, 300, 5000, 100_000)
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"


def base64_in_another_way(rng: Random, text: str) -> str:
    """The same bytes for a careless decoder."""
    match rng.randrange(8):
        case 0:
            return text.rstrip("=")
        case 1:
            return text + "=" * rng.randint(1, 4)
        case 2:
            return text.replace("+", "-").replace("/", "_")
        case 3 if text.rstrip("="):
            core = text.rstrip("=")  # the bits that no byte has
            last = _LETTERS.find(core[-1])
            return core[:-1] + _LETTERS[last ^ rng.choice((1, 2, 3))] + text[len(core) :]
        case 4:
            at = rng.randint(0, len(text))
            return text[:at] + rng.choice(("\n", " ", "\r\n", "=", "\t", "-", "é")) + text[at:]
        case 5:
            return text + "AAAA"
        case 6:
            return text[:4] + "==" + text[4:]
        case _:
            return text.swapcase()


def _another_text(rng: Random, text: str) -> Tree:
    at = rng.randint(0, len(text))
    match rng.randrange(10):
        case 0:
            return unicodedata.normalize(rng.choice(_FORMS), text)
        case 1:
            return text.swapcase()
        case 2:
            return text[:at] + rng.choice("\u200b\u202e\u0301\x00\n \ufeff") + text[at:]
        case 3:
            return text + rng.choice(("\n", " ", "\x00", "0"))
        case 4 | 5:
            return base64_in_another_way(rng, text)
        case 6:
            return Verbatim(rng.choice(_BAD_TEXTS))
        case 7:
            return text[:at] + text[at + 1 :]
        case 8 if text[at : at + 1].isascii():
            return text[:at] + chr(ord(text[at : at + 1] or "a") ^ 1) + text[at + 1 :]
        case _:
            return rng.choice(_TEXTS)


def _another_array(rng: Random, array: list[Tree]) -> Tree:
    match rng.randrange(7):
        case 0:
            return array[::-1]
        case 1:
            return []
        case 2:
            return array + array[-1:]
        case 3:
            return array[1:]
        case 4:
            return array * rng.choice((2, 3, 40))
        case 5:
            return [array]
        case _:
            return rng.sample(array, len(array))


def _another_object(rng: Random, members: Members, others: Sequence[Tree]) -> Tree:
    pairs = list(members.pairs)
    if not pairs:
        return Members([("a", 1)])
    at = rng.randrange(len(pairs))
    key, value = pairs[at]
    match rng.randrange(8):
        case 0:
            pairs.insert(rng.randint(0, len(pairs)), (key, value))
        case 1:
            pairs.insert(rng.randint(0, len(pairs)), (key, deepcopy(rng.choice(others))))
        case 2:
            del pairs[at]
        case 3:
            pairs[at] = (rng.choice((key.upper(), key + " ", key[:-1], key + "\u200b", "")), value)
        case 4:
            added = rng.choice(("kind", "__proto__", "x", "\ud800", "é", "a" * 2000, "type"))
            pairs.append((added, rng.choice((1, None, "x", value))))
        case 5:
            rng.shuffle(pairs)
        case 6:
            other = rng.randrange(len(pairs))
            pairs[at], pairs[other] = (key, pairs[other][1]), (pairs[other][0], value)
        case _:
            return [value]
    return Members(pairs)


def _nested(rng: Random) -> Verbatim:
    depth = rng.choice(_DEPTHS)
    opens, closes = rng.choice(((b"[", b"]"), (b'{"a":', b"}")))
    return Verbatim(opens * depth + b"1" + closes * (depth - rng.choice((0, 0, 1))))


def another_tree(rng: Random, tree: Tree, others: Sequence[Tree]) -> Tree:
    """Something that is nearly this tree, or stands in its place."""
    chance = rng.random()
    if chance < 0.04:
        return rng.choice((_nested(rng), None, True, 0, "", [], Members([]), 1.5))
    if chance < 0.16:
        return deepcopy(rng.choice(others))  # it may stand above this place
    if isinstance(tree, str):
        return _another_text(rng, tree)
    if isinstance(tree, Members):
        return _another_object(rng, tree, others)
    if isinstance(tree, list):
        return _another_array(rng, tree)
    if isinstance(tree, (bool, type(None))):
        return rng.choice(
            (Verbatim(b"1"), Verbatim(b"0"), "true", None, Members([]), Verbatim(b"nul"))
        )
    number = Verbatim(rng.choice(_NUMBERS))
    return rng.choice((number, number, tree + 1 if isinstance(tree, int) else number))


def _spelling(rng: Random, *, odd: float) -> Spelling:
    if rng.random() >= odd:
        return Spelling()
    return Spelling(rng.choice((0, 0.1, 1)), rng.random() < 0.5, rng.random() < 0.5)


def mutated_tree(rng: Random, text: bytes, others: Sequence[bytes]) -> Tree:
    """The tree of a JSON text, changed in one place or in a few."""
    whole: list[Tree] = [tree_of(text)]
    foreign = [place.tree for place in places([tree_of(rng.choice(others))])]
    for _ in range(rng.choice((1, 1, 1, 2, 4))):
        found = places(whole)
        # the top has few places and matters most
        place = Place(whole, 0) if rng.random() < 0.1 else rng.choice(found)
        near = [rng.choice(found).tree for _ in range(3)] + [rng.choice(foreign)]
        place.put(another_tree(rng, place.tree, near))
    return whole[0]


def mutated_json(rng: Random, text: bytes, others: Sequence[bytes], *, odd: float = 0.2) -> bytes:
    """A JSON text changed in its values, or only in its spelling; `odd` is the share of texts
    that are spelled oddly."""
    if rng.random() < odd:
        return spelled(tree_of(text), rng, _spelling(rng, odd=1))
    return spelled(mutated_tree(rng, text, others), rng, _spelling(rng, odd=odd))
