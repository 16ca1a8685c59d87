"""The two tables of a defence sheet: figures by criterion, and every score and how it counts."""

from collections.abc import Sequence

from reviewer_app.reports.defence_rows import CaseDefence, ExpertScore
from reviewer_app.reports.defence_words import how_it_counts, number
from reviewer_app.reports.figures import Figures, rounded
from reviewer_app.reports.outline import Cell, ReportColumn, Table
from reviewer_app.reports.text import Bilingual, same
from reviewer_app.reports.words import CANNOT_JUDGE, IN_ALL, answer_cell, expert_name


def criteria_table(found: CaseDefence) -> Table:
    """n, mean, median, min–max and SD of each criterion, and of all together."""
    columns = (
        ReportColumn("criterion", Bilingual("评审标准", "Criterion"), share=30),
        ReportColumn("n", same("n"), "integer", share=6),
        ReportColumn("mean", Bilingual("平均分", "Mean"), "decimal", share=9),
        ReportColumn("median", Bilingual("中位数", "Median"), "decimal", share=9),
        ReportColumn("range", Bilingual("最低–最高", "Min–max"), "integer", share=13),
        ReportColumn("sd", Bilingual("标准差", "SD"), "decimal", share=9),
        ReportColumn("cannot", CANNOT_JUDGE, "integer", share=13),
    )
    rows = [
        _figures(each.title, figures, 0, cannot)
        for each, figures, cannot in zip(
            found.criteria, found.figures, found.cannot_judge, strict=True
        )
    ]
    rows.append(_figures(IN_ALL, found.in_all, 2, None))
    title = Bilingual("各项评审标准", "By criterion")
    return Table("criteria", title, columns, tuple(rows))


def _figures(
    name: Bilingual, figures: Figures, places: int, cannot: int | None
) -> tuple[Cell, ...]:
    low, high = number(figures.low, places), number(figures.high, places)
    return (
        name,
        figures.n,
        rounded(figures.mean, 2),
        rounded(figures.median, 2),
        f"{low}–{high}" if figures.n else None,
        rounded(figures.deviation, 2),
        cannot,
    )


def scores_table(found: CaseDefence, shown: Sequence[ExpertScore]) -> Table:
    """One row an expert."""
    columns = (
        ReportColumn("expert", Bilingual("专家", "Expert"), share=11),
        *(ReportColumn(each.code, each.title, "integer", share=14) for each in found.criteria),
        ReportColumn("in_all", IN_ALL, "decimal", share=8),
        ReportColumn("counts", Bilingual("如何计入", "How it counts"), share=32),
        ReportColumn("leaf", Bilingual("日志条目", "Log no."), "integer", share=9),
    )
    rows = tuple(_score(each) for each in shown)
    return Table("scores", Bilingual("每个评分", "Every score"), columns, rows)


def _score(row: ExpertScore) -> tuple[Cell, ...]:
    who = same("–") if row.expert is None else expert_name(row.expert)
    return (
        who,
        *(answer_cell(each) for each in row.answers),
        rounded(row.in_all, 2),
        how_it_counts(row),
        row.leaf,
    )
