"""The files of a folder of evidence, and what is wrong with them: the first reason is the cause."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from review_protocol.canonical import sha256_hex
from reviewer_app.services.evidence_files import SUMS
from reviewer_app.verifying.found import Fault, Wrong

LARGEST = 16 << 20
"""Bytes of a file in an evidence folder; packets are far smaller."""


class Files:
    """Reads files by their path in the folder, and keeps what is wrong with which."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._wrong: dict[str, Wrong] = {}

    @property
    def wrong(self) -> tuple[Wrong, ...]:
        """In the order in which it was found, one a file."""
        return tuple(self._wrong.values())

    def tell(self, file: str, fault: Fault, detail: object = "") -> None:
        """Keep that this is wrong with the file, unless something was before."""
        self._wrong.setdefault(file, Wrong(file, fault, str(detail)))

    def is_wrong(self, *files: str) -> bool:
        """Whether something is wrong with one of these."""
        return any(file in self._wrong for file in files)

    def read(self, file: str, *, told: bool = True) -> bytes | None:
        """What is in the file; None, and told, where it is missing, a link, or too large."""
        path = self._folder / file
        fault = Fault.MISSING
        try:
            if path.is_file() and not path.is_symlink():
                fault = Fault.UNREADABLE
                if path.stat().st_size <= LARGEST:
                    return path.read_bytes()
        except OSError:
            fault = Fault.UNREADABLE
        if told:
            self.tell(file, fault)
        return None

    def text(self, file: str) -> str:
        """The same as text; what is no text reads as something else, and will not hold."""
        return (self.read(file) or b"").decode("utf-8", "replace")

    def is_there(self, file: str) -> bool:
        return (self._folder / file).is_file()

    def folders(self, name: str) -> tuple[str, ...]:
        """The names of the folders in this one, in order."""
        return self._names(name, folders=True)

    def inside(self, name: str) -> tuple[str, ...]:
        """The names of the files in this folder, in order."""
        return self._names(name, folders=False)

    def check_sums(self) -> None:
        """Every file is listed with its sum, and every listed one is there."""
        listed = dict(_sums(self.read(SUMS) or b""))
        there = {
            path.relative_to(self._folder).as_posix()
            for path in self._folder.rglob("*")
            if not path.is_dir() or path.is_symlink()
        }
        for file, sum_of in listed.items():
            if file not in there:
                self.tell(file, Fault.MISSING)
                continue
            content = self.read(file)
            if content is not None and sha256_hex(content) != sum_of:
                self.tell(file, Fault.ALTERED)
        for file in sorted(there - listed.keys() - {SUMS}):
            self.tell(file, Fault.UNLISTED)

    def _names(self, name: str, *, folders: bool) -> tuple[str, ...]:
        folder = self._folder / name
        found = folder.iterdir() if folder.is_dir() else ()
        return tuple(sorted(path.name for path in found if path.is_dir() == folders))


def _sums(content: bytes) -> Iterator[tuple[str, str]]:
    """Path and sum of each line of the list that sha256sum reads."""
    for line in content.decode("utf-8", "replace").split("\n"):
        sum_of, gap, file = line.partition("  ")
        if gap and not file.startswith("/") and ".." not in file.split("/"):
            yield file, sum_of
