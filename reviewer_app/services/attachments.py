"""Attachments of an open case: in memory, saved out where the person wishes it, left at a place."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Final

from review_protocol.documents.case_files import AnyFile
from review_protocol.suspicious import hidden_marks
from reviewer_app.models.cases import keep_place, place_in
from reviewer_app.models.disk import write_atomically
from reviewer_app.models.store import Store

_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f]+')
_RESERVED = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?", re.IGNORECASE)
_LONGEST: Final = 150
"""Bytes of a name; systems take 255, and a neighbour's ending comes on top."""
_ENDING: Final = 16
_NAMELESS: Final = "attachment"


class Attachments:
    """`content` gives the verified bytes of a released file by their hash."""

    def __init__(self, store: Store, content: Callable[[str], bytes]) -> None:
        self._store = store
        self.content = content

    def save(self, file: AnyFile, target: Path) -> Path:
        """Write a file out of the desk, readable by its owner alone and never executable.

        Answers where it was written. Raises as `Desk.attachment`, DiskFull, FolderReadOnly,
        ImpossibleFolder, StorageFault; what stood there is then still there.
        """
        write_atomically(target, self.content(file.sha256))
        return target

    def place(self, sha256: str) -> str | None:
        """Where a file was left: a text of the caller's."""
        with self._store.read() as connection:
            return place_in(connection, sha256)

    def keep_place(self, sha256: str, place: str) -> None:
        """Remember where a file was left, inside the desk."""
        self._store.perform(lambda connection: keep_place(connection, sha256, place))


def safe_name(name: str) -> str:
    """A file's name as every system takes it: no separators or marks that hide its ending, no
    reserved or overlong names, no dot in front and none at the end."""
    hidden = {at for at, _ in hidden_marks(name)}
    seen = "".join(character for at, character in enumerate(name) if at not in hidden)
    plain = _FORBIDDEN.sub("-", seen).strip(" .-")
    stem, dot, ending = plain.rpartition(".")
    if not dot or len(ending.encode()) > _ENDING:
        stem, ending = plain, ""
    short = stem.encode()[:_LONGEST].decode(errors="ignore").strip(" .-") or _NAMELESS
    whole = f"{short}.{ending}" if ending else short
    return f"{_NAMELESS}-{whole}" if _RESERVED.fullmatch(whole) else whole
