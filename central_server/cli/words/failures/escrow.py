"""The sentences for what can go wrong in escrow-key and recover."""

from __future__ import annotations

from central_server.escrow import CannotRecover
from central_server.failures import ServerFailure
from central_server.passphrase_length import SHORTEST_PASSPHRASE


def about_escrow(failure: ServerFailure) -> tuple[str, str] | None:
    """English and Chinese; None for any other failure."""
    if not isinstance(failure, CannotRecover):
        return None
    path = failure.path
    return {
        "exists": (
            f"{path} exists, and is never overwritten: choose another --out.",
            f"{path} 已存在，绝不覆盖：请另选 --out。",
        ),
        "inside": (
            f"{path} lies in the server's folder: keep the escrow key apart, best offline.",
            f"{path} 在服务器文件夹之内：恢复密钥须另行保管，最好离线。",
        ),
        "no-folder": (
            f"{path} is not a folder: make it, or choose another --out.",
            f"{path} 不是文件夹：请先创建，或另选 --out。",
        ),
        "short-passphrase": (
            f"The passphrase has fewer than {SHORTEST_PASSPHRASE} characters: take a longer one.",
            f"口令少于 {SHORTEST_PASSPHRASE} 个字符：请使用更长的口令。",
        ),
    }.get(failure.reason) or _about_recovery(failure)


def _about_recovery(failure: CannotRecover) -> tuple[str, str]:
    path = failure.path
    return {
        "not-a-key": (
            f"{path} is not such a key, or it is damaged: nothing was written.",
            f"{path} 不是所需的密钥或已损坏：未写入任何内容。",
        ),
        "wrong-passphrase": (
            f"This is not the passphrase of {path}: nothing was written.",
            f"口令与 {path} 不符：未写入任何内容。",
        ),
        "not-a-request": (
            f"{path} is not a recovery request, or it is damaged: ask for it once more.",
            f"{path} 不是恢复申请或已损坏：请对方重新发送。",
        ),
        "mistyped-code": (
            "This code cannot be right: have it read once more; nothing was written.",
            "此核对码有误：请对方再读一遍；未写入任何内容。",
        ),
        "other-code": (
            f"The code is not that of {path}: somebody may have changed the file on its way; "
            "nothing was written.",
            f"核对码与 {path} 不符：文件可能在途中被更换；未写入任何内容。",
        ),
        "other-key": (
            f"{path} was made for another escrow key: take the one that the desk was wrapped to.",
            f"{path} 对应另一恢复密钥：请使用该工作台所对应的密钥。",
        ),
    }[failure.reason]
