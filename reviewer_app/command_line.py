"""What the command line may ask of the application; read before any window toolkit is loaded."""

from __future__ import annotations

import argparse
import os
import socket
import sys
from collections.abc import Sequence
from pathlib import Path

from review_protocol.late_dataclasses import dataclass
from reviewer_app.looks import SIZES, Theme

LANGUAGES = ("en", "zh_CN")
NO_DISPLAY = (
    "There is no display to open a window on: start the app from a desktop session, "
    "or set DISPLAY or WAYLAND_DISPLAY to one that runs."
)
EXIT_NO_DISPLAY = 2


@dataclass(frozen=True, slots=True)
class Options:
    """`folder` is the profile's, None for the person's usual one."""

    folder: Path | None = None
    language: str | None = None
    theme: str | None = None
    server: str | None = None
    size: int | None = None
    """Of the interface, in per cent."""
    files: tuple[Path, ...] = ()
    """A letter of invitation, for a first start; batches and receipts, for an open desk."""


def read_command_line(argv: Sequence[str] | None = None) -> Options:
    """Ends the process with exit code 2 and a sentence where the command line is wrong."""
    parser = argparse.ArgumentParser(
        prog="reviewer-app",
        description="Read, score and sign practice cases, with and without a network.",
        epilog="reviewer-app verify FOLDER says whether a folder of evidence is true; "
        "reviewer-app compare SCORES.csv compares any table of scores.",
    )
    parser.add_argument(
        "files",
        nargs="*",
        type=Path,
        metavar="FILE",
        help="an invitation letter for the first start, a batch, or receipts",
    )
    parser.add_argument("--profile", type=Path, metavar="DIR", help="the folder of the desk")
    parser.add_argument("--language", choices=LANGUAGES, help="language of the interface")
    themes = [theme.value for theme in Theme]
    parser.add_argument("--theme", choices=themes, help="colours of the interface")
    parser.add_argument(
        "--size", type=int, choices=SIZES, help="size of text and buttons, in per cent"
    )
    parser.add_argument("--server", metavar="URL", help="address of the server, for enrolling")
    asked = parser.parse_args(argv)
    looks = (asked.language, asked.theme)
    return Options(asked.profile, *looks, asked.server, asked.size, tuple(asked.files))


def has_display() -> bool:
    """Whether Qt can open a window; without a display its own start would end in an abort."""
    if sys.platform != "linux":
        return True
    platform = os.environ.get("QT_QPA_PLATFORM", "")
    if platform and not platform.startswith(("xcb", "wayland")):
        return True  # one that draws without a display server
    return _answers_x(os.environ.get("DISPLAY", "")) or bool(os.environ.get("WAYLAND_DISPLAY"))


def _answers_x(display: str) -> bool:
    """Whether something listens at an X display of this computer; one elsewhere is believed."""
    host, _, number = display.partition(":")
    if not number or host not in ("", "unix"):
        return bool(display)
    path = f"/tmp/.X11-unix/X{number.partition('.')[0]}"  # where X servers listen
    return any(map(_listens, (f"\0{path}", path)))


def _listens(address: str) -> bool:
    with socket.socket(socket.AF_UNIX) as asked:
        try:
            asked.connect(address)
        except OSError:
            return False
    return True
