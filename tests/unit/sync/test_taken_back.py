"""A conflict of interest that was taken back comes to the panel with the packets."""

from __future__ import annotations

import pytest

from review_protocol.documents.answers import RefusalCode
from review_protocol.documents.packet import ConflictAnswer
from review_protocol.documents.people import Role
from reviewer_app.models.taken_back import told_taken_back
from tests.unit.sync.desks import Desk
from tests.unit.sync.lying import refusing

pytestmark = pytest.mark.campaign

NONE, CONFLICT = ConflictAnswer.NONE, ConflictAnswer.CONFLICT


@pytest.fixture
def chair(desk, desk_of) -> Desk:
    """A chair who declared, and has not synced since; an expert took a conflict back."""
    desk.sync()
    for answer in (CONFLICT, NONE):
        desk.declare(n001=answer, n002=NONE, n003=NONE)
        desk.sync()
    found = desk_of("chair")
    found.sync()
    found.declare(n001=NONE, n002=NONE, n003=NONE)
    return found


def told(desk: Desk):
    with desk.store.read() as connection:
        return told_taken_back(connection)


def test_a_panel_is_told_by_number_and_never_by_name(chair):
    chair.sync()
    (taken,) = told(chair)
    assert (taken.case, taken.role, taken.person) == ("WIC-2026-001", Role.REVIEWER, None)
    assert taken.pseudonym is not None


def test_who_may_not_see_the_case_any_more_is_told_nothing_of_it(chair):
    chair.sync()
    chair.declare(n001=CONFLICT, n002=NONE, n003=NONE)
    chair.sync()
    assert told(chair) == ()


def test_it_is_asked_where_there_is_something_new(chair, network):
    network.asked.clear()
    for _ in range(3):
        chair.sync()
    assert network.count("/v1/matters") == 1


def test_an_older_server_tells_nothing_and_nothing_breaks(chair, folder, network):
    network.spoil("/v1/matters", refusing(folder, RefusalCode.NOT_FOUND, 404))
    assert chair.sync().received
    assert told(chair) == ()
