"""The commands that set a programme up: init, import."""

from __future__ import annotations

import argparse
import getpass
import os
import time

from central_server.cli.failures import BadArgument
from central_server.cli.session import Session, open_home
from central_server.cli.words import say
from central_server.founding import found
from central_server.intake.importing import ImportReport, import_programme
from central_server.intake.words import sentence

_MOST_REMARKS = 50


def init(session: Session, arguments: argparse.Namespace) -> int:
    """Found a server."""
    founded = found(
        session.path,
        arguments.root_key,
        _passphrase(session, arguments),
        origin=arguments.origin,
        now=session.now(),
    )
    session.tell(
        "founded",
        home=session.path,
        deployment=founded.deployment,
        origin=founded.origin,
        kid=founded.root_kid,
        root=arguments.root_key,
    )
    return 0


def take_in(session: Session, arguments: argparse.Namespace) -> int:
    """Import a folder or archive, and say what became of it."""
    started = time.perf_counter()
    with open_home(session.path) as server:
        report = import_programme(
            server.store, server.home, server.log, arguments.path, now=session.now()
        )
    session.tell(
        "imported",
        path=arguments.path,
        seconds=f"{time.perf_counter() - started:.1f}",
        added=len(report.added),
        changed=len(report.changed),
        unchanged=len(report.unchanged),
        attachments=report.attachments,
        kib=report.attachment_bytes >> 10,
    )
    _tell_more(session, report)
    return 0


def _tell_more(session: Session, report: ImportReport) -> None:
    if report.documents:
        session.tell("imported-documents", documents=session.comma.join(report.documents))
    if report.changed:
        session.tell("imported-changed", cases=session.comma.join(report.changed))
    if report.absent:
        session.tell("imported-absent", cases=session.comma.join(report.absent))
    if report.leaf is not None:
        session.tell("imported-leaf", leaf=report.leaf)
    if report.remarks:
        session.tell("remarks", count=len(report.remarks))
        for remark in report.remarks[:_MOST_REMARKS]:
            print("  " + sentence(remark, session.language))
        if len(report.remarks) > _MOST_REMARKS:
            print("  …")


def _passphrase(session: Session, arguments: argparse.Namespace) -> str:
    """From the file, the environment, or the keyboard, where it is asked for twice."""
    if arguments.passphrase_file is not None:
        try:
            lines = arguments.passphrase_file.read_text(encoding="utf-8").splitlines()
        except (OSError, UnicodeDecodeError) as error:
            raise BadArgument(
                f"{arguments.passphrase_file} cannot be read: check --passphrase-file.",
                f"无法读取 {arguments.passphrase_file}：请检查 --passphrase-file。",
            ) from error
        return lines[0] if lines else ""
    given = os.environ.get("CENTRAL_ROOT_PASSPHRASE")
    if given is not None:
        return given
    try:
        typed = getpass.getpass(say(session.language, "ask-passphrase"))
        again = getpass.getpass(say(session.language, "ask-again"))
    except EOFError as error:
        raise BadArgument(
            "There is no keyboard to type the passphrase: use --passphrase-file; nothing was made.",
            "没有可输入口令的键盘：请使用 --passphrase-file；未建立任何内容。",
        ) from error
    if typed != again:
        raise BadArgument(
            "The two passphrases differ: run `init` again; nothing was made.",
            "两次输入的口令不一致：请重新运行 init；未建立任何内容。",
        )
    return typed
