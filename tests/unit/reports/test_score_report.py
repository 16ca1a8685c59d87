"""The score report shows every score as it is, and figures only where there are any."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from fractions import Fraction

import pytest

from reviewer_app.reports.figures import Figures, figures_of
from reviewer_app.reports.outline import Paragraph, Report, Table
from reviewer_app.reports.rows import ReviewRow, Standing
from reviewer_app.reports.score_report import progress_report, score_report
from reviewer_app.reports.text import Bilingual
from tests.unit.reports.builders import a_case, some_rows


def table_of(report: Report, key: str) -> Table:
    return next(table for table in report.tables() if table.key == key)


def cells_of(table: Table, row: int) -> dict[str, object]:
    keys = (column.key for column in table.columns)
    return dict(zip(keys, table.rows[row], strict=True))


def test_a_case_has_its_facts_figures_and_recommendations():
    case = replace(a_case(1), in_all=figures_of([7, 8, 8, 10]))
    rows = replace(some_rows(cases=1), cases=(case,))
    cells = cells_of(table_of(score_report(rows), "cases"), 0)
    assert cells["number"] == "WIC-2026-001"
    assert cells["title"] == case.title
    assert (cells["countries"], cells["joint"], cells["reviews"]) == (3, Bilingual("否", "No"), 4)
    assert (cells["in_all_mean"], cells["in_all_median"]) == (Decimal("8.25"), Decimal("8.00"))
    assert (cells["in_all_range"], cells["in_all_sd"]) == ("7.00–10.00", Decimal("1.26"))
    assert (cells["outstanding"], cells["casebook"], cells["not_in_casebook"]) == (5, 4, 3)


def decimals_of(text: object) -> set[int]:
    return {len(end.partition(".")[2]) for end in str(text).split("–")}


def test_figures_in_a_column_have_the_same_decimals():
    cases = (
        replace(a_case(1), in_all=Figures(2, 8, 8, 7, 9), criteria=(figures_of([7, 9]),) * 3),
        replace(
            a_case(2),
            in_all=Figures(2, *(Fraction(each, 3) for each in (22, 22, 20, 25))),
            criteria=(figures_of([7, 8]),) * 3,
        ),
    )
    report = score_report(replace(some_rows(cases=2), cases=cases))
    for key, ending, places in (
        ("cases", "in_all_median", 2),
        ("cases", "in_all_range", 2),
        ("criteria", "conceptual_fit_median", 1),
        ("criteria", "conceptual_fit_range", 0),
    ):
        table = table_of(report, key)
        assert [decimals_of(cells_of(table, row)[ending]) for row in (0, 1)] == [{places}] * 2


def test_a_case_without_counted_scores_has_no_figures():
    case = replace(a_case(1), in_all=Figures(0), criteria=(Figures(0),) * 3)
    rows = replace(some_rows(cases=1), cases=(case,))
    cells = cells_of(table_of(score_report(rows), "cases"), 0)
    assert [cells[key] for key in ("in_all_mean", "in_all_range", "in_all_sd")] == [None] * 3


def test_the_adjusted_mean_has_a_column_only_where_there_is_one():
    rows = some_rows(cases=2)
    plain = table_of(score_report(rows), "cases")
    assert "adjusted" not in [column.key for column in plain.columns]
    adjusted = (replace(rows.cases[0], adjusted="7.104200"), rows.cases[1])
    table = table_of(score_report(replace(rows, cases=adjusted)), "cases")
    assert cells_of(table, 0)["adjusted"] == Decimal("7.10")
    assert cells_of(table, 1)["adjusted"] is None


def a_review(standing: Standing, *answers: int | str | None) -> ReviewRow:
    return ReviewRow("WIC-2026-001", 7, answers, "casebook", 2, "zh", standing)


def test_marks_and_standings_stand_as_themselves():
    reviews = (
        a_review(Standing("counted"), 8, "cannot_judge", 3),
        a_review(Standing("held", ("late", "fork")), 8, 8, 8),
        a_review(Standing("recused"), None, None, None),
        a_review(Standing("not_counted", ("something_new",)), 1, 1, 1),
    )
    table = table_of(score_report(replace(some_rows(cases=1), reviews=reviews)), "reviews")
    cells = [cells_of(table, row) for row in range(4)]
    assert cells[0]["expert"] == Bilingual("专家07", "Expert 07")
    assert cells[0]["international_cooperativeness"] == Bilingual("无法判断", "Cannot judge")
    assert cells[0]["standing"] == Bilingual("计入", "Counted")
    assert cells[1]["conceptual_fit"] == 8
    assert cells[1]["standing"] == Bilingual(
        "暂不计入（逾期、两台设备结果不一致）", "Held (late, two devices disagree)"
    )
    assert cells[2]["conceptual_fit"] is None
    assert cells[2]["standing"] == Bilingual("回避", "Recused")
    assert cells[3]["standing"] == Bilingual(
        "不计入（something_new）", "Not counted (something_new)"
    )


@pytest.mark.parametrize("score", [0, 11, -1])
def test_a_score_off_the_scale_is_refused(score):
    with pytest.raises(ValueError, match="outside 1 to 10"):
        a_review(Standing("counted"), score, 5, 5)


def test_the_distribution_counts_only_scores_that_count():
    reviews = (
        a_review(Standing("counted"), 2, "cannot_judge", 9),
        a_review(Standing("held", ("late",)), 10, 10, 10),
    )
    table = table_of(score_report(replace(some_rows(cases=1), reviews=reviews)), "distribution")
    assert table.rows[0][1:] == (1, 0, 0, 1, 1)


def test_comments_stand_by_case_with_expert_criterion_and_quotes():
    report = score_report(some_rows(cases=2))
    section = report.sections[-1]
    assert section.heading.zh.startswith("WIC-2026-002")
    first, comment, quote, *_ = section.blocks
    assert isinstance(first, Paragraph)
    assert first.text == Bilingual("专家07 · 理念契合度 · 8", "Expert 07 · Conceptual fit · 8")
    assert isinstance(comment, Paragraph)
    assert isinstance(quote, Paragraph)
    assert (comment.style, quote.style) == ("body", "quote")


def test_comments_and_progress_can_be_left_out():
    rows = replace(some_rows(cases=2), comments=None, progress=None)
    headings = [section.heading.en for section in score_report(rows).sections]
    assert headings == [
        "Results of the cases",
        "Results by criterion",
        "Distribution of the scores",
        "Every single score",
    ]


def test_a_progress_report_holds_no_score():
    rows = some_rows(cases=2)
    report = progress_report(rows.provenance, rows.round_name, rows.progress)
    assert [table.key for table in report.tables()] == ["progress"]
    assert list(report.paragraphs()) == []
    cells = cells_of(table_of(report, "progress"), 0)
    assert (cells["last_utc"], cells["last_local"]) == ("2026-08-03 06:30", "2026-08-03 09:30")


def test_what_is_missing_is_never_negative():
    assert rows_missing(assigned=2, received=3) == 0
    assert rows_missing(assigned=5, received=3) == 2


def rows_missing(*, assigned: int, received: int) -> int:
    row = some_rows(cases=1).progress[0]
    changed = replace(row, assigned=assigned, received=received, recused=0)
    assert changed.last_received - row.last_received == timedelta(0)
    return changed.missing
