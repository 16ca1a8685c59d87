"""The repository speaks of itself alone: no machine's paths, no package index, no leftovers."""

import re
from pathlib import Path

from tests.architecture.source import ROOT, files

# written in pieces, so that this file does not hold what it looks for
FORBIDDEN = re.compile(
    "|".join(
        [
            r"(?<![\w.~…/-])/" + r"(?:work|root)/\w",
            r"/(?:home|Users)" + r"/\w+/",
            r"[A-Z]:\\+" + r"Users\\",
            r"pypi\." + r"(?:org|io)",
            r"python" + r"hosted\.org",
            r"registry\.npm" + r"js",
            r"deb\." + r"debian\.org",
            r"--(?:extra-)?index" + r"-url",
        ]
    )
)
LARGEST = 6 * 1024 * 1024  # bytes
LEFTOVERS = (".orig", ".rej", ".bak", ".pyc", ".qm", ".sqlite", ".db", ".log", "~")


def text_of(path: Path) -> str:
    """The text of a file, or nothing where it is no text."""
    raw = path.read_bytes()
    return "" if b"\0" in raw[:8192] else raw.decode("utf-8", errors="replace")


def test_no_path_of_a_machine_and_no_package_index():
    assert [
        f"{name}:{text.count(chr(10), 0, match.start()) + 1} {match.group()}"
        for name in files()
        for text in [text_of(ROOT / name)]
        for match in FORBIDDEN.finditer(text)
    ] == []


def test_no_leftovers_and_nothing_huge():
    assert [
        name
        for name in files()
        if name.endswith(LEFTOVERS) or (ROOT / name).stat().st_size > LARGEST
    ] == []


def test_text_files_are_utf8_with_plain_line_ends():
    faulty = []
    for name in files():
        raw = (ROOT / name).read_bytes()
        if b"\0" in raw[:8192] or not name.endswith((".py", ".md", ".toml", ".ts", ".sh")):
            continue
        raw.decode("utf-8")
        if b"\r" in raw or (raw and not raw.endswith(b"\n")):
            faulty.append(name)
    assert faulty == []
