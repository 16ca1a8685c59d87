"""A programme's own glossary and table of countries (regions): checked, taken whole, issued."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from central_server.documents import current_countries, find_body
from central_server.facts import Fact, find_fact
from central_server.intake.findings import CannotImport, Finding, What
from central_server.intake.importing import (
    ImportRecord,
    ImportRecordWithTables,
    import_programme,
)
from central_server.intake.words import sentence
from central_server.server import open_server
from central_server.store import schema
from review_protocol.documents.leaf import read_entry
from review_protocol.documents.own_tables import Glossary
from review_protocol.documents.text import Language
from tests.unit.intake.forms import Folder, case, read

GLOSSARY, COUNTRIES = "glossary.json", "countries.json"
NOW = "2026-06-01T08:00:00Z"
TERMS = [["共享网关", "shared gateway"], ["数字丝绸之路", "Digital Silk Road"]]
ROWS = [["HK", "中国香港", "Hong Kong, China"], ["KE", "肯尼亚", "Kenya", "Kenya Republic"]]


def glossary(terms: object = TERMS, **more: object) -> dict[str, object]:
    return {"format": "glossary/1", "terms": terms, **more}


def countries(rows: object = ROWS, **more: object) -> dict[str, object]:
    return {"format": "countries/1", "countries": rows, **more}


@pytest.fixture
def folder(tmp_path):
    return Folder(tmp_path / "import")


@pytest.fixture
def server(founded):
    with open_server(founded) as opened:
        yield opened


def take(server, folder):
    return import_programme(server.store, server.home, server.log, folder.path, now=NOW)


def problems(folder):
    with pytest.raises(CannotImport) as failure:
        read(folder.path)
    return failure.value.problems


def test_both_are_taken_with_the_programme_and_named_in_the_record(server, folder):
    folder.write(GLOSSARY, glossary(source="the secretariat")).write(COUNTRIES, countries())
    report = take(server, folder)
    assert report.documents == ["programme", "rubric", "rules", "glossary", "countries"]
    with server.store.read() as connection:
        kept = Glossary.from_body(find_fact(connection, Fact.GLOSSARY))
        assert [[term.zh, term.en] for term in kept.terms] == TERMS
        table = current_countries(connection)
        assert [[each.code, each.zh, each.en, *each.aliases] for each in table.countries] == ROWS
        rows = connection.execute(select(schema.leaf.c.entry).order_by(schema.leaf.c.position))
        leaf = read_entry(rows.all()[-1].entry)
        record = ImportRecordWithTables.from_body(find_body(connection, leaf.subject))
    assert (record.glossary, record.countries) == (kept.id, table.id)


def test_what_is_left_out_stays_and_an_empty_list_takes_it_back(server, folder):
    take(server, folder.write(GLOSSARY, glossary()))
    (folder.path / GLOSSARY).unlink()
    assert take(server, folder).leaf is None
    with server.store.read() as connection:
        assert len(Glossary.from_body(find_fact(connection, Fact.GLOSSARY)).terms) == 2
    take(server, folder.write(GLOSSARY, glossary([])))
    with server.store.read() as connection:
        assert Glossary.from_body(find_fact(connection, Fact.GLOSSARY)).terms == ()


def test_without_them_the_record_is_as_ever(server, folder):
    take(server, folder)
    with server.store.read() as connection:
        kinds = connection.execute(select(schema.document.c.kind)).scalars().all()
    assert ImportRecord.kind in kinds
    assert ImportRecordWithTables.kind not in kinds


def test_tables_alone_can_follow_a_programme(server, folder):
    take(server, folder)
    (folder.path / "programme.json").unlink()
    (folder.path / "cases/C-1/case.json").unlink()
    report = take(server, folder.write(COUNTRIES, countries()))
    assert (report.documents, report.absent) == (["countries"], ["C-1"])


def test_names_of_the_organiser_s_table_are_found_now_and_later(server, folder):
    lists = {"zh": ["桑给巴尔"], "en": ["Zanzibar"]}
    folder.write(COUNTRIES, countries([["TZ", "坦桑尼亚", "Tanzania", "桑给巴尔", "Zanzibar"]]))
    assert read(folder.case(case("C-2", countries=lists)).path).cases[1].codes == ("TZ",)
    take(server, folder)
    (folder.path / COUNTRIES).unlink()
    report = take(server, folder.case(case("C-3", countries=lists)))
    assert report.remarks == ()


def test_a_code_that_only_the_organiser_s_table_has_is_known(folder):
    folder.case(case(applicant={"name": {"zh": "某会", "en": "A council"}, "country": "XK"}))
    assert [found.what for found in problems(folder)] == [What.UNKNOWN_COUNTRY]
    folder.write(COUNTRIES, countries([["XK", "某地区", "Some Region"]]))
    assert read(folder.path).cases[0].form.applicant.country == "XK"


def test_everything_that_is_wrong_is_said_with_file_and_field(folder):
    folder.write(
        GLOSSARY,
        glossary(
            [["共享网关"], ["shared gateway", "共享网关"], ["甲", " "], ["乙", "b"], ["乙", "c"]]
        ),
    )
    folder.write(
        COUNTRIES,
        countries([["ken", "肯尼亚", "Kenya"], ["UG", "乌干达"], ["TZ", "Tanzania", "Tanzania"]]),
    )
    assert problems(folder) == (
        Finding(What.NOT_A_PAIR, GLOSSARY, "terms[0]"),
        Finding(What.NOT_CHINESE, GLOSSARY, "terms[1][0]", ("shared gateway",)),
        Finding(What.BLANK, GLOSSARY, "terms[2][1]"),
        Finding(What.CODE_TWICE, GLOSSARY, "terms", ("乙",)),
        Finding(What.WRONG_FORM, COUNTRIES, "countries[0][0]", ("ken", "^[A-Z]{2}$")),
        Finding(What.NOT_A_ROW, COUNTRIES, "countries[1]", ("2",)),
        Finding(What.NOT_CHINESE, COUNTRIES, "countries[2][1]", ("Tanzania",)),
    )


def test_a_name_belongs_to_one_country(folder):
    folder.write(
        COUNTRIES,
        countries([["CG", "刚果", "Congo", "乌干达"], ["CD", "刚果（金）", "congo"]]),
    )
    assert problems(folder) == (
        Finding(What.NAMES_TWO, COUNTRIES, "countries[0]", ("乌干达", "UG", "CG")),
        Finding(What.NAMES_TWO, COUNTRIES, "countries[1]", ("congo", "CG", "CD")),
    )
    (said, _) = (sentence(each, Language.EN) for each in problems(folder))
    assert said == (
        "countries.json, field countries[0]: “乌干达” names both UG and CG; "
        "a name belongs to one country (region)."
    )


def test_another_form_leaves_everything_as_it_was(server, folder):
    folder.write(GLOSSARY, {**glossary(), "format": "glossary/2"}).write(COUNTRIES, countries())
    with pytest.raises(CannotImport) as failure:
        take(server, folder)
    assert [(each.what, each.file) for each in failure.value.problems] == [
        (What.NOT_ONE_OF, GLOSSARY)
    ]
    with server.store.read() as connection:
        assert find_fact(connection, Fact.COUNTRIES) is None
    assert list(server.home.blobs.iterdir()) == []
