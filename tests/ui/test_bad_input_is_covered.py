"""The table of bad input is complete, says what the app says, and its tests are there."""

import ast
from pathlib import Path

import pytest

from review_protocol.documents.text import Language
from reviewer_app.ui.kit.i18n import Languages
from tests.ui.bad_input import LINES, Line, document

ROOT = Path(__file__).parents[2]
ASKED = (
    "wrong code",
    "used code",
    "expired code",
    "server unreachable",
    "wrong certificate",
    "answer cut off",
    "html instead of json",
    "full disk",
    "read-only folder",
    "batch with one flipped byte",
    "packet for another programme",
    "unknown field",
    "score out of range",
    "round closed meanwhile",
    "app started twice",
    "newer database than app",
)


def test_every_line_is_there() -> None:
    whats = [line.what.lower() for line in LINES]
    assert [asked for asked in ASKED if not any(what.startswith(asked) for what in whats)] == []


@pytest.mark.parametrize("line", LINES, ids=lambda line: line.what)
def test_the_tests_that_provoke_it_are_there(line: Line) -> None:
    assert line.tests
    assert [test for test in line.tests if not is_there(test)] == []


def test_no_two_lines_say_the_same(languages: Languages) -> None:
    first = [line.says[0] for line in LINES]
    for code, language in (("en", Language.EN), ("zh_CN", Language.ZH)):
        languages.use(code)
        said = [words(language) for words in first]
        assert len(set(said)) == len(said)


def test_the_document_says_what_the_app_says(languages: Languages) -> None:
    written = (ROOT / "docs" / "bad-input.md").read_text(encoding="utf-8")
    assert document(languages) == written, "write it anew: python -m tests.ui.bad_input"


def is_there(test: str) -> bool:
    """Whether a test of this file and name is in the repository."""
    path, _, name = test.partition("::")
    tree = ast.parse((ROOT / path).read_text(encoding="utf-8"))
    return any(isinstance(node, ast.FunctionDef) and node.name == name for node in ast.walk(tree))
