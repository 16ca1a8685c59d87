"""JSON as it is written: read into trees that keep the order and repetition of keys, and spelled
again in ways that a strict reader must see."""

import json
from dataclasses import dataclass
from random import Random
from typing import TypeAlias


@dataclass
class Members:
    """An object: pairs in their order, where a key may come twice."""

    pairs: list[tuple[str, "Tree"]]


@dataclass(frozen=True)
class Verbatim:
    """Bytes that stand in the text as they are."""

    text: bytes


Tree: TypeAlias = "Members | Verbatim | list[Tree] | str | int | float | bool | None"


@dataclass(frozen=True)
class Place:
    """Where a tree stands in its parent."""

    parent: "Members | list[Tree]"
    index: int

    @property
    def tree(self) -> Tree:
        found = self.parent
        return found.pairs[self.index][1] if isinstance(found, Members) else found[self.index]

    def put(self, tree: Tree) -> None:
        if isinstance(self.parent, Members):
            self.parent.pairs[self.index] = (self.parent.pairs[self.index][0], tree)
        else:
            self.parent[self.index] = tree


@dataclass(frozen=True)
class Spelling:
    """How a tree is written; canonical where nothing is said."""

    escaped: float = 0.0
    """Share of texts of which a character is written as an escape."""
    spaced: bool = False
    shuffled: bool = False


PLAIN = Spelling()


def tree_of(text: bytes) -> Tree:
    """The tree of a JSON text that is well formed."""
    tree: Tree = json.loads(text, object_pairs_hook=Members)
    return tree


def places(tree: Tree) -> list[Place]:
    """Every place below the top of a tree."""
    found: list[Place] = []
    waiting = [tree]
    while waiting:
        each = waiting.pop()
        if isinstance(each, Members):
            found += [Place(each, index) for index in range(len(each.pairs))]
            waiting += [member for _, member in each.pairs]
        elif isinstance(each, list):
            found += [Place(each, index) for index in range(len(each))]
            waiting += each
    return found


def spelled(tree: Tree, rng: Random, spelling: Spelling = PLAIN) -> bytes:
    """The text of a tree, in one of many spellings."""
    parts: list[bytes] = []
    _write(tree, rng, spelling, parts)
    return b"".join(parts)


def _write(tree: Tree, rng: Random, spelling: Spelling, parts: list[bytes]) -> None:
    space = rng.choice((b"", b" ", b"\n", b"\t\r")) if spelling.spaced else b""
    if isinstance(tree, Verbatim):
        parts.append(tree.text)
    elif isinstance(tree, Members):
        pairs = tree.pairs
        if spelling.shuffled:
            pairs = rng.sample(pairs, len(pairs))
        parts.append(b"{" + space)
        for number, (key, member) in enumerate(pairs):
            parts.append(b"," + space if number else b"")
            parts.append(_text(key, rng, spelling) + space + b":")
            _write(member, rng, spelling, parts)
        parts.append(space + b"}")
    elif isinstance(tree, list):
        parts.append(b"[" + space)
        for number, member in enumerate(tree):
            parts.append(b"," + space if number else b"")
            _write(member, rng, spelling, parts)
        parts.append(space + b"]")
    elif isinstance(tree, str):
        parts.append(_text(tree, rng, spelling))
    else:
        parts.append(json.dumps(tree).encode())


def _text(text: str, rng: Random, spelling: Spelling) -> bytes:
    plain = json.dumps(text, ensure_ascii=False)
    if text and spelling.escaped and rng.random() < spelling.escaped:
        at = rng.randrange(len(text))
        before, after = (
            json.dumps(part, ensure_ascii=False) for part in (text[:at], text[at + 1 :])
        )
        form = rng.choice(("%04x", "%04X"))
        units = text[at].encode("utf-16-be", "surrogatepass")
        escape = "".join(
            "\\u" + form % int.from_bytes(units[n : n + 2], "big") for n in range(0, len(units), 2)
        )
        plain = before[:-1] + escape + after[1:]
    return plain.encode("utf-8", "surrogatepass")
