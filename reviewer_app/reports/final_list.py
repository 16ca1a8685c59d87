"""The signed final list as a report: places in order with their decisions, then the reserve."""

from dataclasses import dataclass

from reviewer_app.reports.outline import Paragraph, Report, ReportColumn, Section, Table
from reviewer_app.reports.provenance import HeadLine, Provenance
from reviewer_app.reports.text import Bilingual

OUTSTANDING = Bilingual("精品案例", "Outstanding Cases")
CASEBOOK = Bilingual("收录《案例集》的其他案例", "Other cases in the Casebook")
HEAD = Bilingual("评审委员会主任", "the head of the review committee")
BY_DEPUTY = Bilingual("由副手决定的一个席位", "One place decided by the deputy")


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """A place; `number` is empty for one that a deputy decided, `decision` is the number of its
    receipt, and None where that decision is not seen here."""

    number: str
    name: Bilingual
    applicant: Bilingual | None
    area: Bilingual | None
    decision: int | None
    reason: str


@dataclass(frozen=True, slots=True)
class FinalListRows:
    """Everything that the report shows; `packet` is the list's own id, `receipt` its leaf."""

    provenance: Provenance
    round_name: Bilingual
    outstanding: tuple[PlaceRow, ...]
    casebook: tuple[PlaceRow, ...]
    reserve: tuple[PlaceRow, ...]
    reason: str
    packet: str
    receipt: int | None
    signed_at: str
    rules: str
    comparison: str


def final_list_report(rows: FinalListRows) -> Report:
    """The outline of the list as it was signed: places are counted through both of its parts."""
    after = len(rows.outstanding) + 1
    sections = [
        Section(OUTSTANDING, (_table("outstanding", OUTSTANDING, rows.outstanding, first=1),)),
        Section(CASEBOOK, (_table("casebook", CASEBOOK, rows.casebook, first=after),)),
    ]
    if rows.reserve:
        reserve = Bilingual("候补名单", "Reserve list")
        sections.append(Section(reserve, (_table("reserve", reserve, rows.reserve, first=None),)))
    if rows.reason:
        words = Bilingual("主任的说明", "Words of the head")
        sections.append(Section(words, (Paragraph(rows.reason, "quote"),)))
    return Report(
        title=Bilingual("最终名单", "Final list"),
        subtitle=rows.round_name,
        provenance=rows.provenance,
        sections=tuple(sections),
        more_head=_head(rows),
    )


def _head(rows: FinalListRows) -> tuple[HeadLine, ...]:
    nothing = Bilingual("尚未收到", "not received yet")
    receipt = nothing if rows.receipt is None else str(rows.receipt)
    return (
        HeadLine(Bilingual("签署人", "Signed by"), HEAD),
        HeadLine(Bilingual("签署时间（UTC）", "Signed (UTC)"), rows.signed_at),
        HeadLine(Bilingual("回执编号", "Receipt no."), receipt),
        HeadLine(Bilingual("名单数据包", "The list's packet"), rows.packet),
        HeadLine(Bilingual("规则文件哈希值", "Rule file hash"), rows.rules),
        HeadLine(Bilingual("比较结果数据包", "The comparison's packet"), rows.comparison),
    )


def _table(key: str, title: Bilingual, places: tuple[PlaceRow, ...], *, first: int | None) -> Table:
    """`first` is the place of its first row; None of those that have none yet."""
    place = Bilingual("席位", "Place") if first else Bilingual("候补次序", "In reserve")
    return Table(
        key=key,
        title=title,
        columns=(
            ReportColumn("place", place, "integer", share=0.7),
            ReportColumn("number", Bilingual("编号", "Number"), "code", share=1.2),
            ReportColumn("case", Bilingual("案例", "Case"), share=2.8, apart=True),
            ReportColumn("applicant", Bilingual("申报单位", "Applicant"), share=2, apart=True),
            ReportColumn("area", Bilingual("领域", "Area"), share=1.4, apart=True),
            ReportColumn("reason", Bilingual("不依名次的理由", "Reason out of the order"), share=2),
            ReportColumn(
                "decision",
                Bilingual("决定的回执编号", "Decision’s receipt no."),
                "integer",
                share=1.2,
            ),
        ),
        rows=tuple(
            (at, each.number, each.name, each.applicant, each.area, each.reason, each.decision)
            for at, each in enumerate(places, first or 1)
        ),
    )
