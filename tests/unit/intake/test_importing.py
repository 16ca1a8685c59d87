"""An import is taken whole or not at all, again without effect, and changed cases as versions."""

from __future__ import annotations

import pytest
from sqlalchemy import func, select

from central_server.conducting import open_round
from central_server.documents import current_programme, current_rubric, read_document
from central_server.facts import Fact, read_fact
from central_server.intake.findings import CannotImport, Finding, What
from central_server.intake.importing import ImportRecord, import_programme
from central_server.log import log_size
from central_server.rounds import all_rounds
from central_server.server import open_server
from central_server.store import schema
from review_protocol.documents.case import Case
from review_protocol.documents.leaf import ActLeaf, read_entry
from review_protocol.documents.programme import Round, Rules
from tests.conftest import ROOT
from tests.unit.intake.forms import PDF, PROGRAMME, Folder, case, listed

SAMPLE = ROOT / "resources" / "sample_programme"
NOW, LATER = "2026-06-01T08:00:00Z", "2026-07-02T08:00:00Z"


@pytest.fixture
def folder(tmp_path):
    return Folder(tmp_path / "import")


@pytest.fixture
def server(founded):
    with open_server(founded) as opened:
        yield opened


def take(server, folder, now=NOW):
    return import_programme(server.store, server.home, server.log, folder.path, now=now)


def versions(server):
    table = schema.case_version
    with server.store.read() as connection:
        rows = connection.execute(select(table).order_by(table.c.number, table.c.version))
        return [(row.number, row.version, row.current) for row in rows]


def text_of(server, number):
    table = schema.case_version
    with server.store.read() as connection:
        digest = connection.execute(
            select(table.c.case_hash).where(table.c.number == number, table.c.current == 1)
        ).scalar_one()
        return read_document(connection, digest, Case)


def blobs(server):
    return sorted(path.name for path in server.home.blobs.iterdir())


def test_a_first_import_is_all_there(server, folder):
    folder.case(case("C-2", attachments=[listed("计划.pdf")])).attach("计划.pdf", number="C-2")
    report = take(server, folder)
    assert (report.added, report.changed, report.documents, report.attachments) == (
        ["C-1", "C-2"],
        [],
        ["programme", "rubric", "rules"],
        1,
    )
    with server.store.read() as connection:
        assert current_programme(connection).zone == "Asia/Shanghai"
        assert current_rubric(connection).sample
        assert Rules.from_body(read_fact(connection, Fact.RULES)).counted_rounds == (1,)
        assert all_rounds(connection)[1].round == Round(
            number=1,
            opens="2026-07-01T01:00:00Z",
            closes="2026-07-31T10:00:00Z",
            reviews_per_case=2,
            file_grace_hours=24,
        )
        entry = connection.execute(select(schema.leaf.c.entry).where(schema.leaf.c.position == 1))
        leaf = read_entry(entry.scalar_one())
        record = read_document(connection, leaf.subject, ImportRecord)
    assert leaf == ActLeaf(type="act/1", act="import", subject=record.id, received=NOW)
    assert [(one.number, one.version) for one in record.cases] == [("C-1", 1), ("C-2", 1)]
    assert text_of(server, "C-2").attachments[0].length == len(PDF)
    assert len(blobs(server)) == 3 + 2 * 2 + 1


def test_the_same_import_again_changes_nothing(server, folder):
    take(server, folder)
    before = blobs(server)
    report = take(server, folder)
    assert (report.added, report.changed, report.unchanged, report.leaf) == ([], [], ["C-1"], None)
    assert (versions(server), blobs(server)) == ([("C-1", 1, 1)], before)
    with server.store.read() as connection:
        assert log_size(connection) == 2


def test_a_changed_case_becomes_a_new_version_and_the_old_one_stays(server, folder):
    take(server, folder.case(case("C-2")))
    (folder.path / "cases/C-2/case.json").unlink()
    (folder.path / "cases/C-2").rmdir()
    report = take(server, folder.case(case(original="en")))
    assert (report.changed, report.absent) == (["C-1"], ["C-2"])
    assert versions(server) == [("C-1", 1, 0), ("C-1", 2, 1), ("C-2", 1, 1)]
    again = take(server, folder.case(case()))
    assert again.changed == ["C-1"]
    assert versions(server)[:3] == [("C-1", 1, 0), ("C-1", 2, 0), ("C-1", 3, 1)]


def test_a_new_attachment_alone_makes_a_new_version(server, folder):
    folder.case(case(attachments=[listed("a.pdf")])).attach("a.pdf")
    take(server, folder)
    report = take(server, folder.attach("a.pdf", PDF.replace(b"1 0 obj", b"2 0 obj")))
    assert (report.changed, report.attachments) == (["C-1"], 1)


def test_a_file_of_another_case_is_refused_later_too(server, folder):
    take(server, folder.case(case(attachments=[listed("a.pdf")])).attach("a.pdf"))
    (folder.path / "cases/C-1/attachments/a.pdf").unlink()
    folder.case(case())
    folder.case(case("C-2", attachments=[listed("b.pdf")])).attach("b.pdf", number="C-2")
    with pytest.raises(CannotImport) as failure:
        take(server, folder)
    assert failure.value.problems == (
        Finding(What.ATTACHMENT_SHARED, "cases/C-2/attachments/b.pdf", "", ("C-1",)),
    )
    assert versions(server) == [("C-1", 1, 1)]


def test_one_bad_case_leaves_everything_as_it_was(server, folder):
    folder.case(case("C-2", area="sport"))
    with pytest.raises(CannotImport):
        take(server, folder)
    assert (versions(server), blobs(server)) == ([], [])


def test_cases_alone_can_follow_a_programme(server, folder):
    (folder.path / "programme.json").unlink()
    with pytest.raises(CannotImport) as failure:
        take(server, folder)
    assert [one.what for one in failure.value.problems] == [What.NO_PROGRAMME]
    take(server, folder.programme())
    (folder.path / "programme.json").unlink()
    assert take(server, folder.case(case("C-2"))).added == ["C-2"]


def test_an_open_round_keeps_its_dates_and_its_rubric(server, folder):
    take(server, folder)
    closes = "2026-08-02T10:00:00Z"
    open_round(server.store, server.log, 1, now=LATER, closes=closes)
    later = {**PROGRAMME["rounds"][0], "closes": "2026-09-01T18:00"}
    report = take(server, folder.programme(rounds=[later]), LATER)
    assert [one.what for one in report.remarks] == [What.ROUND_IN_USE]
    with server.store.read() as connection:
        assert all_rounds(connection)[1].round.closes == closes
        rules = Rules.from_body(read_fact(connection, Fact.RULES)).model_dump(mode="json")
    with pytest.raises(CannotImport) as failure:
        take(server, folder.programme(rules={**rules, "casebook_target": 61}), LATER)
    assert [(one.what, one.field) for one in failure.value.problems] == [
        (What.RUBRIC_IN_USE, "rules")
    ]


def test_the_sample_programme_imports_without_a_problem(server):
    report = import_programme(server.store, server.home, server.log, SAMPLE, now=NOW)
    assert (len(report.added), report.attachments) == (40, 10)
    assert {one.what for one in report.remarks} == {What.COUNTRY_NOT_FOUND}
    with server.store.read() as connection:
        files = connection.execute(select(func.count()).select_from(schema.file)).scalar_one()
        server.log.check(connection)
    assert files == 3 + 2 * 40 + 10
