"""The panel's comparison in its services: what counts, in which order, and what if."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from review_protocol.documents.leaf import Disposition
from review_protocol.documents.panel_acts import DiscussionPacket
from review_protocol.documents.programme import OrderingFigure, Recommendation
from review_protocol.documents.score import CriterionAnswer
from reviewer_app.panel.remarks import Remark
from reviewer_app.panel.selection import Tie, Zone
from reviewer_app.services.panel.compared_rows import PanelComparison, WhatIf
from reviewer_app.services.panel.comparison import compared
from reviewer_app.services.panel.counted_scores import Until
from reviewer_app.services.panel.criterion_fits import CriterionFits
from tests.builders.desk import some_answers
from tests.builders.panel import APanel, a_panel
from tests.builders.sample import the_sample

MARKS = {
    1: (9, 7, 6, 3, 5, 8),
    2: (7, 6, 3, 2, 4, 5),
    3: (10, 7, 6, 5, 6, 8),
    4: (8, 7, 5, 3, 6, 7),
}
"""What each expert gives the six cases; the second is stricter than the others."""


@pytest.fixture(scope="module")
def panel(tmp_path_factory: pytest.TempPathFactory) -> Iterator[APanel]:
    folder: Path = tmp_path_factory.mktemp("panel")
    with a_panel(folder, cases=6, experts=4) as made:
        for pseudonym, marks in MARKS.items():
            for at, mark in enumerate(marks):
                if (pseudonym + at) % 4:  # everybody leaves one or two cases out
                    made.experts[pseudonym].score(made.case(at), mark)
        made.collect()
        yield made


@pytest.fixture(scope="module")
def found(panel: APanel) -> PanelComparison:
    made = panel.desk.services.panel.compare()
    assert made is not None
    return made


def test_cases_stand_by_adjusted_mean_with_the_raw_one_beside(
    panel: APanel, found: PanelComparison
) -> None:
    assert [case.place for case in found.cases] == [1, 2, 3, 4, 5, 6]
    adjusted = [case.adjusted for case in found.cases]
    assert adjusted == sorted(adjusted, reverse=True)
    assert found.cases[0].number == panel.case(0).number
    above = [sum(other.raw > case.raw + 1e-9 for other in found.cases) for case in found.cases]
    assert [case.raw_place for case in found.cases] == [1 + each for each in above]
    assert found.unscored == ()


def test_the_strict_expert_is_seen_to_be(found: PanelComparison) -> None:
    leniency = {expert.pseudonym: expert.leniency for expert in found.experts}
    assert min(leniency, key=lambda each: leniency[each] or 0.0) == 2
    assert {(expert.reviews, expert.colleagues) for expert in found.experts} <= {(4, 3), (5, 3)}
    assert Remark.FEW_EXPERTS in found.remarks


def test_chances_and_zones_are_of_the_rule_files_targets(panel: APanel) -> None:
    found = compared(replace(panel.desk.services.panel.table(), panel=None), the_sample().rules)
    assert found is not None
    rules = the_sample().rules
    assert found.targets == (rules.outstanding_target, rules.casebook_target)
    assert found.by_rules
    for case in found.cases:
        assert set(case.among) == set(found.targets)
        assert case.zones[rules.casebook_target] is Zone.IN  # more places than cases
    assert found.expected[rules.casebook_target] == pytest.approx(6)


def test_the_same_packets_and_rules_give_the_same(panel: APanel, found: PanelComparison) -> None:
    assert panel.desk.services.panel.compare() == found


def test_leaving_an_expert_out_computes_everything_without_them(panel: APanel) -> None:
    without = panel.desk.services.panel.compare(WhatIf(without=frozenset({2})))
    assert without is not None
    assert [expert.pseudonym for expert in without.experts] == [1, 3, 4]


def test_raw_means_may_order_beside(panel: APanel) -> None:
    raw = panel.desk.services.panel.compare(WhatIf(raw=True))
    assert raw is not None
    assert raw.ordering is OrderingFigure.RAW_MEAN
    assert [case.raw for case in raw.cases] == sorted((c.raw for c in raw.cases), reverse=True)


def test_other_weights_make_other_means(panel: APanel, found: PanelComparison) -> None:
    table = panel.desk.services.panel.table()
    only = {c.code: 1e-9 for c in table.rubric.criteria} | {"benefits": 1.0}
    other = compared(table, the_sample().rules, WhatIf(weights=only))
    assert other is not None
    means = {row.number: row.criteria["benefits"].mean for row in table.rows}
    assert {case.number: case.raw for case in other.cases} == pytest.approx(means)


def test_a_robust_fit_stands_beside(panel: APanel, found: PanelComparison) -> None:
    robust = panel.desk.services.panel.compare(WhatIf(robust=True))
    assert robust is not None
    assert robust.cases[0].number == found.cases[0].number
    assert [c.adjusted for c in robust.cases] != [c.adjusted for c in found.cases]
    assert {c.number: c.raw for c in robust.cases} == {c.number: c.raw for c in found.cases}


def test_without_a_rule_file_no_line_is_drawn(panel: APanel) -> None:
    found = compared(panel.desk.services.panel.table(), None)
    assert found is not None
    assert (found.by_rules, found.targets, found.long_list) == (False, (), ())
    assert {tuple(case.zones) for case in found.cases} == {()}


def test_a_withheld_case_plays_no_part(panel: APanel, found: PanelComparison) -> None:
    table = panel.desk.services.panel.table()
    first = replace(table.rows[0], withheld=True)
    hidden = compared(replace(table, rows=(first, *table.rows[1:])), the_sample().rules)
    assert hidden is not None
    assert first.number not in {case.number for case in hidden.cases}
    assert sum(e.reviews for e in hidden.experts) == sum(e.reviews for e in found.experts) - len(
        [cell for cell in first.cells if cell.composite is not None]
    )


def test_nothing_counts_before_the_first_score_and_on_cancel(panel: APanel) -> None:
    table = panel.desk.services.panel.table()
    empty = tuple(replace(row, cells=()) for row in table.rows)
    assert compared(replace(table, rows=empty), None) is None
    assert compared(table, None, cancelled=lambda: True) is None


def test_only_what_is_received_and_judged_counts(tmp_path: Path) -> None:
    with a_panel(tmp_path, cases=2, experts=4) as panel:
        one, two, three, four = panel.experts.values()
        case = panel.case(0)
        cannot = some_answers(9).replaced(
            CriterionAnswer(criterion="benefits", mark="cannot_judge", comment="no figures")
        )
        one.amend(case, one.score(case, 3), 8)
        two.withdraw(case, two.score(case, 1))
        three.score(case, 2, disposition=Disposition.HELD_LATE)
        four.score(case, answers=cannot)
        panel.collect()
        found = panel.desk.services.panel.compare()
        assert found is not None
        assert [(case.reviews, case.raw) for case in found.cases] == [(1, 8.0)]
        assert found.unscored == (panel.case(1).number,)
        assert found.cases[0].error is None
        assert Remark.NOTHING_TO_FIT in found.remarks


def test_a_review_that_cannot_judge_enters_the_criteria_that_it_answers(tmp_path: Path) -> None:
    with a_panel(tmp_path, cases=1, experts=3) as panel:
        case = panel.case(0)
        for expert, mark in zip(panel.experts.values(), (4, 6, 8), strict=True):
            answers = some_answers(mark)
            if mark == 8:
                cannot = CriterionAnswer(
                    criterion="benefits", mark="cannot_judge", comment="no figures"
                )
                answers = answers.replaced(cannot)
            expert.score(case, answers=answers)
        panel.collect()
        table = panel.desk.services.panel.table()
        found = compared(table, the_sample().rules)
        assert found is not None
        assert [(each.reviews, each.raw) for each in found.cases] == [(2, 5.0)]
        fits = CriterionFits(table).adjusted[case.number]
        assert fits["conceptual_fit"] == pytest.approx(6.0)
        assert fits["benefits"] == pytest.approx(5.0)


def test_recommendations_are_never_computed_in(panel: APanel, found: PanelComparison) -> None:
    table = panel.desk.services.panel.table()
    rows = tuple(
        replace(
            row,
            cells=tuple(
                replace(cell, recommendation=Recommendation.OUTSTANDING) for cell in row.cells
            ),
            recommendations={Recommendation.OUTSTANDING: len(row.cells)},
        )
        for row in table.rows
    )
    assert compared(replace(table, rows=rows), the_sample().rules) == found


def test_scores_amended_since_a_discussion_stand_beside_what_they_were(tmp_path: Path) -> None:
    with a_panel(tmp_path, cases=3, experts=3) as panel:
        one, two, three = panel.experts.values()
        for at, mark in enumerate((5, 6, 7)):
            for expert in (one, two, three):
                expert.score(panel.case(at), mark + (expert is two))
        before = panel.case(0)
        three.amend(panel.case(1), three.last or "", 6)
        one.act(DiscussionPacket, before, text="The partner confirms.", in_reply_to=None)
        one.amend(before, one.last or "", 9)
        two.withdraw(before, two.last or "")
        panel.collect()
        table = panel.desk.services.panel.table()
        found = compared(table, the_sample().rules)
        assert found is not None
        told = found.case(before.number)
        assert told is not None
        assert told.before is not None
        assert told.before.amended == (1, 2)
        assert told.before.raw == pytest.approx((5 + 6 + 5) / 3)
        assert told.raw == pytest.approx((9 + 5) / 2)
        assert [case.number for case in found.cases if case.before] == [before.number]
        then = compared(table, the_sample().rules, until=Until(before=table.discussed))
        assert then is not None
        stood = then.case(before.number)
        assert stood is not None
        assert (told.before.adjusted, told.before.place) == (stood.adjusted, stood.place)
        assert then.inputs != found.inputs


def test_equal_cases_share_a_place_and_wait_for_a_reason(tmp_path: Path) -> None:
    with a_panel(tmp_path, cases=2, experts=2) as panel:
        for expert in panel.experts.values():
            for at in (0, 1):
                expert.score(panel.case(at), 7)
        panel.collect()
        table = panel.desk.services.panel.table()
        same = tuple(
            replace(row, countries=3, area=table.rows[0].area, number=row.number)
            for row in table.rows
        )
        rules = the_sample().rules.model_copy(update={"fewest_reviews": 2})
        found = compared(replace(table, rows=same), rules)
        assert found is not None
        assert [(case.place, case.decided_by) for case in found.cases] == [
            (1, None),
            (1, Tie.REASON),
        ]
