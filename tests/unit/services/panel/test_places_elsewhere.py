"""Places that a deputy decided take from what the order fills: the order stays, the line moves."""

from __future__ import annotations

from dataclasses import replace

import pytest

from review_protocol.documents.programme import Recommendation, Rules
from review_protocol.documents.text import Bilingual
from reviewer_app.services.panel.comparison import compared
from reviewer_app.services.panel.dossier import Standing
from reviewer_app.services.panel.lists import proposed
from reviewer_app.services.panel.proposal import proposal_of
from reviewer_app.services.panel.proposed_rows import ProposedLists
from reviewer_app.services.panel.rows import PanelTable
from tests.builders.panel_tables import NOW, a_table
from tests.builders.sample import the_sample

OUTSTANDING, CASEBOOK, NEITHER = Recommendation


@pytest.fixture(scope="module")
def rules() -> Rules:
    decides = {"casebook_round": 1, "outstanding_round": 1, "counted_rounds": (1,)}
    targets = {"casebook_target": 10, "outstanding_target": 3}
    return the_sample().rules.model_copy(update=decides | targets)


@pytest.fixture(scope="module")
def table() -> PanelTable:
    made = a_table(30, 10)
    assert made.round is not None
    return replace(made, round=made.round.model_copy(update={"closed": NOW}))


def lists_of(table: PanelTable, rules: Rules, *taken: Recommendation) -> ProposedLists:
    seen = replace(table, standing=Standing(places=taken))
    found = proposed(seen, rules, lambda code: Bilingual(zh=code, en=code))
    assert found is not None
    return found


def test_the_line_moves_and_the_order_stays(table: PanelTable, rules: Rules) -> None:
    alone = lists_of(table, rules)
    found = lists_of(table, rules, OUTSTANDING, CASEBOOK)
    order = [each.number for each in alone.casebook.order]
    assert [each.number for each in found.casebook.order] == order
    assert (found.casebook.target, found.casebook.elsewhere) == (8, 2)
    assert (found.outstanding.target, found.outstanding.elsewhere) == (2, 1)
    assert [each.number for each in found.casebook.listed] == order[:8]
    proposals = [proposal_of(found, number).outcome for number in order[:10]]
    assert proposals == [OUTSTANDING] * 2 + [CASEBOOK] * 6 + [NEITHER] * 2


def test_chances_are_of_the_places_that_are_left(table: PanelTable, rules: Rules) -> None:
    seen = replace(table, standing=Standing(places=(OUTSTANDING, CASEBOOK)))
    found = compared(seen, rules)
    assert found is not None
    assert found.targets == (2, 8)
    for target in found.targets:
        assert sum(case.among[target] for case in found.ranked) == pytest.approx(target)


def test_no_place_may_be_left(table: PanelTable, rules: Rules) -> None:
    found = lists_of(table, rules, *[OUTSTANDING] * 4)
    assert (found.outstanding.target, found.outstanding.listed) == (0, ())
    assert found.outstanding.undecided == ()
    first = found.casebook.order[0].number
    assert proposal_of(found, first).outcome is CASEBOOK
