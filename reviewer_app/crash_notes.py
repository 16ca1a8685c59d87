"""Where the program was at fault, kept for whoever mends it: places only, never values."""

from __future__ import annotations

import re
import sys
from contextlib import suppress
from pathlib import Path

if sys.platform != "win32":
    import resource

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


def leave_no_core() -> None:
    """Let the system keep no copy of this process's memory, or of its children's, when it ends
    in a fault: keys and texts lie in it. Windows keeps none unless it was told to.
    """
    if sys.platform != "win32":
        hard = resource.getrlimit(resource.RLIMIT_CORE)[1]
        resource.setrlimit(resource.RLIMIT_CORE, (0, hard))
