"""The arguments of escrow-key and recover."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Protocol

from central_server.cli.words import say
from review_protocol.documents.text import Language


class _Adds(Protocol):
    def add(self, name: str, words: str | None = None) -> argparse._ArgumentGroup: ...


def add_escrow(building: _Adds, language: Language) -> None:
    """Both commands."""

    def file(group: argparse._ArgumentGroup, name: str, words: str, *, needed: bool) -> None:
        group.add_argument(
            f"--{name}", type=Path, required=needed, metavar="FILE", help=say(language, words)
        )

    making = building.add("escrow-key")
    file(making, "out", "escrow-out", needed=True)
    file(making, "root-key", "escrow-root-key", needed=True)
    file(making, "passphrase-file", "escrow-root-passphrase-file", needed=False)
    file(making, "escrow-passphrase-file", "escrow-passphrase-file", needed=False)
    answering = building.add("recover")
    answering.add_argument(
        "request", type=Path, metavar="REQUEST", help=say(language, "recover-request")
    )
    file(answering, "escrow-key", "recover-key", needed=True)
    file(answering, "out", "recover-out", needed=True)
    answering.add_argument("--code", metavar="CODE", help=say(language, "recover-code"))
    file(answering, "passphrase-file", "escrow-passphrase-file", needed=False)
