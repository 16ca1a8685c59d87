"""What takes two members of staff: an early closing, the scores of an open round."""

import pytest
from sqlalchemy import select

from central_server.conducting import (
    BeforeDeadline,
    NotLater,
    RoundIsOpen,
    close_round,
    extend_round,
    open_round,
)
from central_server.people import invite
from central_server.store import schema
from central_server.verifying_home import verify_home
from review_protocol.canonical import from_base64
from review_protocol.documents.answers import PacketsAnswer, StateAnswer
from review_protocol.documents.leaf import ActLeaf, Disposition, DispositionLeaf, read_entry
from review_protocol.documents.notice import Notice, NoticeKind, NoticesAnswer
from review_protocol.documents.packet import RoundAct
from review_protocol.envelope import read_envelope
from review_protocol.opening import opened
from tests.builders.desks import TestDesk
from tests.builders.documents import NOW
from tests.builders.two_staff import AFTER, after_the_deadline, agrees, asks_for_scores, declines
from tests.unit.server.conftest import declares
from tests.unit.server.test_acts import dispositions, lose, standing

COUNTED, WAITS = Disposition.COUNTED, Disposition.HELD_SECOND_STAFF
OVER = Disposition.NOT_COUNTED_NOT_AGREED
PACKETS = "/v1/packets?after=0"


@pytest.fixture
def staff(enrol) -> TestDesk:
    return enrol("staff")


@pytest.fixture
def score(desk, folder) -> str:
    """A score that has arrived."""
    signed = desk.chain.score(folder.cases[0], folder.rubric)
    desk.deliver(signed)
    return signed.document_id


def shown(desk: TestDesk) -> set[str]:
    """Ids of the packets that this desk may see."""
    answer = desk.ask("GET", PACKETS, PacketsAnswer)
    return {read_envelope(from_base64(each.envelope)).document_id for each in answer.packets}


def closed(desk: TestDesk) -> str | None:
    state = desk.ask("GET", "/v1/state", StateAnswer).round
    assert state is not None
    return state.closed


def last_leaves(server, count: int) -> list[object]:
    with server.store.read() as connection:
        leaf = schema.leaf.c
        rows = connection.execute(select(leaf.entry).order_by(leaf.position.desc()).limit(count))
        return [read_entry(row.entry) for row in rows][::-1]


def test_an_early_closing_waits_for_another_member_of_staff(staff, colleague, score, server):
    asked = staff.chain.close_round()
    assert dispositions(staff.deliver(asked)) == [WAITS]
    assert closed(staff) is None
    assert score not in shown(staff)
    assert asked.document_id in shown(colleague)
    agreed = agrees(colleague.chain, asked)
    assert dispositions(colleague.deliver(agreed)) == [COUNTED]
    assert closed(staff) == NOW
    assert score in shown(staff) & shown(colleague)
    changed, act = last_leaves(server, 2)
    assert isinstance(changed, DispositionLeaf)
    assert isinstance(act, ActLeaf)
    assert (changed.packet, changed.act) == (asked.document_id, agreed.document_id)
    assert (act.act, act.subject) == ("close-round", asked.document_id)
    with server.store.read() as connection:
        assert verify_home(connection, server.home).right


def test_scores_are_opened_by_two_and_the_round_goes_on(
    staff, colleague, score, desk, folder, server
):
    asked = asks_for_scores(staff.chain)
    assert dispositions(staff.deliver(asked)) == [WAITS]
    assert score not in shown(staff)
    colleague.deliver(agrees(colleague.chain, asked))
    assert closed(staff) is None
    assert score in shown(staff)
    (act,) = last_leaves(server, 1)
    assert isinstance(act, ActLeaf)
    assert (act.act, act.subject) == ("open-scores", asked.document_id)
    with server.store.read() as connection:
        assert verify_home(connection, server.home).right
    later = desk.chain.score(folder.cases[1], folder.rubric)
    assert dispositions(desk.deliver(later)) == [COUNTED]
    assert later.document_id in shown(colleague)


def test_one_person_on_two_devices_is_one(staff, server, folder, transport, score):
    secret = b"\x44" * 16
    with server.store.write() as connection:
        person = folder.people["staff"].id
        invite(connection, person, secret=secret, now=NOW, expires="2026-08-01T00:00:00Z")
    second = TestDesk(transport, secret, name="tablet")
    second.enrol()
    asked = staff.chain.close_round()
    staff.deliver(asked)
    for desk in (staff, second):
        assert dispositions(desk.deliver(agrees(desk.chain, asked))) == [OVER]
    assert closed(staff) is None
    assert score not in shown(second)


def test_declined_is_over_for_good(staff, colleague, score, server):
    asked = asks_for_scores(staff.chain)
    staff.deliver(asked)
    assert dispositions(colleague.deliver(declines(colleague.chain, asked))) == [COUNTED]
    assert standing(server)[asked.document_id] is OVER
    assert dispositions(colleague.deliver(agrees(colleague.chain, asked))) == [OVER]
    assert score not in shown(staff)


def test_who_asked_may_take_it_back(staff, colleague, server):
    asked = staff.chain.close_round()
    assert dispositions(staff.deliver(asked, declines(staff.chain, asked))) == [WAITS, COUNTED]
    assert dispositions(colleague.deliver(agrees(colleague.chain, asked))) == [OVER]
    assert closed(staff) is None


def test_nobody_but_staff_agrees(staff, desk, enrol, score):
    asked = asks_for_scores(staff.chain)
    staff.deliver(asked)
    for other in (desk, enrol("head")):
        answer = other.deliver(agrees(other.chain, asked))
        assert dispositions(answer) == [Disposition.NOT_COUNTED_ROLE]
    assert score not in shown(staff)


def test_after_the_deadline_one_is_enough_and_what_waited_is_over(staff, colleague, folder, server):
    early, look = colleague.chain.close_round(), asks_for_scores(colleague.chain)
    assert dispositions(colleague.deliver(early, look)) == [WAITS, WAITS]
    after_the_deadline(folder, staff, colleague)
    assert dispositions(staff.deliver(staff.chain.close_round())) == [COUNTED]
    assert closed(staff) == AFTER
    found = standing(server)
    assert [found[each.document_id] for each in (early, look)] == [OVER, OVER]
    staff.deliver(staff.chain.close_round(act=RoundAct.REOPEN))
    assert dispositions(staff.deliver(agrees(staff.chain, early))) == [OVER]
    assert closed(staff) is None


def test_scores_that_were_opened_are_not_those_of_a_round_opened_again(
    staff, colleague, score, folder
):
    asked = asks_for_scores(staff.chain)
    staff.deliver(asked)
    colleague.deliver(agrees(colleague.chain, asked))
    assert score in shown(staff)
    after_the_deadline(folder, staff, colleague)
    staff.deliver(staff.chain.close_round())
    assert score in shown(staff)
    staff.deliver(staff.chain.close_round(act=RoundAct.REOPEN))
    assert score not in shown(staff) | shown(colleague)
    again = asks_for_scores(staff.chain)
    staff.deliver(again)
    colleague.deliver(agrees(colleague.chain, again))
    assert score in shown(staff)


def test_what_a_revoked_key_asked_is_not_agreed_to(staff, colleague, server):
    asked = staff.chain.close_round()
    staff.deliver(asked)
    lose(server, staff, 0)
    assert dispositions(colleague.deliver(agrees(colleague.chain, asked))) == [OVER]


def test_chairs_see_that_scores_were_opened_and_why(staff, colleague, enrol):
    chair = enrol("chair")
    declares(chair)
    asked = asks_for_scores(staff.chain)
    staff.deliver(asked)
    agreed = agrees(colleague.chain, asked)
    colleague.deliver(agreed)
    assert {asked.document_id, agreed.document_id} <= shown(chair)


def closes_by_hand(server, now: str = NOW, **how: bool) -> None:
    """The operator's command."""
    close_round(
        server.store, server.log, 1, reason="All are in", issuer=server.issuer, now=now, **how
    )


def test_the_operator_closes_early_only_as_an_act_of_their_own(staff, colleague, server, folder):
    asked = staff.chain.close_round()
    staff.deliver(asked)
    with pytest.raises(BeforeDeadline):
        closes_by_hand(server)
    assert closed(staff) is None
    closes_by_hand(server, before_deadline=True)
    assert closed(staff) == NOW
    assert standing(server)[asked.document_id] is OVER
    told = staff.ask("GET", "/v1/notices?after=0", NoticesAnswer).notices
    (notice,) = (opened(from_base64(each), Notice, staff.server_key).document for each in told)
    assert (notice.about, notice.round) == (NoticeKind.ROUND_CLOSED, 1)
    assert notice.text is not None
    assert notice.text.en == "All are in"


def test_after_the_deadline_the_operator_closes_and_nobody_is_told(staff, server):
    closes_by_hand(server, now=AFTER)
    assert staff.ask("GET", "/v1/notices?after=0", NoticesAnswer).notices == ()


@pytest.mark.parametrize("closes", [None, "2030-01-01T09:00:00Z", "2095-01-01T09:00:00Z"])
def test_opening_an_open_round_moves_no_deadline(server, folder, closes):
    with pytest.raises(RoundIsOpen):
        open_round(server.store, server.log, 1, now=NOW, closes=closes)


def test_a_deadline_is_not_moved_forward(server, folder):
    with pytest.raises(NotLater), server.log.appending(server.store) as group:
        extend_round(
            group,
            1,
            closes="2030-01-01T09:00:00Z",
            reason=None,
            issuer=server.issuer,
            now=NOW,
        )
