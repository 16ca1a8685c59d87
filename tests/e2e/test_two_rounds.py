"""From the first score to the signed final list: a panel's two rounds, with all that goes wrong."""

import shutil
import time
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from review_protocol.documents.dossier import Decider
from review_protocol.documents.leaf import Disposition
from review_protocol.documents.packet import RecusalReason
from review_protocol.documents.programme import Recommendation
from review_protocol.documents.score import LanguageRead
from reviewer_app.errors import NoConnection, NotPermitted
from reviewer_app.services.panel.citations import CitationDraft
from reviewer_app.services.panel.discussion import Contribution, ScoreAmended
from reviewer_app.services.panel.dossier import Hidden, Why
from reviewer_app.services.panel.final_plan import WithheldPlace
from reviewer_app.services.panel.head_lists import LongPlan
from reviewer_app.services.panel.proposal import proposal_of
from reviewer_app.services.panel.rows import CellState, PanelCaseRow
from reviewer_app.verifying.folder import verified_folder
from tests.e2e.panel_world import (
    CHAIR,
    COLLEAGUE,
    DEPUTY,
    GOOD,
    HEAD,
    REVIEWS,
    STAFF,
    WEAK,
    found_two_rounds,
    mark_of,
)
from tests.e2e.world import REVIEWERS, Desk, World, a_sheet, never, nobody, server_in

pytestmark = [pytest.mark.campaign, pytest.mark.timeout(300)]

TALKED, HIDDEN, CHAIRS, PRAISED, ELSEWHERE, _ = GOOD
"""Discussed; hidden from chair and head; reviewed by the chair too; cited; of another panel."""
LATE, WITHDRAWN, RECUSED = WEAK[:3]
OUTSTANDING, CASEBOOK, OUT = (
    Recommendation.OUTSTANDING,
    Recommendation.CASEBOOK,
    Recommendation.NOT_IN_CASEBOOK,
)


class Play:
    """The people of the story at their desks, and what became of what they signed."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.late = ""

    def desk(self, name: str) -> Desk:
        return self.world.desk(name)

    def who_has(self, number: str) -> list[str]:
        """The experts who were given a case in the round that is open."""
        return [name for name in REVIEWERS if number in self.desk(name).numbers]

    def sync(self, *names: str) -> None:
        for name in names:
            self.desk(name).sync()

    def disposition(self, packet: str) -> str:
        return self.world.packets()[packet]

    def counts(self, *packets: str) -> None:
        held = self.world.packets()
        assert {packet: held[packet] for packet in packets} == dict.fromkeys(packets, "counted")

    def row(self, name: str, number: str) -> PanelCaseRow:
        table = self.desk(name).services.panel.table()
        return next(row for row in table.rows if row.number == number)

    def states(self, name: str, number: str) -> list[CellState]:
        return sorted(cell.state for cell in self.row(name, number).cells)


@pytest.fixture(scope="module")
def play(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Play]:
    folder = tmp_path_factory.mktemp("two-rounds")
    found_two_rounds(folder, now=datetime.now(UTC))
    world = World(folder, server_in(folder))
    world.server.start()
    yield Play(world)
    world.held.close()
    world.server.stop()
    shutil.rmtree(folder)


def test_two_rounds_of_a_panel(play: Play, tmp_path: Path) -> None:
    everybody_begins(play)
    experts_score(play)
    the_chair_sees_a_case_after_the_own_score(play)
    a_case_is_discussed_offline(play)
    another_expert_is_asked_for(play)
    a_citation_is_agreed(play)
    two_members_of_staff_close_the_round(play)
    the_head_compares_and_signs_the_long_list(play)
    the_second_round(play)
    the_panel_decides(play)
    the_final_list(play)
    all_is_proved(play, tmp_path)


def everybody_begins(play: Play) -> None:
    for name in REVIEWERS:
        play.desk(name).ready()
    assert {len(play.who_has(number)) for number in GOOD + WEAK} == {REVIEWS}
    play.world.server.run("assign", "--case", CHAIRS, "--to", CHAIR)
    for name in (CHAIR, HEAD):
        play.desk(name).ready(conflict=HIDDEN)
    play.desk(DEPUTY).ready()
    play.sync(CHAIR, DEPUTY, HEAD, STAFF, COLLEAGUE)


def experts_score(play: Play) -> None:
    """One score is left unsent, one is withdrawn, one expert recuses."""
    for name in REVIEWERS:
        desk = play.desk(name)
        for number in desk.numbers:
            if number != LATE or name != play.who_has(LATE)[0]:
                desk.score(number, mark_of(name, number))
    withdrawing, leaving = play.who_has(WITHDRAWN)[0], play.who_has(RECUSED)[0]
    play.sync(*REVIEWERS)
    back = play.desk(withdrawing).services.signing.withdraw(WITHDRAWN, "The wrong case.")
    gone = play.desk(leaving).services.signing.recuse(
        RECUSED, RecusalReason.NOT_COMPETENT, None, "Not my field."
    )
    play.sync(withdrawing, leaving)
    play.counts(*play.world.packets())
    play.counts(back, gone)
    play.sync(CHAIR)
    received = CellState.RECEIVED
    assert play.states(CHAIR, LATE) == sorted([CellState.MISSING, *[received] * 3])
    assert play.states(CHAIR, WITHDRAWN) == sorted([CellState.WITHDRAWN, *[received] * 3])
    assert play.states(CHAIR, RECUSED) == sorted([CellState.RECUSED, *[received] * 3])


def the_chair_sees_a_case_after_the_own_score(play: Play) -> None:
    chair = play.desk(CHAIR)
    assert play.row(CHAIR, CHAIRS).hidden == Hidden(Why.OWN_SCORE_FIRST, Decider.CHAIRS_DEPUTY)
    assert play.row(CHAIR, HIDDEN).hidden == Hidden(Why.CONFLICT, Decider.CHAIRS_DEPUTY)
    for number in (CHAIRS, HIDDEN):
        assert play.row(CHAIR, number).cells == ()
        with pytest.raises(NotPermitted):
            chair.services.discussion.thread(number)
    own = chair.score(CHAIRS, 8)
    chair.sync()
    play.counts(own)
    play.sync(CHAIR, DEPUTY)
    assert play.states(CHAIR, CHAIRS) == [CellState.RECEIVED] * (REVIEWS + 1)
    assert play.row(CHAIR, HIDDEN).withheld
    assert play.states(DEPUTY, CHAIRS) == [CellState.RECEIVED] * (REVIEWS + 1)


def a_case_is_discussed_offline(play: Play) -> None:
    """Question and answer are written without a server; the score is amended after them."""
    expert = play.who_has(TALKED)[0]
    chair, talking = play.desk(CHAIR), play.desk(expert)
    play.world.server.stop()
    question = chair.services.discussion.say(TALKED, "Whose figures are these?")
    with pytest.raises(NoConnection):
        chair.sync()
    assert chair.services.discussion.thread(TALKED).contributions[-1].leaf is None
    play.world.server.start()
    play.sync(CHAIR, expert)
    assert talking.services.desk.overview().said == (TALKED,)
    play.world.server.stop()
    answer = talking.services.discussion.say(TALKED, "The partner's own.", question)
    with suppress(NoConnection):
        talking.sync()
    play.world.server.start()
    talking.sync()
    mark = mark_of(expert, TALKED) - 1
    amended = talking.services.signing.amend(
        TALKED, a_sheet(mark), LanguageRead.BOTH, "By the partner's figures."
    )
    play.sync(expert, CHAIR, DEPUTY, HEAD)
    play.counts(question, answer, amended)
    for name in (CHAIR, DEPUTY, HEAD):
        entries = play.desk(name).services.discussion.thread(TALKED).entries
        assert [type(each) for each in entries] == [Contribution, Contribution, ScoreAmended]
        assert [each.packet for each in entries] == [question, answer, amended]
        (changed,) = (each for each in play.row(name, TALKED).cells if each.amended)
        assert changed.composite == mark
        assert [each.composite for each in changed.earlier] == [mark + 1]
        assert TALKED in play.desk(name).services.panel.table().discussed


def another_expert_is_asked_for(play: Play) -> None:
    chair, server = play.desk(CHAIR), play.world.server
    before = play.who_has(TALKED)
    asked = chair.services.expert_requests.ask(TALKED, "The amended score moves it.")
    chair.sync()
    as_of = datetime.now(UTC)
    play.counts(asked)
    assert "The amended score moves it." in server.run("questions")
    while datetime.now(UTC) < as_of + timedelta(seconds=1):  # the server counts whole seconds
        time.sleep(0.05)
    server.run("assign", "--case", TALKED, "--add", "1")
    for name in REVIEWERS:
        play.desk(name).begin()
    (new,) = (name for name in play.who_has(TALKED) if name not in before)
    score = play.desk(new).score(TALKED, mark_of(new, TALKED))
    play.sync(new, CHAIR)
    play.counts(score)
    (request,) = chair.services.expert_requests.look(TALKED).requests
    assert (request.packet, request.since) == (asked, 1)
    assert "The amended score moves it." not in server.run("questions")


def a_citation_is_agreed(play: Play) -> None:
    chair, head = play.desk(CHAIR), play.desk(HEAD)
    text = chair.services.citations.propose(PRAISED, CitationDraft("连接九个岛屿。", "Nine isles."))
    play.sync(CHAIR, HEAD)
    look = head.services.citations.look(PRAISED)
    assert look.standing is not None
    assert (look.standing.packet, look.standing.agreed) == (text, False)
    approval = head.services.citations.answer(PRAISED, text, "", approves=True)
    play.sync(HEAD, CHAIR)
    play.counts(text, approval)
    agreed = chair.services.citations.look(PRAISED).standing
    assert agreed is not None
    assert agreed.agreed


def two_members_of_staff_close_the_round(play: Play) -> None:
    late = play.who_has(LATE)[0]
    closing = play.desk(STAFF).services.secretariat.close_round("All is in.", nobody, never)
    assert play.disposition(closing) == "held:second-staff"
    play.sync(COLLEAGUE)
    colleague = play.desk(COLLEAGUE).services.secretariat
    agreed = colleague.answer(closing, "", nobody, never, agrees=True)
    play.counts(closing, agreed)
    play.late = play.desk(late).score(LATE, mark_of(late, LATE))
    assert play.desk(late).sync().held == (play.late,)
    assert play.disposition(play.late) == "held:late"
    play.sync(CHAIR, DEPUTY, HEAD, STAFF, *REVIEWERS)
    assert CellState.HELD in play.states(CHAIR, LATE)


def the_head_compares_and_signs_the_long_list(play: Play) -> None:
    head = play.desk(HEAD)
    room = head.services.panel
    table = room.table()
    assert [row.number for row in table.rows if row.withheld] == [HIDDEN]
    comparison = head.services.issuing.issue(table)
    assert comparison is not None
    head.sync()
    play.counts(*(row.packet for row in head.services.handin.outbox()))
    kinds = [row.kind for row in head.services.handin.outbox()]
    assert (kinds.count("comparison"), kinds.count("case-figures")) == (1, 11)
    lists = room.lists(room.table())
    assert lists is not None
    assert lists.long_list is not None
    proposed = {each.number for each in lists.long_list.cases}
    assert proposed >= set(GOOD) - {HIDDEN}
    dropped = proposed - set(GOOD)
    plan = LongPlan({}, frozenset(dropped), "Six are enough.")
    head.services.head_lists.keep_long(plan)
    kept, _ = head.services.head_lists.long()
    assert kept == plan
    listed = head.services.head_lists.sign_long(plan, lists)
    head.sync()
    play.counts(listed)
    play.sync(CHAIR)
    _, standing = play.desk(CHAIR).services.head_lists.long()
    assert standing is not None
    # what is hidden from the head goes into the next round too
    assert [each.case for each in standing.document.cases] == sorted(GOOD)


def the_second_round(play: Play) -> None:
    server, had = play.world.server, {number: play.who_has(number) for number in GOOD}
    told = server.run("assign", "--round", "2", "--reviews", "1", "--seed", "cd" * 16)
    assert "6 reviews given" in told
    server.run("open-round", "2")
    for name in (*REVIEWERS, CHAIR, DEPUTY, HEAD):
        play.desk(name).sync()
        play.desk(name).begin()
    for name in REVIEWERS:
        desk = play.desk(name)
        for number in desk.numbers:
            assert name not in had[number]
            desk.score(number, mark_of(name, number))
        desk.sync()
    assert play.world.packets()[play.late] == "held:late"
    held = [packet for packet, how in play.world.packets().items() if how != "counted"]
    assert held == [play.late]
    closing = play.desk(STAFF)
    closing.sync()
    packet = closing.services.secretariat.close_round("All is in.", nobody, never)
    play.sync(COLLEAGUE)
    colleague = play.desk(COLLEAGUE).services.secretariat
    play.counts(packet, colleague.answer(packet, "", nobody, never, agrees=True))
    play.sync(CHAIR, DEPUTY, HEAD)


def the_panel_decides(play: Play) -> None:
    """By the joint fit; one case goes against the order, and the deputy decides the hidden one."""
    head, chair, deputy = (play.desk(name) for name in (HEAD, CHAIR, DEPUTY))
    room = head.services.panel
    table = room.table()
    assert table.rounds == (1, 2)
    lists = room.lists(table)
    assert lists is not None
    assert head.services.head_lists.final(table, lists).comparison is None  # round 1's is another
    comparison = head.services.issuing.issue(table)
    assert comparison is not None
    assert head.services.head_lists.final(table, lists).comparison == comparison
    assert {each.number for each in lists.casebook.listed} > set(GOOD) - {HIDDEN}
    (against,) = {each.number for each in lists.casebook.listed} - set(GOOD)
    signed = [chair.services.panel.decide(against, OUT, "The sixth place is a hidden case's.")]
    for number in set(GOOD) - {HIDDEN}:
        outcome = proposal_of(lists, number).outcome
        assert outcome in (OUTSTANDING, CASEBOOK)
        desk = head if number == ELSEWHERE else chair
        signed.append(desk.services.panel.decide(number, outcome, "As the order proposes."))
    for name in (CHAIR, HEAD):
        with pytest.raises(NotPermitted):
            play.desk(name).services.panel.decide(HIDDEN, CASEBOOK, "")
    with pytest.raises(NotPermitted):
        deputy.services.panel.decide(TALKED, CASEBOOK, "")
    signed.append(deputy.services.panel.decide(HIDDEN, CASEBOOK, "As its reviews say."))
    play.sync(CHAIR, DEPUTY, HEAD)
    play.counts(*signed, *(row.packet for row in head.services.handin.outbox()))
    play.sync(HEAD, CHAIR)
    (decision,) = deputy.services.decisions.of(HIDDEN)
    assert (decision.packet, decision.stands) == (signed[-1], True)


def the_final_list(play: Play) -> None:
    head, chair = play.desk(HEAD), play.desk(CHAIR)
    (decision,) = play.desk(DEPUTY).services.decisions.of(HIDDEN)
    lists = head.services.panel.lists(head.services.panel.table())
    assert lists is not None
    plan = head.services.head_lists.final(head.services.panel.table(), lists)
    assert plan.elsewhere == (WithheldPlace(CASEBOOK, decision.packet),)
    assert (plan.withheld, plan.undecided, plan.unreasoned) == (1, (), ())
    assert {place.number for place in plan.places} == set(GOOD) - {HIDDEN}
    assert len(plan.of(OUTSTANDING)) == 2
    packet = head.services.head_lists.sign_final(plan)
    head.sync()
    play.counts(packet)
    for desk in (chair, head, play.desk(DEPUTY)):
        desk.sync()
        lists = desk.services.panel.lists(desk.services.panel.table())
        assert (lists is None) == (desk is not head)  # those of the whole programme
        standing = desk.services.head_lists.final(desk.services.panel.table(), lists).standing
        assert standing is not None
        assert (standing.packet, standing.disposition) == (packet, Disposition.COUNTED)
        places = standing.document.places
        assert {each.case for each in places} == {None, *GOOD} - {HIDDEN}
        assert [each.decision for each in places if each.case is None] == [decision.packet]


def all_is_proved(play: Play, folder: Path) -> None:
    """Receipts for all, whole chains, and dossiers of cases that anybody can check."""
    held = {packet: how for packet, how in play.world.packets().items() if how != "counted"}
    assert held == {play.late: "held:late"}
    for name in (*REVIEWERS, CHAIR, DEPUTY, HEAD, STAFF, COLLEAGUE):
        assert None not in play.desk(name).receipts().values()
    for name in (CHAIR, DEPUTY, HEAD):
        verification = play.desk(name).services.panel.table().verification
        assert verification is not None
        assert (verification.is_whole, verification.chains_known) == (True, True)
    for name, number in ((CHAIR, TALKED), (DEPUTY, HIDDEN), (HEAD, LATE)):
        saved = play.desk(name).services.disputes.save(number, folder)
        assert saved.left_out == 0
        found = verified_folder(Path(saved.folder))
        assert (found.wrong, found.notes) == ((), ())
        assert len(found.packets) == saved.packets
    with pytest.raises(NotPermitted):
        play.desk(CHAIR).services.disputes.save(HIDDEN, folder)
    play.world.server.stop()
    assert "All is right" in play.world.server.run("verify")
