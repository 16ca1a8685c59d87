"""Which round decides on what: nothing is decided or listed before that round was held."""

import pytest

from review_protocol.documents.leaf import Disposition
from review_protocol.documents.packet import Recommendation
from review_protocol.documents.panel_acts import FinalListPacket, ListedCase, LongListPacket
from review_protocol.documents.programme import RoundState
from tests.builders.documents import NOW, Chain, a_round
from tests.builders.panel_acts import alone
from tests.builders.sample import the_sample
from tests.unit.server.test_arrival import CASE, DEPLOYMENT, KEY, RUBRIC, arrive
from tests.unit.server.test_panel_rules import (
    CHAIR,
    COUNTED,
    HEAD,
    ROLE,
    a_final_list,
    everything_said,
    known_to,
    said,
)

OUTSTANDING, CASEBOOK, NEITHER = Recommendation
RULES = the_sample().rules.model_copy(update={"casebook_round": 1, "outstanding_round": 2})


def rounds(*closed: int, of: int = 2) -> dict[int, RoundState]:
    return {
        number: RoundState(
            round=a_round(number), opened=NOW, closed=NOW if number in closed else None
        )
        for number in range(1, of + 1)
    }


@pytest.fixture
def chain():
    return Chain(KEY, DEPLOYMENT)


@pytest.mark.parametrize(
    ("closed", "found"),
    [
        ((), (ROLE, ROLE, ROLE)),
        ((1,), (ROLE, COUNTED, COUNTED)),
        ((1, 2), (COUNTED, COUNTED, COUNTED)),
    ],
)
def test_a_decision_waits_for_the_round_that_decides_on_its_outcome(closed, found):
    for outcome, disposition in zip(Recommendation, found, strict=True):
        decided = Chain(KEY, DEPLOYMENT).decide(CASE, RUBRIC, "panel-a", outcome=outcome)
        known = known_to(CHAIR, rounds=rounds(*closed), rules=RULES)
        assert arrive(known, decided) == [disposition]


def test_without_a_rule_file_no_round_is_said_to_decide(chain):
    decided = chain.decide(CASE, RUBRIC, "panel-a", outcome=OUTSTANDING)
    assert arrive(known_to(CHAIR, rounds=rounds()), decided) == [COUNTED]


def test_a_final_list_waits_for_the_last_round_that_decides(chain):
    listed = a_final_list(chain)
    assert arrive(known_to(HEAD, rounds=rounds(1), rules=RULES), listed) == [ROLE]
    assert arrive(known_to(HEAD, rounds=rounds(1, 2), rules=RULES), listed) == [COUNTED]


def long_list(chain, into: int = 2):
    case = ListedCase(case=CASE.number, reason="")
    return alone(chain, LongListPacket, round=into, comparison=None, cases=(case,))


def test_a_long_list_waits_for_the_end_of_the_round_before(chain):
    assert arrive(known_to(HEAD, rounds=rounds()), long_list(chain)) == [ROLE]
    assert arrive(known_to(HEAD, rounds=rounds(1)), long_list(chain)) == [COUNTED]


def test_nothing_goes_into_a_next_round_once_the_final_list_stands(chain):
    final = {"f" * 64: said(FinalListPacket.kind, None)}
    known = known_to(HEAD, rounds=rounds(1), said=everything_said(**final))
    assert arrive(known, long_list(chain)) == [Disposition.HELD_FORK]


def test_there_is_one_final_list_of_whichever_rounds(chain):
    first = "f" * 64
    there = everything_said(**{first: said(FinalListPacket.kind, None)})
    known = known_to(HEAD, rounds=rounds(1, 2), said=there)
    beside = a_final_list(chain, rounds=(1, 2))
    instead = a_final_list(chain, rounds=(1, 2), supersedes=first)
    assert arrive(known, beside, instead) == [Disposition.HELD_FORK, COUNTED]
