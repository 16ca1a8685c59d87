"""The log's tree: proofs against published vectors, and against the definition."""

import base64
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from review_protocol.failures import BadProof
from review_protocol.translog import (
    EMPTY_ROOT,
    MemoryTiles,
    MerkleTree,
    leaf_hash,
    node_hash,
    verify_consistency,
    verify_inclusion,
)
from review_protocol.translog.merkle import Inclusions

HASHES = [leaf_hash(b"entry %d" % number) for number in range(700)]


def root_by_definition(hashes: list[bytes]) -> bytes:
    """MTH of RFC 6962 § 2.1, word for word."""
    if not hashes:
        return EMPTY_ROOT
    if len(hashes) == 1:
        return hashes[0]
    middle = 1
    while middle * 2 < len(hashes):
        middle *= 2
    return node_hash(root_by_definition(hashes[:middle]), root_by_definition(hashes[middle:]))


def a_tree(size: int) -> MerkleTree:
    tree = MerkleTree(MemoryTiles())
    tree.append(HASHES[:size])
    return tree


def vectors(shared: Path, kind: str) -> list[tuple[str, dict[str, object]]]:
    folder = shared / "vectors" / "merkle" / kind
    found = [
        (str(path.relative_to(folder)), json.loads(path.read_bytes()))
        for path in sorted(folder.rglob("*.json"))
    ]
    assert len(found) == 98
    return found


def unbase64(text: str | None) -> bytes:
    return base64.b64decode(text or "")


def test_the_published_inclusion_proofs(shared: Path) -> None:
    wrong = []
    for name, case in vectors(shared, "inclusion"):
        leaf, root = unbase64(case["leafHash"]), unbase64(case["root"])
        proof = [unbase64(each) for each in case["proof"] or []]
        try:
            verify_inclusion(leaf, case["leafIdx"], case["treeSize"], proof, root)
            refused = False
        except BadProof:
            refused = True
        if refused != case["wantErr"]:
            wrong.append(name)
    assert wrong == []


def test_the_published_consistency_proofs(shared: Path) -> None:
    wrong = []
    for name, case in vectors(shared, "consistency"):
        old, new = unbase64(case["root1"]), unbase64(case["root2"])
        proof = [unbase64(each) for each in case["proof"] or []]
        try:
            verify_consistency(case["size1"], old, case["size2"], new, proof)
            refused = False
        except BadProof:
            refused = True
        if refused != case["wantErr"]:
            wrong.append(name)
    assert wrong == []


def test_the_root_of_nothing_is_the_hash_of_nothing() -> None:
    assert a_tree(0).root().hex().startswith("e3b0c44298fc1c149afbf4c8996fb924")


def test_a_proof_from_the_empty_tree_is_an_error() -> None:
    with pytest.raises(BadProof):
        verify_consistency(0, EMPTY_ROOT, 5, a_tree(5).root(), [])
    with pytest.raises(BadProof):
        verify_consistency(0, EMPTY_ROOT, 0, EMPTY_ROOT, [])
    with pytest.raises(IndexError):
        a_tree(5).consistency_proof(0)


@given(st.integers(0, 700), st.data())
def test_any_grouping_gives_the_root_of_the_definition(size: int, data: st.DataObject) -> None:
    tree = MerkleTree(MemoryTiles())
    while tree.size < size:
        group = data.draw(st.integers(1, size - tree.size))
        assert tree.append(HASHES[tree.size : tree.size + group]) == range(
            tree.size - group, tree.size
        )
    earlier = data.draw(st.integers(0, size))
    assert tree.root() == root_by_definition(HASHES[:size])
    assert tree.root(earlier) == root_by_definition(HASHES[:earlier])


@given(st.integers(1, 700), st.data())
def test_every_proof_of_the_tree_verifies_and_no_other(size: int, data: st.DataObject) -> None:
    tree, index = a_tree(size), data.draw(st.integers(0, size - 1))
    proof, root = tree.inclusion_proof(index), tree.root()
    verify_inclusion(HASHES[index], index, size, proof, root)
    wrong = data.draw(st.integers(0, size - 1).filter(lambda other: other != index) | st.just(size))
    with pytest.raises(BadProof):
        verify_inclusion(HASHES[index], wrong, size, proof, root)
    with pytest.raises(BadProof):
        verify_inclusion(HASHES[index], index, size, [*proof, root], root)
    with pytest.raises(BadProof):
        verify_inclusion(leaf_hash(b"other"), index, size, proof, root)


@given(st.integers(1, 700), st.data())
def test_ways_that_proofs_share_prove_nothing_else(size: int, data: st.DataObject) -> None:
    tree = a_tree(size)
    root, inclusions = tree.root(), Inclusions(size, tree.root())
    indices = [*data.draw(st.lists(st.integers(0, size - 1), max_size=40)), 0, size - 1]
    for index in indices:
        inclusions.verify(HASHES[index], index, tree.inclusion_proof(index))
    index = data.draw(st.sampled_from(indices) | st.integers(0, size - 1))
    proof = tree.inclusion_proof(index)
    for at in range(len(proof)):
        altered = [*proof[:at], leaf_hash(proof[at]), *proof[at + 1 :]]
        for wrong in (altered, proof[:at], [*proof[:at], *proof[at + 1 :]]):
            with pytest.raises(BadProof):
                inclusions.verify(HASHES[index], index, wrong)
    with pytest.raises(BadProof):
        inclusions.verify(HASHES[index], index, [*proof, root])
    with pytest.raises(BadProof):
        inclusions.verify(leaf_hash(b"other"), index, proof)
    wrong_place = data.draw(st.integers(-1, size).filter(lambda other: other != index))
    with pytest.raises(BadProof):
        inclusions.verify(HASHES[index], wrong_place, proof)
    inclusions.verify(HASHES[index], index, proof)


def test_ways_are_shared_within_one_tree_only() -> None:
    tree, larger = a_tree(6), a_tree(7)
    inclusions = Inclusions(6, tree.root())
    for index in range(6):
        inclusions.verify(HASHES[index], index, tree.inclusion_proof(index))
        with pytest.raises(BadProof):
            inclusions.verify(HASHES[index], index, larger.inclusion_proof(index))


@given(st.integers(1, 700), st.data())
def test_a_later_tree_extends_an_earlier_one(size: int, data: st.DataObject) -> None:
    tree, earlier = a_tree(size), data.draw(st.integers(1, size))
    proof = tree.consistency_proof(earlier)
    verify_consistency(earlier, tree.root(earlier), size, tree.root(), proof)
    with pytest.raises(BadProof):
        verify_consistency(earlier, leaf_hash(b"forked"), size, tree.root(), proof)
    with pytest.raises(BadProof):
        verify_consistency(earlier, tree.root(earlier), size, tree.root(), [*proof, EMPTY_ROOT])


def test_a_tree_of_three_levels_proves_its_leaves() -> None:
    """65,536 leaves fill the second level; what follows starts a third."""
    hashes = [leaf_hash(number.to_bytes(4, "big")) for number in range(66_000)]
    tiles = MemoryTiles()
    tree = MerkleTree(tiles)
    tree.append(hashes[:65_000])
    middle = tree.root()
    tree.append(hashes[65_000:])
    assert {level for level, _ in tiles.rows} == {0, 1, 2}
    assert tree.root() == root_by_definition(hashes)
    for index in (0, 255, 256, 65_535, 65_536, 65_999):
        proof = tree.inclusion_proof(index)
        verify_inclusion(hashes[index], index, 66_000, proof, tree.root())
    proof = tree.consistency_proof(65_000)
    verify_consistency(65_000, middle, 66_000, tree.root(), proof)


def test_a_tree_goes_on_from_its_rows() -> None:
    tiles = MemoryTiles()
    MerkleTree(tiles).append(HASHES[:300])
    again = MerkleTree(tiles, 300)
    again.append(HASHES[300:600])
    assert again.root() == root_by_definition(HASHES[:600])


def test_rows_left_by_an_unfinished_group_are_overwritten() -> None:
    tiles = MemoryTiles()
    MerkleTree(tiles).append(HASHES[:100])
    MerkleTree(tiles, 100).append([leaf_hash(b"never committed")] * 300)
    tree = MerkleTree(tiles, 100)
    assert tree.root() == root_by_definition(HASHES[:100])
    tree.append(HASHES[100:600])
    assert tree.root() == root_by_definition(HASHES[:600])


def test_rows_that_are_missing_are_not_taken_for_an_answer() -> None:
    tiles = MemoryTiles()
    MerkleTree(tiles).append(HASHES[:300])
    tiles.write(0, 1, tiles.read(0, 1)[:64])
    with pytest.raises(ValueError, match="tile 0/1"):
        MerkleTree(tiles, 300).root()
    with pytest.raises(ValueError, match="tile 0/1"):
        MerkleTree(tiles, 300).append(HASHES[300:])


def test_proofs_of_a_group_are_those_of_its_leaves() -> None:
    tree = a_tree(600)
    assert tree.inclusion_proofs(range(490, 590)) == [
        a_tree(600).inclusion_proof(index) for index in range(490, 590)
    ]


@given(st.integers(1, 600), st.data())
def test_proofs_are_asked_for_in_any_order(size: int, data: st.DataObject) -> None:
    indices = data.draw(st.lists(st.integers(0, size - 1), max_size=20))
    tree = a_tree(600)
    assert tree.inclusion_proofs(indices, size) == [
        tree.inclusion_proof(index, size) for index in indices
    ]


@pytest.mark.parametrize("indices", [[-1, 2], [2, 5]])
def test_a_leaf_that_is_not_there_has_no_proof_in_a_group(indices: list[int]) -> None:
    with pytest.raises(IndexError):
        a_tree(5).inclusion_proofs(indices)


@pytest.mark.parametrize("size", [-1, 6])
def test_a_size_that_the_tree_never_had_is_an_error(size: int) -> None:
    with pytest.raises(IndexError):
        a_tree(5).root(size)
    with pytest.raises(IndexError):
        a_tree(5).inclusion_proof(0, size)
    with pytest.raises(IndexError):
        a_tree(5).inclusion_proof(5, 5)


def test_only_hashes_are_appended() -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        a_tree(0).append([b"entry"])
