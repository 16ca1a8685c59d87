"""Staff decide about a late review at their desk, and learn how it came out."""

from __future__ import annotations

import pytest

from review_protocol.documents.leaf import Disposition
from reviewer_app.errors import NothingDecided, NotPermitted
from reviewer_app.services.matters import Matters
from tests.builders.enrolled import Enrolled
from tests.builders.panel import never, print_nothing
from tests.builders.server import a_server_folder
from tests.builders.two_staff import after_the_deadline

pytestmark = pytest.mark.campaign

ONE = "WIC-2026-001"
WHY = "The line was cut in the whole region"


@pytest.fixture
def folder(tmp_path):
    return a_server_folder(tmp_path, cases=2)


@pytest.fixture
def staff(enrolled) -> Enrolled:
    return enrolled("staff")


@pytest.fixture
def chair(enrolled) -> Enrolled:
    return enrolled("chair")


def matters(desk: Enrolled) -> Matters:
    return desk.services.secretariat.matters


def rules(desk: Enrolled, review: str, reason: str = WHY, *, counts: bool) -> str:
    return matters(desk).rule(review, reason, print_nothing, never, counts=counts)


@pytest.fixture
def late(folder, staff, enrolled) -> str:
    """A review that came after the deadline."""
    desk = enrolled("reviewer")
    desk.sync()
    desk.declare()
    desk.sync()
    score = desk.score(ONE, 6)
    after_the_deadline(folder)
    desk.sync()
    return score


def test_a_late_review_is_decided_on_and_counts(staff, late):
    (review,) = matters(staff).look().reviews
    assert (review.packet, review.ruled) == (late, None)
    ruling = rules(staff, late, counts=True)
    (review,) = matters(staff).look().reviews
    assert (review.disposition, review.ruled.packet) == (Disposition.COUNTED, ruling)
    assert review.ruled.reason == WHY
    sent = {each.packet: each.leaf for each in staff.services.handin.outbox()}
    assert sent[ruling] == review.ruled.leaf
    with pytest.raises(NothingDecided):
        rules(staff, late, counts=True)


def test_a_decision_has_a_reason_and_is_staffs(staff, chair, late):
    for unseen in (" ", "\u200b"):
        with pytest.raises(ValueError, match="why"):
            rules(staff, late, unseen, counts=True)
    with pytest.raises(NotPermitted):
        rules(chair, late, counts=True)
    (review,) = matters(staff).look().reviews
    assert review.ruled is None


def test_a_corrected_reason_is_not_taken_for_the_one_that_waits(staff, late):
    """The first, signed and not delivered, is what the expert is told, and staff learn of that."""
    first, again = (
        matters(staff).rule(late, "The lime was cut", print_nothing, lambda: True, counts=True)
        for _ in range(2)
    )
    assert first == again
    with pytest.raises(NothingDecided):
        rules(staff, late, counts=True)
    (review,) = matters(staff).look().reviews
    assert (review.ruled.packet, review.ruled.reason) == (first, "The lime was cut")
