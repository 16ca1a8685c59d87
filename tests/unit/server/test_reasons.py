"""An act whose reason is of blanks alone does not count, whoever signs it."""

from __future__ import annotations

import pytest

from review_protocol.documents.acts import AgreementPacket, RulingPacket, ScoreOpeningPacket
from review_protocol.documents.leaf import Disposition
from review_protocol.documents.packet import RoundAct, RoundPacket
from review_protocol.documents.panel_acts import (
    ApprovalPacket,
    CitationPacket,
    DiscussionPacket,
    ExpertRequestPacket,
    FinalListPacket,
    FinalPlace,
    ListedCase,
    LongListPacket,
)
from review_protocol.documents.people import Role
from review_protocol.documents.programme import Recommendation
from tests.builders.documents import Chain
from tests.builders.panel_acts import alone, on_a_case
from tests.builders.server import a_server_folder
from tests.builders.two_staff import AFTER
from tests.unit.server.test_arrival import CASE, DEPLOYMENT, KEY, RUBRIC, a_device, arrive
from tests.unit.server.test_arrival import what_is_known as known_of
from tests.unit.server.test_matters import late_score, told
from tests.unit.server.test_panel_acts import Panel
from tests.unit.server.test_panel_rules import CHAIR, CLOSED, HEAD, known_to

COUNTED, NO_REASON = Disposition.COUNTED, Disposition.NOT_COUNTED_NO_REASON
BLANKS = ("   ", "\u3000\n\t", "\u200b", "\u2060\u00ad", "\u3164", "\u2800")
UNSEEN = BLANKS[2:]
"""What a document's form lets through where it asks for words."""


@pytest.fixture
def chain() -> Chain:
    return Chain(KEY, DEPLOYMENT)


@pytest.fixture
def panel(tmp_path):
    built = a_server_folder(tmp_path, declared=True)
    with built.open() as server:
        yield Panel(built, server)


@pytest.mark.parametrize("reason", BLANKS)
def test_a_decision_says_no_reason_or_one_in_words(chain, reason):
    def decided(reason):
        found = arrive(known_to(CHAIR), chain.decide(CASE, RUBRIC, "panel-a", reason=reason))
        return found[0]

    assert [decided(each) for each in ("", "理由", reason)] == [COUNTED, COUNTED, NO_REASON]


@pytest.mark.parametrize("reason", BLANKS)
def test_a_round_is_closed_or_its_scores_opened_with_words(chain, reason):
    staff, open_round = known_of(a_device(Role.STAFF)), {"round": 1, "reason": reason}
    closing = chain.sign(RoundPacket, act=RoundAct.CLOSE, **open_round)
    opening = chain.sign(ScoreOpeningPacket, **open_round)
    assert arrive(staff, closing, opening, received=AFTER) == [NO_REASON] * 2


@pytest.mark.parametrize("reason", UNSEEN)
def test_another_expert_is_asked_for_and_a_text_objected_to_with_words(chain, reason):
    asked = on_a_case(chain, ExpertRequestPacket, CASE, RUBRIC, reason=reason)
    objection = {"citation": "e" * 64, "approves": False, "comment": reason}
    objected = on_a_case(chain, ApprovalPacket, CASE, RUBRIC, **objection)
    assert arrive(known_to(CHAIR), asked, objected) == [NO_REASON] * 2


@pytest.mark.parametrize("text", UNSEEN)
def test_a_citation_and_what_is_said_of_a_case_have_words(chain, text):
    citations = (
        on_a_case(chain, CitationPacket, CASE, RUBRIC, **{language: text, "supersedes": None})
        for language in ("zh", "en")
    )
    discussed = on_a_case(chain, DiscussionPacket, CASE, RUBRIC, text=text)
    assert arrive(known_to(CHAIR), *citations, discussed) == [NO_REASON] * 3


@pytest.mark.parametrize("reason", BLANKS)
def test_lists_say_why_in_words(chain, reason):
    head = known_to(HEAD, rounds=CLOSED | {2: CLOSED[1]})
    listed = ListedCase(case=CASE.number, reason=reason)
    place = FinalPlace(
        case=CASE.number, outcome=Recommendation.OUTSTANDING, decision="d" * 64, reason=reason
    )
    lists = (
        alone(chain, LongListPacket, reason=reason),
        alone(chain, LongListPacket, cases=(listed,)),
        alone(chain, FinalListPacket, reason=reason),
        alone(chain, FinalListPacket, places=(place,), reserve=()),
    )
    assert arrive(head, *lists) == [NO_REASON] * 4


def test_an_amendment_of_a_score_is_not_lost_over_a_word(chain):
    score = chain.score(CASE, RUBRIC)
    amended = chain.amend(CASE, RUBRIC, score.document_id, reason=" ")
    assert arrive(known_of(), score, amended) == [COUNTED, COUNTED]


@pytest.mark.parametrize("reason", UNSEEN)
def test_a_ruling_or_an_agreement_without_words_changes_nothing(panel, reason):
    staff = panel.desks["staff"]
    asked = staff.chain.sign(ScoreOpeningPacket, round=1, reason="A complaint")
    declined = {"request": asked.document_id, "agrees": False, "reason": reason}
    answer = staff.deliver(asked, staff.chain.sign(AgreementPacket, **declined))
    waits = Disposition.HELD_SECOND_STAFF
    assert [each.disposition for each in answer.arrived] == [waits, NO_REASON]
    score = late_score(panel)
    ruling = staff.chain.sign(RulingPacket, packet=score, counts=True, reason=reason)
    assert staff.arrived(ruling).disposition is NO_REASON
    (review,) = told(panel).reviews
    assert (review.disposition, review.ruled) == (Disposition.HELD_LATE, None)
