"""The final list and cases that its signer does not see: it waits for them, and is behind them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from review_protocol.documents.panel_acts import FinalListPacket, FinalPlace
from review_protocol.documents.people import Role
from review_protocol.documents.programme import Recommendation
from reviewer_app.models.declarations import forget_declared
from tests.builders.panel import a_panel, one_round
from tests.builders.panel_acts import ALONE
from tests.unit.services.panel.test_head_lists import Head

OUTSTANDING, CASEBOOK, _ = Recommendation


@pytest.fixture
def head(tmp_path: Path) -> Iterator[Head]:
    with a_panel(tmp_path, cases=4, experts=3, role=Role.HEAD, rules=one_round()) as panel:
        made = Head(panel)
        made.score(8, 6, 7, 4)
        yield made


def test_the_list_waits_for_every_decision_on_a_hidden_case(head: Head) -> None:
    for at in range(4):
        head.decide(at, OUTSTANDING)
    head.issue()
    head.is_told_of(CASEBOOK, undecided=1)
    assert (head.plan().undecided_elsewhere, head.plan().may_sign) == (1, False)
    head.is_told_of(CASEBOOK)  # it is decided, and does not enter the Casebook
    assert head.plan().may_sign
    head.lists_of.sign_final(head.plan())
    assert not head.plan().is_behind
    head.is_told_of(CASEBOOK, "d" * 64)
    assert head.plan().is_behind


def test_the_list_waits_until_the_head_has_declared_on_every_case(head: Head) -> None:
    for at in range(4):
        head.decide(at, OUTSTANDING)
    with head.panel.desk.store.write() as connection:
        forget_declared(connection, head.numbers()[:1])
    head.issue()
    plan = head.plan()
    assert plan.comparison is not None
    assert (plan.undeclared, plan.undecided, plan.may_sign) == (1, (), False)


def test_a_chair_is_told_of_their_own_cases_when_the_list_is_behind(tmp_path: Path) -> None:
    with a_panel(tmp_path, cases=2, experts=3, rules=one_round()) as panel:
        chair = Head(panel)
        chair.score(8, 6)
        decided = [chair.decide(at, OUTSTANDING, "As most experts say.") for at in range(2)]
        places = [
            FinalPlace(case=number, outcome=OUTSTANDING, decision=decision, reason="")
            for number, decision in zip(
                ("WIC-2026-099", chair.numbers()[0], None), ("d" * 64, *decided), strict=True
            )
        ]
        fields = ALONE[FinalListPacket] | {"places": tuple(places)}
        panel.colleague(Role.HEAD).alone(FinalListPacket, **fields)
        panel.collect()
        assert not chair.plan().is_behind
        chair.decide(1, CASEBOOK, "Its partner withdrew.")
        assert chair.plan().is_behind
