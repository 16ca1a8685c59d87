"""What the command line says about notices, questions, withdrawn cases and extended rounds."""

from __future__ import annotations

# key: English, Chinese
NOTICES: dict[str, tuple[str, str]] = {
    # help
    "notice": ("send people a message, which their desk shows", "向有关人员发送通知"),
    "notice-to": ("one person, by id or name", "某人（编号或姓名）"),
    "notice-all": ("everybody", "所有人员"),
    "notice-case": (
        "who has to do with a case: its reviewers, its panel's chairs, the head",
        "与某案例有关的人员：其评审专家、评审组组长、评审委员会主任",
    ),
    "text-zh": ("the text in Chinese", "中文内容"),
    "text-en": ("the text in English", "英文内容"),
    "withdraw-case": (
        "take a case out of the review because its applicant withdrew it; it stays in the log",
        "撤回申报：案例退出评审，日志中保留",
    ),
    "reinstate-case": (
        "undo withdraw-case: the case returns into the review, and its people are told",
        "取消撤回申报：案例重新进入评审，并通知有关人员",
    ),
    "case-number": ("the case's number", "案例编号"),
    "extend-round": (
        "give an open round a later deadline, and tell everybody",
        "延长一轮评审的截止时间并通知所有人员",
    ),
    "questions": ("list the questions to the secretariat", "列出向秘书处提出的问题"),
    "only-open": ("only those without an answer", "仅列未答复的问题"),
    "answer": ("answer a question; its person gets a notice", "答复问题（提问人将收到通知）"),
    "question-id": (
        "the question's number as `questions` lists it",
        "问题编号（见 questions 所列）",
    ),
    # what was done
    "imported-told": (
        "{count:notice|notices} sent to those who read the changed cases.",
        "已向阅读变更案例的人员发出通知 {count} 份。",
    ),
    "noticed": (
        "{count:person|people} told; their desks show it at the next sync.",
        "已通知 {count} 人；下次同步时其评审端将显示。",
    ),
    "case-withdrawn": (
        "{case} is withdrawn: it is given to nobody any more and ranked nowhere; "
        "{count:person|people} told.",
        "{case} 已撤回申报：不再下发，不参加排序；已通知 {count} 人。",
    ),
    "case-reinstated": (
        "{case} is under review again; {count:person|people} told, "
        "{judged:packet that came meanwhile was|packets that came meanwhile were} judged anew.",
        "{case} 重新进入评审；已通知 {count} 人，期间到达的 {judged} 份内容已重新判定。",
    ),
    "extended": (
        "Round {round} is open until {local} ({zone}), which is {utc}; {count:person|people} told.",
        "第 {round} 轮延长至 {local}（{zone}），即 {utc}；已通知 {count} 人。",
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
