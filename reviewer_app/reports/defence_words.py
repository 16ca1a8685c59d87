"""How the defence of a case is said in both languages: states, reasons, ties, disagreement."""

from collections.abc import Iterator
from decimal import Decimal

from reviewer_app.reports.defence_rows import (
    CaseDefence,
    Chance,
    DecisionRow,
    Declared,
    Disagreement,
    ExpertScore,
    From,
    Ordering,
    PlaceRow,
    ScoreState,
    Seat,
    TieCode,
    ZoneCode,
)
from reviewer_app.reports.figures import Exact, rounded
from reviewer_app.reports.text import Bilingual, same
from reviewer_app.reports.words import expert_name

NOTICED = Decimal("0.25")
"""Points from which on an expert is called stricter or milder than the colleagues."""

_STATES: dict[ScoreState, Bilingual] = {
    "counts": Bilingual("计入", "Counts"),
    "superseded": Bilingual("已由同一专家后来的签署取代", "Replaced by a later one"),
    "withdrawn": Bilingual("由专家撤回", "Withdrawn by the expert"),
    "recused": Bilingual("专家后来回避", "The expert recused later"),
    "not_competent": Bilingual("不具备评审条件", "Not competent"),
    "conflict": Bilingual("利益冲突，未评审", "Conflict of interest, not reviewed"),
    "conflict_later": Bilingual(
        "评审后声明利益冲突，不计入", "Conflict of interest declared later; does not count"
    ),
    "other_round": Bilingual("属于规则不计入的轮次", "Of a round that the rules do not count"),
    "cannot_judge": Bilingual("只计入已回答的标准", "Counts in the criteria it answers"),
    "held": Bilingual("暂不计入", "Held"),
    "not_counted": Bilingual("不计入", "Not counted"),
    "not_received": Bilingual("未收到", "Not received"),
}
_REASONS: dict[str, Bilingual] = {
    "newer-version": Bilingual("软件版本较新", "written by a newer version"),
    "revoked-key": Bilingual("密钥已吊销", "its key was revoked"),
    "rubric": Bilingual("所用评分标准不同", "by another rubric"),
    "case-version": Bilingual("所评为另一版本", "of another version of the case"),
    "late": Bilingual("逾期送达", "received late"),
    "not-assigned": Bilingual("未分配给该专家", "not assigned to this expert"),
    "fork": Bilingual("两台设备各有一份，待专家确认", "two devices disagree"),
    "malformed": Bilingual("格式有误", "malformed"),
    "deployment": Bilingual("属于另一项目", "of another programme"),
    "role": Bilingual("无此权限", "its signer has not this role"),
    "supersedes": Bilingual("所取代的评分不符", "replaces no score that stands"),
    "resolved": Bilingual("专家选定了另一份", "the expert chose the other one"),
    "denied": Bilingual("专家否认为其所签", "disowned by the expert"),
    "case-withdrawn": Bilingual("案例已撤回申报", "the case was withdrawn"),
    "second-staff": Bilingual("待第二名秘书处成员同意", "waits for a second member of staff"),
    "not-agreed": Bilingual("第二名秘书处成员未同意", "a second member of staff did not agree"),
    "six-words": Bilingual("设备尚未确认", "its device is not confirmed"),
    "no-reason": Bilingual("未写明理由", "it says no reason"),
    "excluded": Bilingual("经秘书处写明理由排除", "excluded by staff, with a reason"),
}
_TIES: dict[TieCode, Bilingual] = {
    "benefits": Bilingual("普惠性", "Benefits to humankind"),
    "international_cooperativeness": Bilingual("国际合作性", "International cooperativeness"),
    "conceptual_fit": Bilingual("理念契合度", "Conceptual fit"),
    "countries": Bilingual("国别数量", "the number of countries (regions)"),
    "disagreement": Bilingual("分歧较小者", "the smaller disagreement"),
    "area": Bilingual("代表较少的领域", "the area less represented"),
    "written_reason": Bilingual("书面理由", "a written reason"),
}
_ORDERINGS: dict[Ordering, Bilingual] = {
    "adjusted_mean": Bilingual("校正平均分", "the adjusted mean"),
    "raw_mean": Bilingual("原始平均分", "the raw mean"),
}
_ZONES: dict[ZoneCode, Bilingual] = {
    "in": Bilingual("入选", "in"),
    "discuss": Bilingual("待议", "discuss"),
    "out": Bilingual("不入选", "out"),
}
_SEATS: dict[Seat, Bilingual] = {
    "chair": Bilingual("评审组组长", "Chair of the panel"),
    "deputy": Bilingual("副手", "Deputy"),
    "head": Bilingual("评审委员会主任", "Head of the review committee"),
    "heads-deputy": Bilingual("评审委员会主任的副手", "Deputy of the head"),
}
_DECLARED: dict[Declared, Bilingual] = {
    "none": Bilingual("无利益冲突", "No conflict"),
    "disclosed": Bilingual(
        "披露了关联，不妨碍评审", "Disclosed a tie that does not prevent judging"
    ),
    "conflict": Bilingual("利益冲突", "Conflict of interest"),
}
NOT_DECLARED = Bilingual("未声明", "Not declared")
_FROM: dict[From, Bilingual] = {
    "applicant": Bilingual("来自申报单位所在国家（地区）", "From the applicant’s country (region)"),
    "involved": Bilingual("来自其他涉及国家（地区）", "From another country (region) involved"),
}


def number(value: Exact | None, places: int = 2) -> str:
    """A figure as it is printed; an en dash where there is none."""
    fitted = rounded(value, places)
    return "–" if fitted is None else format(fitted, "f")


def state_name(state: ScoreState, reason: str = "") -> Bilingual:
    """How a score stands, and why; a reason that is not known yet stands as its code."""
    told = _STATES[state]
    if not reason:
        return told
    why = _REASONS.get(reason, same(reason))
    return Bilingual(f"{told.zh}：{why.zh}", f"{told.en}: {why.en}")


def how_it_counts(score: ExpertScore) -> Bilingual:
    """For a score that counts what it counts, for others why it does not."""
    if score.state != "counts":
        return state_name(score.state, score.reason)
    if score.in_all is None:
        return Bilingual("只计入已回答的标准", "Counts in the criteria it answers")
    leniency = Decimal(0) if score.leniency is None else rounded(score.leniency, 6) or Decimal(0)
    counted = number(Decimal(number(score.in_all, 6)) - leniency)
    off = number(abs(leniency), 1)
    if leniency <= -NOTICED:
        return Bilingual(f"计{counted}（通常偏低{off}）", f"Counts {counted} (usually {off} low)")
    if leniency >= NOTICED:
        return Bilingual(f"计{counted}（通常偏高{off}）", f"Counts {counted} (usually {off} high)")
    return Bilingual(f"计{counted}", f"Counts {counted}")


def tie_name(tie: TieCode) -> Bilingual:
    return _TIES[tie]


def ordering_name(ordering: Ordering) -> Bilingual:
    return _ORDERINGS[ordering]


def seat_name(seat: Seat) -> Bilingual:
    return _SEATS[seat]


def declared_name(declared: Declared | None) -> Bilingual:
    return NOT_DECLARED if declared is None else _DECLARED[declared]


def from_name(home: From | None) -> Bilingual:
    """Whether a review comes from a country that has to do with the case; empty where not."""
    return same("") if home is None else _FROM[home]


def percent(probability: Exact) -> str:
    """A chance as whole per cent; never 0 % or 100 %, for draws make nothing certain."""
    value = rounded(probability, 6) or Decimal(0)
    if value < Decimal("0.005"):
        return "<1%"
    if value >= Decimal("0.995"):
        return ">99%"
    return f"{rounded(value * 100, 0)}%"


def chance_name(chance: Chance) -> Bilingual:
    """``among the best 60: 73%, discuss``."""
    zone = same("") if chance.zone is None else _ZONES[chance.zone]
    told = percent(chance.probability)
    return Bilingual(
        f"前{chance.target}名：{told}" + (f"，{zone.zh}" if zone.zh else ""),
        f"among the best {chance.target}: {told}" + (f", {zone.en}" if zone.en else ""),
    )


def place_sentence(place: PlaceRow) -> Bilingual:
    """Both means and places, and what parted it from an equal case before it."""
    if place.place is None:
        return Bilingual(
            f"原始平均分{number(place.raw)}，校正平均分{number(place.adjusted)}。"
            f"计入的评审少于规则要求的{place.fewest}份，因此没有名次。",
            f"Raw mean {number(place.raw)}, adjusted mean {number(place.adjusted)}. It has no "
            f"place: fewer reviews count than the {place.fewest} that the rules ask for.",
        )
    zh = (
        f"原始平均分{number(place.raw)}（第{place.raw_place}名），"
        f"校正平均分{number(place.adjusted)}（第{place.place}名，共{place.of}个案例）。"
    )
    en = (
        f"Raw mean {number(place.raw)} (place {place.raw_place}), adjusted mean "
        f"{number(place.adjusted)} (place {place.place} of {place.of} cases)."
    )
    if place.tie is not None:
        tie = tie_name(place.tie)
        zh += f"与前一案例分数相同，先后依据：{tie.zh}。"
        en += f" Equal with the case before; decided by: {tie.en}."
    return Bilingual(zh, en)


def disagreement_sentences(found: Disagreement) -> Iterator[Bilingual]:
    """What stands apart; one sentence where nothing does."""
    if found.apart is not None:
        apart = number(found.apart, 1)
        yield Bilingual(
            f"专家分成两方，相差{apart}分。", f"Two groups of experts stand {apart} points apart."
        )
    if found.unusual:
        yield Bilingual(
            "各评分的差距大于其他案例。", "The scores lie further apart than in other cases."
        )
    for far in found.far:
        expert = expert_name(far.expert)
        expected, score = number(far.expected, 1), number(far.score, 1)
        yield Bilingual(
            f"{expert.zh}：同行的分数指向{expected}，此处为{score}，"
            f"如此之远约每{far.once_in}个分数出现一次。",
            f"{expert.en}: the colleagues’ scores point to {expected}; this is {score}; so far "
            f"apart about once in {far.once_in}.",
        )
    if found == Disagreement():
        yield Bilingual(
            "没有评分远离同行到偶然难以解释的程度，也没有两方专家（每方至少两位）相差3分以上。",
            "No score is further from the colleagues’ than chance explains, and no two groups of "
            "two or more experts stand 3 points apart.",
        )


def decision_state(decision: DecisionRow) -> Bilingual:
    """Whether it stands, was replaced, or does not count and why."""
    if decision.stands:
        return Bilingual("现行决定", "Stands")
    if decision.state == "counts":
        return Bilingual("已由后来的决定取代", "Replaced by a later one")
    return state_name(decision.state, decision.not_counted_for)


def flags_of(found: CaseDefence) -> Iterator[Bilingual]:
    """What anybody must know before the figures."""
    counting = [each for each in found.scores if each.state == "counts"]
    if len(counting) == 1:
        yield Bilingual("仅1份评审：不会列为“入选”", "1 review: never in the sure zone")
    if found.fewest_lacking:
        yield Bilingual(
            f"按规则文件尚缺{found.fewest_lacking}份评审",
            f"Reviews that it lacks by the rule file: {found.fewest_lacking}",
        )
    if any(each.other_version for each in counting):
        yield Bilingual("有评分针对先前的文本", "Some scores are of an earlier text")
    if any(each.amends for each in counting):
        yield Bilingual("有评分经专家修改", "Some scores were amended by their experts")
    if any(found.cannot_judge):
        yield Bilingual("有“无法判断”的回答", "Some answers are “cannot judge”")
