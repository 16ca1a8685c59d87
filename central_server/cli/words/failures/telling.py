"""The sentences for what can go wrong with notices, questions and withdrawn cases."""

from __future__ import annotations

from central_server.failures import ServerFailure
from central_server.notices import CannotTell
from central_server.pseudonyms import CannotOpenKey
from central_server.questions import CannotAnswer
from central_server.reinstating import CannotReinstate
from central_server.withdrawing_cases import CannotWithdraw


def about_telling(failure: ServerFailure) -> tuple[str, str] | None:
    """English and Chinese; None for any other failure."""
    match failure:
        case CannotTell(reason, which):
            return _about_notices(which)[reason]
        case CannotWithdraw(reason, case):
            return _about_withdrawing(case)[reason]
        case CannotReinstate(reason, case):
            return _about_reinstating(case)[reason]
        case CannotOpenKey():
            return (
                "The key of the pseudonyms is opened for a reason, of 1 to 500 characters; nothing "
                "was written.",
                "开启专家编号对照表须说明原因（1 至 500 字）；未写出任何内容。",
            )
        case CannotAnswer(reason, which):
            return _about_answering(which)[reason]
        case _:
            return None


def _about_notices(which: str) -> dict[str, tuple[str, str]]:
    return {
        "no-case": (
            f"There is no case {which}: nothing was sent.",
            f"没有案例 {which}：未发送任何内容。",
        ),
        "nobody": ("There is nobody to tell.", "没有可通知的人员。"),
        "text": (
            "A text is needed, --zh, --en or both, of at most 20,000 characters each: nothing was "
            "sent.",
            "请用 --zh、--en 或两者给出内容，各不超过 20,000 字：未发送任何内容。",
        ),
    }


def _about_withdrawing(case: str) -> dict[str, tuple[str, str]]:
    return {
        "no-such-case": (
            f"There is no case {case}: nothing was changed.",
            f"没有案例 {case}：未作改变。",
        ),
        "withdrawn": (
            f"{case} was withdrawn before: nothing was changed.",
            f"{case} 此前已撤回申报：未作改变。",
        ),
        "no-reason": (
            "A reason is needed, of at most 500 characters.",
            "请说明原因，不超过 500 字。",
        ),
    }


def _about_reinstating(case: str) -> dict[str, tuple[str, str]]:
    about = _about_withdrawing(case)
    return {
        "no-such-case": about["no-such-case"],
        "no-reason": about["no-reason"],
        "not-withdrawn": (
            f"{case} is not withdrawn: nothing was changed.",
            f"{case} 并未撤回申报：未作改变。",
        ),
    }


def _about_answering(which: str) -> dict[str, tuple[str, str]]:
    return {
        "no-question": (
            f"No question begins with “{which}”: give at least six characters of its number as "
            "`questions` lists it.",
            f"没有编号以“{which}”开头的问题：请给出 questions 所列编号的至少六位。",
        ),
        "two-questions": (
            f"More than one question begins with “{which}”: give more of its number.",
            f"有多个问题的编号以“{which}”开头：请给出更多位。",
        ),
    }
