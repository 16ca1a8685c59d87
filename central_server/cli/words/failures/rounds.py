"""The sentences for what can go wrong with rounds and assignments."""

from __future__ import annotations

from central_server.assigning import NothingToAssign
from central_server.conducting import (
    BeforeDeadline,
    DeadlinePassed,
    NoSuchRound,
    NotLater,
    RoundIsClosed,
    RoundIsOpen,
    RoundNotOpen,
    SampleRubric,
)
from central_server.failures import ServerFailure
from central_server.long_lists import NoLongList


def about_rounds(failure: ServerFailure) -> tuple[str, str] | None:
    """English and Chinese; None for any other failure."""
    match failure:
        case NoSuchRound(number, known):
            rounds = ", ".join(map(str, known)) or "–"
            return (
                f"There is no round {number} (rounds: {rounds}).",
                f"没有第 {number} 轮（现有：{rounds}）。",
            )
        case RoundIsClosed(number, closed):
            return (
                f"Round {number} was closed at {closed}: staff can open it again in the app, with "
                "a reason.",
                f"第 {number} 轮已于 {closed} 结束：秘书处可在应用中说明原因后重新开始。",
            )
        case RoundIsOpen(number, closes):
            return (
                f"Round {number} is open already, until {closes}: nothing was changed; "
                f"`extend-round {number} --closes …` gives it a later deadline and tells "
                "everybody.",
                f"第 {number} 轮已在进行中，截止 {closes}：未作任何更改；如须延长，请用 "
                f"extend-round {number} --closes …，并会通知所有人员。",
            )
        case RoundNotOpen(number):
            return (
                f"Round {number} was never opened: `open-round {number}` opens it.",
                f"第 {number} 轮尚未开始：open-round {number} 可开始。",
            )
        case _:
            return _about_times(failure) or _about_what_is_there(failure)


def _about_times(failure: ServerFailure) -> tuple[str, str] | None:
    match failure:
        case DeadlinePassed(number, closes):
            return (
                f"Round {number} would close at {closes}, which is past: give --closes.",
                f"第 {number} 轮的截止时间 {closes} 已过：请给出 --closes。",
            )
        case NotLater(number, closes):
            return (
                f"Round {number} closes at {closes} already: give a later time.",
                f"第 {number} 轮的截止时间已是 {closes}：请给出更晚的时间。",
            )
        case BeforeDeadline(number, closes):
            return (
                f"Round {number} takes scores until {closes}. Before that two members of staff "
                "close it in the app; --before-deadline does it as your own act, and everybody is "
                "told.",
                f"第 {number} 轮的截止时间为 {closes}。在此之前须由两名秘书处成员在应用中结束；"
                "加上 --before-deadline 则由操作员自行结束，并通知所有人员。",
            )
        case _:
            return None


def _about_what_is_there(failure: ServerFailure) -> tuple[str, str] | None:
    match failure:
        case SampleRubric(number):
            return (
                f"Round {number} stays closed: the rubric is only this project's sample; import "
                "the organiser's own in programme.json.",
                f"第 {number} 轮不能开始：评分标准只是本软件的示例；请在 programme.json 中导入主办"
                "方自己的评分标准。",
            )
        case NoLongList(number):
            return (
                f"No long list counts for round {number}: the head of the committee signs it in "
                "the app; --all gives all cases without one. Nothing was assigned.",
                f"第 {number} 轮没有有效的长名单：须由评审委员会主任在应用中签署；如要分配全部"
                "案例，请加 --all。未分配任何案例。",
            )
        case NothingToAssign(cases, reviewers):
            return (
                f"Cases: {cases}, reviewers: {reviewers}. Import and invite first.",
                f"现有案例 {cases} 个、评审专家 {reviewers} 位：请先导入和邀请。",
            )
        case _:
            return None
