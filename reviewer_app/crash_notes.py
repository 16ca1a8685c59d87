"""Where the program was at fault, kept for whoever mends it: places only, never values."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

CRASH_FILE = "crash.log"


def note_crash(folder: Path, details: str) -> None:
    """Keep the places of a traceback and the kind of the error in `folder`.

    Values are left out: they may be words of a case. A disk that does not take it changes nothing.
    """
    lines = details.rstrip().splitlines()
    places = [line for line in lines if line.lstrip().startswith("File ")]
    kind = lines[-1].partition(":")[0] if lines else ""
    with suppress(OSError):
        (folder / CRASH_FILE).write_text("\n".join([*places, kind, ""]), encoding="utf-8")
