"""A programme's own glossary and countries (regions): from the import to the reading desk."""

import json
from pathlib import Path

import pytest

from central_server.cli.main import main
from review_protocol.documents.batch import FileRole
from review_protocol.documents.own_tables import Glossary
from review_protocol.documents.text import Element
from reviewer_app.models.cases import case_content
from reviewer_app.models.documents import alignments
from reviewer_app.models.own_tables import own_table_ids
from reviewer_app.services.preparing import Preparing
from reviewer_app.services.tables import BatchTables, bundled_terms
from reviewer_app.sync.taking_in import known_manifest
from tests.unit.sync.desks import Desk, an_engine
from tests.unit.sync.test_engine import ALL_DECLARED

CASE = "WIC-2026-001"
TERM, TRANSLATION = "网络空间", "the realm of networks"
"""Of the app's own glossary too, there in other words."""


@pytest.fixture
def tables(desk: Desk) -> BatchTables:
    """What the services of this desk read with."""
    made = BatchTables(desk.store)
    desk.engine = an_engine(desk.store, desk.vault, Preparing(made))
    return made


def bring(folder, tmp_path: Path, **tables: dict[str, object]) -> None:
    """Import these files alone into the server's programme."""
    source = tmp_path / "tables"
    source.mkdir(exist_ok=True)
    for name, content in tables.items():
        source.joinpath(f"{name}.json").write_text(json.dumps(content), "utf-8")
    assert main(["--home", str(folder.path), "import", str(source)]) == 0


def glossary(*terms: list[str]) -> dict[str, object]:
    return {"format": "glossary/1", "terms": terms}


def countries(*rows: list[str]) -> dict[str, object]:
    return {"format": "countries/1", "countries": rows}


def released(desk: Desk) -> None:
    desk.sync()
    desk.declare(**ALL_DECLARED)
    desk.sync()


def test_both_come_with_the_batch_and_stand_over_the_app_s_own(desk, folder, tables, tmp_path):
    bring(
        folder,
        tmp_path,
        glossary=glossary([TERM, TRANSLATION]),
        countries=countries(["KE", "肯尼亚共和国", "The Republic of Kenya"]),
    )
    desk.sync()
    own = tables.at_hand
    assert own.terms[0].en == TRANSLATION
    assert {term.zh for term in bundled_terms()} <= {term.zh for term in own.terms}
    assert [each.en for each in own.terms if each.zh == TERM] == [TRANSLATION]
    assert own.countries.name("KE", "en") == "The Republic of Kenya"
    assert own.countries.code_of("Kenya") == "KE"
    assert own.countries.name("UG", "en") == "Uganda"
    assert own.countries.ordered(["CN", "KE"]) == ("KE", "CN")


def test_they_are_files_of_headers_that_belong_to_no_case(desk, folder, tables, tmp_path):
    """So an app that does not know their kinds keeps them, and opens what it knows."""
    bring(folder, tmp_path, glossary=glossary([TERM, TRANSLATION]))
    desk.sync()
    manifest = known_manifest(desk.store)
    (entry,) = [f for f in manifest.files if f.role is FileRole.HEADERS and f.case is None]
    with desk.store.read() as connection:
        assert own_table_ids(connection) == {Glossary.kind: entry.sha256}


def test_a_text_is_aligned_with_the_programme_s_terms(desk, folder, tables, tmp_path):
    released(desk)
    before = _keys(desk, tables)
    bring(folder, tmp_path, glossary=glossary([TERM, TRANSLATION]))
    desk.sync()
    after = _keys(desk, tables)
    assert not before & after
    with desk.store.read() as connection:
        case = case_content(connection, CASE)
    preparing = Preparing(tables)
    preparing.kept_alignments(desk.store, case)
    with desk.store.read() as connection:
        assert set(alignments(connection, after)) == after


def test_taken_back_they_are_the_app_s_own_again(desk, folder, tables, tmp_path):
    bring(folder, tmp_path, glossary=glossary([TERM, TRANSLATION]))
    desk.sync()
    bring(folder, tmp_path, glossary=glossary())
    desk.sync()
    assert tables.at_hand.terms == bundled_terms()


def _keys(desk: Desk, tables: BatchTables) -> set[str]:
    with desk.store.read() as connection:
        case = case_content(connection, CASE)
    return {Preparing(tables).key(case, element) for element in Element}
