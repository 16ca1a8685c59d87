"""Texts on the screen are literal, so that the translators' tools find them."""

import ast

import pytest

from tests.architecture.source import PACKAGES, modules

TEXT_ARGUMENT = {"tr": 0, "translate": 1, "QT_TR_NOOP": 0, "QT_TRANSLATE_NOOP": 1}


def is_literal(call: ast.Call, position: int) -> bool:
    if len(call.args) <= position:
        return False
    text = call.args[position]
    return isinstance(text, ast.Constant) and isinstance(text.value, str)


def faults(tree: ast.AST) -> list[int]:
    """The lines of calls whose text the tools cannot find."""
    return [
        node.lineno
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        for name in [getattr(node.func, "attr", getattr(node.func, "id", ""))]
        if name in TEXT_ARGUMENT
        and not is_string_translate(node)
        and not is_literal(node, TEXT_ARGUMENT[name])
    ]


def is_string_translate(call: ast.Call) -> bool:
    """str.translate(table) has one argument, Qt's has a context and a text."""
    return getattr(call.func, "attr", "") == "translate" and len(call.args) == 1


@pytest.mark.parametrize(
    ("source", "lines"),
    [
        ('self.tr("Saved at {time}").format(time=now)', []),
        ('self.tr("one " "text", "", count)', []),
        ('self.tr(f"Saved at {now}")', [1]),
        ("self.tr(text)", [1]),
        ('self.tr("a" if b else "c")', [1]),
        ('self.tr("Saved at {}".format(now))', [1]),
        ('QCoreApplication.translate("Desk", text)', [1]),
        ("text.translate(table)", []),
    ],
)
def test_the_rule_itself(source, lines):
    assert faults(ast.parse(source)) == lines


def test_every_text_is_literal():
    assert [
        module.at(line, "the text is not literal")
        for module in modules(*PACKAGES)
        for line in faults(module.tree)
    ] == []
