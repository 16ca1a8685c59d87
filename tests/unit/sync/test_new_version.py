"""A case is corrected after it was scored: what stands, what is held, what the desk shows."""

from review_protocol.documents.case import Case
from review_protocol.documents.leaf import Disposition
from reviewer_app.models.case_list import case_entry
from reviewer_app.models.cases import case_content
from tests.builders.documents import a_case, some_headers
from tests.builders.server import put_case
from tests.unit.sync.test_engine import released

FIRST, SECOND = "WIC-2026-001", "WIC-2026-002"


def corrected(folder, number: str) -> Case:
    """The server imports a second version of the case."""
    case = a_case(number, headers=some_headers(number, version=2))
    with folder.open() as server, server.store.write() as connection:
        put_case(connection, folder.home, case)
    return case


def test_a_score_that_counts_stands_for_the_version_that_was_read(desk, folder):
    released(desk)
    packet = desk.score(FIRST)
    desk.sync()
    case = corrected(folder, FIRST)
    desk.sync()
    (row,) = [each for each in desk.packets() if each.id == packet]
    assert row.disposition is Disposition.COUNTED
    with desk.store.read() as connection:
        entry, content = case_entry(connection, FIRST), case_content(connection, FIRST)
    assert (entry.version, entry.case_hash, entry.released) == (2, case.id, True)
    assert content == case
    assert desk.states()[FIRST] == "received"


def test_a_score_of_the_old_version_that_comes_later_is_held_and_shown_so(desk, folder):
    released(desk)
    packet = desk.score(SECOND)
    case = corrected(folder, SECOND)
    desk.sync()
    (row,) = [each for each in desk.packets() if each.id == packet]
    assert row.disposition is Disposition.HELD_CASE_VERSION
    assert desk.states()[SECOND] == "held"
    with desk.store.read() as connection:
        assert case_content(connection, SECOND) == case
    again = desk.amend(SECOND, packet)
    desk.sync()
    (row,) = [each for each in desk.packets() if each.id == again]
    assert row.disposition is Disposition.COUNTED
    assert desk.states()[SECOND] == "received"
