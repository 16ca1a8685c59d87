"""What a panel did about a case, in both languages: recommended, decided, wrote, discussed."""

from collections.abc import Sequence

from reviewer_app.reports.defence_rows import (
    CaseDefence,
    CitationRow,
    Decided,
    EvidenceRow,
    HeadsFigures,
    TalkRow,
    WrittenRow,
)
from reviewer_app.reports.defence_words import chance_name, number, seat_name
from reviewer_app.reports.rows import Recommendation
from reviewer_app.reports.text import Bilingual
from reviewer_app.reports.words import CANNOT_JUDGE, expert_name, recommendation_name

QUOTED_MOST = Bilingual("引用最多的申报原文", "Quoted most, as the applicant wrote it")
NOT_DISCUSSED = Bilingual("评审组未讨论此案例", "The panel did not discuss the case")
NO_CITATION = Bilingual("没有入选评语", "There is no citation")


def recommended_sentence(found: CaseDefence) -> Bilingual:
    """How many of the experts whose reviews count recommended what."""
    told = [_times(each, times) for each, times in found.recommended]
    if not told:
        return Bilingual("专家建议：无", "The experts’ recommendations: none")
    return Bilingual(
        f"专家建议：{' · '.join(each.zh for each in told)}",
        f"Recommended by the experts: {' · '.join(each.en for each in told)}",
    )


def _times(recommendation: Recommendation, times: int) -> Bilingual:
    name = recommendation_name(recommendation)
    small = name.en if name.en in ("Casebook", "Outstanding") else name.en[:1].lower() + name.en[1:]
    return Bilingual(f"{name.zh}{times}位", f"{small} {times}")


def decided_sentence(decision: Decided) -> Bilingual:
    """What was decided, by whom, when, and where it stands in the log."""
    outcome = recommendation_name(decision.outcome)
    received = (
        Bilingual("尚未收到回执", "not received yet")
        if decision.leaf is None
        else Bilingual(f"日志第{decision.leaf}条", f"log no. {decision.leaf}")
    )
    who = None if decision.who is None else seat_name(decision.who)
    by = Bilingual("", "") if who is None else Bilingual(f"{who.zh}，", f"{_the(who.en)}, ")
    date = f"{decision.at:%Y-%m-%d}"
    return Bilingual(
        f"决定：{outcome.zh}（{by.zh}{date}，{received.zh}）",
        f"Decision: {outcome.en} ({by.en and 'by '}{by.en}{date}, {received.en})",
    )


def citation_sentence(citation: CitationRow | None) -> Bilingual:
    """Who wrote the text for the Casebook, approved it or objected, and who is still to answer."""
    if citation is None:
        return NO_CITATION
    zh, en = (
        f"入选评语：{citation.writer.zh}撰写",
        f"Citation written by {_the(citation.writer.en)}",
    )
    if citation.approved:
        zh += f"，{_listed(citation.approved).zh}同意"
        en += f", approved by {_listed(citation.approved).en}"
    if citation.objected:
        zh += f"，{_listed(citation.objected).zh}有异议"
        en += f", objected to by {_listed(citation.objected).en}"
    if citation.waiting:
        zh += f"，{_listed(citation.waiting).zh}尚未答复"
        en += f", still to be answered by {_listed(citation.waiting).en}"
    if citation.excused:
        zh += f"，{_listed(citation.excused).zh}此后申报利益冲突，其答复不计"
        en += f", not counting the answer of {_listed(citation.excused).en} (conflict of interest)"
    if not (citation.approved or citation.objected or citation.waiting):
        zh, en = f"{zh}，尚无人同意", f"{en}, approved by nobody yet"
    return Bilingual(zh, en)


def talk_sentence(talk: TalkRow | None) -> Bilingual:
    """Whether the panel discussed the case, since when, and who changed a score since."""
    if talk is None:
        return NOT_DISCUSSED
    since = (
        Bilingual("", "")
        if talk.opened is None
        else Bilingual(f"，自日志第{talk.opened}条起", f", from log no. {talk.opened} on")
    )
    names = [expert_name(each) for each in talk.amended]
    changed = (
        Bilingual("此后没有评分改动", "no score was changed since")
        if not names
        else Bilingual(
            f"此后改动评分的：{'、'.join(each.zh for each in names)}",
            f"scores changed since by {', '.join(each.en for each in names)}",
        )
    )
    return Bilingual(
        f"评审组讨论过此案例（发言{talk.contributions}次{since.zh}）；{changed.zh}",
        f"The panel discussed the case (contributions: {talk.contributions}{since.en}); "
        f"{changed.en}",
    )


def among_whom(panel: Bilingual, heads: HeadsFigures | None) -> Bilingual:
    """That the place is one among a panel's cases, and what is known of it among all."""
    zh = f"以上名次只在“{panel.zh or panel.en}”评审组的案例之间"
    en = f"This is a place among the cases of the panel “{panel.en or panel.zh}” alone"
    if heads is not None:
        return Bilingual(zh, en)
    return Bilingual(
        f"{zh}；在全部案例中的名次主任尚未签署",
        f"{en}; the head has not signed yet where it stands among all",
    )


def heads_sentence(heads: HeadsFigures) -> Bilingual:
    """Where the case stands among all, as the head signed it."""
    place = (
        Bilingual("没有名次", "no place")
        if heads.place is None
        else Bilingual(
            f"第{heads.place}名，共{heads.of}个案例", f"place {heads.place} of {heads.of} cases"
        )
    )
    zh = f"在全部案例中（主任签署）：校正平均分{number(heads.adjusted)}，{place.zh}"
    en = (
        f"Among all cases, as the head signed it: adjusted mean {number(heads.adjusted)}, "
        f"{place.en}"
    )
    if heads.rank_low is not None:
        zh += f"（5–95%：{heads.rank_low}–{heads.rank_high}）"
        en += f" (5–95%: {heads.rank_low}–{heads.rank_high})"
    for each in heads.chances:
        told = chance_name(each)
        zh, en = f"{zh}；{told.zh}", f"{en}; {told.en}"
    return Bilingual(zh, en)


def written_heading(found: CaseDefence) -> Bilingual:
    """By which rule the comments were chosen."""
    if found.is_rejected:
        return Bilingual(
            "专家所写（平均分最低的标准在前；各取给分最低者的评语）",
            "What the experts wrote (the weakest criterion first, of each the comment with the "
            "lowest mark)",
        )
    return Bilingual(
        "专家所写（各项标准取综合分最接近平均分者的评语）",
        "What the experts wrote (of each criterion the comment of who scored nearest the mean)",
    )


def written_label(row: WrittenRow) -> Bilingual:
    """``Benefits to humankind · Expert 04, 7``."""
    by = written_by(row)
    return Bilingual(f"{row.criterion.zh} · {by.zh}", f"{row.criterion.en} · {by.en}")


def written_by(row: WrittenRow) -> Bilingual:
    """Who wrote it, and that expert's mark of the criterion."""
    expert = expert_name(row.expert)
    told = Bilingual("–", "–") if row.mark is None else _mark(row.mark)
    return Bilingual(f"{expert.zh}，{told.zh}", f"{expert.en}, {told.en}")


def quoted_label(row: EvidenceRow) -> Bilingual:
    """Of which criterion, from where in the application, and by whom."""
    names = [expert_name(each) for each in row.experts]
    by = Bilingual("、".join(each.zh for each in names), ", ".join(each.en for each in names))
    languages = {"zh": Bilingual("中文", "Chinese"), "en": Bilingual("英文", "English")}
    language = languages[row.language]
    return Bilingual(
        f"{row.criterion.zh} · 引自“{row.element.zh}”（{language.zh}），{by.zh}",
        f"{row.criterion.en} · quoted from “{row.element.en}” ({language.en}) by {by.en}",
    )


def first_of_each(written: Sequence[WrittenRow]) -> tuple[WrittenRow, ...]:
    """The comment that speaks for each criterion, in their order."""
    found: dict[Bilingual, WrittenRow] = {}
    for each in written:
        found.setdefault(each.criterion, each)
    return tuple(found.values())


def _mark(mark: int | str) -> Bilingual:
    if isinstance(mark, int):
        return Bilingual(f"{mark}分", f"{mark}")
    return Bilingual(CANNOT_JUDGE.zh, CANNOT_JUDGE.en.lower())


def _listed(names: Sequence[Bilingual]) -> Bilingual:
    return Bilingual(
        "、".join(each.zh for each in names), ", ".join(_the(each.en) for each in names)
    )


def _the(name: str) -> str:
    """Who decides is told by role; an expert has a number and no article."""
    return name if name.startswith("Expert ") else f"the {name[:1].lower()}{name[1:]}"


def ended(words: Bilingual) -> Bilingual:
    """As a sentence of its own."""
    return Bilingual(f"{words.zh}。", f"{words.en}.")
