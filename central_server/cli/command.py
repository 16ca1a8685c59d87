"""A command: what it takes, and what it does."""

from __future__ import annotations

import argparse
from typing import Protocol

from central_server.cli.arguments.options import Options
from central_server.cli.session import Session


class Command(Protocol):
    """Explained by the words of its name; there is one object of each."""

    @property
    def name(self) -> str:
        """As it is typed."""

    def takes(self, options: Options) -> None:
        """Add what may stand behind its name."""

    def run(self, session: Session, arguments: argparse.Namespace) -> int:
        """Do it; answers the exit code, raises ServerFailure."""
