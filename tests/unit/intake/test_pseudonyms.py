"""Names without numbers, and the key of the pseudonyms: written for a reason, and logged."""

from __future__ import annotations

import json
import re
import stat

import pytest
from sqlalchemy import select

from central_server.store import schema
from review_protocol.documents.leaf import ActLeaf, read_entry
from tests.unit.intake.forms import Folder, case
from tests.unit.intake.test_commands import PEOPLE, Operator


@pytest.fixture
def operator(founded, capsys, tmp_path) -> Operator:
    """Of a founded server with four people."""
    operator = Operator(founded, capsys)
    operator.types("import", Folder(tmp_path / "import").case(case("C-2", partners=[])).path)
    path = tmp_path / "people.json"
    path.write_text(json.dumps(PEOPLE), encoding="utf-8")
    operator.types("invite", "--from", path)
    return operator


def opened(operator: Operator) -> int:
    """How often the log says that the key was opened."""
    rows = operator.rows(select(schema.leaf.c.entry))
    leaves = [read_entry(row.entry) for row in rows]
    return sum(isinstance(leaf, ActLeaf) and leaf.act == "pseudonyms" for leaf in leaves)


def test_people_are_listed_without_numbers(operator):
    assert operator.types("people") == 0
    assert "Amina" in operator.said
    assert not re.search(r"\s0[1-9]\s", operator.said)


def test_the_key_is_written_for_a_reason_and_logged(operator, tmp_path):
    key = tmp_path / "key.json"
    assert operator.types("pseudonyms", "--reason", "A complaint", "--to", key) == 0
    assert opened(operator) == 1
    assert stat.S_IMODE(key.stat().st_mode) == 0o600
    written = json.loads(key.read_text("utf-8"))
    assert sorted(each["name"] for each in written["people"]) == ["Amina", "Jonas", "林曦"]
    assert [each["number"] for each in written["people"]] == [1, 2, 3]
    assert written["reason"] == "A complaint"


def test_without_a_reason_nothing_is_opened(operator, tmp_path):
    key = tmp_path / "key.json"
    for reason in ("", " ", "x" * 501):
        with pytest.raises(SystemExit):
            operator.types("pseudonyms", "--reason", reason, "--to", key)
    assert (opened(operator), key.exists()) == (0, False)


def test_a_file_that_is_there_stays(operator, tmp_path):
    key = tmp_path / "key.json"
    key.write_text("mine")
    assert operator.types("pseudonyms", "--reason", "A complaint", "--to", key) == 1
    assert operator.complained.startswith(f"{key} exists, and is never overwritten")
    assert (opened(operator), key.read_text()) == (0, "mine")
