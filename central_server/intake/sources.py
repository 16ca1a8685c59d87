"""The files of an import, from a folder or an archive, with safe names and within bounds."""

from __future__ import annotations

import lzma
import tarfile
import tempfile
import unicodedata
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import IO

from central_server.intake.findings import CannotImport, Finding, What

FILE_LIMIT = 20 << 20
"""The largest file, 20 MiB."""
PROGRAMME = "programme.json"
GLOSSARY = "glossary.json"
COUNTRIES = "countries.json"
_LITTER = {"__MACOSX", ".DS_Store", "Thumbs.db", "desktop.ini", ".git", ".svn"}
_CHUNK = 1 << 20
_DAMAGED = (
    zipfile.BadZipFile,
    tarfile.TarError,
    zlib.error,
    lzma.LZMAError,
    EOFError,
    ValueError,
    NotImplementedError,  # a method of compression that zipfile does not know
)


@dataclass(frozen=True, slots=True)
class Bounds:
    """What an archive may unpack to: number of files, and bytes in all."""

    files: int = 100_000
    size: int = 16 << 30


@dataclass(frozen=True, slots=True)
class Source:
    """Relative names (POSIX, NFC) and where each file lies; what was left out is in `remarks`."""

    name: str
    files: Mapping[str, Path]
    problems: tuple[Finding, ...] = ()
    remarks: tuple[Finding, ...] = ()

    def size(self, name: str) -> int:
        """Bytes of a file."""
        return self.files[name].stat().st_size

    def read(self, name: str) -> bytes:
        """The whole file, which is at most FILE_LIMIT bytes or was found to be a problem."""
        return self.files[name].read_bytes()


@contextmanager
def open_source(path: Path, bounds: Bounds = Bounds()) -> Iterator[Source]:
    """The files of a folder, a .zip, .tar or .tar.gz; what was unpacked is removed on leaving.

    Raises CannotImport where there is no such thing, or the archive goes beyond its bounds.
    """
    if path.is_dir():
        yield _Gathering(path.name).folder(path)
        return
    if not path.is_file():
        raise CannotImport((Finding(What.NOT_FOUND, str(path)),))
    with ExitStack() as closing:
        place = Path(closing.enter_context(tempfile.TemporaryDirectory(prefix="import-")))
        gathering = _Gathering(path.name, place, bounds)
        try:
            if zipfile.is_zipfile(path):
                gathering.zip(closing.enter_context(zipfile.ZipFile(path)))
            elif tarfile.is_tarfile(path):
                gathering.tar(closing.enter_context(tarfile.open(path)))
            else:
                raise CannotImport((Finding(What.NOT_AN_ARCHIVE, path.name),))
        except (*_DAMAGED, OSError) as error:
            if isinstance(error, OSError) and error.errno is not None:
                raise  # the disk, not the archive: gzip and bz2 raise theirs without a number
            raise CannotImport((Finding(What.NOT_AN_ARCHIVE, path.name),)) from error
        yield gathering.source()


def safe_name(name: str) -> str | None:
    """The name with forward slashes in NFC; None where it leads out of the folder."""
    plain = unicodedata.normalize("NFC", name.replace("\\", "/"))
    parts = [part for part in plain.split("/") if part not in ("", ".")]
    outside = plain.startswith("/") or ".." in parts or (parts and ":" in parts[0])
    if outside or not parts or any(ord(sign) < 32 for sign in plain):
        return None
    return "/".join(parts)


class _Gathering:
    """Files found so far, under their names as the form means them."""

    def __init__(self, name: str, place: Path | None = None, bounds: Bounds | None = None) -> None:
        self._name = name
        self._place = place
        self._bounds = bounds or Bounds()
        self._files: dict[str, Path] = {}
        self._problems: list[Finding] = []
        self._litter = 0
        self._size = 0

    def folder(self, root: Path) -> Source:
        """A folder as it lies, without following links."""
        for path in sorted(root.rglob("*")):
            name = path.relative_to(root).as_posix()
            if path.is_symlink():
                self._problems.append(Finding(What.A_LINK, name))
            elif path.is_file():
                accepted = self._accept(name, path.stat().st_size)
                if accepted is not None:
                    self._files[accepted] = path
        return self.source()

    def zip(self, archive: zipfile.ZipFile) -> None:
        """Unpack a zip."""
        for entry in archive.infolist():
            name = _zip_name(entry)
            if entry.is_dir() or name.endswith("\\"):
                continue
            if entry.flag_bits & 0x1:
                self._problems.append(Finding(What.ENCRYPTED_ARCHIVE, self._name))
                return
            if (entry.external_attr >> 16) & 0o170000 == 0o120000:
                self._problems.append(Finding(What.A_LINK, name))
                continue
            accepted = self._accept(name, entry.file_size)
            if accepted is not None:
                with archive.open(entry) as content:
                    self._unpack(accepted, content)

    def tar(self, archive: tarfile.TarFile) -> None:
        """Unpack a tar."""
        for member in archive:
            if member.isdir():
                continue
            if not member.isfile():
                self._problems.append(Finding(What.A_LINK, member.name))
                continue
            accepted = self._accept(member.name, member.size)
            content = archive.extractfile(member)
            if accepted is not None and content is not None:
                with content:
                    self._unpack(accepted, content)

    def source(self) -> Source:
        """What was found; the folder that holds programme.json or cases/ is the root."""
        prefix = _root(self._files)
        files = {
            name.removeprefix(prefix): path
            for name, path in self._files.items()
            if name.startswith(prefix)
        }
        remarks: tuple[Finding, ...] = ()
        if self._litter:
            remarks = (Finding(What.LITTER, self._name, facts=(str(self._litter),)),)
        return Source(self._name, files, tuple(self._problems), remarks)

    def _accept(self, name: str, size: int) -> str | None:
        """The safe name, None where the file is left out; raises CannotImport beyond bounds."""
        safe = safe_name(name)
        if safe is None:
            self._problems.append(Finding(What.UNSAFE_NAME, name))
            return None
        parts = PurePosixPath(safe).parts
        if _LITTER & set(parts) or parts[-1].startswith("._"):
            self._litter += 1
            return None
        if safe in self._files:
            self._problems.append(Finding(What.TWICE_IN_ARCHIVE, safe))
            return None
        if len(self._files) >= self._bounds.files:
            most = (str(self._bounds.files),)
            raise CannotImport((Finding(What.TOO_MANY_FILES, self._name, "", most),))
        if size > FILE_LIMIT:
            facts = (str(size >> 20), str(FILE_LIMIT >> 20))
            self._problems.append(Finding(What.FILE_TOO_LARGE, safe, "", facts))
            return None
        return safe

    def _unpack(self, name: str, content: IO[bytes]) -> None:
        """Copy at most FILE_LIMIT bytes, whatever size the archive claims, under a plain number:
        no name from an archive ever becomes a path."""
        if self._place is None:
            return
        path = self._place / str(len(self._files))
        copied = 0
        with path.open("wb") as copy:
            while chunk := content.read(_CHUNK):
                copied += len(chunk)
                self._size += len(chunk)
                if self._size > self._bounds.size:
                    most = (str(self._bounds.size >> 20),)
                    raise CannotImport((Finding(What.TOO_MUCH, self._name, "", most),))
                if copied > FILE_LIMIT:
                    facts = (f"> {FILE_LIMIT >> 20}", str(FILE_LIMIT >> 20))
                    self._problems.append(Finding(What.FILE_TOO_LARGE, name, "", facts))
                    break
                copy.write(chunk)
        self._files[name] = path


def _zip_name(entry: zipfile.ZipInfo) -> str:
    """The entry's name; where it is not marked as UTF-8, it is tried, then GBK."""
    name = entry.orig_filename
    if entry.flag_bits & 0x800 or name.isascii():
        return name
    raw = name.encode("cp437")
    for encoding in ("utf-8", "gbk"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return name


def _root(names: Mapping[str, Path]) -> str:
    """`""`, or the one folder around everything, as an archive of a folder has it."""
    if any(name == PROGRAMME or name.startswith("cases/") for name in names):
        return ""
    tops = {name.split("/", 1)[0] for name in names if "/" in name}
    if len(tops) == 1 and any(name.split("/", 1)[1:] for name in names):
        top = tops.pop()
        inner = {name.removeprefix(f"{top}/") for name in names}
        if any(name == PROGRAMME or name.startswith("cases/") for name in inner):
            return f"{top}/"
    return ""
