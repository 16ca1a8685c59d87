"""What the command line says about notices and questions."""

from __future__ import annotations

# key: English, Chinese
TELLING: dict[str, tuple[str, str]] = {
    "notice": ("send people a message, which their desk shows", "向有关人员发送通知"),
    "notice-to": ("one person, by id or name", "某人（编号或姓名）"),
    "notice-all": ("everybody", "所有人员"),
    "notice-case": (
        "who has to do with a case: its reviewers, its panel's chairs, the head",
        "与某案例有关的人员：其评审专家、评审组组长、评审委员会主任",
    ),
    "text-zh": ("the text in Chinese", "中文内容"),
    "text-en": ("the text in English", "英文内容"),
    "questions": (
        "list the questions to the secretariat, what panels ask of it, late reviews, and conflicts "
        "taken back",
        "列出向秘书处提出的问题、评审组的请求、逾期送达的评审及撤回的利益冲突",
    ),
    "conflict-taken-back": (
        "{case}: round {round}, {received}: {name} took back a conflict of interest, and counts as "
        "without one since; ask why.",
        "{case}：第 {round} 轮，{received}：{name} 撤回了利益冲突声明，"
        "此后按无利益冲突处理；请询问缘由。",
    ),
    "expert-request": (
        "{case}: round {round}, {received}: a panel asks for another expert. “{reason}” "
        "`assign --round {round} --case {case} --add 1` gives the case to one more.",
        "{case}：第 {round} 轮，{received}：评审组请求增加一位专家。“{reason}”"
        "可用 assign --round {round} --case {case} --add 1 增加一位。",
    ),
    "late-review": (
        "{case}: round {round}, {received}: a review by {name} came after {due} and does not count "
        "as yet; a member of staff decides in the app whether it does.",
        "{case}：第 {round} 轮，{received}：{name} 的评审在 {due} 之后送达，目前不计入；"
        "是否计入由秘书处工作人员在应用中决定。",
    ),
    "only-open": ("only those without an answer", "仅列未答复的问题"),
    "answer": ("answer a question; its person gets a notice", "答复问题（提问人将收到通知）"),
    "question-id": (
        "the question's number as `questions` lists it",
        "问题编号（见 questions 所列）",
    ),
    "noticed": (
        "{count:person|people} told; their desks show it at the next sync.",
        "已通知 {count} 人；下次同步时其评审端将显示。",
    ),
    "question-head": (
        "{id}  {received}  {name} ({person}){about}",
        "{id}  {received}  {name}（{person}）{about}",
    ),
    "question-about": (", about {case}", "，关于 {case}"),
    "question-text": ("    {line}", "    {line}"),
    "question-open": ("    Not answered yet.", "    尚未答复。"),
    "question-answered": ("    Answered {issued}:", "    {issued} 已答复："),
    "questions-count": (
        "{count:question|questions}, {open} without an answer.",
        "共 {count} 个问题，{open} 个未答复。",
    ),
    "answered": (
        "{name} is told; the answer shows under the question at the next sync.",
        "已答复 {name}；下次同步时显示在问题之下。",
    ),
}
