"""Where a passphrase comes from: a file, the environment, or the keyboard."""

from __future__ import annotations

import getpass
import os
from pathlib import Path

from central_server.cli.failures import BadArgument
from central_server.cli.session import Session
from central_server.cli.words import say


def passphrase_of(
    session: Session, path: Path | None, variable: str, question: str, *, twice: bool
) -> str:
    """The file's first line, or the variable, or what is typed: twice where it is a new one.

    Raises BadArgument.
    """
    if path is not None:
        return _first_line(path)
    given = os.environ.get(variable)
    if given is not None:
        return given
    try:
        typed = getpass.getpass(say(session.language, question))
        again = getpass.getpass(say(session.language, "ask-again")) if twice else typed
    except EOFError as error:
        raise BadArgument(
            "There is no keyboard to type the passphrase: use --passphrase-file; nothing was made.",
            "没有可输入口令的键盘：请使用 --passphrase-file；未建立任何内容。",
        ) from error
    if typed != again:
        raise BadArgument(
            "The two passphrases differ: run the command again; nothing was made.",
            "两次输入的口令不一致：请重新运行该命令；未建立任何内容。",
        )
    return typed


def _first_line(path: Path) -> str:
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise BadArgument(
            f"{path} cannot be read: check --passphrase-file.",
            f"无法读取 {path}：请检查 --passphrase-file。",
        ) from error
    return lines[0] if lines else ""
