"""Sizes have a ceiling; raising one needs a decision record, lowering one is free."""

import ast
from collections.abc import Iterator

import pytest

from tests.architecture.source import Module, modules

MODULE_LINES = 300
TEST_MODULE_LINES = 400
FUNCTION_LINES = 40
CLASS_METHODS = 15
FREE = ("/migrations/versions/",)  # written once by Alembic, and never read again

CODE = [
    module
    for module in modules("review_protocol", "reviewer_app", "central_server", "benchmarks")
    if not any(part in module.path for part in FREE)
]
Function = ast.FunctionDef | ast.AsyncFunctionDef


def too_long(module: Module, lines: int) -> Iterator[str]:
    length = module.text.count("\n")
    if length > lines:
        yield module.at(1, f"has {length} lines, more than {lines}")


def too_large_parts(module: Module) -> Iterator[str]:
    for function in module.nodes(*Function.__args__):
        length = function.end_lineno - function.lineno + 1
        if length > FUNCTION_LINES:
            yield module.at(function.lineno, f"{function.name} has {length} lines")
    for kind in module.nodes(ast.ClassDef):
        methods = [node for node in kind.body if isinstance(node, Function)]
        if len(methods) > CLASS_METHODS:
            yield module.at(kind.lineno, f"{kind.name} has {len(methods)} methods")


@pytest.mark.parametrize("module", CODE, ids=lambda module: module.path)
def test_a_module_keeps_to_its_budget(module):
    assert [*too_long(module, MODULE_LINES), *too_large_parts(module)] == []


def test_test_modules_stay_short():
    long = [fault for module in modules("tests") for fault in too_long(module, TEST_MODULE_LINES)]
    assert long == []
