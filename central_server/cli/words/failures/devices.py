"""The sentences for what can go wrong in confirm-device and revoke."""

from __future__ import annotations

from central_server.failures import ServerFailure
from central_server.plurals import Figure
from central_server.revocation import CannotRevoke
from central_server.six_words import CannotConfirm

_SLIPS = 2
"""Words of six that one may mishear."""


def about_devices(failure: ServerFailure) -> tuple[str, str] | None:
    """English and Chinese; None for any other failure."""
    match failure:
        case CannotConfirm(reason="unknown", kid=kid):
            return (
                f"No device has the id {kid}: see `devices`. Nothing was confirmed.",
                f"没有编号为 {kid} 的设备：请查看 devices。未确认任何设备。",
            )
        case CannotConfirm(reason="revoked", kid=kid):
            return (
                f"{kid} is revoked, and stays so: invite the person again by `invite --again`.",
                f"{kid} 已撤销且不可恢复：请用 invite --again 再次邀请。",
            )
        case CannotConfirm(reason="confirmed", kid=kid):
            return (
                f"{kid} awaits nothing: it is given what its person is.",
                f"{kid} 无须确认：该设备已可获得其应得的内容。",
            )
        case CannotConfirm(reason="words"):
            return _other_words(failure)
        case CannotRevoke():
            return _about_revoking(failure)
    return None


def _other_words(failure: CannotConfirm) -> tuple[str, str]:
    """Which words, where a slip of the ear is likely; a stranger learns nothing from it."""
    kid, leaf, places = failure.kid, failure.leaf, failure.places
    revoke = f"`revoke {kid} --from-leaf {leaf} --reason …`"
    if len(places) <= _SLIPS:
        listed = ", ".join(map(str, places))
        return (
            f"Nothing was confirmed: word {listed} is another one. Have all six read once more. If "
            f"they stay different, it is not this person's device: {revoke}.",
            f"未确认：第 {listed.replace(', ', '、')} 个词不符。请对方把六个词再读一遍；若仍不符，"
            f"则不是本人的设备：请用 {revoke.strip('`')}。",
        )
    return (
        f"Nothing was confirmed: these are not the words of {kid}. Ask which computer the words "
        f"stand on. If it is the one that was enrolled, {kid} is somebody else's: {revoke}.",
        f"未确认：这些不是 {kid} 的核对词。请问明词语显示在哪台电脑上；若正是所启用的那台，"
        f"则 {kid} 属于他人：请用 {revoke.strip('`')}。",
    )


def _about_revoking(failure: CannotRevoke) -> tuple[str, str]:
    kid, leaves = failure.kid, failure.leaves
    return {
        "no-such-device": (
            f"There is no device {kid}: `devices` lists them all; nothing was revoked.",
            f"没有设备 {kid}：devices 可列出全部设备；未撤销任何内容。",
        ),
        "no-such-leaf": (
            f"The log has {Figure(leaves):leaf|leaves}: give --from-leaf from 0 to {leaves}; "
            "nothing was revoked.",
            f"日志共 {leaves} 条：--from-leaf 须为 0 至 {leaves}；未撤销任何内容。",
        ),
        "no-reason": (
            "A revocation is recorded with its --reason, of 1 to 500 characters; nothing was "
            "revoked.",
            "撤销须注明 --reason（1 至 500 个字符）；未撤销任何内容。",
        ),
    }[failure.reason]
