"""A report is on the disk whole, or what stood there before is untouched."""

import os
import resource
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from reviewer_app.reports.saving import CannotWriteReport, file_stem, save_report
from tests.unit.reports.builders import a_report, a_table

REPORT = a_report(a_table(("一", 1, None)))


def test_every_format_is_written_and_nothing_else(tmp_path: Path, fonts):
    formats = ("pdf", "xlsx", "csv", "json")
    saved = save_report(REPORT, tmp_path, "评分 2026/1", formats, "both", fonts=fonts)
    assert [path.name for path in saved] == [
        "评分-2026-1.pdf", "评分-2026-1.xlsx", "评分-2026-1-cases.csv", "评分-2026-1.json",
    ]  # fmt: skip
    assert sorted(tmp_path.iterdir()) == sorted(saved)
    assert saved[0].read_bytes().startswith(b"%PDF")


def test_saving_again_replaces_the_file(tmp_path: Path):
    (old,) = save_report(REPORT, tmp_path, "r", ("json",), "both")
    other = a_report(a_table(("二", 2, None)))
    (new,) = save_report(other, tmp_path, "r", ("json",), "both")
    assert old == new
    assert "二" in new.read_text(encoding="utf-8")


def test_a_missing_folder_is_a_fact(tmp_path: Path):
    with pytest.raises(CannotWriteReport) as caught:
        save_report(REPORT, tmp_path / "gone", "r", ("json",), "both")
    assert (caught.value.path, caught.value.reason) == (
        tmp_path / "gone" / "r.json",
        "folder_missing",
    )


def test_a_file_in_place_of_the_folder_is_a_fact(tmp_path: Path):
    (tmp_path / "file").write_text("x")
    with pytest.raises(CannotWriteReport) as caught:
        save_report(REPORT, tmp_path / "file", "r", ("json",), "both")
    assert caught.value.reason == "folder_missing"


def test_a_target_that_cannot_be_replaced_leaves_nothing_behind(tmp_path: Path):
    (tmp_path / "r.json" / "inside").mkdir(parents=True)
    with pytest.raises(CannotWriteReport) as caught:
        save_report(REPORT, tmp_path, "r", ("json",), "both")
    assert caught.value.reason == "in_use"
    assert [path.name for path in tmp_path.iterdir()] == ["r.json"]


@contextmanager
def only_room_for(size: int) -> Iterator[None]:
    """No file of this process may grow beyond ``size`` bytes meanwhile."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    before = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        signal.signal(signal.SIGXFSZ, before)


def test_without_room_the_old_file_stays_and_no_part_is_left(tmp_path: Path):
    (path,) = save_report(REPORT, tmp_path, "r", ("json",), "both")
    before = path.read_bytes()
    large = a_report(a_table(*((f"案例{number}", number, None) for number in range(500))))
    with only_room_for(4096), pytest.raises(CannotWriteReport) as caught:
        save_report(large, tmp_path, "r", ("csv", "json"), "both")
    assert caught.value.reason == "no_space"
    assert list(tmp_path.iterdir()) == [path]
    assert path.read_bytes() == before


def test_the_second_format_s_failure_leaves_the_first_unchanged_too(tmp_path: Path):
    (tmp_path / "r-cases.csv").write_text("old")
    large = a_report(a_table(*(("案例", number, None) for number in range(100))))
    with only_room_for(4096), pytest.raises(CannotWriteReport):
        save_report(large, tmp_path, "r", ("csv", "json"), "en")
    assert (tmp_path / "r-cases.csv").read_text() == "old"


@contextmanager
def as_an_ordinary_user() -> Iterator[None]:
    """Root may write everywhere, so it becomes somebody else meanwhile."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


def test_a_folder_without_permission_is_a_fact():
    with TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o555)
        with as_an_ordinary_user(), pytest.raises(CannotWriteReport) as caught:
            save_report(REPORT, folder, "r", ("json",), "both")
        folder.chmod(0o755)
    assert caught.value.reason == "not_allowed"


@pytest.mark.parametrize(
    ("name", "stem"),
    [
        ("评分报告 第一轮", "评分报告-第一轮"),
        ("../../etc/passwd", "etc-passwd"),
        ("a<b>:c|d?e*f", "a-b-c-d-e-f"),
        ("CON", "CON-report"),
        ("nul.txt", "nul.txt-report"),
        (" . ", "report"),
        ("", "report"),
        ("a\u202eb\x00", "a[U+202E]b[U+0000]"),
    ],
)
def test_names_are_made_fit_for_every_file_system(name, stem):
    assert file_stem(name) == stem


def test_a_long_chinese_name_is_cut_between_characters():
    assert file_stem("评" * 200) == "评" * 50
