"""What the command line says about cases that leave the review and return."""

from __future__ import annotations

# key: English, Chinese
CASES: dict[str, tuple[str, str]] = {
    "withdraw-case": (
        "take a case out of the review because its applicant withdrew it; it stays in the log",
        "撤回申报：案例退出评审，日志中保留",
    ),
    "reinstate-case": (
        "undo withdraw-case: the case returns into the review, and its people are told",
        "取消撤回申报：案例重新进入评审，并通知有关人员",
    ),
    "case-number": ("the case's number", "案例编号"),
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
}
