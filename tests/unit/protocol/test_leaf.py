"""Entries of the log, and receipts of many of them, written without a model for each."""

from hypothesis import given
from hypothesis import strategies as st

from review_protocol.documents.leaf import Disposition, PacketLeaf, packet_entry, read_entry
from review_protocol.translog import MemoryTiles, MerkleTree, Receipt, leaf_hash, receipt_texts


@given(
    packet=st.from_regex(r"[0-9a-f]{64}", fullmatch=True),
    kid=st.from_regex(r"d-[a-z2-7]{16}", fullmatch=True),
    chain=st.from_regex(r"[0-9a-f]{32}", fullmatch=True),
    seq=st.integers(1, 2**53 - 1),
    disposition=st.sampled_from(Disposition),
)
def test_a_packets_entry_is_that_of_its_leaf(
    packet: str, kid: str, chain: str, seq: int, disposition: Disposition
) -> None:
    leaf = PacketLeaf(
        type="leaf/1",
        packet=packet,
        kid=kid,
        chain=chain,
        seq=seq,
        received="2026-07-21T06:30:00Z",
        disposition=disposition,
    )
    entry = packet_entry(packet, kid, chain, seq, "2026-07-21T06:30:00Z", disposition)
    assert entry == leaf.entry()
    assert read_entry(entry) == leaf


def test_receipts_that_share_hashes_read_back_each() -> None:
    entries = [b'{"number":%d}' % number for number in range(40)]
    tree = MerkleTree(MemoryTiles())
    tree.append([leaf_hash(entry) for entry in entries])
    note = "log.example.org\n40\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n\n— a AAAAAAAA\n"
    receipts = [
        Receipt(entry, index, tree.inclusion_proof(index), note)
        for index, entry in enumerate(entries)
    ]
    assert [Receipt.parse(text) for text in receipt_texts(receipts)] == receipts
