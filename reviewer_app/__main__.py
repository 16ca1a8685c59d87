"""Starts the application: `python -m reviewer_app [LETTER] [--profile DIR] …`."""

from __future__ import annotations

import sys
from collections.abc import Sequence

# PySide6 replaces `__import__`, so what is below the windows is loaded before them.
from reviewer_app import opening
from reviewer_app.command_line import read_command_line

__all__ = ["main", "opening"]


def main(argv: Sequence[str] | None = None) -> int:
    """Run until the window is closed; answers the process's exit code.

    0 after an ordinary end, 2 for a wrong command line, 3 where this profile could not be opened
    because it is in use already.
    """
    options = read_command_line(argv)
    # late: this is what loads Qt
    from reviewer_app.app import run

    return run(options)


if __name__ == "__main__":
    sys.exit(main())
