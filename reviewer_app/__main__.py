"""Starts the application: `python -m reviewer_app [LETTER] [--profile DIR] …`."""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence
from importlib import import_module

from reviewer_app.command_line import (
    EXIT_NO_DISPLAY,
    NO_DISPLAY,
    has_display,
    read_command_line,
)


def main(argv: Sequence[str] | None = None) -> int:
    """Run until the window is closed; answers the process's exit code.

    0 after an ordinary end, 2 for a wrong command line or where there is no display, 3 where
    this profile could not be opened because it is in use already.
    """
    options = read_command_line(argv)
    if not has_display():
        print(NO_DISPLAY, file=sys.stderr)
        return EXIT_NO_DISPLAY
    load_below_windows()
    # late: this is what loads Qt
    from reviewer_app.app import run

    return run(options)


def load_below_windows() -> None:
    """Import what a start needs before Qt: PySide6 replaces `__import__`, and all is slower then.

    Nothing that a start makes is garbage, so nobody looks for any until the window is there.
    """
    gc.disable()
    import_module("reviewer_app.opening")


if __name__ == "__main__":
    sys.exit(main())
