"""The command `python -m reviewer_app.demo`: see the main job work, by hand or by itself."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

# PySide6 replaces `__import__`, so what is below the windows is loaded before them.
from reviewer_app import opening
from reviewer_app.command_line import has_display
from reviewer_app.demo.ending import INTERRUPTED, end_as_by_a_key
from reviewer_app.demo.folder import AlreadyRunning, NotOurFolder, held
from reviewer_app.demo.telling import Telling

__all__ = ["main", "opening"]
ROLES = ("reviewer", "chair", "head", "staff")
NO_DISPLAY = (
    "There is no display here, so the whole story is played by itself: reviewer, chair, staff, "
    "head. "
    "On a display, the app opens as {role}."
)
UNSEEN = ("offscreen", "minimal")


def main(argv: Sequence[str] | None = None) -> int:
    """Open the app in one role, or play the whole story where there is no display."""
    asked = _parser().parse_args(argv)
    folder = asked.folder.resolve()
    try:
        with held(folder):
            return _run(asked.role, folder, play_it=asked.play, fresh=asked.fresh)
    except (NotOurFolder, AlreadyRunning) as failure:
        print(failure, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nstopped; nothing is left running", file=sys.stderr)
        return INTERRUPTED


def _run(role: str, folder: Path, *, play_it: bool, fresh: bool) -> int:
    end_as_by_a_key()
    telling = Telling()
    seen = has_display() and os.environ.get("QT_QPA_PLATFORM") not in UNSEEN
    if seen and not play_it:
        # late: this is what loads Qt
        from reviewer_app.demo.interactive import open_as

        return open_as(role, folder, telling, fresh=fresh)
    if not play_it:
        telling.chapter(NO_DISPLAY.format(role=role))
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from reviewer_app.demo.play import play

    return play(folder, telling)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m reviewer_app.demo",
        description="A central server, a sample programme, eleven simulated experts, and the app.",
    )
    parser.add_argument(
        "--role", choices=ROLES, default="reviewer", help="whose app is opened (on a display)"
    )
    parser.add_argument(
        "--folder",
        type=Path,
        default=Path("build/demo"),
        metavar="DIR",
        help="where everything lies (default: build/demo)",
    )
    parser.add_argument(
        "--play", action="store_true", help="play the whole story by itself, without a display"
    )
    parser.add_argument("--fresh", action="store_true", help="found the programme anew")
    return parser


if __name__ == "__main__":
    sys.exit(main())
