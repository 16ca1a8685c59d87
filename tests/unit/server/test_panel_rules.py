"""Who may say what of a panel's acts, decided on facts alone."""

from dataclasses import replace

import pytest

from central_server.handover_grace import with_grace
from central_server.known import CaseFacts
from central_server.lineage import Earlier, Lineage
from central_server.people import Person
from central_server.said import AllSaid, Said
from review_protocol.documents.leaf import Disposition
from review_protocol.documents.packet import ConflictAnswer, Recommendation, RoundAct
from review_protocol.documents.panel_acts import (
    OF_A_CASE,
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
from review_protocol.documents.people import Role
from review_protocol.documents.programme import RoundState
from tests.builders.documents import NOW, Chain, a_case, a_round, some_headers
from tests.builders.panel_acts import alone, on_a_case
from tests.builders.two_staff import AFTER
from tests.unit.server.test_arrival import (
    CASE,
    DEPLOYMENT,
    KEY,
    PERSON,
    RUBRIC,
    a_device,
    arrive,
    what_is_known,
)

COUNTED, ROLE = Disposition.COUNTED, Disposition.NOT_COUNTED_ROLE
NAMED = Disposition.NOT_COUNTED_SUPERSEDES
MINE = (PERSON.id, 1, CASE.number)
COMPARISON, DECISION, TEXT = "c" * 64, "d" * 64, "e" * 64
CLOSED = {1: RoundState(round=a_round(), opened=NOW, closed=NOW)}
CHAIR, HEAD = a_device(Role.CHAIR, "panel-a"), a_device(Role.HEAD)


@pytest.fixture
def chain():
    return Chain(KEY, DEPLOYMENT)


def said(kind: str, case: str | None = CASE.number, **changed: object) -> Said:
    fields: dict[str, object] = {
        "kind": kind,
        "person": "p-other",
        "case": case,
        "round": 1 if case is None else 0,
        "disposition": COUNTED,
        "supersedes": None,
        "outcome": Recommendation.OUTSTANDING if kind == "decision" else None,
    }
    return Said(**fields | changed)


def everything_said(**more: Said) -> AllSaid:
    return AllSaid(
        {
            COMPARISON: said("comparison", None),
            DECISION: said("decision"),
            TEXT: said("citation"),
            **more,
        }
    )


def known_to(device, **changed):
    """A panel's view once the round is closed, with no review of this person's own."""
    fields = {"assigned": frozenset(), "rounds": CLOSED, "said": everything_said()}
    return what_is_known(device, **fields | changed)


def about_the_case(chain, model, **changed):
    named = {CaseFiguresPacket: {"comparison": COMPARISON}, ApprovalPacket: {"citation": TEXT}}
    goes_on = {CitationPacket: {"supersedes": TEXT}}
    fields = named.get(model, {}) | goes_on.get(model, {}) | changed
    return on_a_case(chain, model, CASE, RUBRIC, **fields)


@pytest.mark.parametrize("model", OF_A_CASE)
@pytest.mark.parametrize("role", Role)
def test_what_is_said_of_a_case_is_its_chairs_and_the_heads(chain, role, model):
    device = a_device(role, "panel-a" if role is Role.CHAIR else None)
    heads_alone = model is CaseFiguresPacket
    may = role is Role.HEAD or (role is Role.CHAIR and not heads_alone)
    assert arrive(known_to(device), about_the_case(chain, model)) == [COUNTED if may else ROLE]


@pytest.mark.parametrize("model", OF_A_CASE)
@pytest.mark.parametrize("device", [CHAIR, HEAD])
def test_nobody_says_anything_of_a_case_that_is_kept_from_them(chain, device, model):
    packet = about_the_case(chain, model)
    conflict = known_to(device, declared={MINE: ConflictAnswer.CONFLICT})
    own_first = known_to(device, assigned=frozenset({MINE}))
    undeclared = known_to(device, declared={})
    assert arrive(conflict, packet) == [ROLE]
    assert arrive(own_first, packet) == [ROLE]
    held = Disposition.HELD_NOT_ASSIGNED
    figures = model is CaseFiguresPacket and device is CHAIR
    assert arrive(undeclared, packet) == [ROLE if figures else held]


@pytest.mark.parametrize("declared", [{}, {MINE: ConflictAnswer.NONE}])
def test_a_chair_decides_where_no_conflict_and_no_own_score_stands_before(chain, declared):
    decided = chain.decide(CASE, RUBRIC, "panel-a")
    conflict = declared | {(PERSON.id, 2, CASE.number): ConflictAnswer.CONFLICT}
    rounds = CLOSED | {2: RoundState(round=a_round(2), opened=NOW, closed=None)}
    assert arrive(known_to(CHAIR, declared=conflict, rounds=rounds), decided) == [ROLE]
    mine = frozenset({MINE})
    assert arrive(known_to(CHAIR, assigned=mine, declared=declared), decided) == [ROLE]


def test_a_chair_who_let_a_round_go_by_without_their_score_leaves_the_case_in_the_next(chain):
    decided = chain.decide(CASE, RUBRIC, "panel-a", round=2)
    later = (PERSON.id, 2, CASE.number)
    fields = {
        "assigned": frozenset({MINE}),
        "declared": {MINE: ConflictAnswer.NONE, later: ConflictAnswer.NONE},
        "rounds": CLOSED | {2: RoundState(round=a_round(2), opened=NOW, closed=None)},
    }
    assert arrive(known_to(CHAIR, **fields), decided) == [ROLE]
    scored = Lineage()
    scored.add("b" * 64, Earlier("score", 1, COUNTED, None))
    earlier = {(PERSON.id, CASE.number): scored}
    assert arrive(known_to(CHAIR, **fields, earlier=earlier), decided) == [COUNTED]


def test_after_signing_their_own_score_a_chair_decides_and_discusses(chain):
    known = what_is_known(CHAIR)
    found = arrive(
        known,
        chain.score(CASE, RUBRIC),
        chain.decide(CASE, RUBRIC, "panel-a"),
        about_the_case(chain, DiscussionPacket),
    )
    assert found == [COUNTED] * 3


def test_a_chair_of_another_panel_says_nothing(chain):
    other = a_device(Role.CHAIR, "panel-b")
    for model in OF_A_CASE:
        assert arrive(known_to(other), about_the_case(chain, model)) == [ROLE]


def scored(*more: tuple[str, Disposition], kind: str = "score") -> dict[tuple[str, str], Lineage]:
    lineage = Lineage()
    lineage.add("s", Earlier(kind, 1, COUNTED, None))
    for name, disposition in more:
        lineage.add(name, Earlier(name, 1, disposition, "s"))
    return {(PERSON.id, CASE.number): lineage}


@pytest.mark.parametrize(
    ("earlier", "found"),
    [
        (scored(), COUNTED),
        (scored(("amendment", COUNTED)), COUNTED),
        (scored(("amendment", Disposition.HELD_LATE)), COUNTED),
        (scored(("withdrawal", COUNTED)), ROLE),
        (scored(("recusal", COUNTED)), ROLE),
        (scored(kind="facts"), ROLE),
        ({}, ROLE),
    ],
)
def test_a_reviewer_discusses_what_they_scored_while_that_counts(chain, earlier, found):
    known = what_is_known(earlier=earlier, rounds=CLOSED)
    assert arrive(known, about_the_case(chain, DiscussionPacket)) == [found]
    assert arrive(known, about_the_case(chain, ExpertRequestPacket)) == [ROLE]


def test_who_is_asked_again_discusses_after_the_new_score_alone(chain):
    rounds = CLOSED | {2: RoundState(round=a_round(2), opened=NOW, closed=None)}
    both = frozenset({MINE, (PERSON.id, 2, CASE.number)})
    known = what_is_known(earlier=scored(), rounds=rounds, assigned=both)
    assert arrive(known, about_the_case(chain, DiscussionPacket)) == [ROLE]


def test_a_reviewer_with_a_conflict_discusses_nothing(chain):
    known = what_is_known(earlier=scored(), declared={MINE: ConflictAnswer.CONFLICT})
    assert arrive(known, about_the_case(chain, DiscussionPacket)) == [ROLE]


@pytest.mark.parametrize("model", OF_A_CASE)
def test_nothing_is_said_of_a_withdrawn_case(chain, model):
    facts = CaseFacts(CASE.id, frozenset({CASE.headers.id}), "panel-a", withdrawn=True)
    known = known_to(HEAD, cases={CASE.number: facts})
    assert arrive(known, about_the_case(chain, model)) == [Disposition.NOT_COUNTED_CASE_WITHDRAWN]


def test_a_citation_is_of_the_text_that_stands(chain):
    newer = a_case(headers=some_headers(version=2))
    packet = on_a_case(chain, CitationPacket, newer, RUBRIC, supersedes=TEXT)
    assert arrive(known_to(CHAIR), packet) == [Disposition.HELD_CASE_VERSION]


def test_a_citation_goes_on_from_the_newest_whoever_wrote_it(chain):
    known = known_to(CHAIR)
    alone_ = about_the_case(chain, CitationPacket, supersedes=None)
    unknown = about_the_case(chain, CitationPacket, supersedes="9" * 64)
    next_one = about_the_case(chain, CitationPacket)
    last = about_the_case(chain, CitationPacket, supersedes=next_one.document_id)
    beside = about_the_case(chain, CitationPacket)
    fork = Disposition.HELD_FORK
    assert arrive(known, alone_, unknown, next_one, last, beside) == [
        *(fork, NAMED, COUNTED, COUNTED, fork)
    ]


def test_an_approval_is_of_anothers_text_that_has_arrived_and_counts(chain):
    own = everything_said(own=said("citation", person=PERSON.id))
    held = said("citation", disposition=Disposition.HELD_FORK)
    other_case = said("citation", "WIC-2026-009")
    known = known_to(CHAIR, said=everything_said(**{"1" * 64: held, "2" * 64: other_case}))
    for id in ("1" * 64, "2" * 64, "3" * 64, DECISION):
        assert arrive(known, about_the_case(chain, ApprovalPacket, citation=id)) == [NAMED]
    own.by_id["4" * 64] = own.by_id.pop("own")
    mine = about_the_case(chain, ApprovalPacket, citation="4" * 64)
    assert arrive(known_to(CHAIR, said=own), mine) == [ROLE]


def test_an_objection_counts_as_an_approval_does(chain):
    objection = about_the_case(chain, ApprovalPacket, approves=False, comment="Nine, not eight.")
    assert arrive(known_to(HEAD), objection) == [COUNTED]


def test_figures_come_after_closing_and_name_a_comparison_that_counts(chain):
    open_round = {1: RoundState(round=a_round(), opened=NOW, closed=None)}
    figures = about_the_case(chain, CaseFiguresPacket)
    assert arrive(known_to(HEAD, rounds=open_round), figures) == [ROLE]
    unknown = about_the_case(chain, CaseFiguresPacket, comparison="9" * 64)
    assert arrive(known_to(HEAD), unknown) == [NAMED]


@pytest.mark.parametrize("role", Role)
def test_comparisons_and_lists_are_the_heads(chain, role):
    device = a_device(role, "panel-a" if role is Role.CHAIR else None)
    may = COUNTED if role is Role.HEAD else ROLE
    known = known_to(device, said=AllSaid({DECISION: said("decision")}))
    first = alone(chain, ComparisonPacket)
    longer = alone(chain, LongListPacket, round=1, comparison=None)
    assert arrive(known, first, longer, a_final_list(chain, first.document_id)) == [may] * 3


def a_final_list(chain, comparison=COMPARISON, *, case=CASE.number, decision=DECISION, **changed):
    places = (
        FinalPlace(case=case, outcome=Recommendation.OUTSTANDING, decision=decision, reason=""),
    )
    fields = {"rounds": (1,), "comparison": comparison, "places": places, "reserve": ()}
    return alone(chain, FinalListPacket, **fields | changed)


def test_a_comparison_waits_for_the_end_of_its_rounds(chain):
    rounds = CLOSED | {2: RoundState(round=a_round(2), opened=NOW, closed=None)}
    known = known_to(HEAD, rounds=rounds, said=AllSaid())
    both = alone(chain, ComparisonPacket, rounds=(1, 2))
    unknown = alone(chain, ComparisonPacket, rounds=(1, 9))
    first = alone(chain, ComparisonPacket)
    assert arrive(known, both, unknown, first) == [ROLE, Disposition.HELD_NOT_ASSIGNED, COUNTED]


def test_a_comparison_goes_on_from_the_one_of_its_rounds(chain):
    known = known_to(HEAD, rounds=CLOSED | {2: CLOSED[1]})
    beside, unknown = (alone(chain, ComparisonPacket, supersedes=each) for each in (None, DECISION))
    second_round = alone(chain, ComparisonPacket, rounds=(1, 2))
    again = alone(chain, ComparisonPacket, supersedes=COMPARISON)
    found = arrive(known, beside, unknown, second_round, again)
    assert found == [Disposition.HELD_FORK, NAMED, COUNTED, COUNTED]


def test_a_long_list_names_cases_that_there_are_and_a_comparison_that_counts(chain):
    withdrawn = CaseFacts(CASE.id, frozenset(), "panel-a", withdrawn=True)
    cases = what_is_known().cases | {"WIC-2026-002": withdrawn}

    def listed(number, comparison=None):
        case = ListedCase(case=number, reason="")
        return alone(chain, LongListPacket, round=1, comparison=comparison, cases=(case,))

    expected = {
        listed("WIC-2026-009"): Disposition.HELD_NOT_ASSIGNED,
        listed("WIC-2026-002"): Disposition.NOT_COUNTED_CASE_WITHDRAWN,
        listed(CASE.number, DECISION): NAMED,
        listed(CASE.number, COMPARISON): COUNTED,
    }
    found = [arrive(known_to(HEAD, cases=cases), each)[0] for each in expected]
    assert found == list(expected.values())


@pytest.mark.parametrize(
    ("more", "found"),
    [
        ({}, COUNTED),
        ({"7": said("decision", person="p-deputy")}, NAMED),
        ({"7": said("decision", disposition=Disposition.HELD_CASE_VERSION)}, COUNTED),
        ({DECISION: said("decision", disposition=Disposition.HELD_REVOKED_KEY)}, NAMED),
        ({DECISION: said("citation")}, NAMED),
        ({DECISION: said("decision", outcome=Recommendation.CASEBOOK)}, NAMED),
        ({DECISION: said("decision", "WIC-2026-009")}, NAMED),
    ],
)
def test_a_final_list_names_the_decision_that_stands_for_each_case(chain, more, found):
    known = known_to(HEAD, said=AllSaid(everything_said().by_id | more))
    assert arrive(known, a_final_list(chain)) == [found]


def test_a_place_without_its_case_is_named_by_the_decision_alone(chain):
    assert arrive(known_to(HEAD), a_final_list(chain, case=None)) == [COUNTED]
    unknown = a_final_list(chain, case=None, decision="9" * 64)
    assert arrive(known_to(HEAD), unknown) == [NAMED]


FIRST = Person("p-first", "Zhao Min", Role.CHAIR, "panel-a", None)
FIRST_HEAD = replace(FIRST, role=Role.HEAD, panel=None)
DEPUTY = {
    role: replace(device, person=replace(device.person, deputy=True))
    for role, device in ((Role.CHAIR, CHAIR), (Role.HEAD, HEAD))
}


@pytest.mark.parametrize(
    ("of_first", "found"),
    [
        ({}, ROLE),
        ({"declared": {("p-first", 1, CASE.number): ConflictAnswer.NONE}}, ROLE),
        ({"declared": {("p-first", 1, CASE.number): ConflictAnswer.CONFLICT}}, COUNTED),
        ({"assigned": frozenset({("p-first", 1, CASE.number)})}, COUNTED),
    ],
)
@pytest.mark.parametrize("role", DEPUTY)
def test_a_deputy_decides_what_is_kept_from_the_one_they_stand_for(chain, role, of_first, found):
    declared = {MINE: ConflictAnswer.NONE} | of_first.get("declared", {})
    known = known_to(
        DEPUTY[role],
        **of_first | {"declared": declared},
        stood_in_for=(FIRST, FIRST_HEAD) if role is Role.CHAIR else (FIRST_HEAD,),
    )
    assert arrive(known, chain.decide(CASE, RUBRIC, "panel-a")) == [found]
    assert arrive(known, about_the_case(chain, DiscussionPacket)) == [COUNTED]


def test_a_deputy_does_not_decide_what_is_kept_from_themselves(chain):
    conflict = dict.fromkeys((MINE, ("p-first", 1, CASE.number)), ConflictAnswer.CONFLICT)
    known = known_to(DEPUTY[Role.CHAIR], declared=conflict, stood_in_for=(FIRST,))
    assert arrive(known, chain.decide(CASE, RUBRIC, "panel-a")) == [ROLE]


def test_a_deputy_stands_for_nobody_of_another_panel_and_for_an_empty_place(chain):
    other = replace(FIRST, panel="panel-b")
    known = known_to(DEPUTY[Role.CHAIR], stood_in_for=(other,))
    assert arrive(known, chain.decide(CASE, RUBRIC, "panel-a")) == [COUNTED]


def test_lists_are_the_heads_own_while_there_is_one(chain):
    listed = alone(chain, LongListPacket, round=1, comparison=None)
    for others, found in (((FIRST_HEAD,), ROLE), ((), COUNTED)):
        known = known_to(DEPUTY[Role.HEAD], stood_in_for=others)
        assert arrive(known, listed) == [found]


def test_the_grace_of_files_is_for_scores_and_keeps_no_comparison_back(chain):
    known = known_to(HEAD, said=AllSaid())
    known.rounds = {number: with_grace(state) for number, state in known.rounds.items()}
    comparison = alone(chain, ComparisonPacket)
    figures = about_the_case(chain, CaseFiguresPacket, comparison=comparison.document_id)
    assert arrive(known, comparison, figures) == [COUNTED] * 2


def test_a_round_that_is_opened_again_is_compared_when_it_is_closed(chain):
    known = what_is_known(a_device(Role.STAFF), rounds=CLOSED)
    arrive(known, chain.close_round(act=RoundAct.REOPEN))
    assert not known.closed([1])
    arrive(known, chain.close_round(), received=AFTER)
    assert known.closed([1])
