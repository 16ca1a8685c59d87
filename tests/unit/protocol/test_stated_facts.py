"""The facts beside a score as a reviewer signs them."""

import pytest
from pydantic import ValidationError

from review_protocol.documents.stated_facts import Fact, FactsPacket, StatedFact, Verdict
from review_protocol.keys import SigningKey
from tests.builders.documents import Chain, a_case, a_fact, a_rubric

KEY = SigningKey(b"\x07" * 32)


def stated(*facts: StatedFact) -> FactsPacket:
    chain = Chain(KEY, deployment="d" * 64, chain="c" * 32)
    return FactsPacket.from_body(chain.state_facts(a_case(), a_rubric(), *facts).body)


def test_facts_are_confirmed_and_disputed():
    facts = (a_fact(Fact.COUNTRIES), a_fact(Fact.JOINT, "The partner is a subsidiary."))
    assert stated(*facts).facts == facts


def test_what_was_said_is_taken_back_by_saying_nothing():
    assert stated().facts == ()


@pytest.mark.parametrize("comment", ["", "  \n"])
def test_a_dispute_says_why(comment):
    with pytest.raises(ValidationError):
        StatedFact(fact=Fact.PARTNERS, verdict=Verdict.DISPUTED, comment=comment)


@pytest.mark.parametrize(
    "facts",
    [
        (a_fact(Fact.PARTNERS), a_fact(Fact.PARTNERS, "No.")),
        (a_fact(Fact.ELIGIBILITY), a_fact(Fact.COUNTRIES)),
    ],
)
def test_each_fact_is_stated_once_in_order(facts):
    with pytest.raises(ValidationError):
        stated(*facts)
