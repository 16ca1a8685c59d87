"""A defended case with valid defaults, as short or as long as one is asked for."""

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal

from reviewer_app.reports.defence_rows import (
    CaseDefence,
    Chance,
    CitationRow,
    Decided,
    DefendedCase,
    Disagreement,
    EvidenceRow,
    ExpertScore,
    FarScoreRow,
    PlaceRow,
    RulesRow,
    SheetRows,
    TalkRow,
    TargetLine,
    WrittenRow,
)
from reviewer_app.reports.defence_words import seat_name
from reviewer_app.reports.figures import Figures, figures_of
from reviewer_app.reports.text import Bilingual
from tests.unit.reports.builders import CRITERIA, a_provenance

AT = datetime(2026, 8, 2, 6, 30, tzinfo=UTC)


def a_place() -> PlaceRow:
    return PlaceRow(
        place=14,
        of=230,
        fewest=3,
        raw=Decimal("6.8"),
        raw_place=31,
        adjusted=Decimal("7.1"),
        error=Decimal("0.4"),
        low=Decimal("6.44"),
        high=Decimal("7.76"),
        rank_low=6,
        rank_high=41,
        chances=(Chance(12, Decimal(".41"), "discuss"), Chance(60, Decimal(".996"), "in")),
        tie="benefits",
        ordering="adjusted_mean",
        lines=(TargetLine(12, Decimal("7.15")), TargetLine(60, Decimal("6.2"))),
        seed="5e" * 32,
        inputs="1a" * 32,
    )


def a_score(expert: int, mark: int = 7, leniency: str = "0") -> ExpertScore:
    return ExpertScore(
        expert=expert,
        state="counts",
        answers=(mark, mark, "cannot_judge" if expert % 9 == 0 else mark),
        in_all=None if expert % 9 == 0 else Decimal(mark),
        leniency=Decimal(leniency),
        round=1,
        leaf=100 + expert,
        received=AT,
        packet=f"{expert:064d}",
        declared="none",
    )


def a_defence(*, experts: int = 5) -> CaseDefence:
    return CaseDefence(
        provenance=a_provenance(),
        round_name=Bilingual("第1轮", "Round 1"),
        case=DefendedCase(
            number="WIC-2026-014",
            title=Bilingual("丝路数字博物馆接力", "Relay of Digital Museums along the Silk Road"),
            area=Bilingual("网上文化交流互鉴", "Online Cultural Exchanges and Mutual Learning"),
            applicant=Bilingual("云岭信息服务有限公司", "Yunling Information Services Ltd"),
            countries=Bilingual("中国、老挝", "China, Laos"),
            number_of_countries=2,
            joint=True,
        ),
        scale=(1, 10),
        criteria=CRITERIA,
        figures=tuple(figures_of([6, 7, 8]) for _ in CRITERIA),
        cannot_judge=(0, 0, 1),
        in_all=Figures(3, Decimal(7), Decimal(7), Decimal(6), Decimal(8), Decimal(1)),
        scores=(a_score(1, 7, "-0.6"), *(a_score(each) for each in range(2, experts + 1))),
        place=a_place(),
        disagreement=Disagreement(),
        rules=RulesRow(
            hash="7b" * 32,
            ordering="adjusted_mean",
            ties=("benefits", "written_reason"),
            casebook_target=60,
            outstanding_target=12,
            casebook_round=2,
            outstanding_round=2,
            counted_rounds=(1, 2),
            fewest_reviews=3,
        ),
        decision=Decided("casebook", "The panel agreed.", AT, 1180, "chair"),
        recommended=(("casebook", 3), ("not_in_casebook", 2)),
        written=some_comments(),
        citation=CitationRow(
            Bilingual("二十四所学校接入网络。", "Twenty-four schools were connected."),
            writer=seat_name("chair"),
            agreed=True,
            approved=(seat_name("deputy"),),
            objected=(),
        ),
        talk=TalkRow(4, 1150, (3,)),
    )


def some_comments(text: str = "No survey says how many were helped.") -> tuple[WrittenRow, ...]:
    """Two a criterion, the one that speaks for it first."""
    return tuple(
        WrittenRow(each.title, expert, 7, text if expert == 3 else "Another said this.")
        for each in CRITERIA
        for expert in (3, 4)
    )


def some_evidence(text: str = "The depot serves seven islands.") -> tuple[EvidenceRow, ...]:
    element = Bilingual("普惠作用", "Benefits to humanity or society")
    return tuple(EvidenceRow(each.title, text, "en", element, (1, 3)) for each in CRITERIA)


def a_sheet() -> SheetRows:
    return SheetRows(a_defence(), some_evidence())


def the_longest_sheet() -> SheetRows:
    """Fifty experts, each with something to tell, and every text as long as a form takes it."""
    found = a_defence(experts=50)
    word, sentence = (
        "网络空间命运共同体",
        "Capacity building in the mountain regions of two continents. ",
    )
    case = replace(
        found.case,
        title=Bilingual(word * 22, sentence * 3),
        applicant=Bilingual(word * 22, sentence * 3),
        countries=Bilingual("、".join([word] * 40), ", ".join(["Republic of Somewhere"] * 60)),
        number_of_countries=60,
    )
    scores = tuple(
        replace(each, declared="disclosed", home="involved", state="held", reason="six-words")
        if (each.expert or 0) % 2
        else replace(each, declared="disclosed", amends=True, other_version=True)
        for each in found.scores
    )
    far = tuple(FarScoreRow(each, Decimal(3), Decimal(8), 240) for each in range(1, 20))
    return SheetRows(
        replace(
            found,
            case=case,
            scores=scores,
            disagreement=Disagreement(far, Decimal(4), unusual=True),
            decision=Decided(
                "outstanding", sentence * 300 + "\n" * 40 + "end", AT, None, "heads-deputy"
            ),
            recommended=(("outstanding", 17), ("casebook", 17), ("not_in_casebook", 16)),
            written=some_comments((word + sentence) * 300),
            citation=CitationRow(
                Bilingual(word, sentence),
                writer=seat_name("heads-deputy"),
                agreed=False,
                approved=tuple(seat_name("deputy") for _ in range(9)),
                objected=tuple(seat_name("chair") for _ in range(9)),
            ),
            talk=TalkRow(1200, 1_234_567, tuple(range(1, 40))),
            fewest_lacking=2,
        ),
        some_evidence(sentence * 300),
    )
