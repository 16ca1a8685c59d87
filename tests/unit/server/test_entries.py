"""The log's entries as a device is given them: all, in pages, each page with its proof."""

import pytest
from sqlalchemy import select

from central_server.entries import entries_from
from central_server.store import schema
from review_protocol.canonical import to_base64
from review_protocol.documents.entries import EntriesAnswer, packed_entries, unpacked_entries
from review_protocol.documents.leaf import CertificateLeaf, read_entry
from review_protocol.exchange import ENTRIES_COUNT, ENTRIES_LIMIT
from review_protocol.failures import CannotOpen, MalformedDocument, ProtocolFailure, TooLarge
from review_protocol.packing import packed
from review_protocol.translog import MemoryTiles, MerkleTree, leaf_hash, verify_consistency


def entries(server) -> list[bytes]:
    with server.store.read() as connection:
        rows = connection.execute(select(schema.leaf.c.entry).order_by(schema.leaf.c.position))
        return list(rows.scalars())


def root(leaves: list[bytes]) -> bytes:
    tree = MerkleTree(MemoryTiles())
    tree.append([leaf_hash(each) for each in leaves])
    return tree.root()


def some_leaves(server, count: int) -> None:
    with server.log.appending(server.store) as group:
        for number in range(count):
            group.add(b'{"number":%d}' % number)


def test_a_device_is_given_all_that_the_log_says(desk, server):
    page = desk.ask("GET", "/v1/log/entries?from=0", EntriesAnswer)
    given = unpacked_entries(page.entries)
    assert list(given) == entries(server)
    assert (page.next, page.size, page.consistency) == (len(given), len(given), ())
    kids = [each.kid for each in map(read_entry, given) if isinstance(each, CertificateLeaf)]
    assert desk.signing.key_id in kids


def test_it_is_given_what_is_new_and_no_more_than_it_asks_to_have_proved(desk, server):
    some_leaves(server, 20)
    everything = entries(server)
    page = desk.ask("GET", "/v1/log/entries?from=3&size=9", EntriesAnswer)
    assert list(unpacked_entries(page.entries)) == everything[3:9]
    assert (page.next, page.size, page.consistency) == (9, 9, ())


@pytest.mark.parametrize("asked", ["from=900", "from=900&size=5", "size=0", "from=2&size=1"])
def test_what_is_not_there_is_an_empty_page(desk, server, asked: str):
    page = desk.ask("GET", f"/v1/log/entries?{asked}", EntriesAnswer)
    assert unpacked_entries(page.entries) == ()
    assert page.next == page.size


def test_each_page_proves_that_the_whole_extends_it(server):
    some_leaves(server, 700)
    everything = entries(server)
    first, taken = 0, []
    while first < len(everything):
        with server.store.read() as connection:
            page = entries_from(connection, first, count=300)
        taken += page.entries
        verify_consistency(page.next, root(taken), page.size, root(everything), page.consistency)
        first = page.next
    assert taken == everything


def test_a_page_is_bounded_by_number_and_by_bytes(server):
    some_leaves(server, ENTRIES_COUNT + 100)
    with server.log.appending(server.store) as group:
        for _ in range(3):
            group.add(b"x" * (ENTRIES_LIMIT // 2))
    with server.store.read() as connection:
        first = entries_from(connection, 0)
        large = entries_from(connection, len(entries(server)) - 3)
    assert len(first.entries) == first.next == ENTRIES_COUNT
    assert len(large.entries) == 1


def test_entries_are_packed_within_bounds():
    some = (b'{"a":1}', b'{"b":"\xe7\x89\x88"}')
    assert unpacked_entries(packed_entries(some)) == some
    assert unpacked_entries(packed_entries(())) == ()
    for content, failure in (
        (packed(b"no end"), MalformedDocument),
        (packed(b"x" * (ENTRIES_LIMIT + 1)), TooLarge),
        (b"\1" + (10).to_bytes(8, "big") + packed(bytes(1 << 20))[9:], CannotOpen),
        (b"", CannotOpen),
    ):
        with pytest.raises(ProtocolFailure) as told:
            unpacked_entries(to_base64(content))
        assert type(told.value) is failure
