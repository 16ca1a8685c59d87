"""The tables of a dispute dossier, column by column."""

from datetime import UTC, datetime

from reviewer_app.reports.defence_rows import CaseDefence, DecisionRow, ExpertScore
from reviewer_app.reports.defence_words import (
    decision_state,
    declared_name,
    from_name,
    how_it_counts,
    seat_name,
    state_name,
)
from reviewer_app.reports.dispute_rows import DisputeRows, DrawRow, ProofRow
from reviewer_app.reports.figures import rounded
from reviewer_app.reports.outline import Cell, ReportColumn, Table
from reviewer_app.reports.text import Bilingual, same
from reviewer_app.reports.words import (
    answer_cell,
    expert_name,
    recommendation_name,
    yes_or_no,
)

SCORES = Bilingual("计入与不计入的每个评分", "Every score, counted and not counted")
ASKED = Bilingual("请谁评审，声明了什么", "Who was asked, and what they declared")
DRAWS = Bilingual("如何分配", "How the reviews were given out")
PROOFS = Bilingual("证据与核验", "The proofs, and how to check them")
"""Headings of sections, and the titles of the tables in them."""
_LEAF = ReportColumn("leaf", Bilingual("日志条目", "Log no."), "integer", share=5)
_UTC = Bilingual("收到时间（UTC）", "Received (UTC)")
_RECEIVED = ReportColumn("received", _UTC, "code", share=13)
_EXPERT = ReportColumn("expert", Bilingual("专家", "Expert"), share=8)
_ROUND = ReportColumn("round", Bilingual("轮次", "Round"), "integer", share=5.5)


def stamp(moment: datetime | None) -> str | None:
    """A moment as dossiers print it; nothing where it is not known."""
    return None if moment is None else f"{moment.astimezone(UTC):%Y-%m-%d %H:%M:%S}"


def decisions_table(rows: DisputeRows) -> Table:
    """Every decision, the oldest first."""
    columns = (
        ReportColumn("who", Bilingual("作出者", "By"), share=13),
        _ROUND,
        ReportColumn("outcome", Bilingual("决定", "Decision"), share=12),
        ReportColumn("state", Bilingual("状态", "State"), share=15),
        _RECEIVED,
        _LEAF,
        ReportColumn("reason", Bilingual("理由", "Reason"), share=40),
    )
    cells = tuple(_decision(each) for each in rows.decisions)
    return Table("decisions", Bilingual("历次决定", "All decisions"), columns, cells)


def _decision(row: DecisionRow) -> tuple[Cell, ...]:
    return (
        seat_name(row.who),
        row.round,
        recommendation_name(row.outcome),
        decision_state(row),
        stamp(row.at),
        row.leaf,
        row.reason.strip() or None,
    )


def scores_table(rows: DisputeRows) -> Table:
    """Every score and amendment, in the order of the log."""
    columns = (
        _LEAF,
        _RECEIVED,
        _EXPERT,
        _ROUND,
        ReportColumn("kind", Bilingual("类型", "Kind"), share=9),
        *(
            ReportColumn(each.code, each.title, "integer", share=9)
            for each in rows.defence.criteria
        ),
        ReportColumn("in_all", Bilingual("综合", "In all"), "decimal", share=5),
        ReportColumn("counts", Bilingual("如何计入", "How it counts"), share=26),
    )
    cells = tuple(_score(each) for each in rows.signed)
    return Table("scores", SCORES, columns, cells)


def _score(row: ExpertScore) -> tuple[Cell, ...]:
    kind = Bilingual("修改", "Amendment") if row.amends else Bilingual("评分", "Score")
    return (
        row.leaf,
        stamp(row.received),
        _who(row.expert),
        row.round,
        kind,
        *(answer_cell(each) for each in row.answers),
        rounded(row.in_all, 2),
        how_it_counts(row),
    )


def asked_table(found: CaseDefence) -> Table:
    """Everybody who was asked, or signed a score."""
    columns = (
        _EXPERT,
        ReportColumn("declared", Bilingual("声明", "Declared"), share=24),
        ReportColumn("home", Bilingual("国家（地区）关联", "Tie of country (region)"), share=30),
        ReportColumn("state", Bilingual("评审现状", "The review now"), share=30),
    )
    cells = tuple(
        (
            _who(each.expert),
            declared_name(each.declared),
            from_name(each.home),
            state_name(each.state, each.reason),
        )
        for each in found.scores
    )
    return Table("asked", ASKED, columns, cells)


def draws_table(rows: DisputeRows) -> Table:
    """The runs that gave out reviews."""
    columns = (
        _ROUND,
        ReportColumn("made", Bilingual("时间（UTC）", "Made (UTC)"), "code", share=13),
        ReportColumn("reviews", Bilingual("每个案例评审数", "Reviews a case"), "integer", share=7),
        ReportColumn("whole", Bilingual("全部案例", "All cases"), share=5),
        ReportColumn("seed", Bilingual("种子", "Seed"), "code", share=32),
        ReportColumn("record", Bilingual("记录哈希值", "Hash of the record"), "code", share=32),
        _LEAF,
    )
    cells = tuple(_draw(each) for each in rows.draws)
    return Table("draws", DRAWS, columns, cells)


def _draw(row: DrawRow) -> tuple[Cell, ...]:
    return (
        row.round,
        stamp(row.made),
        row.reviews_per_case,
        yes_or_no(row.whole),
        row.seed,
        row.record,
        row.leaf,
    )


def proofs_table(rows: DisputeRows) -> Table:
    """Every packet of the folder."""
    columns = (
        ReportColumn("folder", Bilingual("文件夹", "Folder"), "code", share=15),
        ReportColumn("who", Bilingual("签署者", "Signed by"), share=12),
        _LEAF,
        _RECEIVED,
        ReportColumn("packet", Bilingual("编号（SHA-256）", "Id (SHA-256)"), "code", share=42),
        ReportColumn("key", Bilingual("设备密钥", "Key of the device"), "code", share=16),
    )
    cells = tuple(_proof(each) for each in rows.proofs)
    return Table("proofs", PROOFS, columns, cells)


def _proof(row: ProofRow) -> tuple[Cell, ...]:
    return (row.folder, row.who, row.leaf, stamp(row.received), row.packet, row.key)


def _who(expert: int | None) -> Bilingual:
    return same("–") if expert is None else expert_name(expert)
