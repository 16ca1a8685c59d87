"""What a log says: receipts, checkpoints, leaves, and proofs for every position and size."""

import json
from collections.abc import Hashable, Iterable, Sequence
from random import Random

from review_protocol.canonical import sha256_hex
from review_protocol.documents.leaf import read_entry
from review_protocol.translog import (
    MemoryTiles,
    MerkleTree,
    NoteVerifier,
    Receipt,
    ReceiptReader,
    leaf_hash,
    open_checkpoint,
    verify_consistency,
    verify_inclusion,
    verify_receipt,
)
from tests.builders.world import ORIGIN
from tests.fuzz.raw import mutated_bytes
from tests.fuzz.subjects import Subject
from tests.fuzz.values import base64_in_another_way, mutated_json
from tests.fuzz.world import the_deployment

_SIZES = (1, 2, 3, 5, 8, 13, 64, 100, 255, 256, 257, 300)
_FORK_AT = 40
_ENTRIES = [b"entry %d" % number for number in range(300)]


def log_subjects() -> list[Subject]:
    world = the_deployment()
    receipts = [each.encode() for each in world.receipts]
    leaves = [Receipt.parse(each).leaf for each in world.receipts]
    notes = [each.partition("\n\n")[2].encode() for each in world.receipts]
    return [
        Subject("receipts", receipts, mutated_note, read_receipt, share=4),
        Subject("checkpoints", notes, mutated_note, read_checkpoint, share=2),
        Subject("leaves", leaves, mutated_json, read_leaf, share=1),
        Subject("inclusion proofs", _inclusions(), _other_inclusion, read_inclusion, share=3),
        Subject("consistency proofs", _extensions(), _other_extension, read_extension, share=3),
    ]


def mutated_note(rng: Random, content: bytes, others: Sequence[bytes]) -> bytes:
    """A text of lines with lines changed, moved, doubled or from another text."""
    if rng.random() < 0.3:
        return mutated_bytes(rng, content, others)
    lines = content.decode("utf-8").split("\n")
    foreign = rng.choice(others).decode("utf-8").split("\n")
    at = rng.randrange(len(lines))
    match rng.randrange(10):
        case 0:
            del lines[at]
        case 1:
            lines.insert(rng.randint(0, len(lines)), lines[at])
        case 2:
            lines[at] = rng.choice(foreign)
        case 3:
            other = rng.randrange(len(lines))
            lines[at], lines[other] = lines[other], lines[at]
        case 4:
            lines[at] = base64_in_another_way(rng, lines[at])
        case 5:
            lines[at] = _another_number(rng, lines[at])
        case 6:
            stranger = f"— stranger.example.org {rng.choice(('AAAAAA==', 'AAAA', 'qrvM3Q=='))}"
            lines.insert(rng.randint(0, len(lines)), stranger)
        case 7:
            lines[at] += rng.choice(("\r", " ", "\x00", "\u2028", "\ud800", "\u200b"))
        case 8:
            lines = foreign[:at] + lines[at:]
        case _:
            lines[at:at] = [lines[at]] * rng.choice((64, 101, 2000))
    return "\n".join(lines).encode("utf-8", "surrogatepass")


def read_receipt(content: bytes) -> Iterable[Hashable]:
    """By both readers, which must agree."""
    text = content.decode("utf-8", "surrogateescape")
    receipt = ReceiptReader(_verifiers()).read(text)
    checkpoint = verify_receipt(Receipt.parse(text), _verifiers())
    return [(receipt.leaf, receipt.index, receipt.proof, checkpoint)]


def read_checkpoint(content: bytes) -> Iterable[Hashable]:
    return [open_checkpoint(content.decode("utf-8", "surrogateescape"), _verifiers())]


def read_leaf(content: bytes) -> Iterable[Hashable]:
    """Leaves need no signature of their own: what was read must say what the bytes say."""
    return [read_entry(content).entry() == content]


def read_inclusion(content: bytes) -> Iterable[Hashable]:
    """Sizes and roots come from signed checkpoints, so only pairs of both that were there."""
    said = json.loads(content)
    root = bytes.fromhex(said["root"])
    leaf = leaf_hash(bytes.fromhex(said["entry"]))
    proof = [bytes.fromhex(each) for each in said["proof"]]
    verify_inclusion(leaf, said["index"], said["size"], proof, root)
    return [(said["entry"], said["index"], said["size"], said["root"])]


def read_extension(content: bytes) -> Iterable[Hashable]:
    said = json.loads(content)
    old, new = bytes.fromhex(said["old_root"]), bytes.fromhex(said["new_root"])
    proof = [bytes.fromhex(each) for each in said["proof"]]
    verify_consistency(said["old"], old, said["new"], new, proof)
    return [(said["old"], said["old_root"], said["new"], said["new_root"])]


def _verifiers() -> list[NoteVerifier]:
    return [NoteVerifier(ORIGIN, the_deployment().log.public)]


def _another_number(rng: Random, line: str) -> str:
    word, space, number = line.rpartition(" ")
    if not number.isdecimal():
        return line.upper()
    other = rng.choice((int(number) + 1, int(number) ^ 1, -1, 2**63, 2**64, 10**30, "0" + number))
    return f"{word}{space}{other}"


def _trees() -> tuple[MerkleTree, MerkleTree]:
    """A log, and another that goes its own way after some entries."""
    true, forked = MerkleTree(MemoryTiles()), MerkleTree(MemoryTiles())
    true.append([leaf_hash(each) for each in _ENTRIES])
    forked.append([leaf_hash(each) for each in _ENTRIES[:_FORK_AT]])
    forked.append([leaf_hash(each + b"'") for each in _ENTRIES[_FORK_AT:]])
    return true, forked


TRUE, FORKED = _trees()


def _inclusions() -> list[bytes]:
    """Of every entry in every size."""
    return [
        json.dumps(
            {
                "entry": _ENTRIES[index].hex(),
                "index": index,
                "size": size,
                "root": TRUE.root(size).hex(),
                "proof": [each.hex() for each in TRUE.inclusion_proof(index, size)],
            }
        ).encode()
        for size in _SIZES
        for index in range(size)
    ]


def _extensions() -> list[bytes]:
    """From every size to every later one, of the log and of its fork."""
    return [
        json.dumps(
            {
                "old": old,
                "old_root": tree.root(old).hex(),
                "new": new,
                "new_root": tree.root(new).hex(),
                "proof": [each.hex() for each in tree.consistency_proof(old, new)],
            }
        ).encode()
        for tree in (TRUE, FORKED)
        for new in _SIZES
        for old in _SIZES
        if old <= new
    ]


def _other_inclusion(rng: Random, content: bytes, others: Sequence[bytes]) -> bytes:
    said, other = json.loads(content), json.loads(rng.choice(others))
    match rng.randrange(5):
        case 0:
            said["index"] = rng.choice((said["index"] ^ 1, said["size"], -1, other["index"], 2**64))
        case 1:  # a node of the tree, as if it were an entry
            nodes = [*said["proof"], said["root"], sha256_hex(b"")]
            said["entry"] = rng.choice((other["entry"], "", "".join(rng.choices(nodes, k=2))))
        case 2:
            tree = rng.choice((TRUE, FORKED))
            said["size"] = rng.choice((*_SIZES, 0))
            said["root"] = tree.root(said["size"]).hex()
        case _:
            said["proof"] = _other_hashes(rng, said["proof"], [*other["proof"], said["root"]])
    return json.dumps(said).encode()


def _other_extension(rng: Random, content: bytes, others: Sequence[bytes]) -> bytes:
    said, other = json.loads(content), json.loads(rng.choice(others))
    match rng.randrange(5):
        case 0:
            said["old"], said["old_root"] = other["old"], other["old_root"]
        case 1:
            said["new"], said["new_root"] = other["new"], other["new_root"]
        case 2:  # a checkpoint of one log after one of the other
            said["new_root"] = rng.choice((TRUE, FORKED)).root(said["new"]).hex()
            said["proof"] = rng.choice((said, other))["proof"]
        case _:
            hashes = [*other["proof"], said["old_root"], said["new_root"]]
            said["proof"] = _other_hashes(rng, said["proof"], hashes)
    return json.dumps(said).encode()


def _other_hashes(rng: Random, proof: list[str], foreign: list[str]) -> list[str]:
    at = rng.randint(0, len(proof))
    match rng.randrange(6):
        case 0:
            return rng.sample(proof, len(proof))
        case 1:
            return [*proof[:at], rng.choice(foreign), *proof[at:]]
        case 2:
            return proof[:at] + proof[at + 1 :]
        case 3:
            return [*proof[:at], rng.choice(foreign), *proof[at + 1 :]]
        case 4:
            return [*proof[:at], rng.choice(("", "00" * 31, "00" * 33, "00" * 32)), *proof[at:]]
        case _:
            return proof * rng.choice((2, 100))
