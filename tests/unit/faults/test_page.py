"""The page of faults is what its rows say, and every row's test is there."""

import ast
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from tests.faults import Fault
from tests.faults.page import PAGE, ROOT, areas, page

AREAS = areas()
FAULTS = [fault for area in AREAS for fault in area.faults]


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_the_test_that_provokes_it_is_there(fault: Fault) -> None:
    path, *names = fault.test.split("::")
    assert names
    assert is_there(ROOT / path, names)


def test_what_is_not_there_is_not_found() -> None:
    here = Path(__file__)
    assert is_there(here, ["test_what_is_not_there_is_not_found"])
    assert not is_there(here, ["test_that_nobody_wrote"])
    assert not is_there(here, ["TestNobody", "test_what_is_not_there_is_not_found"])
    assert not is_there(here.with_name("test_nowhere.py"), ["test_x"])


def test_no_two_faults_have_one_name() -> None:
    names = Counter(fault.name.casefold() for fault in FAULTS)
    assert [name for name, times in names.items() if times > 1] == []


def test_every_area_has_a_heading_and_faults() -> None:
    assert [area.module for area in AREAS if not area.heading or not area.faults] == []


def test_no_cell_breaks_the_table() -> None:
    broken = [f for f in FAULTS for cell in (f.name, f.expected) if set(cell) & set("|\n")]
    assert broken == []


def test_the_page_is_what_is_printed() -> None:
    written = PAGE.read_text(encoding="utf-8")
    assert page() == written, "write it anew: python -m tests.faults --write"


def is_there(path: Path, names: list[str]) -> bool:
    """Whether this file holds a function of this name, in these classes."""
    if not path.is_file():
        return False
    return ".".join(names) in functions(path)


@cache
def functions(path: Path) -> frozenset[str]:
    """The dotted names of a file's functions, and of those in its classes."""
    return frozenset(_dotted(ast.parse(path.read_text(encoding="utf-8")).body))


def _dotted(body: list[ast.stmt], inside: str = "") -> Iterator[str]:
    for node in body:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield inside + node.name
        elif isinstance(node, ast.ClassDef):
            yield from _dotted(node.body, f"{inside}{node.name}.")
