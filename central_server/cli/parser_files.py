"""The arguments of the commands about files: batch-file, intake."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Protocol

from central_server.cli.words import say
from review_protocol.documents.text import Language


class _Adding(Protocol):
    def add(self, name: str, words: str | None = None) -> argparse._ArgumentGroup: ...


def add_files(commands: _Adding, language: Language) -> None:
    """Add these commands."""
    batch = commands.add("batch-file")
    batch.add_argument("person", metavar="PERSON", help=say(language, "batch-person"))
    batch.add_argument(
        "--out", type=Path, required=True, metavar="FILE", help=say(language, "batch-out")
    )
    batch.add_argument("--no-attachments", action="store_true", help=say(language, "no-attach"))
    intake = commands.add("intake")
    intake.add_argument(
        "files", type=Path, nargs="+", metavar="FILE", help=say(language, "intake-files")
    )
    intake.add_argument("--reply-dir", type=Path, metavar="DIR", help=say(language, "reply-dir"))
