"""What the head issued, as a chair receives it: beside what is computed here, and told apart."""

from __future__ import annotations

import pytest

from review_protocol.documents.panel_acts import CaseFiguresPacket2, ComparisonPacket
from review_protocol.documents.people import Role
from reviewer_app.services.panel.heads_comparison import IssuedComparison
from reviewer_app.services.panel.record import case_fields, comparison_fields
from reviewer_app.services.panel.record import issued as computed
from tests.builders.panel import AnExpert, APanel, Told, a_panel
from tests.builders.sample import the_sample

MARKS = ((5, 7, 9), (8, 4, 6), (3, 6, 5))


@pytest.fixture
def panel(tmp_path):
    with a_panel(tmp_path) as panel:
        for at, marks in enumerate(MARKS):
            for expert, mark in zip(panel.experts.values(), marks, strict=True):
                expert.score(panel.case(at), mark)
        panel.collect()
        yield panel


def issue(panel: APanel, head: AnExpert, supersedes: str | None = None) -> str:
    """The head computes of the same scores as are here, and signs."""
    made = computed(panel.desk.services.panel.table(), the_sample().rules, draws=50)
    assert made is not None
    packet = head.alone(ComparisonPacket, **comparison_fields(made), supersedes=supersedes)
    for number, fields in case_fields(made).items():
        case = next(each for each in panel.desk.cases if each.number == number)
        head.act(CaseFiguresPacket2, case, **fields, comparison=packet)
    return packet


def received(panel: APanel) -> IssuedComparison | None:
    panel.collect()
    room = panel.desk.services.panel
    return room.heads.issued(room.table(), room.compare())


def test_nothing_was_issued_yet(panel):
    assert received(panel) is None


def test_the_signed_figures_stand_beside_those_computed_here(panel):
    packet = issue(panel, panel.colleague(Role.HEAD))
    found = received(panel)
    assert found is not None
    assert (found.packet, found.counted, found.superseded) == (packet, 9, 0)
    assert (found.same_inputs, found.same_rules, found.differing) == (True, True, ())
    assert [each.number for each in found.cases] == [case.number for case in panel.desk.cases]
    first = found.cases[0]
    assert first.here is not None
    assert (first.reviews, first.raw) == (3, 7.0)
    assert first.adjusted == pytest.approx(first.here.adjusted, abs=1e-6)
    expert = found.experts[0]
    assert (expert.pseudonym, expert.reviews) == (1, 3)
    assert expert.leniency == pytest.approx(expert.here, abs=1e-6)


def test_what_changed_since_is_told_by_case(panel):
    issue(panel, panel.colleague(Role.HEAD))
    panel.experts[1].score(panel.case(1), 9)
    found = received(panel)
    assert found is not None
    assert not found.same_inputs
    assert [each.number for each in found.differing] == [panel.case(1).number]


def test_a_later_one_takes_the_place_of_the_one_before(panel):
    head = panel.colleague(Role.HEAD)
    first = issue(panel, head)
    panel.experts[1].score(panel.case(1), 9)
    panel.collect()
    second = issue(panel, head, first)
    found = received(panel)
    assert found is not None
    assert (found.packet, found.superseded, found.differing) == (second, 1, ())


def test_a_hidden_case_is_in_no_figure_of_it(panel):
    issue(panel, panel.colleague(Role.HEAD))
    panel.collect()
    panel.told = Told()
    panel.told.hide(panel.case(1))
    panel.experts[1].score(panel.case(0), 4)
    found = received(panel)
    assert found is not None
    assert panel.case(1).number not in {each.number for each in found.cases}


def test_what_is_not_the_heads_is_no_comparison(panel):
    issue(panel, panel.colleague(Role.CHAIR, "connect"))
    assert received(panel) is None
