"""Codes that were refused to somebody: the operator is told whose."""

from __future__ import annotations

import pytest
from sqlalchemy import select, update

from central_server.store import schema
from tests.unit.intake.forms import Folder, case
from tests.unit.intake.test_commands import Operator


@pytest.fixture
def operator(founded, capsys) -> Operator:
    return Operator(founded, capsys)


@pytest.fixture
def folder(tmp_path) -> Folder:
    return Folder(tmp_path / "import").case(case("C-2", partners=[]))


def test_whose_code_somebody_else_tried_is_told(operator, folder):
    operator.types("import", folder.path)
    operator.types("invite", "--name", "Amina")
    assert operator.types("people") == 0
    assert "refused" not in operator.said
    (invitation,) = operator.rows(select(schema.invitation))
    operator.rows(update(schema.invitation).values(refused_tries=2))
    assert operator.types("people") == 0
    told = operator.said.splitlines()[-2]
    assert told.startswith(f"{invitation.person}: a code of theirs was refused 2 times (on another")
