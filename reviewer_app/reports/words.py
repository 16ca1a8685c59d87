"""The fixed terms of the reports in both languages, as the programme uses them."""

from typing import assert_never

from reviewer_app.reports.rows import Answer, LanguageRead, Recommendation, Standing, State
from reviewer_app.reports.text import Bilingual, same

YES = Bilingual("是", "Yes")
NO = Bilingual("否", "No")
CANNOT_JUDGE = Bilingual("无法判断", "Cannot judge")
IN_ALL = Bilingual("综合", "In all")
RECOMMENDATION = Bilingual("总体建议", "Overall recommendation")

_STATES: dict[State, Bilingual] = {
    "counted": Bilingual("计入", "Counted"),
    "held": Bilingual("暂不计入", "Held"),
    "not_counted": Bilingual("不计入", "Not counted"),
    "recused": Bilingual("回避", "Recused"),
    "not_competent": Bilingual("不具备评审条件", "Not competent"),
    "not_received": Bilingual("未收到", "Not received"),
    "withdrawn": Bilingual("已撤回评分", "Score withdrawn"),
    "excluded": Bilingual("经秘书处排除", "Excluded by staff"),
}
_REASONS: dict[str, Bilingual] = {
    "late": Bilingual("逾期", "late"),
    "newer_version": Bilingual("软件版本较新", "newer version"),
    "revoked_key": Bilingual("密钥已吊销", "revoked key"),
    "rubric": Bilingual("评分标准不符", "other rubric"),
    "case_version": Bilingual("案例版本不符", "other case version"),
    "not_assigned": Bilingual("未分配", "not assigned"),
    "fork": Bilingual("两台设备结果不一致", "two devices disagree"),
    "conflict": Bilingual("利益冲突", "conflict of interest"),
}
_RECOMMENDATIONS: dict[Recommendation, Bilingual] = {
    "outstanding": Bilingual("精品案例", "Outstanding"),
    "casebook": Bilingual("收录", "Casebook"),
    "not_in_casebook": Bilingual("不收录", "Not in the Casebook"),
}
_LANGUAGES: dict[LanguageRead, Bilingual] = {
    "zh": Bilingual("中文", "Chinese"),
    "en": Bilingual("英文", "English"),
    "both": Bilingual("中英文", "Both"),
}


def expert_name(number: int) -> Bilingual:
    """The pseudonym: 专家07, Expert 07."""
    return Bilingual(f"专家{number:02d}", f"Expert {number:02d}")


def answer_cell(answer: Answer) -> int | Bilingual | None:
    """A score as its number, "cannot judge" as itself, no answer as nothing."""
    if answer is None or isinstance(answer, int):
        return answer
    if answer == "cannot_judge":
        return CANNOT_JUDGE
    assert_never(answer)


def standing_name(standing: Standing) -> Bilingual:
    """The state with its reasons; a reason that is not known yet stands as its code."""
    state = _STATES[standing.state]
    if not standing.reasons:
        return state
    reasons = [_REASONS.get(reason, same(reason)) for reason in standing.reasons]
    return Bilingual(
        f"{state.zh}（{'、'.join(each.zh for each in reasons)}）",
        f"{state.en} ({', '.join(each.en for each in reasons)})",
    )


def recommendation_name(recommendation: Recommendation) -> Bilingual:
    return _RECOMMENDATIONS[recommendation]


def language_name(language: LanguageRead) -> Bilingual:
    return _LANGUAGES[language]


def yes_or_no(fact: bool | None) -> Bilingual | None:
    return None if fact is None else (YES if fact else NO)
