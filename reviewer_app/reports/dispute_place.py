"""How a case came to its place, as a dispute dossier tells it."""

from collections.abc import Iterator
from decimal import Decimal

from reviewer_app.reports.defence_rows import CaseDefence, PlaceRow
from reviewer_app.reports.defence_words import (
    chance_name,
    disagreement_sentences,
    number,
    percent,
    place_sentence,
)
from reviewer_app.reports.dispute_rows import DisputeRows, IssuedRow
from reviewer_app.reports.outline import Paragraph, Section
from reviewer_app.reports.panel_words import among_whom, ended
from reviewer_app.reports.text import Bilingual


def place_section(rows: DisputeRows) -> Section:
    """Both means, places and errors, and what the head signed."""
    heading = Bilingual("名次如何得出", "How the case came to its place")
    place = rows.defence.place
    if place is None:
        none = Bilingual(
            "没有计入的综合分，因此没有名次。", "No full score counts: it has no place."
        )
        return Section(heading, (Paragraph(none), *_issued(rows.issued)))
    return Section(
        heading,
        (
            *_placed(place),
            *_among_whom(rows.defence),
            *(Paragraph(each) for each in disagreement_sentences(rows.defence.disagreement)),
            Paragraph(_how(place), "note"),
            *_issued(rows.issued),
        ),
    )


def _among_whom(found: CaseDefence) -> Iterator[Paragraph]:
    if found.panel is not None:
        yield Paragraph(ended(among_whom(found.panel, found.heads)))


def _how(place: PlaceRow) -> Bilingual:
    drawn = (
        Bilingual(
            "概率由上述种子抽取得出，只供参考。",
            " Chances are drawn with this seed, and inform only.",
        )
        if place.chances
        else Bilingual("", "")
    )
    return Bilingual(
        f"校正平均分只依据共同评审的案例，调整各专家通常的宽严。{drawn.zh}同样的评分与规则得出同样的数字。",
        "The adjusted mean moves each score by how strict or mild its expert usually is, judged by "
        f"shared cases alone.{drawn.en} The same scores and rules give the same figures.",
    )


def _placed(place: PlaceRow) -> Iterator[Paragraph]:
    yield Paragraph(place_sentence(place))
    if place.error is not None:
        low, high, error = number(place.low), number(place.high), number(place.error)
        span = f"{place.rank_low}–{place.rank_high}"
        ranks = (
            Bilingual("", "")
            if place.rank_low is None
            else Bilingual(f"；名次5–95%：{span}", f"; place 5–95%: {span}")
        )
        yield Paragraph(
            Bilingual(
                f"校正平均分的误差±{error}，90%区间{low}–{high}{ranks.zh}。",
                f"The adjusted mean has an error of ±{error} (90%: {low}–{high}){ranks.en}.",
            )
        )
    if place.chances:
        told = [chance_name(each) for each in place.chances]
        yield Paragraph(
            Bilingual(
                f"概率：{'；'.join(each.zh for each in told)}。",
                f"Chances: {'; '.join(each.en for each in told)}.",
            )
        )
    if place.seed is not None:
        yield _hashed(Bilingual("种子", "Seed"), place.seed)
    yield _hashed(
        Bilingual("计入评分的哈希值", "Hash of the scores that were counted"), place.inputs
    )


def _hashed(name: Bilingual, value: str | None) -> Paragraph:
    shown = value or "–"
    return Paragraph(Bilingual(f"{name.zh}：{shown}", f"{name.en}: {shown}"), "note")


def _issued(issued: IssuedRow | None) -> Iterator[Paragraph]:
    """What the head signed; nothing where no comparison of all panels was issued."""
    if issued is None:
        return
    yield Paragraph(
        Bilingual(
            "主任签署的全部评审组比较结果", "The comparison of all panels, signed by the head"
        ),
        "label",
    )
    chances = "; ".join(f"{target}: {percent(Decimal(each))}" for target, each in issued.chances)
    ranks = "–" if issued.rank_low is None else f"{issued.rank_low}–{issued.rank_high}"
    raw, adjusted = number(issued.raw), number(issued.adjusted)
    place = (
        Bilingual("", "")
        if issued.place is None
        else Bilingual(
            f"第{issued.place[0]}名（共{issued.place[1]}个案例），",
            f"place {issued.place[0]} of {issued.place[1]} cases, ",
        )
    )
    yield Paragraph(
        Bilingual(
            f"评审{issued.reviews}份，原始平均分{raw}，校正平均分{adjusted}，"
            f"误差{number(issued.error)}，{place.zh}"
            f"名次5–95%：{ranks}；居前概率：{chances or '–'}。",
            f"{issued.reviews} reviews, raw mean {raw}, adjusted mean {adjusted}, error "
            f"{number(issued.error)}, {place.en}"
            f"place 5–95%: {ranks}; chance of being among the best: {chances or '–'}.",
        )
    )
    counted = issued.counted
    yield _hashed(Bilingual("比较结果", "The comparison"), issued.packet)
    yield _hashed(Bilingual("种子", "Seed"), issued.seed)
    yield _hashed(
        Bilingual(f"所计入{counted}个签署件的哈希值", f"Hash of the {counted} packets it counted"),
        issued.inputs,
    )
