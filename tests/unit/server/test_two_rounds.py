"""The second round: the long list's cases, other experts, and one more where a panel asks."""

import pytest
from sqlalchemy import insert, select, update

from central_server.assignment_records import AssignmentRecord
from central_server.cli.main import main
from central_server.people import add_person, invite
from central_server.store import schema
from review_protocol.documents.acts import RulingPacket
from review_protocol.documents.answers import PacketsAnswer
from review_protocol.documents.leaf import Disposition
from review_protocol.documents.panel_acts import (
    DiscussionPacket,
    ExpertRequestPacket,
    ListedCase,
    LongListPacket,
)
from review_protocol.documents.people import Role
from tests.builders.desks import TestDesk, manifest_of
from tests.builders.documents import NOW, a_round
from tests.builders.panel_acts import on_a_case
from tests.builders.server import a_server_folder
from tests.builders.two_staff import AFTER
from tests.unit.server.conftest import declares
from tests.unit.server.test_batches import releases_of
from tests.unit.server.test_panel_acts import Panel
from tests.unit.server.test_panels import PACKETS

pytestmark = pytest.mark.campaign

LATER = "2090-12-31T15:00:00Z"


@pytest.fixture
def panel(tmp_path):
    """Two rounds, and two reviewers of the first who had every case of it."""
    built = a_server_folder(tmp_path, cases=3, declared=True)
    with built.open() as server:
        second = a_round(2, opens="2090-08-02T00:00:00Z", closes=LATER)
        state = {"opened": None, "closed": None}
        with server.store.write() as connection:
            connection.execute(insert(schema.review_round).values(**second.model_dump() | state))
        yield Panel(built, server)


@pytest.fixture
def types(panel, capsys):
    """The operator types a command; answers its code and what was printed."""

    def typed(*words: object) -> tuple[int, str, str]:
        code = main(["--home", str(panel.built.path), *map(str, words)])
        printed = capsys.readouterr()
        return code, printed.out, printed.err

    return typed


def newcomer(panel: Panel, name: str) -> TestDesk:
    with panel.server.store.write() as connection:
        person = add_person(connection, name=name, role=Role.REVIEWER, now=NOW)
        secret = name.encode().ljust(16)[:16]
        invite(connection, person, secret=secret, now=NOW, expires=LATER)
    return TestDesk(panel.desks["staff"].transport, secret)


def lists(panel: Panel, *cases: int, supersedes: str | None = None) -> str:
    rows = tuple(ListedCase(case=panel.built.cases[each].number, reason="") for each in cases)
    return panel.says_of_many(
        "head", LongListPacket, cases=rows, comparison=None, supersedes=supersedes
    )


def asked(panel: Panel, who: str) -> set[tuple[str, int]]:
    """Which experts were asked on which cases, as somebody is told."""
    answer = panel.desks[who].ask("GET", PACKETS, PacketsAnswer)
    assert isinstance(answer, PacketsAnswer)
    return {(each.case, each.pseudonym) for each in answer.assignments}


def given(panel: Panel, number: int = 2) -> set[tuple[str, str]]:
    table, person = schema.assignment.c, schema.person.c
    query = select(table.case_number, person.name).join(
        schema.person, person.id == schema.assignment.c.person
    )
    with panel.server.store.read() as connection:
        return {(row[0], row[1]) for row in connection.execute(query.where(table.round == number))}


SECOND_ROUND = ("assign", "--round", 2, "--reviews", 1)


def test_a_chair_asked_in_the_second_round_sees_no_score_of_the_first(panel):
    case = panel.built.cases[0]
    score = panel.scores("reviewer")
    assert score in panel.seen_by("chair")
    table = schema.review_round
    with panel.server.store.write() as connection:
        chair = connection.execute(
            select(schema.person.c.id).where(schema.person.c.role == Role.CHAIR.value)
        ).scalar_one()
        row = {"round": 2, "case_number": case.number, "person": chair, "country_tie": 0}
        connection.execute(insert(schema.assignment).values(**row, made=NOW))
    assert score in panel.seen_by("chair")  # the second round is not opened yet
    with panel.server.store.write() as connection:
        connection.execute(update(table).where(table.c.number == 2).values(opened=NOW))
    assert score not in panel.seen_by("chair")


def test_what_is_given_out_for_the_second_round_hides_nothing_of_the_first(panel, types):
    newcomer(panel, "third")
    first = asked(panel, "chair")
    assert types(*SECOND_ROUND, "--all")[0] == 0
    assert asked(panel, "chair") == first
    panel.closes()
    assert asked(panel, "staff") == first
    types("open-round", 2, "--closes", "2090-12-01T18:00")
    assert asked(panel, "staff") == first  # whose scores they see
    assert asked(panel, "chair") not in (first, set())


def test_without_a_long_list_nothing_is_assigned_unless_all_is_said(panel, types):
    newcomer(panel, "third")
    code, _, complained = types(*SECOND_ROUND)
    assert (code, given(panel)) == (1, set())
    assert "No long list counts for round 2" in complained
    assert types("--lang", "zh", *SECOND_ROUND)[2].startswith("第 2 轮没有有效的长名单")
    assert types(*SECOND_ROUND, "--all")[0] == 0
    assert given(panel) == {(case.number, "third") for case in panel.built.cases}


def test_the_second_round_has_the_listed_cases_and_other_experts(panel, types):
    third = newcomer(panel, "third")
    panel.closes()
    first = lists(panel, 0)
    lists(panel, 1, 2, supersedes=first)
    assert types(*SECOND_ROUND)[0] == 0
    second, last = (case.number for case in panel.built.cases[1:])
    assert given(panel) == {(second, "third"), (last, "third")}
    code, told, _ = types("open-round", 2, "--closes", "2090-12-01T18:00")
    assert (code, "fewer reviewers" in told) == (0, False)
    third.enrol()
    manifest = manifest_of(third).document
    assert (manifest.round.number, [each.number for each in manifest.cases]) == (2, [second, last])


def test_what_was_declared_in_the_first_round_holds_in_the_second(panel, types):
    newcomer(panel, "third")
    last = panel.built.cases[2].number
    declares(panel.desks["chair"], conflicts=(last,))
    panel.closes()
    lists(panel, 0, 2)
    types(*SECOND_ROUND)
    types("open-round", 2, "--closes", "2090-12-01T18:00")
    chair = panel.desks["chair"]
    assert manifest_of(chair).document.round.number == 2
    (release,) = releases_of(chair)
    assert release.cases == tuple(case.number for case in panel.built.cases[:2])
    said = [panel.says("chair", DiscussionPacket, case, round=2) for case in (0, 1)]
    decided = chair.chain.decide(panel.built.cases[0], panel.built.rubric, "panel-a", round=2)
    assert chair.arrived(decided).disposition is Disposition.COUNTED
    assert {*said, decided.document_id} <= panel.seen_by("chair")
    hidden = on_a_case(
        chair.chain, DiscussionPacket, panel.built.cases[2], panel.built.rubric, round=2
    )
    assert chair.arrived(hidden).disposition is Disposition.NOT_COUNTED_ROLE


def test_nobody_reviews_a_case_twice_unless_staff_say_so(panel, types):
    panel.closes()
    lists(panel, 0)
    number = panel.built.cases[0].number
    code, told, _ = types(*SECOND_ROUND)
    assert (code, given(panel)) == (1, set())
    assert f"{number} has 0 of 1 review" in told
    assert types(*SECOND_ROUND, "--again")[0] == 0
    assert {case for case, _ in given(panel)} == {number}


def test_who_reviews_a_case_again_has_declared_what_they_did_before(panel, types):
    panel.closes()
    lists(panel, 0)
    declared = schema.declaration
    of_case = declared.c.case_number == panel.built.cases[0].number
    with panel.server.store.write() as connection:
        connection.execute(update(declared).where(of_case).values(answer="disclosed"))
    types(*SECOND_ROUND, "--again")
    types("open-round", 2, "--closes", "2090-12-01T18:00")
    answer = panel.desks["chair"].ask("GET", PACKETS, PacketsAnswer)
    assert [each.declared for each in answer.assignments] == ["disclosed"]


def test_the_draw_is_recorded_with_the_list_that_it_was_made_for(panel, types):
    newcomer(panel, "third")
    panel.closes()
    packet = lists(panel, 0)
    assert types(*SECOND_ROUND, "--seed", "ab" * 16, "--panels-cross")[0] == 0
    kinds = schema.document.c
    query = select(kinds.body).where(kinds.kind == "assignment-record")
    with panel.server.store.read() as connection:
        record = AssignmentRecord.from_body(connection.execute(query).scalar_one())
    assert (record.seed, record.long_list, record.across_percent) == ("ab" * 16, packet, 15)


def test_a_request_for_another_expert_is_listed_until_it_is_answered(panel, types):
    newcomer(panel, "third")
    panel.says("chair", ExpertRequestPacket, reason="Two experts differ by 5 points.")
    number = panel.built.cases[0].number
    _, told, _ = types("questions")
    assert f"{number}: round 1, {NOW}: a panel asks for another expert. “Two experts" in told
    before = given(panel, 1)
    code, told, _ = types("assign", "--case", number, "--add", 1)  # in the same second
    assert (code, given(panel, 1) - before) == (0, {(number, "third")})
    assert "asks for another expert" not in types("questions")[1]
    code, told, _ = types("assign", "--case", number, "--add", 1)
    assert (code, "has 3 of 4 reviews" in told) == (1, True)


def test_a_late_review_is_listed_until_staff_decide(panel, types):
    panel.closes()
    reviewer, staff = panel.desks["reviewer"], panel.desks["staff"]
    score = reviewer.chain.score(panel.built.cases[0], panel.built.rubric)
    reviewer.deliver(score)
    (line,) = [each for each in types("questions")[1].splitlines() if "came after" in each]
    number, due = panel.built.cases[0].number, panel.built.round.closes
    assert line.startswith(f"{number}: round 1, {AFTER}: a review by reviewer came after {due}")
    ruling = {"packet": score.document_id, "counts": False, "reason": "The deadline was known"}
    staff.deliver(staff.chain.sign(RulingPacket, **ruling))
    assert "came after" not in types("questions")[1]


def test_a_conflict_that_was_taken_back_is_told_to_staff(panel, types):
    first, second = (case.number for case in panel.built.cases[:2])
    chair = panel.desks["chair"]
    declares(chair, conflicts=(first, second))
    assert "took back" not in types("questions")[1]
    declares(chair, conflicts=(second,))
    (line,) = [each for each in types("questions")[1].splitlines() if "took back" in each]
    assert line.startswith(f"{first}: round 1, {NOW}: chair took back a conflict of interest")
    declares(chair, conflicts=(first, second))
    assert "took back" not in types("questions")[1]


def test_a_chair_is_given_a_case_by_name_and_sees_its_scores_after_the_own(panel, types):
    number = panel.built.cases[0].number
    before = given(panel, 1)
    score = panel.scores("reviewer")
    assert score in panel.seen_by("chair")
    code, told, _ = types("assign", "--case", number, "--to", "chair")
    assert (code, "1 review given" in told) == (0, True)
    assert given(panel, 1) - before == {(number, "chair")}
    assert score not in panel.seen_by("chair")
    own = panel.scores("chair")
    assert {score, own} <= panel.seen_by("chair")
    assert types("assign", "--case", number, "--add", 1)[0] == 1  # nobody else is left


@pytest.mark.parametrize(
    "words",
    [
        ("--case", "WIC-2026-001"),
        ("--add", 1),
        ("--to", "chair"),
        ("--case", "X", "--add", 1, "--all"),
        ("--case", "WIC-2026-001", "--add", 1, "--to", "chair"),
        ("--case", "WIC-2026-001", "--to", "staff"),
        ("--case", "WIC-2026-001", "--to", "nobody"),
    ],
)
def test_what_does_not_go_together_assigns_nothing(panel, types, words):
    before = given(panel, 1)
    assert types("assign", *words)[0] != 0
    assert given(panel, 1) == before
