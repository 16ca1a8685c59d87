"""What the root has signed, kept beside its key: so that no number is ever signed twice, not even
after a server was restored from a backup that does not know the newest."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from central_server.failures import ServerFailure
from central_server.files import write_whole


@dataclass(eq=False)
class CannotKeepRecord(ServerFailure):
    """The folder of the root key cannot be read or written; nothing was signed away."""

    path: Path


def next_number(root_key: Path, last: int) -> int:
    """The number of the next trust document: above the last known, and all those kept here."""
    form = re.compile(re.escape(root_key.name) + r"\.trust-([0-9]{1,9})\.json")
    try:
        names = [each.name for each in root_key.parent.iterdir()]
    except OSError as error:
        raise CannotKeepRecord(root_key) from error
    signed = (int(match[1]) for name in names if (match := form.fullmatch(name)))
    return 1 + max(last, *signed, 0)


def keep_record(root_key: Path, number: int, envelope: bytes) -> Path:
    """Keep a trust document beside the key, before it is used; raises CannotKeepRecord."""
    path = root_key.with_name(f"{root_key.name}.trust-{number}.json")
    try:
        write_whole(path, envelope)
    except OSError as error:
        raise CannotKeepRecord(root_key) from error
    return path
