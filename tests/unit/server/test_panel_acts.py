"""What a panel signs arrives at a real server, and is shown to who may see it."""

import pytest

from central_server.http.app import create_app
from central_server.verifying_home import verify_home
from review_protocol.documents.answers import (
    PacketsAnswer,
    ProgressAnswer,
    Refusal,
    RefusalCode,
)
from review_protocol.documents.leaf import Disposition
from review_protocol.documents.packet import Recommendation
from review_protocol.documents.panel_acts import (
    ApprovalPacket,
    CaseFiguresPacket,
    CitationPacket,
    ComparisonPacket,
    DiscussionPacket,
    ExpertRequestPacket,
    FinalListPacket,
    FinalPlace,
    ListedCase,
    LongListPacket,
)
from tests.builders.desks import TestDesk, in_process
from tests.builders.panel_acts import alone, on_a_case
from tests.builders.server import ServerFolder, a_server_folder
from tests.builders.two_staff import after_the_deadline
from tests.unit.server.conftest import declares
from tests.unit.server.test_panels import PACKETS, collected

COUNTED = Disposition.COUNTED


class Panel:
    """A server's folder, its server, and a desk for everybody; chair and head have declared."""

    def __init__(self, built: ServerFolder, server) -> None:
        self.built, self.server = built, server
        transport = in_process(create_app(server))
        self.desks = {
            name: TestDesk(transport, person.secret) for name, person in built.people.items()
        }
        for desk in self.desks.values():
            desk.enrol()
        for name in ("chair", "head"):
            declares(self.desks[name])

    def says(self, who: str, model, case: int = 0, **changed):
        """Somebody signs one of the acts on a case, and it counts."""
        desk = self.desks[who]
        of_case = self.built.cases[case]
        packet = on_a_case(desk.chain, model, of_case, self.built.rubric, **changed)
        assert desk.arrived(packet).disposition is COUNTED
        return packet.document_id

    def says_of_many(self, who: str, model, **changed):
        desk = self.desks[who]
        packet = alone(desk.chain, model, **changed)
        assert desk.arrived(packet).disposition is COUNTED
        return packet.document_id

    def scores(self, who: str, case: int = 0):
        desk = self.desks[who]
        packet = desk.chain.score(self.built.cases[case], self.built.rubric)
        assert desk.arrived(packet).disposition is COUNTED
        return packet.document_id

    def decides(self, who: str, case: int):
        desk = self.desks[who]
        packet = desk.chain.decide(self.built.cases[case], self.built.rubric, "panel-a")
        assert desk.arrived(packet).disposition is COUNTED
        return packet.document_id

    def closes(self) -> None:
        staff = self.desks["staff"]
        after_the_deadline(self.built, *self.desks.values())
        assert staff.arrived(staff.chain.close_round()).disposition is COUNTED

    def compares(self) -> str:
        return self.says_of_many("head", ComparisonPacket)

    def seen_by(self, who: str) -> set[str]:
        return set(collected(self.desks[who]))


@pytest.fixture
def panel(tmp_path):
    built = a_server_folder(tmp_path, declared=True)
    with built.open() as server:
        yield Panel(built, server)


def final_place(decision: str, number: str | None) -> FinalPlace:
    return FinalPlace(case=number, outcome=Recommendation.CASEBOOK, decision=decision, reason="")


def test_from_the_comparison_to_the_final_list(panel):
    panel.closes()
    comparison = panel.compares()
    said = {
        comparison,
        *(panel.says("head", CaseFiguresPacket, case, comparison=comparison) for case in (0, 1)),
    }
    text = panel.says("chair", CitationPacket)
    said |= {text, panel.says("head", ApprovalPacket, citation=text)}
    decided = [panel.decides("chair", case) for case in (0, 1)]
    numbers = [case.number for case in panel.built.cases]
    listed = panel.says_of_many(
        "head",
        LongListPacket,
        round=1,
        comparison=comparison,
        cases=(ListedCase(case=numbers[0], reason=""),),
    )
    final = panel.says_of_many(
        "head",
        FinalListPacket,
        rounds=(1,),
        comparison=comparison,
        places=(final_place(decided[0], numbers[0]), final_place(decided[1], None)),
        reserve=(),
    )
    everything = said | {*decided, listed, final}
    assert everything <= panel.seen_by("chair")
    assert panel.seen_by("chair") == panel.seen_by("head")
    with panel.server.store.read() as connection:
        assert verify_home(connection, panel.built.home).right


def test_what_one_delivery_brings_is_judged_one_after_another(panel):
    panel.closes()
    head, case = panel.desks["head"], panel.built.cases[0]
    comparison = alone(head.chain, ComparisonPacket)
    named = {"comparison": comparison.document_id}
    figures = on_a_case(head.chain, CaseFiguresPacket, case, panel.built.rubric, **named)
    decided = head.chain.decide(case, panel.built.rubric, "panel-a")
    places = (final_place(decided.document_id, case.number),)
    more = {"rounds": (1,), "places": places, "reserve": ()}
    final = alone(head.chain, FinalListPacket, **named, **more)
    again = alone(head.chain, FinalListPacket, **named, **more)
    arrived = head.deliver(comparison, figures, decided, final, again).arrived
    found = [each.disposition for each in arrived]
    assert found == [*[COUNTED] * 4, Disposition.HELD_FORK]


def test_a_chair_with_a_conflict_is_shown_nothing_of_that_case_but_the_lists(panel):
    number = panel.built.cases[1].number
    declares(panel.desks["chair"], conflicts=(number,))
    panel.closes()
    comparison = panel.compares()
    open_case, hidden = (
        panel.says("head", CaseFiguresPacket, case, comparison=comparison) for case in (0, 1)
    )
    panel.says("head", DiscussionPacket, 1)
    panel.says("head", CitationPacket, 1)
    decision = panel.decides("head", 1)
    lists = {"comparison": comparison, "rounds": (1,), "reserve": ()}
    final = panel.says_of_many(
        "head", FinalListPacket, places=(final_place(decision, number),), **lists
    )
    shown = panel.seen_by("chair")
    assert hidden not in shown
    assert shown & {open_case, comparison, final, hidden, decision} == {
        *(open_case, comparison, final)
    }


def test_staff_see_what_is_asked_of_them_at_once_and_the_discussion_with_the_scores(panel):
    text = panel.says("chair", DiscussionPacket)
    asked = panel.says("chair", ExpertRequestPacket)
    assert panel.seen_by("staff") == {asked}
    panel.closes()
    assert {text, asked} <= panel.seen_by("staff")


def test_a_reviewer_collects_the_discussion_of_what_they_scored_and_nothing_else(panel):
    desk = panel.desks["reviewer"]
    panel.scores("second")
    first, other = (panel.says("chair", DiscussionPacket, case) for case in (0, 1))
    refused = desk.ask("GET", PACKETS, PacketsAnswer)
    assert isinstance(refused, Refusal)
    assert refused.code is RefusalCode.NOT_PERMITTED
    panel.scores("reviewer")
    panel.says("chair", CitationPacket)
    panel.scores("second", 1)
    own = panel.says("reviewer", DiscussionPacket, in_reply_to=first)
    theirs = panel.says("second", DiscussionPacket)
    answer = desk.ask("GET", PACKETS, PacketsAnswer)
    assert set(collected(desk)) == {first, own, theirs}
    assert answer.assignments == ()
    numbers = {each.kid: each.pseudonym for each in answer.experts}
    assert numbers[desk.signing.key_id] is None
    assert numbers[panel.desks["second"].signing.key_id] in (1, 2)
    panel.scores("reviewer", 1)
    after = desk.ask("GET", PACKETS, PacketsAnswer)
    assert after.scope != answer.scope
    assert set(collected(desk)) == {first, own, theirs, other}


@pytest.mark.parametrize("how", ["withdrawn", "recused"])
def test_who_takes_no_part_any_more_is_shown_no_discussion(panel, how):
    desk, case = panel.desks["reviewer"], panel.built.cases[0]
    score = panel.scores("reviewer")
    panel.says("chair", DiscussionPacket)
    assert len(collected(desk)) == 1
    leaving = {
        "withdrawn": lambda: desk.chain.withdraw(case, panel.built.rubric, score),
        "recused": lambda: desk.chain.recuse(case, panel.built.rubric, supersedes=score),
    }[how]()
    assert desk.arrived(leaving).disposition is COUNTED
    assert isinstance(desk.ask("GET", PACKETS, PacketsAnswer), Refusal)


def test_a_held_word_of_the_panel_is_no_held_review(panel):
    case = panel.built.cases[0]
    first = panel.says("chair", CitationPacket)
    head = panel.desks["head"]
    beside = on_a_case(head.chain, CitationPacket, case, panel.built.rubric)
    assert head.arrived(beside).disposition is Disposition.HELD_FORK
    counts = panel.desks["staff"].ask("GET", "/v1/progress", ProgressAnswer)
    assert [each.held for each in counts.cases] == [0, 0]
    goes_on = panel.says("head", CitationPacket, supersedes=first)
    assert goes_on in panel.seen_by("chair")
