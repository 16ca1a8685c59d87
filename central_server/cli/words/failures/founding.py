"""The sentences for what can go wrong in init."""

from __future__ import annotations

from central_server.failures import ServerFailure
from central_server.founding import CannotFound
from central_server.passphrase_length import SHORTEST_PASSPHRASE


def about_founding(failure: ServerFailure) -> tuple[str, str] | None:
    """English and Chinese; None for any other failure."""
    if not isinstance(failure, CannotFound):
        return None
    path = failure.path
    return {
        "root-exists": (
            f"{path} exists, and a root key is never overwritten: choose another --root-key.",
            f"{path} 已存在，根密钥绝不覆盖：请另选 --root-key。",
        ),
        "root-inside": (
            f"{path} lies in the server's folder: keep the root key apart, best on another medium.",
            f"{path} 在服务器文件夹之内：根密钥须另行保管，最好用另一介质。",
        ),
        "no-folder": (
            f"{path} is not a folder: make it, or choose another place for the root key.",
            f"{path} 不是文件夹：请先创建，或为根密钥另选位置。",
        ),
        "short-passphrase": (
            f"The passphrase has fewer than {SHORTEST_PASSPHRASE} characters: take a longer one.",
            f"口令少于 {SHORTEST_PASSPHRASE} 个字符：请使用更长的口令。",
        ),
        "origin": (
            "The origin must be printable, without spaces and “+”: such as "
            "reviews.example.org/log/1.",
            "日志名称只能用可见字符，不含空格和“+”：例如 reviews.example.org/log/1。",
        ),
    }[failure.reason]
