"""Folder, zip and tar read alike; nothing in an archive reaches beyond its bounds."""

from __future__ import annotations

import io
import tarfile
import unicodedata
import zipfile

import pytest

from central_server.intake.findings import CannotImport, What
from central_server.intake.sources import FILE_LIMIT, Bounds, open_source, safe_name
from tests.unit.intake.forms import Folder, case, listed, read


@pytest.fixture
def folder(tmp_path):
    whole = Folder(tmp_path / "import")
    return whole.case(case(attachments=[listed("计划.pdf")])).attach("计划.pdf")


def zipped(folder, path, top="", separator="/"):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in sorted(folder.path.rglob("*")):
            if file.is_file():
                name = top + file.relative_to(folder.path).as_posix()
                entry = zipfile.ZipInfo(name)
                entry.filename = entry.orig_filename = name.replace("/", separator)
                archive.writestr(entry, file.read_bytes())
    return path


def found(path, bounds=None):
    with open_source(path, bounds or Bounds()) as source:
        return [(one.what, one.file) for one in (*source.problems, *source.remarks)]


def refused(path, bounds=None):
    with pytest.raises(CannotImport) as failure:
        found(path, bounds)
    return [one.what for one in failure.value.problems]


@pytest.mark.parametrize("top", ["", "programme-2026/"])
@pytest.mark.parametrize("separator", ["/", "\\"])
def test_a_zip_reads_like_its_folder(folder, tmp_path, top, separator):
    archive = zipped(folder, tmp_path / "import.zip", top, separator)
    assert read(archive).cases == read(folder.path).cases


@pytest.mark.parametrize("mode", ["w", "w:gz", "w:bz2"])
def test_a_tar_reads_like_its_folder(folder, tmp_path, mode):
    with tarfile.open(tmp_path / "import.tar", mode) as archive:
        archive.add(folder.path, arcname="sample")
    assert read(tmp_path / "import.tar").cases == read(folder.path).cases


def test_names_that_windows_writes_in_gbk_are_read(tmp_path):
    """Such a zip has GBK bytes and no flag that would say UTF-8."""
    path = tmp_path / "import.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("cases/C-1/attachments/12345678.pdf", b"x")
    path.write_bytes(path.read_bytes().replace(b"12345678", "实施计划".encode("gbk")))
    with open_source(path) as source:
        assert list(source.files) == ["cases/C-1/attachments/实施计划.pdf"]


@pytest.mark.parametrize(
    "name", ["../x", "/x", "a/../../x", "C:/x", "..\\x", "\\\\server\\x", "a\nb", "", "./"]
)
def test_names_that_lead_out_are_refused(name):
    assert safe_name(name) is None


def test_names_are_made_plain():
    assert safe_name("./cases\\C-1//a.pdf") == "cases/C-1/a.pdf"
    assert safe_name(unicodedata.normalize("NFD", "é")) == "é"


def test_an_archive_that_leads_out_is_a_problem_and_writes_nothing(tmp_path):
    with zipfile.ZipFile(tmp_path / "bad.zip", "w") as archive:
        archive.writestr("../outside.txt", "x")
        link = zipfile.ZipInfo("cases/link")
        link.external_attr = 0o120777 << 16
        archive.writestr(link, "/etc/passwd")
    assert found(tmp_path / "bad.zip") == [
        (What.UNSAFE_NAME, "../outside.txt"),
        (What.A_LINK, "cases/link"),
    ]
    assert [path.name for path in tmp_path.iterdir()] == ["bad.zip"]


def test_links_and_devices_in_a_tar_or_folder_are_problems(folder, tmp_path):
    with tarfile.open(tmp_path / "bad.tar", "w") as archive:
        for name, kind in (("a", tarfile.SYMTYPE), ("b", tarfile.LNKTYPE), ("c", tarfile.FIFOTYPE)):
            member = tarfile.TarInfo(name)
            member.type, member.linkname = kind, "/etc/passwd"
            archive.addfile(member)
    assert [what for what, _ in found(tmp_path / "bad.tar")] == [What.A_LINK] * 3
    (folder.path / "cases" / "link").symlink_to("/etc")
    assert found(folder.path) == [(What.A_LINK, "cases/link")]


def test_bombs_stop_at_the_bounds(tmp_path):
    path = tmp_path / "bomb.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(3):
            archive.writestr(f"cases/{number}", bytes(2 << 20))
        archive.writestr("cases/large", bytes(FILE_LIMIT + 1))
    assert found(path) == [(What.FILE_TOO_LARGE, "cases/large")]
    assert refused(path, Bounds(size=3 << 20)) == [What.TOO_MUCH]
    assert refused(path, Bounds(files=2)) == [What.TOO_MANY_FILES]


def test_a_claimed_size_is_not_believed(tmp_path):
    path = tmp_path / "liar.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("cases/x", bytes(FILE_LIMIT + 100))
    size = (FILE_LIMIT + 100).to_bytes(4, "little")
    path.write_bytes(path.read_bytes().replace(size, (5).to_bytes(4, "little")))
    with pytest.raises(CannotImport):
        read(path)


def test_what_systems_leave_behind_is_skipped(folder):
    folder.write(".DS_Store", b"x").write("cases/C-1/._case.json", b"x")
    folder.write("__MACOSX/cases/x", b"x").write("cases/Thumbs.db", b"x")
    assert found(folder.path) == [(What.LITTER, "import")]
    assert len(read(folder.path).cases) == 1


@pytest.mark.parametrize("content", [b"", b"hello", b"PK\x03\x04 cut", b"\x1f\x8b cut"])
def test_what_is_no_archive_is_said_to_be_none(tmp_path, content):
    (tmp_path / "x.zip").write_bytes(content)
    assert refused(tmp_path / "x.zip") == [What.NOT_AN_ARCHIVE]


def test_a_cut_off_archive_is_refused(folder, tmp_path):
    whole = io.BytesIO()
    with tarfile.open(fileobj=whole, mode="w:gz") as archive:
        archive.add(folder.path, arcname="")
    (tmp_path / "cut.tar.gz").write_bytes(whole.getvalue()[:-300])
    assert refused(tmp_path / "cut.tar.gz") == [What.NOT_AN_ARCHIVE]


def test_nothing_there_is_said(tmp_path):
    assert refused(tmp_path / "nowhere") == [What.NOT_FOUND]
