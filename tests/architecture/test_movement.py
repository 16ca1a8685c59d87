"""Nothing in the windows moves by itself, and what can be on or off is the kit's own."""

import ast

from tests.architecture.source import modules

MOVING = {
    "QAbstractAnimation", "QGraphicsOpacityEffect", "QMovie", "QParallelAnimationGroup",
    "QPropertyAnimation", "QScroller", "QSequentialAnimationGroup", "QTimeLine",
    "QVariantAnimation",
}  # fmt: skip


def test_no_window_has_an_animation() -> None:
    assert [
        module.at(node.lineno, name.name)
        for module in modules("reviewer_app")
        for node in module.nodes(ast.ImportFrom)
        for name in node.names
        if name.name in MOVING
    ] == []


def test_no_signal_is_sent_by_one_of_its_forms() -> None:
    """`clicked[bool].emit(…)` in what `toggled` calls hangs or ends the process, at times."""
    assert [
        module.at(node.lineno, "emit")
        for module in modules("reviewer_app")
        for node in module.nodes(ast.Call)
        if isinstance(node.func, ast.Attribute)
        and node.func.attr == "emit"
        and isinstance(node.func.value, ast.Subscript)
    ] == []


def test_what_can_be_on_or_off_heeds_screen_readers() -> None:
    """Qt's own check boxes and radio buttons do not say when one of those has turned them."""
    bare = {"QCheckBox", "QRadioButton"}
    assert [
        module.at(node.lineno, node.func.id)
        for module in modules("reviewer_app")
        for node in module.nodes(ast.Call)
        if isinstance(node.func, ast.Name) and node.func.id in bare
    ] == []
