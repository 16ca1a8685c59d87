"""The command `python -m reviewer_app.demo.screens`: a picture of every screen in every look."""

from __future__ import annotations

import argparse
import os
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

from reviewer_app import opening
from reviewer_app.demo.folder import AlreadyRunning, NotOurFolder, held
from reviewer_app.demo.telling import Telling

__all__ = ["main", "opening"]
FORM = "webp"
INDEX = "README.md"
_HEAD = """# Screens

Every screen of the demonstration in every look; `make screens` plays it and takes them anew.
A window is 1366 × 768; a dialog is shown by itself. In the last two columns all is twice as large.

"""


def main(argv: Sequence[str] | None = None) -> int:
    """Play the story, and picture it; answers the exit code."""
    asked = _parser().parse_args(argv)
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    try:
        with held(asked.folder.resolve()):
            return _take(asked.folder.resolve(), asked.to.resolve())
    except (NotOurFolder, AlreadyRunning) as failure:
        print(failure, file=sys.stderr)
        return 1


def _take(folder: Path, album: Path) -> int:
    # late: these load Qt
    from reviewer_app.demo.looks import ALBUM
    from reviewer_app.demo.pictures import Pictures
    from reviewer_app.demo.play import play

    names = [look.name for looks in ALBUM for look in looks]
    for name in names:
        shutil.rmtree(album / name, ignore_errors=True)
    camera = Pictures(album, FORM)
    for looks in ALBUM:
        if code := play(folder, Telling(), camera=camera, looks=looks):
            return code
    files = [camera.file_name(name) for name in camera.taken]
    (album / INDEX).write_text(_index(files, names), encoding="utf-8")
    return 0


def _index(files: Sequence[str], looks: Sequence[str]) -> str:
    """A page with a row for each screen, and a link to its picture in each look."""
    rows = [
        f"| {Path(file).stem} | {' | '.join(_link(file, look) for look in looks)} |"
        for file in files
    ]
    head = ["| screen |" + " |" * len(looks), "|---|" + "---|" * len(looks)]
    return _HEAD + "\n".join([*head, *rows]) + "\n"


def _link(file: str, look: str) -> str:
    return f"[{look}]({look}/{file})"


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m reviewer_app.demo.screens",
        description="Plays the demonstration and keeps a picture of every screen in every look.",
    )
    parser.add_argument("--to", type=Path, default=Path("docs/screens"), metavar="DIR")
    parser.add_argument("--folder", type=Path, default=Path("build/screens"), metavar="DIR")
    return parser


if __name__ == "__main__":
    sys.exit(main())
