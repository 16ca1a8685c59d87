"""Staff decide about reviews that came late, or are unfit; the expert is told why."""

from dataclasses import replace

import pytest

from central_server.verifying_home import verify_home
from review_protocol.canonical import from_base64
from review_protocol.documents.acts import RulingPacket
from review_protocol.documents.answers import ProgressAnswer
from review_protocol.documents.leaf import Disposition
from review_protocol.documents.notice import Notice, NoticesAnswer
from review_protocol.documents.people import Role
from review_protocol.envelope import read_envelope
from tests.builders.documents import Chain
from tests.builders.server import a_server_folder
from tests.builders.two_staff import AFTER
from tests.unit.server.test_acts import standing
from tests.unit.server.test_arrival import DEPLOYMENT, KEY, a_device, arrive, what_is_known
from tests.unit.server.test_panel_acts import Panel

pytestmark = pytest.mark.campaign

COUNTED, LATE = Disposition.COUNTED, Disposition.HELD_LATE
EXCLUDED, NOTHING = Disposition.NOT_COUNTED_EXCLUDED, Disposition.NOT_COUNTED_SUPERSEDES
WHY = "The line was cut in the whole region"


@pytest.fixture
def panel(tmp_path):
    built = a_server_folder(tmp_path, declared=True)
    with built.open() as server:
        yield Panel(built, server)


def rules(panel: Panel, packet: str, *, counts: bool, who: str = "staff") -> Disposition:
    desk = panel.desks[who]
    ruling = desk.chain.sign(RulingPacket, packet=packet, counts=counts, reason=WHY)
    return desk.arrived(ruling).disposition


def late_score(panel: Panel) -> str:
    panel.closes()
    desk = panel.desks["reviewer"]
    score = desk.chain.score(panel.built.cases[0], panel.built.rubric)
    assert desk.arrived(score).disposition is LATE
    return score.document_id


def stands(panel: Panel, packet: str) -> Disposition:
    return standing(panel.server)[packet]


def told(panel: Panel, who: str) -> list[str]:
    answer = panel.desks[who].ask("GET", "/v1/notices?after=0", NoticesAnswer)
    bodies = [read_envelope(from_base64(each)).body for each in answer.notices]
    return [Notice.from_body(each).text.en for each in bodies]


def test_a_late_score_counts_when_staff_say_so_and_its_expert_is_told(panel):
    score = late_score(panel)
    assert rules(panel, score, counts=True) is COUNTED
    assert stands(panel, score) is COUNTED
    (sentence,) = told(panel, "reviewer")
    decided = "The secretariat has decided that your review of this case counts."
    assert sentence == f"{decided} The reason: {WHY}"
    assert told(panel, "second") == []
    assert rules(panel, score, counts=True) is NOTHING
    with panel.server.store.read() as connection:
        assert verify_home(connection, panel.built.home).right


def test_staff_have_not_seen_the_late_score_that_they_decide_on(panel):
    score = late_score(panel)
    assert score not in panel.seen_by("staff")
    assert score in panel.seen_by("chair")
    rules(panel, score, counts=True)
    assert score in panel.seen_by("staff")


def test_a_late_score_that_is_not_to_count_stays_held(panel):
    score = late_score(panel)
    assert rules(panel, score, counts=False) is COUNTED
    assert stands(panel, score) is LATE
    assert len(told(panel, "reviewer")) == 1
    assert score not in panel.seen_by("staff")


def test_a_review_is_excluded_with_all_that_it_goes_back_to(panel):
    desk, case = panel.desks["reviewer"], panel.built.cases[0]
    first = panel.scores("reviewer")
    amended = desk.chain.amend(case, panel.built.rubric, first)
    desk.deliver(amended)
    assert rules(panel, first, counts=False) is NOTHING  # another stands on it
    assert rules(panel, amended.document_id, counts=False) is COUNTED
    assert [stands(panel, each) for each in (first, amended.document_id)] == [EXCLUDED] * 2
    again = [
        desk.chain.amend(case, panel.built.rubric, amended.document_id),
        desk.chain.score(case, panel.built.rubric),
    ]
    assert [desk.arrived(each).disposition for each in again] == [EXCLUDED] * 2
    progress = panel.desks["staff"].ask("GET", "/v1/progress", ProgressAnswer)
    assert [each.received for each in progress.cases] == [0, 0]


def test_what_was_excluded_counts_again_by_another_ruling(panel):
    score = panel.scores("reviewer")
    rules(panel, score, counts=False)
    assert rules(panel, score, counts=True) is COUNTED
    assert stands(panel, score) is COUNTED
    assert len(told(panel, "reviewer")) == 2


def test_a_late_amendment_takes_the_place_of_the_score(panel):
    desk, case = panel.desks["reviewer"], panel.built.cases[0]
    score = panel.scores("reviewer")
    panel.closes()
    amended = desk.chain.amend(case, panel.built.rubric, score)
    assert desk.arrived(amended).disposition is LATE
    assert rules(panel, amended.document_id, counts=True) is COUNTED
    assert rules(panel, score, counts=False) is NOTHING


@pytest.mark.parametrize("who", ["reviewer", "chair", "head"])
def test_nobody_but_staff_decides(panel, who):
    score = panel.scores("reviewer")
    role = Disposition.NOT_COUNTED_ROLE
    assert (rules(panel, score, counts=False, who=who), stands(panel, score)) == (role, COUNTED)


def test_a_ruling_names_a_score_that_has_arrived(panel):
    declared = next(iter(standing(panel.server)))  # a declaration
    found = [rules(panel, each, counts=True) for each in ("9" * 64, declared)]
    assert found == [NOTHING] * 2


def test_a_ruling_says_why_and_staffs_device_is_known():
    chain = Chain(KEY, DEPLOYMENT)
    with pytest.raises(ValueError, match="reason"):
        chain.sign(RulingPacket, packet="a" * 64, counts=True, reason="  ")
    awaits = replace(a_device(Role.STAFF), awaits_words=True)
    ruling = Chain(KEY, DEPLOYMENT).sign(RulingPacket, packet="a" * 64, counts=True, reason=WHY)
    assert arrive(what_is_known(awaits), ruling, received=AFTER) == [Disposition.NOT_COUNTED_ROLE]
