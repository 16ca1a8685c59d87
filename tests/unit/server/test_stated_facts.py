"""What arrival makes of the facts that a reviewer states beside a score."""

import pytest

from review_protocol.documents.leaf import Disposition
from review_protocol.documents.packet import ConflictAnswer
from review_protocol.documents.stated_facts import Fact
from tests.builders.documents import Chain, a_case, a_fact, some_headers
from tests.builders.two_staff import AFTER
from tests.unit.server.test_arrival import (
    CASE,
    DEPLOYMENT,
    KEY,
    PERSON,
    RUBRIC,
    arrive,
    what_is_known,
)


@pytest.fixture
def chain():
    return Chain(KEY, DEPLOYMENT)


def test_facts_beside_a_score_count_and_leave_its_line_alone(chain):
    score = chain.score(CASE, RUBRIC)
    stated = chain.state_facts(CASE, RUBRIC, a_fact(Fact.PARTNERS))
    again = chain.state_facts(CASE, RUBRIC)
    amended = chain.amend(CASE, RUBRIC, score.document_id)
    found = arrive(what_is_known(), score, stated, again, amended)
    assert found == [Disposition.COUNTED] * 4


def test_facts_of_a_case_that_nobody_gave_to_this_person_are_held(chain):
    stated = chain.state_facts(CASE, RUBRIC, a_fact(Fact.JOINT))
    conflict = {(PERSON.id, 1, CASE.number): ConflictAnswer.CONFLICT}
    for known in (what_is_known(assigned=frozenset()), what_is_known(declared=conflict)):
        assert arrive(known, stated) == [Disposition.HELD_NOT_ASSIGNED]


def test_facts_of_another_text_and_after_the_deadline_are_held(chain):
    facts = a_fact(Fact.COUNTRIES, "Two of them are one.")
    of_another = chain.state_facts(a_case(headers=some_headers(version=2)), RUBRIC, facts)
    assert arrive(what_is_known(), of_another) == [Disposition.HELD_CASE_VERSION]
    late = chain.state_facts(CASE, RUBRIC, facts)
    assert arrive(what_is_known(), late, received=AFTER) == [Disposition.HELD_LATE]
