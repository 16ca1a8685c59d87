"""Reads arguments: whole numbers, reasons, addresses. Each raises BadArgument."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlsplit

from central_server.cli.bad_argument import BadArgument

Reader = Callable[[str], object]
_LONGEST_REASON = 500


def whole(lowest: int, highest: int) -> Reader:
    """A whole number between these, both included."""

    def read(text: str) -> int:
        if not (text.isascii() and text.isdigit() and lowest <= int(text[:10]) <= highest):
            raise BadArgument(
                f"“{text}” is not a whole number from {lowest:,} to {highest:,}.",
                f"“{text}”不是 {lowest:,} 至 {highest:,} 的整数。",
            )
        return int(text)

    return read


def reason(text: str) -> str:
    """Why something is done, as it is recorded: no spaces around it, and not only spaces."""
    words = text.strip()
    if not words or len(words) > _LONGEST_REASON:
        raise BadArgument(
            f"say why in 1 to {_LONGEST_REASON} characters, not spaces alone; nothing was done.",
            f"请说明原因（1 至 {_LONGEST_REASON} 个字符，不能只有空格）；未作任何操作。",
        )
    return words


def server_address(text: str) -> str:
    """An address that a desk can be given: http or https, a host, no more than a path."""
    address = text.strip().rstrip("/")
    try:
        parts = urlsplit(address)
        sound = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:  # a port that is no number, half a bracket
        sound = False
    if not sound or parts.query or parts.fragment or parts.username is not None or " " in address:
        raise BadArgument(
            f"“{text}” is not a server's address: write it like https://reviews.example.org.",
            f"“{text}”不是服务器地址：请写成 https://reviews.example.org 的形式。",
        )
    return address
