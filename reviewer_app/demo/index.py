"""The page that leads to the pictures of the album: a row a screen, a column a look."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from reviewer_app.demo.album import SHOTS, Shot
from reviewer_app.demo.looks import LOOKS, Look

TITLES: Final = {
    "english": "English",
    "english-dark": "dark",
    "english-200": "200 %",
    "chinese": "简体中文",
    "chinese-dark": "深色",
    "chinese-200": "200%",
}
"""The heading of each look's column, in this order."""
_HEAD = """# Screens

Every screen of the application, in real states of the sample programme. `make screens` plays the
demonstration through, some minutes long, and takes all of them anew. A window is 1366 × 768; a
dialog is shown by itself. In the columns of 200 % all is twice as large in the same window.

A screen's main states are pictured in English and 简体中文, light, dark and at 200 %; its other
states in three of these: English, Chinese in dark colours, English at 200 %. The other columns of
those, and dark columns of paper, hold a dash.
"""


def index(chapters: Mapping[str, Sequence[Shot]], form: str) -> str:
    """The page, as Markdown; a picture that does not exist in a look is a dash."""
    looks = {look.name: look for look in LOOKS}
    head = ["| | " + " | ".join(TITLES.values()) + " |", "|---" * (len(TITLES) + 1) + "|"]
    lines = [_HEAD]
    for title, shots in chapters.items():
        rows = [_row(shot, [looks[name] for name in TITLES], form) for shot in shots]
        lines += [f"## {title}", "", *head, *rows, ""]
    return "\n".join(lines)


def pictures_in(album: Path, form: str) -> set[tuple[str, str]]:
    """The name and the look of each picture of the album that is there."""
    files = album.glob(f"*/*.{form}")
    return {(path.stem, path.parent.name) for path in files if path.stem in SHOTS}


def _row(shot: Shot, looks: Sequence[Look], form: str) -> str:
    file = f"{shot.name}.{form}"
    links = [
        f"[{TITLES[look.name]}]({look.name}/{file})" if shot.look(look) else "–" for look in looks
    ]
    return f"| {shot.shows} | {' | '.join(links)} |"
