"""The tables of the score report, column by column."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime, tzinfo
from decimal import Decimal
from zoneinfo import ZoneInfo

from reviewer_app.reports.figures import Figures, rounded
from reviewer_app.reports.outline import Cell, ReportColumn, Table
from reviewer_app.reports.rows import CaseRow, ProgressRow, ReviewRow, ScoreReportRows
from reviewer_app.reports.text import Bilingual, same
from reviewer_app.reports.words import (
    IN_ALL,
    RECOMMENDATION,
    answer_cell,
    expert_name,
    language_name,
    recommendation_name,
    standing_name,
    yes_or_no,
)

_NUMBER = ReportColumn("number", Bilingual("编号", "No."), "code", share=7)
_TITLE = ReportColumn("title", Bilingual("案例名称", "Practice name"), share=20, apart=True)


def cases_table(rows: ScoreReportRows) -> Table:
    """One row a case: the facts, the figures in all, the recommendations counted."""
    adjusted = any(case.adjusted is not None for case in rows.cases)
    columns = (
        _NUMBER,
        _TITLE,
        ReportColumn("area", Bilingual("申报领域", "Area"), share=11),
        ReportColumn("applicant", Bilingual("申报单位", "Applicant"), share=12, apart=True),
        ReportColumn("joint", Bilingual("联合申报", "Joint"), share=4.6),
        ReportColumn("countries", Bilingual("国别数", "Countries"), "integer", share=5),
        ReportColumn("reviews", same("n"), "integer", share=2.6),
        *_figure_columns("in_all", IN_ALL, _COMPOSITE),
        *((_ADJUSTED,) if adjusted else ()),
        *_recommendation_columns(),
    )
    cells = tuple(_case_cells(case, adjusted=adjusted) for case in rows.cases)
    return Table("cases", Bilingual("案例结果", "Results of the cases"), columns, cells)


_ADJUSTED = ReportColumn(
    "adjusted", Bilingual("校正平均分", "Adjusted"), "decimal", share=5, group=IN_ALL
)


@dataclass(frozen=True, slots=True)
class _Places:
    """Decimals of a column; those of the lowest and highest are the scores' own."""

    median: int
    ends: int


_COMPOSITE = _Places(median=2, ends=2)
_MARKS = _Places(median=1, ends=0)


def _figure_columns(key: str, group: Bilingual, places: _Places) -> tuple[ReportColumn, ...]:
    return (
        ReportColumn(f"{key}_mean", Bilingual("平均分", "Mean"), "decimal", 4, group=group),
        ReportColumn(
            f"{key}_median",
            Bilingual("中位数", "Median"),
            "decimal",
            4.4,
            places=places.median,
            group=group,
        ),
        ReportColumn(
            f"{key}_range", Bilingual("最低–最高", "Min–max"), "integer", 5.4, group=group
        ),
        ReportColumn(f"{key}_sd", Bilingual("标准差", "SD"), "decimal", 4, group=group),
    )


def _recommendation_columns() -> tuple[ReportColumn, ...]:
    return (
        ReportColumn(
            "outstanding", Bilingual("精品", "Outst."), "integer", 4, group=RECOMMENDATION
        ),
        ReportColumn("casebook", Bilingual("收录", "Casebook"), "integer", 5, group=RECOMMENDATION),
        ReportColumn(
            "not_in_casebook", Bilingual("不收录", "Not in"), "integer", 4, group=RECOMMENDATION
        ),
    )


def _case_cells(case: CaseRow, *, adjusted: bool) -> tuple[Cell, ...]:
    counts = case.recommendations
    return (
        case.number,
        case.title,
        case.area,
        case.applicant,
        yes_or_no(case.joint),
        case.countries,
        case.in_all.n,
        *_figure_cells(case.in_all, _COMPOSITE),
        *((rounded(case.adjusted, 2),) if adjusted else ()),
        counts.outstanding,
        counts.casebook,
        counts.not_in_casebook,
    )


def _figure_cells(figures: Figures, places: _Places) -> tuple[Decimal | str | None, ...]:
    low, high = rounded(figures.low, places.ends), rounded(figures.high, places.ends)
    return (
        rounded(figures.mean, 2),
        rounded(figures.median, places.median),
        None if low is None else f"{low}–{high}",
        rounded(figures.deviation, 2),
    )


def criteria_table(rows: ScoreReportRows) -> Table:
    """One row a case: n, mean, median, min–max and SD of every criterion."""
    columns = [_NUMBER, _TITLE]
    for criterion in rows.criteria:
        key, group = criterion.code, criterion.title
        columns.append(ReportColumn(f"{key}_n", same("n"), "integer", 3, group=group))
        columns.extend(_figure_columns(key, group, _MARKS))
    cells = tuple((case.number, case.title, *_criteria_cells(case)) for case in rows.cases)
    title = Bilingual("各项评审标准结果", "Results by criterion")
    return Table("criteria", title, tuple(columns), cells)


def _criteria_cells(case: CaseRow) -> tuple[Cell, ...]:
    return tuple(
        cell for figures in case.criteria for cell in (figures.n, *_figure_cells(figures, _MARKS))
    )


def reviews_table(rows: ScoreReportRows) -> Table:
    """One row a case and expert, whether it counts or not."""
    columns = (
        replace(_NUMBER, share=9.5),
        ReportColumn("expert", Bilingual("专家", "Expert"), share=11.5),
        *(
            ReportColumn(criterion.code, criterion.title, "integer", share=12)
            for criterion in rows.criteria
        ),
        ReportColumn("recommendation", RECOMMENDATION, share=19),
        ReportColumn("familiarity", Bilingual("熟悉程度", "Familiarity"), "integer", share=7),
        ReportColumn("language_read", Bilingual("阅读语言", "Language read"), share=12),
        ReportColumn("standing", Bilingual("状态", "Standing"), share=20),
    )
    cells = tuple(_review_cells(review) for review in rows.reviews)
    return Table("reviews", Bilingual("全部单项评分", "Every single score"), columns, cells)


def _review_cells(review: ReviewRow) -> tuple[Cell, ...]:
    return (
        review.case_number,
        expert_name(review.expert),
        *(answer_cell(answer) for answer in review.answers),
        None if review.recommendation is None else recommendation_name(review.recommendation),
        review.familiarity,
        None if review.language_read is None else language_name(review.language_read),
        standing_name(review.standing),
    )


def progress_table(progress: tuple[ProgressRow, ...], zone: ZoneInfo) -> Table:
    """One row an expert: counts only, no score; times where one is known."""
    columns: tuple[ReportColumn, ...] = (
        ReportColumn("expert", Bilingual("专家", "Expert"), share=14),
        ReportColumn("assigned", Bilingual("已分配", "Assigned"), "integer", 8),
        ReportColumn("received", Bilingual("已收到", "Received"), "integer", 8),
        ReportColumn("held", Bilingual("暂不计入", "Held"), "integer", 8),
        ReportColumn("recused", Bilingual("回避", "Recused"), "integer", 8),
        ReportColumn("missing", Bilingual("未收到", "Not received"), "integer", 8),
    )
    cells: list[tuple[Cell, ...]] = [
        (row.expert, row.assigned, row.received, row.held, row.recused, row.missing)
        for row in progress
    ]
    if any(row.last_received is not None for row in progress):
        columns += (
            ReportColumn(
                "last_utc", Bilingual("最近收到（UTC）", "Last received (UTC)"), "code", 14
            ),
            ReportColumn("last_local", same(zone.key), "code", 14),
        )
        times = [
            (_minute(row.last_received, UTC), _minute(row.last_received, zone)) for row in progress
        ]
        cells = [(*counts, *last) for counts, last in zip(cells, times, strict=True)]
    return Table("progress", Bilingual("评审进度", "Progress"), columns, tuple(cells))


def _minute(when: datetime | None, zone: tzinfo) -> str | None:
    return None if when is None else f"{when.astimezone(zone):%Y-%m-%d %H:%M}"
