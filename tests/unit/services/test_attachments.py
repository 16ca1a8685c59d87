"""Attachments of every kind: released, opened in memory, saved out, left at a place."""

from __future__ import annotations

import stat

import pytest

from review_protocol.documents.case_files import CaseWithFiles, files_of, read_case
from review_protocol.failures import MalformedDocument
from reviewer_app.errors import FolderReadOnly, ImpossibleFolder, StorageFault
from reviewer_app.services.attachments import safe_name
from tests.builders.attachments import a_file, with_files
from tests.builders.desk import a_desk

SHEET = b"PK\x03\x04 a table of figures"
NOTES = "说明".encode("gb18030")


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    with a_desk(tmp_path_factory.mktemp("desk"), cases=1) as made:
        files = [a_file("budget.xlsx", SHEET, "application/octet-stream")]
        files.append(a_file("notes.txt", NOTES, "text/plain"))
        made.correct(with_files(made.cases[0], files), [SHEET, NOTES])
        yield made


def test_a_case_with_other_files_arrives_as_it_was_sent(desk):
    case = desk.services.desk.open(desk.numbers[0]).case
    assert isinstance(case, CaseWithFiles)
    assert case == desk.cases[0]
    assert [file.file for file in files_of(case)] == ["budget.xlsx", "notes.txt"]
    attachments = desk.services.desk.attachments
    assert [attachments.content(file.sha256) for file in files_of(case)] == [SHEET, NOTES]


def test_a_case_is_read_by_its_kind(desk):
    case = desk.cases[0]
    plain = with_files(case, [])
    assert type(read_case(case.body())) is CaseWithFiles
    assert read_case(plain.body()) == plain
    with pytest.raises(MalformedDocument):
        read_case(case.headers.body())


def test_a_saved_file_is_its_owners_alone_and_never_executable(desk, tmp_path):
    (file, _) = files_of(desk.cases[0])
    target = desk.services.desk.attachments.save(file, tmp_path / "budget.xlsx")
    assert target.read_bytes() == SHEET
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    assert [path.name for path in tmp_path.iterdir()] == ["budget.xlsx"]


def test_a_file_that_cannot_be_written_leaves_nothing(desk, tmp_path):
    (file, _) = files_of(desk.cases[0])
    with pytest.raises((StorageFault, ImpossibleFolder, FolderReadOnly)):
        desk.services.desk.attachments.save(file, tmp_path / "gone" / "budget.xlsx")
    assert list(tmp_path.iterdir()) == []


def test_where_a_file_was_left_is_kept_inside_the_desk(desk):
    attachments = desk.services.desk.attachments
    sha256 = files_of(desk.cases[0])[0].sha256
    assert attachments.place(sha256) is None
    attachments.keep_place(sha256, "[3]")
    attachments.keep_place(sha256, "[4]")
    assert attachments.place(sha256) == "[4]"


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("plan.docx", "plan.docx"),
        ("实施 方案.docx", "实施 方案.docx"),
        ("..\\..\\plan.docx", "plan.docx"),
        ("con.txt", "attachment-con.txt"),
        (".bashrc", "bashrc"),
        ("annex\u202excod.exe", "annexxcod.exe"),
        ('a:b*c?"d".xlsx', "a-b-c-d.xlsx"),
        ("方" * 200 + ".docx", "方" * 50 + ".docx"),
        ("\u200b.\u200b", "attachment"),
    ],
)
def test_a_name_is_made_safe_and_keeps_its_ending(name, safe):
    assert safe_name(name) == safe
