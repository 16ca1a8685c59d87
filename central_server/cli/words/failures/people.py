"""The sentences for what can go wrong with people and invitations."""

from __future__ import annotations

from central_server.deputies import DeputyAlready, NoDeputy
from central_server.failures import ServerFailure
from central_server.inviting import CannotInvite
from central_server.letters import LetterExists
from central_server.people import NotOnePerson
from central_server.plurals import Figure
from central_server.recognising import AlreadyThere, KnownPerson, NamedTwice
from central_server.shown import in_a_line

_MOST_NAMED = 10


def about_people(failure: ServerFailure) -> tuple[str, str] | None:
    """English and Chinese; None for any other failure."""
    match failure:
        case NotOnePerson(which, False):
            return (
                f"There is no “{which}”: give an id or a name as `people` lists them.",
                f"没有“{which}”：请给出 people 所列的编号或姓名。",
            )
        case NotOnePerson(which):
            return (
                f"More than one person is called “{which}”: give the id.",
                f"有多人名为“{which}”：请给出编号。",
            )
        case CannotInvite(name, reason, given):
            return _about_inviting(name, given)[reason]
        case NoDeputy() | DeputyAlready():
            return _about_deputies(failure)
        case AlreadyThere(known, others):
            return _about_known(known, others)
        case NamedTwice(name):
            return (
                f"{name} is in the list twice: leave one, or give both their own “email”, if they "
                "are two people of one name; nobody was invited.",
                f"名单中有两处 {name}：请只保留一处；若为同名的两人，请分别填写“email”。未邀请"
                "任何人。",
            )
        case LetterExists(path):
            return (
                f"{path} exists, and no letter is written over another: choose another --letter; "
                "nobody was invited.",
                f"{path} 已存在，邀请函绝不覆盖：请另选 --letter；未邀请任何人。",
            )
        case _:
            return None


def _about_inviting(name: str, given: str) -> dict[str, tuple[str, str]]:
    return {
        "panel-needed": (
            f"{name}: a chair needs a --panel; nobody was invited.",
            f"{name}：组长须指定 --panel；未邀请任何人。",
        ),
        "no-deputy": (
            f"{name}: chairs and the head have deputies, and a {given} has none: give --role chair "
            "or head; nobody was invited.",
            f"{name}：副手只设于组长和评审委员会主任，{given} 没有副手：请用 --role chair 或 head；"
            "未邀请任何人。",
        ),
        "no-such-panel": (
            f"{name}: the programme has no panel “{given}”; nobody was invited.",
            f"{name}：项目没有评审组“{given}”；未邀请任何人。",
        ),
        "no-such-country": (
            f"{name}: “{given}” is no code of a country (region); nobody was invited.",
            f"{name}：没有国家（地区）代码“{given}”；未邀请任何人。",
        ),
        "no-such-person": (
            f"There is nobody with the id {name}: `people` lists everybody.",
            f"没有编号为 {name} 的人员：people 可列出所有人。",
        ),
    }


def _about_deputies(failure: NoDeputy | DeputyAlready) -> tuple[str, str]:
    name = failure.name
    match failure:
        case NoDeputy(role=role):
            return (
                f"{name} is in the list as {role}: only chairs and heads have deputies.",
                f"{name} 的角色为 {role}：副手只设于组长和评审委员会主任。",
            )
        case DeputyAlready(deputy=True):
            return (f"{name} is a deputy already.", f"{name} 已是副手。")
        case _:
            return (f"{name} is no deputy.", f"{name} 并非副手。")


def _about_known(known: tuple[KnownPerson, ...], others: int) -> tuple[str, str]:
    named = [f"{in_a_line(each.name)} ({each.id})" for each in known[:_MOST_NAMED]]
    more = len(known) - len(named)
    english, chinese = ", ".join(named), "、".join(named)
    if more:
        english += f" and {more} more"
        chinese += f"等 {len(known)} 人"
    be = "is" if len(known) == 1 else "are"
    if others:
        rest = f"--only-new invites the {Figure(others):other|others} alone"
        rest_zh = f"如只邀请其余 {others} 人，请加 --only-new"
    else:
        rest = "a person of the same name is invited by --name with --namesake"
        rest_zh = "若确为另一位同名者，请用 --name 并加 --namesake"
    return (
        f"{english} {be} there already, and nobody was invited: who lost the letter gets a new "
        f"one by `invite --again ID`; {rest}.",
        f"{chinese} 已在其中，未邀请任何人：遗失邀请函者请用 invite --again 编号 再发一份；"
        f"{rest_zh}。",
    )
