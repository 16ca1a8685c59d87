"""Reports on disk: every file whole or not there at all."""

import errno
import os
import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from tempfile import mkstemp
from typing import Literal, assert_never

from reviewer_app.reports.csv import draw_csv
from reviewer_app.reports.font_files import FontFiles
from reviewer_app.reports.fonts import bundled_fonts
from reviewer_app.reports.json import draw_json
from reviewer_app.reports.outline import Report
from reviewer_app.reports.pdf import draw_pdf
from reviewer_app.reports.text import Language, visible
from reviewer_app.reports.xlsx import draw_xlsx

ReportFormat = Literal["pdf", "xlsx", "csv", "json"]
Reason = Literal[
    "no_space", "read_only", "not_allowed", "folder_missing", "in_use", "name_too_long", "other"
]

_REASONS: dict[int, Reason] = {
    errno.ENOSPC: "no_space",
    errno.EDQUOT: "no_space",
    errno.EFBIG: "no_space",
    errno.EROFS: "read_only",
    errno.EACCES: "not_allowed",
    errno.EPERM: "not_allowed",
    errno.ENOENT: "folder_missing",
    errno.ENOTDIR: "folder_missing",
    errno.EBUSY: "in_use",
    errno.ETXTBSY: "in_use",
    errno.EISDIR: "in_use",
    errno.ENAMETOOLONG: "name_too_long",
}
_WINDOWS_SHARING = (32, 33)
_FORBIDDEN = re.compile(r'[<>:"/\\|?*\s]+')
_RESERVED = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?", re.IGNORECASE)
_LONGEST_STEM = 150


class CannotWriteReport(Exception):
    """The report could not be written to ``path``; what stood there before is untouched."""

    def __init__(self, path: Path, reason: Reason) -> None:
        super().__init__(path, reason)
        self._path = path
        self._reason: Reason = reason

    @property
    def path(self) -> Path:
        return self._path

    @property
    def reason(self) -> Reason:
        return self._reason


def save_report(
    report: Report,
    folder: Path,
    name: str,
    formats: Sequence[ReportFormat],
    language: Language,
    *,
    fonts: FontFiles | None = None,
) -> tuple[Path, ...]:
    """Writes the report in every format and returns the files, in the formats' order.

    Each file is written and flushed to disk beside its place under a temporary name; only when
    all are there do they take their names, replacing files of the same name. CSV makes a file a
    table: ``name-cases.csv``. ``fonts`` are the app's own unless given. Raises CannotWriteReport.
    """
    stem = file_stem(name)
    staged: list[tuple[Path, Path]] = []
    try:
        for kind in formats:
            for ending, content in _drawn(report, kind, language, fonts):
                target = folder / f"{stem}{ending}"
                staged.append((_stage(target, content), target))
        for temporary, target in staged:
            _rename(temporary, target)
    finally:
        for temporary, _ in staged:
            with suppress(OSError):
                temporary.unlink(missing_ok=True)
    _flush_folder(folder)
    return tuple(target for _, target in staged)


def file_stem(name: str) -> str:
    """The name as every file system takes it: no separators, no reserved or overlong names."""
    plain = _FORBIDDEN.sub("-", visible(name)).strip(" .-") or "report"
    short = plain.encode()[:_LONGEST_STEM].decode(errors="ignore").rstrip(" .-")
    return f"{short}-report" if _RESERVED.fullmatch(short) else short


def _drawn(
    report: Report, kind: ReportFormat, language: Language, fonts: FontFiles | None
) -> Iterator[tuple[str, bytes]]:
    match kind:
        case "pdf":
            yield ".pdf", draw_pdf(report, language, fonts or bundled_fonts())
        case "xlsx":
            yield ".xlsx", draw_xlsx(report, language)
        case "csv":
            for each in draw_csv(report, language):
                yield f"-{each.key}.csv", each.content
        case "json":
            yield ".json", draw_json(report)
        case _:
            assert_never(kind)


def _stage(target: Path, content: bytes) -> Path:
    """The content under a temporary name in the target's folder, flushed to disk."""
    try:
        handle, written = mkstemp(prefix=".report-", suffix=".part", dir=target.parent)
    except OSError as failure:
        raise CannotWriteReport(target, _reason(failure)) from failure
    temporary = Path(written)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
    except OSError as failure:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise CannotWriteReport(target, _reason(failure)) from failure
    return temporary


def _rename(temporary: Path, target: Path) -> None:
    try:
        temporary.replace(target)
    except OSError as failure:
        raise CannotWriteReport(target, _reason(failure)) from failure


def _reason(failure: OSError) -> Reason:
    if getattr(failure, "winerror", None) in _WINDOWS_SHARING:
        return "in_use"
    return _REASONS.get(failure.errno or 0, "other")


def _flush_folder(folder: Path) -> None:
    """Makes the new names last through a power cut, where the system lets folders be flushed."""
    if os.name != "posix":
        return
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
