"""Where a passphrase comes from: a file, the environment, or the keyboard."""

from __future__ import annotations

import getpass
import os
import warnings
from dataclasses import dataclass
from pathlib import Path

from central_server.cli.bad_argument import BadArgument
from central_server.cli.session import Session
from central_server.cli.words import say


@dataclass(frozen=True, slots=True)
class Secret:
    """One of the passphrases: the variable that may hold it, and the words that ask for it."""

    variable: str
    question: str


ROOT = Secret("CENTRAL_ROOT_PASSPHRASE", "ask-passphrase")
BACKUP = Secret("CENTRAL_BACKUP_PASSPHRASE", "ask-backup-passphrase")
ESCROW = Secret("CENTRAL_ESCROW_PASSPHRASE", "ask-escrow-passphrase")


def passphrase_of(
    session: Session,
    path: Path | None,
    secret: Secret,
    *,
    twice: bool = False,
    option: str = "--passphrase-file",
) -> str:
    """The file's first line, or the variable, or what is typed: twice where it is a new one.

    `option` is the one that names the file. Raises BadArgument.
    """
    if path is not None:
        return _first_line(path, option)
    given = os.environ.get(secret.variable)
    if given is not None:
        return given
    try:
        typed = _typed(say(session.language, secret.question))
        again = _typed(say(session.language, "ask-again")) if twice else typed
    except (EOFError, getpass.GetPassWarning) as error:
        raise BadArgument(
            f"There is no terminal at which the passphrase can be typed: use {option}, or "
            f"${secret.variable}; nothing was made.",
            f"没有可输入口令的终端：请使用 {option} 或 ${secret.variable}；未建立任何内容。",
        ) from error
    if typed != again:
        raise BadArgument(
            "The two passphrases differ: run the command again; nothing was made.",
            "两次输入的口令不一致：请重新运行该命令；未建立任何内容。",
        )
    return typed


def _typed(question: str) -> str:
    """What is typed unseen; raises GetPassWarning where it would be seen, or nobody can type."""
    with warnings.catch_warnings():
        warnings.simplefilter("error", getpass.GetPassWarning)
        return getpass.getpass(question)


def _first_line(path: Path, option: str) -> str:
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise BadArgument(
            f"{path} cannot be read: check {option}.", f"无法读取 {path}：请检查 {option}。"
        ) from error
    return lines[0] if lines else ""
