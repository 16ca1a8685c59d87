"""The device of one of two members of staff was lost from before on: what they did is undone."""

import pytest

from central_server.rounds import all_rounds
from central_server.verifying_home import verify_home
from review_protocol.documents.leaf import ActLeaf, Disposition
from review_protocol.documents.packet import RoundAct
from review_protocol.translog import Receipt
from tests.builders.desks import TestDesk
from tests.builders.two_staff import after_the_deadline, agrees, asks_for_scores
from tests.unit.server.conftest import enrol_again
from tests.unit.server.test_acts import dispositions, lose, standing
from tests.unit.server.test_two_staff import closed, last_leaves, score, shown, staff

__all__ = ["score", "staff"]

COUNTED, WAITS = Disposition.COUNTED, Disposition.HELD_SECOND_STAFF
OVER, REVOKED = Disposition.NOT_COUNTED_NOT_AGREED, Disposition.HELD_REVOKED_KEY


@pytest.fixture
def third(enrol_staff) -> TestDesk:
    return enrol_staff("third")


@pytest.fixture
def second_device(server, transport, folder) -> TestDesk:
    """Another computer of who asks."""
    return enrol_again(server, transport, folder.people["staff"].id, "tablet")


def is_closed(server) -> bool:
    with server.store.read() as connection:
        return all_rounds(connection)[1].closed is not None


def agreed(staff: TestDesk, colleague: TestDesk, asked) -> int:
    """Asked and agreed to; answers the agreement's leaf."""
    staff.deliver(asked)
    answer = colleague.deliver(agrees(colleague.chain, asked))
    assert dispositions(answer) == [COUNTED]
    return Receipt.parse(answer.arrived[0].receipt).index


def is_right(server) -> bool:
    with server.store.read() as connection:
        return verify_home(connection, server.home).right


def test_scores_are_hidden_again_and_another_may_agree(staff, colleague, score, server, third):
    asked = asks_for_scores(staff.chain)
    leaf = agreed(staff, colleague, asked)
    assert score in shown(staff)
    lose(server, colleague, leaf)
    assert standing(server)[asked.document_id] is WAITS
    assert score not in shown(staff) | shown(third)
    assert is_right(server)
    assert dispositions(third.deliver(agrees(third.chain, asked))) == [COUNTED]
    assert score in shown(staff)


def test_a_device_lost_after_it_agreed_changes_nothing(staff, colleague, score, server):
    asked = staff.chain.close_round()
    lose(server, colleague, agreed(staff, colleague, asked) + 1)
    assert standing(server)[asked.document_id] is COUNTED
    assert closed(staff) is not None


def test_a_round_is_open_again_and_what_came_meanwhile_is_not_late(
    staff, colleague, score, desk, folder, server, third
):
    asked = staff.chain.close_round()
    leaf = agreed(staff, colleague, asked)
    late = desk.chain.score(folder.cases[1], folder.rubric)
    assert dispositions(desk.deliver(late)) == [Disposition.HELD_LATE]
    lose(server, colleague, leaf)
    found = standing(server)
    assert (found[asked.document_id], found[late.document_id]) == (WAITS, COUNTED)
    assert closed(staff) is None
    assert score not in shown(staff)
    acts = [each.act for each in last_leaves(server, 5) if isinstance(each, ActLeaf)]
    assert acts == ["open-round"]
    assert is_right(server)
    third.deliver(agrees(third.chain, asked))
    assert closed(staff) is not None


def test_who_asked_had_the_lost_device_and_the_round_is_open_again(staff, colleague, server, third):
    asked = staff.chain.close_round()
    agreed(staff, colleague, asked)
    lose(server, staff, 0)
    assert standing(server)[asked.document_id] is REVOKED
    assert not is_closed(server)
    assert dispositions(third.deliver(agrees(third.chain, asked))) == [OVER]


def test_its_request_confirmed_from_another_device_is_to_be_asked_anew(
    staff, colleague, server, second_device
):
    asked = staff.chain.close_round()
    agreed(staff, colleague, asked)
    lose(server, staff, 0)
    second_device.deliver(second_device.chain.confirm(asked.document_id))
    assert standing(server)[asked.document_id] is OVER
    assert not is_closed(server)


def test_what_was_done_since_stays_as_it_is(staff, colleague, score, folder, server):
    """Closed early, opened again by hand, closed at its end: a request of before is over."""
    asked = staff.chain.close_round()
    leaf = agreed(staff, colleague, asked)
    staff.deliver(staff.chain.close_round(act=RoundAct.REOPEN))
    after_the_deadline(folder, staff, colleague)
    staff.deliver(staff.chain.close_round())
    lose(server, colleague, leaf)
    assert standing(server)[asked.document_id] is OVER
    assert is_closed(server)
    assert score in shown(staff)


def test_scores_opened_before_a_close_stay_seen_and_the_request_is_over(
    staff, colleague, score, folder, server
):
    asked = asks_for_scores(staff.chain)
    leaf = agreed(staff, colleague, asked)
    after_the_deadline(folder, staff, colleague)
    staff.deliver(staff.chain.close_round())
    lose(server, colleague, leaf)
    assert standing(server)[asked.document_id] is OVER
    assert score in shown(staff)


def test_a_close_after_the_deadline_took_one_and_stays(staff, folder, server):
    after_the_deadline(folder, staff)
    staff.deliver(staff.chain.close_round())
    lose(server, staff, 0)
    assert is_closed(server)
