"""The command `python -m reviewer_app.demo.screens`: a picture of every screen in every look."""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from reviewer_app import opening
from reviewer_app.demo.ending import INTERRUPTED, begin_group, end_as_by_a_key, end_group
from reviewer_app.demo.folder import AlreadyRunning, NotOurFolder, empty, held
from reviewer_app.demo.telling import Telling

__all__ = ["main", "opening"]
FORM = "webp"
INDEX = "README.md"
FOUNDED, LAPTOP = "founded", "laptop.json"
_SCREEN = {"name": "laptop", "x": 0, "y": 0, "width": 1366, "height": 768}
_DOTS = {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}


def main(argv: Sequence[str] | None = None) -> int:
    """Take all pictures, or those of one telling; answers the exit code."""
    asked = _parser().parse_args(argv)
    folder, album = asked.folder.resolve(), asked.to.resolve()
    if asked.telling is not None:
        return _tell(asked.telling, folder, album)
    end_as_by_a_key()
    try:
        with held(folder):
            _use_a_laptop(folder / LAPTOP)
            if not (asked.again and (folder / FOUNDED).exists()):
                _prepare(folder / FOUNDED)
            return _take_all(folder, album)
    except (NotOurFolder, AlreadyRunning) as failure:
        print(failure, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nstopped; nothing is left running", file=sys.stderr)
        return INTERRUPTED


def _use_a_laptop(path: Path) -> None:
    """A screen that nobody sees, as large as a laptop's: menus and dialogs keep within it."""
    path.write_text(json.dumps({"screens": [_SCREEN | _DOTS]}), encoding="utf-8")
    os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={path}"


def _prepare(folder: Path) -> None:
    # late: this loads Qt
    from reviewer_app.demo.enclosing import enclose
    from reviewer_app.demo.play import prepare

    empty(folder)
    prepare(folder, Telling(), edit=enclose)


def _take_all(folder: Path, album: Path) -> int:
    """Each telling in a process of its own; then the page that leads to all pictures."""
    from reviewer_app.demo.album import CHAPTERS, left_out
    from reviewer_app.demo.index import index, pictures_in
    from reviewer_app.demo.looks import ALBUM

    telling = Telling()
    runs = {looks[0].name: _begin(looks[0].name, folder, album) for looks in ALBUM}
    try:
        for name, run in runs.items():
            if run.wait():
                print(_log(folder, name).read_text(encoding="utf-8")[-4000:], file=sys.stderr)
    finally:
        for run in runs.values():
            end_group(run)
    album.mkdir(parents=True, exist_ok=True)
    (album / INDEX).write_text(index(CHAPTERS, FORM), encoding="utf-8")
    taken = pictures_in(album, FORM)
    missing = left_out(taken)
    for each in missing:
        print(f"no picture: {each}", file=sys.stderr)
    size = sum(path.stat().st_size for path in album.rglob(f"*.{FORM}"))
    telling.step(f"{len(taken)} pictures in {album}: {size / 1e6:.1f} MB")
    return 1 if missing or any(run.returncode for run in runs.values()) else 0


def _begin(name: str, folder: Path, album: Path) -> subprocess.Popen[bytes]:
    """The process of one telling; what it says goes into a file."""
    where = ("--folder", str(folder), "--to", str(album))
    module = ("-X", "faulthandler", "-m", "reviewer_app.demo.screens")
    return begin_group((sys.executable, *module, "--telling", name, *where), _log(folder, name))


def _log(folder: Path, name: str) -> Path:
    return folder / f"{name}.log"


def _tell(name: str, folder: Path, album: Path) -> int:
    """Play the story in the looks of one telling, and picture it."""
    # late: these load Qt
    from reviewer_app.demo.looks import ALBUM
    from reviewer_app.demo.pictures import Pictures
    from reviewer_app.demo.play import play

    looks = next(each for each in ALBUM if each[0].name == name)
    for look in looks:
        shutil.rmtree(album / look.name, ignore_errors=True)
    camera = Pictures(album, FORM, numbered=False)
    played = folder / f"as-{name}"
    return play(played, Telling(), camera=camera, looks=looks, kept=folder / FOUNDED)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m reviewer_app.demo.screens",
        description="Plays the demonstration and keeps a picture of every screen in every look.",
    )
    parser.add_argument("--to", type=Path, default=Path("docs/screens"), metavar="DIR")
    parser.add_argument(
        "--folder",
        type=Path,
        default=Path(tempfile.gettempdir()) / "practice-cases",
        metavar="DIR",
        help="where everything lies; it is to be read in some pictures (default: %(default)s)",
    )
    parser.add_argument(
        "--again", action="store_true", help="play on what an earlier run has founded"
    )
    parser.add_argument("--telling", metavar="LOOK", help=argparse.SUPPRESS)
    return parser


if __name__ == "__main__":
    sys.exit(main())
