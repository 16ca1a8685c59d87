"""Nothing in the windows moves by itself: what Qt offers for it is used nowhere, or reduced."""

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
