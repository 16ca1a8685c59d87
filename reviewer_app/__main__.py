"""Starts the application: `python -m reviewer_app [FILE …] [--profile DIR] …`."""

from __future__ import annotations

import builtins
import gc
import os
import sys
from collections.abc import Sequence
from importlib import import_module

from reviewer_app.command_line import (
    EXIT_NO_DISPLAY,
    NO_DISPLAY,
    has_display,
    read_command_line,
)
from reviewer_app.crash_notes import leave_no_core


def main(argv: Sequence[str] | None = None) -> int:
    """Run until the window is closed; answers the process's exit code.

    0 after an ordinary end, 2 for a wrong command line or where there is no display, 3 where
    this profile could not be opened because it is in use already.
    """
    asked = sys.argv[1:] if argv is None else argv
    if asked[:1] == ["verify"]:
        # a command of its own: it opens no profile and no window
        from reviewer_app.verifying.command import main as verify

        return verify(asked[1:])
    if asked[:1] == ["compare"]:
        # late, and no window either: this is what loads numpy
        from reviewer_app.comparing_command import main as compare

        return compare(asked[1:])
    leave_no_core()
    options = read_command_line(argv)
    if not has_display():
        print(NO_DISPLAY, file=sys.stderr)
        return EXIT_NO_DISPLAY
    load_below_windows()
    # late: this is what loads Qt
    from reviewer_app.app import run

    return run(options)


def load_below_windows() -> None:
    """Import what a start needs before Qt.

    Nothing that a start makes is garbage, so nobody looks for any until the window is there; and
    pydantic looks through no installed package for plugins, of which this application wants none.
    """
    gc.disable()
    os.environ["PYDANTIC_DISABLE_PLUGINS"] = "__all__"
    import_module("reviewer_app.opening")


def load_windows() -> None:
    """Import Qt, and keep Python's own `import`.

    PySide6 puts one of its own in the place, which reads the source of every module imported
    later to see whether that one wants `snake_case` names: this application never does.
    """
    own = builtins.__import__
    import_module("PySide6.QtWidgets")
    builtins.__import__ = own


if __name__ == "__main__":
    sys.exit(main())
