"""In Chinese no space stands between Han and figures or Latin: the layout gives what room it needs.

Names and headings that stand in both languages side by side keep the space between the two, and a
terminal keeps it around paths and options, which are there to be copied.
"""

import ast
import re
from collections.abc import Iterator
from xml.etree import ElementTree

import pytest

from tests.architecture.source import ROOT, modules

HAN = "\u3400-\u4dbf\u4e00-\u9fff"
SPACE = "[ \u00a0\u2009\u202f]"
SPACED = re.compile(f"[{HAN}]{SPACE}+[A-Za-z0-9{{%]|[A-Za-z0-9}}%]{SPACE}+[{HAN}]")
SPACED_FIGURE = re.compile(f"[{HAN}]{SPACE}+[0-9{{]|[0-9}}]{SPACE}+[{HAN}]")
TRANSLATIONS = sorted((ROOT / "translations").glob("*_zh_CN.ts"))


def translated() -> Iterator[str]:
    """Every Chinese text of the interface."""
    for path in TRANSLATIONS:
        for message in ElementTree.parse(path).getroot().iter("message"):
            yield from message.find("translation").itertext()


def written(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """The texts of a module that are no docstrings, by line; what an f-string puts in as `{}`."""
    parts = {
        part for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in node.values
    }
    passed_over = parts | {node.value for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            yield (
                node.lineno,
                "".join(
                    str(part.value) if isinstance(part, ast.Constant) else "{}"
                    for part in node.values
                ),
            )
        elif isinstance(node, ast.Constant) and node not in passed_over:
            yield node.lineno, str(node.value)


@pytest.mark.parametrize(
    ("text", "spaced"),
    [
        ("第{number}轮", False),
        ("第 {number} 轮", True),
        ("采用LGPL 3许可", False),
        ("采用 LGPL 3", True),
        ("已签署12封 · 第一轮", False),
    ],
)
def test_the_rule_itself(text: str, spaced: bool):
    assert bool(SPACED.search(text)) is spaced


def test_the_interface_puts_no_space_between_han_and_figures():
    assert TRANSLATIONS
    assert [text for text in translated() if SPACED.search(text)] == []


def test_nor_do_the_reports_and_what_a_window_writes_by_itself():
    assert [
        module.at(line, text)
        for module in modules("reviewer_app")
        if module.path.startswith(("reviewer_app/ui/", "reviewer_app/reports/"))
        for line, text in written(module.tree)
        if SPACED_FIGURE.search(text)
    ] == []
