"""Where the program was at fault, kept for whoever mends it: places only, never values."""

from __future__ import annotations

import re
from contextlib import suppress
from pathlib import Path

CRASH_FILE = "crash.log"
_PLACE = re.compile(r'  File "[^"]+", line \d+')
_KIND = re.compile(r"[A-Za-z_.]+(Error|Exception|Failure|Interrupt|Exit)(:|$)")


def note_crash(folder: Path, details: str) -> None:
    """Keep the places of a traceback and the kind of the error in `folder`.

    Values are left out: they may be words of a case. A disk that does not take it changes nothing.
    """
    kept = [line for line in details.splitlines() if _PLACE.match(line) or _KIND.match(line)]
    names = [line if _PLACE.match(line) else line.partition(":")[0] for line in kept]
    with suppress(OSError):
        (folder / CRASH_FILE).write_text("\n".join([*names, ""]), encoding="utf-8")
