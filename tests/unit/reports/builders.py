"""Report rows with valid defaults: forty cases, twelve experts, reproducible scores."""

from datetime import UTC, datetime
from random import Random
from zoneinfo import ZoneInfo

from reviewer_app.reports.figures import figures_of
from reviewer_app.reports.outline import Cell, Report, ReportColumn, Section, Table
from reviewer_app.reports.provenance import Provenance
from reviewer_app.reports.rows import (
    Answer,
    CaseRow,
    CommentRow,
    CriterionName,
    ProgressRow,
    RecommendationCounts,
    ReviewRow,
    ScoreReportRows,
    Standing,
)
from reviewer_app.reports.text import Bilingual
from reviewer_app.reports.words import expert_name

RUBRIC_HASH = "3f9a2c1b" + "0d" * 28
LOG_ROOT = "9c" * 32
CRITERIA = (
    CriterionName("conceptual_fit", Bilingual("理念契合度", "Conceptual fit")),
    CriterionName(
        "international_cooperativeness", Bilingual("国际合作性", "International cooperativeness")
    ),
    CriterionName("benefits", Bilingual("普惠性", "Benefits to humankind")),
)
_AREAS = (
    Bilingual("网络基础设施建设", "Internet Infrastructure Construction"),
    Bilingual("网上文化交流互鉴", "Online Cultural Exchanges and Mutual Learning"),
    Bilingual("数字经济创新发展", "Innovative Development of the Digital Economy"),
    Bilingual("网络安全保障", "Cybersecurity Maintenance"),
    Bilingual("网络空间国际治理", "Global Governance in Cyberspace"),
)
_TITLES = (
    Bilingual("“星火”乡村基站共建计划", "Spark: Building Rural Base Stations Together"),
    Bilingual(
        "面向中亚与东南亚山区学校的低轨卫星与固定无线混合接入、教师数字能力培训及本地化内容共建共享实践案例",
        "Hybrid Satellite and Fixed Wireless Access, Digital Training for Teachers and Locally "
        "Made Content for Mountain Schools in Central and South-East Asia",
    ),
    Bilingual("", "A Library Without Walls: the Reader’s “Second Shelf”"),
    Bilingual("丝路数字博物馆接力", "Relay of Digital Museums along the Silk Road"),
)


def a_provenance(*, sample: bool = True, official: bool = False) -> Provenance:
    return Provenance(
        programme=Bilingual(
            "“携手构建网络空间命运共同体”实践案例",
            "Practice Cases of “Jointly Building a Community with a Shared Future in Cyberspace”",
        ),
        rubric_hash=RUBRIC_HASH,
        log_origin="review.example.org/log/1",
        log_size=1204,
        log_root=LOG_ROOT,
        packets=987,
        made_at=datetime(2026, 8, 3, 6, 30, 15, tzinfo=UTC),
        zone=ZoneInfo("Africa/Nairobi"),
        sample=sample,
        official=official,
    )


def a_case(number: int, *, title: Bilingual | None = None) -> CaseRow:
    scores = [Random(number * 10 + each).randint(2, 10) for each in range(12)]
    return CaseRow(
        number=f"WIC-2026-{number:03d}",
        title=title or _TITLES[number % len(_TITLES)],
        area=_AREAS[number % len(_AREAS)],
        applicant=Bilingual("云岭信息服务有限公司", "Yunling Information Services Ltd"),
        countries=2 + number % 9,
        joint=(True, False, None)[number % 3],
        in_all=figures_of(scores),
        criteria=tuple(figures_of(scores[part::3]) for part in range(3)),
        recommendations=RecommendationCounts(5, 4, 3),
    )


def a_review(number: int, expert: int) -> ReviewRow:
    chance = Random(number * 100 + expert)
    case = f"WIC-2026-{number:03d}"
    draw = chance.random()
    if draw < 0.04:
        return ReviewRow(case, expert, (None,) * 3, None, None, None, Standing("recused"))
    if draw < 0.08:
        return ReviewRow(case, expert, (None,) * 3, None, None, None, Standing("not_received"))
    answers: tuple[Answer, ...] = tuple(chance.randint(1, 10) for _ in range(3))
    if draw < 0.12:
        answers = (*answers[:2], "cannot_judge")
    standing = Standing("held", ("late",)) if draw > 0.95 else Standing("counted")
    recommendation = chance.choice(("outstanding", "casebook", "not_in_casebook"))
    return ReviewRow(case, expert, answers, recommendation, chance.randint(1, 3), "both", standing)


def some_rows(*, cases: int = 40, experts: int = 12, comments: int = 3) -> ScoreReportRows:
    numbers = range(1, cases + 1)
    return ScoreReportRows(
        provenance=a_provenance(),
        round_name=Bilingual("2026 年第一轮评审", "Round 1 of 2026"),
        criteria=CRITERIA,
        cases=tuple(a_case(number) for number in numbers),
        reviews=tuple(
            a_review(number, expert) for number in numbers for expert in range(1, experts + 1)
        ),
        comments=tuple(comment for number in numbers for comment in _comments(number)[:comments]),
        progress=tuple(
            ProgressRow(
                expert_name(expert), cases, cases - expert, 1, expert % 3, a_provenance().made_at
            )
            for expert in range(1, experts + 1)
        ),
    )


def _comments(number: int) -> tuple[CommentRow, ...]:
    case = f"WIC-2026-{number:03d}"
    return (
        CommentRow(
            case,
            7,
            "conceptual_fit",
            8,
            "紧扣所选领域，目标与措施一一对应；但第三段的覆盖人数（约12.5万人）与英文稿不一致，建议核实。",
            ("项目在老挝、柬埔寨等6个国家（地区）建成“星火”基站1,280座，惠及山区居民约12.5万人。",),
        ),
        CommentRow(
            case,
            11,
            "benefits",
            "cannot_judge",
            "The figures are the applicant’s own; no outside source is named: I can’t judge them.",
            ("It doesn’t replace the “village teacher”, it gives her a second shelf.",),
        ),
        CommentRow(case, 3, None, None, "总体扎实。"),
    )


def a_table(*rows: tuple[Cell, ...]) -> Table:
    """A table of a text, an integer and a decimal column."""
    columns = (
        ReportColumn("name", Bilingual("名称", "Name"), share=4),
        ReportColumn("count", Bilingual("数量", "Count"), "integer"),
        ReportColumn("mean", Bilingual("平均分", "Mean"), "decimal"),
    )
    return Table("cases", Bilingual("案例", "Cases"), columns, rows)


def a_report(*tables: Table) -> Report:
    return Report(
        title=Bilingual("评分报告", "Score report"),
        subtitle=Bilingual("第一轮", "Round 1"),
        provenance=a_provenance(),
        sections=tuple(Section(table.title, (table,)) for table in tables),
    )
