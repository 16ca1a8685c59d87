"""Two members of staff at their desks: one asks, the other agrees or declines; chairs are told."""

from __future__ import annotations

import json

import pytest

from central_server.root_records import open_root
from review_protocol.canonical import to_base64
from review_protocol.documents.people import KeyPurpose, TrustedKey
from review_protocol.keys import SigningKey
from review_protocol.opening import sealed
from reviewer_app.errors import AlreadyAnswered, NotPermitted, OwnRequest, RoundStillOpen
from reviewer_app.models.facts import FactName, fact_of, keep_fact
from reviewer_app.services.staff_acts import How, Wish
from reviewer_app.sync.trust import TrustState
from tests.builders.enrolled import Enrolled
from tests.builders.panel import never, print_nothing
from tests.builders.server import PASSPHRASE as ROOT_PASSPHRASE
from tests.builders.server import a_server_folder
from tests.builders.two_staff import PEOPLE

pytestmark = pytest.mark.campaign

ONE = "WIC-2026-001"
WHY = "A complaint must be answered this week"


@pytest.fixture
def folder(tmp_path):
    return a_server_folder(tmp_path, cases=2, people=PEOPLE)


@pytest.fixture
def staff(enrolled) -> Enrolled:
    return enrolled("staff")


@pytest.fixture
def colleague(enrolled) -> Enrolled:
    return enrolled("colleague")


@pytest.fixture
def scored(enrolled) -> Enrolled:
    """A reviewer whose score has arrived."""
    desk = enrolled("reviewer")
    desk.sync()
    desk.declare()
    desk.sync()
    desk.score(ONE, 6)
    desk.sync()
    return desk


def asks(desk: Enrolled, wish: Wish) -> str:
    secretariat = desk.services.secretariat
    ask = secretariat.close_round if wish is Wish.CLOSE else secretariat.open_scores
    return ask(WHY, print_nothing, never)


def answers(desk: Enrolled, request: str, *, agrees: bool, reason: str = "") -> str:
    secretariat = desk.services.secretariat
    return secretariat.answer(request, reason, print_nothing, never, agrees=agrees)


def waiting(desk: Enrolled) -> list[tuple[str, Wish, str, bool]]:
    desk.sync()
    found = desk.services.secretariat.staff_acts().waiting
    return [(each.packet, each.wish, each.reason, each.own) for each in found]


def test_what_one_asks_stands_in_every_staff_app(staff, colleague, scored):
    asked = [(asks(staff, wish), wish) for wish in Wish]
    assert waiting(staff) == [(request, wish, WHY, True) for request, wish in asked]
    assert waiting(colleague) == [(request, wish, WHY, False) for request, wish in asked]
    people = {each.person: each.name for each in colleague.services.secretariat.progress().people}
    seen = colleague.services.secretariat.staff_acts().waiting
    assert [people[each.person] for each in seen] == ["staff", "staff"]
    for request, wish in asked:
        assert asks(staff, wish) == request  # asked once, however often the button is pressed
    for desk in (staff, colleague):
        with pytest.raises(RoundStillOpen):
            desk.services.secretariat.refresh(print_nothing, never)
        with pytest.raises(RoundStillOpen):
            desk.services.secretariat.results()


def test_scores_opened_by_two_are_seen_and_told(staff, colleague, scored, enrolled, tmp_path):
    chair = enrolled("chair")
    request = asks(staff, Wish.SCORES)
    colleague.sync()
    answers(colleague, request, agrees=True)
    assert waiting(colleague) == waiting(staff) == []
    for desk in (staff, colleague):
        desk.services.secretariat.refresh(print_nothing, never)
        row = next(r for r in desk.services.secretariat.results().rows if r.number == ONE)
        assert row.overall.mean == 6.0
    answer = staff.services.secretariat.progress()
    assert answer.round is not None
    assert answer.round.closed is None
    chair.sync()
    chair.declare()
    chair.sync()
    for opened in (
        chair.services.panel.table().opened_early,
        staff.services.secretariat.staff_acts().opened_early,
    ):
        assert [(each.how, each.reason) for each in opened] == [(How.OPENED, WHY)]
    (path,) = staff.services.secretariat.export(tmp_path, ["json"], "both")
    head = json.dumps(json.loads(path.read_text("utf-8")), ensure_ascii=False)
    assert f"opened by two members of staff: {WHY}" in head
    assert f"由两名秘书处成员开放：{WHY}" in head


def test_in_a_round_that_is_opened_again_they_are_hidden_again(staff, colleague, scored):
    for wish in (Wish.SCORES, Wish.CLOSE):
        request = asks(staff, wish)
        colleague.sync()
        answers(colleague, request, agrees=True)
        staff.sync()
        assert staff.services.secretariat.staff_acts().scores_are_open
    reopen = staff.services.secretariat.reopen_round
    assert reopen(WHY, print_nothing, never) is not None
    assert reopen(WHY, print_nothing, never) is None  # it is open again: nothing more is signed
    for desk in (staff, colleague):
        desk.sync()
        assert not desk.services.secretariat.staff_acts().scores_are_open
    request = asks(staff, Wish.SCORES)
    colleague.sync()
    answers(colleague, request, agrees=True)
    assert colleague.services.secretariat.staff_acts().scores_are_open


def test_what_an_earlier_log_said_is_shown_until_the_next_is_collected(staff, colleague, tmp_path):
    """A restored server gives packets only when its operator has confirmed that."""
    request = asks(staff, Wish.SCORES)
    waits = waiting(colleague)
    root = open_root(tmp_path / "root.key", ROOT_PASSPHRASE)
    with colleague.services._store.write() as connection:
        trust = TrustState.first(root.public, fact_of(connection, FactName.TRUST) or b"").document
        others = tuple(each for each in trust.keys if each.purpose is not KeyPurpose.LOG)
        log = TrustedKey(purpose=KeyPurpose.LOG, key=to_base64(SigningKey(bytes(32)).public.raw))
        next_log = trust.model_copy(update={"keys": (*others, log), "origin": "example.org/log/2"})
        keep_fact(connection, FactName.TRUST, sealed(next_log, root).to_bytes())
    (seen,) = colleague.services.secretariat.staff_acts().waiting
    assert (seen.packet, [seen.packet]) == (request, [each[0] for each in waits])


def test_a_round_closed_early_by_two_says_so(staff, colleague, scored):
    request = asks(staff, Wish.CLOSE)
    colleague.sync()
    answers(colleague, request, agrees=True)
    staff.sync()
    staff.services.secretariat.refresh(print_nothing, never)
    table = staff.services.secretariat.results()
    assert table.round is not None
    assert table.round.closed is not None
    assert [each.how for each in table.opened_early] == [How.CLOSED_EARLY]
    late = scored.score("WIC-2026-002", 9)
    assert scored.sync().held == (late,)


def test_nobody_agrees_to_their_own_request_but_may_take_it_back(staff, colleague):
    request = asks(staff, Wish.SCORES)
    with pytest.raises(OwnRequest):
        answers(staff, request, agrees=True)
    answers(staff, request, agrees=False, reason="Not needed any more")
    assert waiting(colleague) == waiting(staff) == []
    assert not colleague.services.secretariat.staff_acts().scores_are_open


def test_who_answers_too_late_is_told(staff, colleague, enrolled):
    third = enrolled("third")
    request = asks(staff, Wish.SCORES)
    colleague.sync()
    third.sync()
    answers(colleague, request, agrees=False, reason="It can wait")
    with pytest.raises(AlreadyAnswered):
        answers(third, request, agrees=True)
    with pytest.raises(AlreadyAnswered):
        answers(third, "0" * 64, agrees=True)
    assert not third.services.secretariat.staff_acts().scores_are_open


def test_nobody_but_staff_asks(enrolled):
    reviewer = enrolled("reviewer")
    for wish in Wish:
        with pytest.raises(NotPermitted):
            asks(reviewer, wish)
    with pytest.raises(NotPermitted):
        reviewer.services.secretariat.reopen_round(WHY, print_nothing, never)
