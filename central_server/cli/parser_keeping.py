"""The arguments of the commands that keep a server: verify, backup, restore, confirm-restore."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Protocol

from central_server.cli.words import say
from review_protocol.documents.text import Language

_MOST_KEPT = 10_000


class _Adding(Protocol):
    def add(self, name: str, words: str | None = None) -> argparse._ArgumentGroup: ...


def add_keeping(commands: _Adding, language: Language) -> None:
    """Add these commands."""

    def file(parser: argparse._ArgumentGroup, name: str, words: str) -> None:
        parser.add_argument(name, type=Path, metavar="FILE", help=say(language, words))

    verify = commands.add("verify")
    verify.add_argument(
        "--backup", type=Path, metavar="BACKUP", help=say(language, "verify-backup")
    )
    backup = commands.add("backup")
    backup.add_argument("target", type=Path, metavar="DIR|FILE", help=say(language, "backup-to"))
    backup.add_argument("--keep", type=_kept, metavar="N", help=say(language, "keep"))
    backup.add_argument("--with-keys", action="store_true", help=say(language, "with-keys"))
    file(backup, "--passphrase-file", "backup-passphrase-file")
    restore = commands.add("restore")
    restore.add_argument("backup", type=Path, metavar="BACKUP", help=say(language, "restore-from"))
    restore.add_argument(
        "--root-key",
        type=Path,
        required=True,
        metavar="FILE",
        help=say(language, "restore-root-key"),
    )
    file(restore, "--passphrase-file", "passphrase-file")
    restore.add_argument("--keys", type=Path, metavar="DIR", help=say(language, "restore-keys"))
    file(restore, "--keys-passphrase-file", "backup-passphrase-file")
    restore.add_argument("--new-keys", action="store_true", help=say(language, "new-keys"))
    confirm = commands.add("confirm-restore")
    confirm.add_argument("--let-in", action="append", metavar="ID", help=say(language, "let-in"))
    confirm.add_argument("--yes", action="store_true", help=say(language, "yes"))


def _kept(text: str) -> int:
    if not (text.isascii() and text.isdigit() and 1 <= int(text[:10]) <= _MOST_KEPT):
        raise argparse.ArgumentTypeError(f"1 … {_MOST_KEPT}")
    return int(text)
