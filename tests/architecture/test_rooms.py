"""Each kind of act has its room: Qt, colours, threads, catching everything, printing."""

import ast
import re
from pathlib import PurePosixPath

from tests.architecture.source import PACKAGES, Module, modules

QT = ("PySide6", "shiboken6")
QT_ROOMS = (
    "reviewer_app.ui",
    "reviewer_app.app",
    "reviewer_app.__main__",
    "reviewer_app.demo",
)
STYLE = ("reviewer_app/ui/kit/palette.py", "reviewer_app/ui/kit/stylesheet.py")
LANE = ("reviewer_app/ui/kit/lane.py",)
CATCH_ALL = (
    "reviewer_app/ui/kit/lane.py",
    "reviewer_app/ui/kit/crash.py",
    "reviewer_app/demo/hands.py",  # in a slot, which would swallow what it raises
)
HEX_COLOUR = re.compile(r"(?<![\w&#])#(?:[0-9A-Fa-f]{8}|[0-9A-Fa-f]{6}|[0-9A-Fa-f]{3})\b")

CODE = modules(*PACKAGES)
WINDOWS = [module for module in CODE if module.name.startswith(QT_ROOMS)]


def within(name: str, rooms: tuple[str, ...]) -> bool:
    return any(name == room or name.startswith(f"{room}.") for room in rooms)


def test_qt_is_imported_only_where_windows_are():
    assert [
        module.at(line, name)
        for module in CODE
        if not within(module.name, QT_ROOMS)
        for name, line in module.imports()
        if within(name, QT)
    ] == []


def test_unit_tests_need_no_qt():
    assert [
        module.at(line, name)
        for module in modules("tests/unit")
        for name, line in module.imports()
        if within(name, (*QT, "reviewer_app.ui", "reviewer_app.app"))
    ] == []


def screens() -> set[str]:
    """The folders of the ui, each a screen, but for the kit."""
    return {
        f"reviewer_app.ui.{parts[2]}"
        for module in modules("reviewer_app/ui")
        if len(parts := PurePosixPath(module.path).parts) > 3 and parts[2] != "kit"
    }


def test_screens_do_not_know_each_other():
    """Nor does what they share know them: only the application connects screens."""
    names = tuple(screens())
    assert [
        module.at(line, name)
        for module in modules("reviewer_app/ui")
        for name, line in module.imports()
        for screen in names
        if within(name, (screen,)) and not within(module.name, (screen,))
    ] == []


def test_imports_are_absolute():
    assert [
        module.at(node.lineno, "relative import")
        for module in modules()
        for node in module.nodes(ast.ImportFrom)
        if node.level
    ] == []


def test_colours_have_one_home():
    assert [
        module.at(node.lineno, repr(node.value))
        for module in WINDOWS
        if module.path not in STYLE
        for node in module.nodes(ast.Constant)
        if isinstance(node.value, str) and HEX_COLOUR.search(node.value)
    ] == []


def test_only_the_stylesheet_sets_styles():
    assert calls_outside(STYLE, {"setStyleSheet"}) == []


def test_names_and_facts_are_laid_out_by_the_kit():
    """`QFormLayout` cuts wrapped words after a change of language; `PairsLayout` does not."""
    assert calls_outside((), {"QFormLayout"}) == []


def test_work_leaves_the_gui_thread_through_one_door():
    names = {
        module.at(node.lineno, "QThread")
        for module in CODE
        if module.path not in LANE
        for node in module.nodes(ast.Name, ast.Attribute)
        if (node.id if isinstance(node, ast.Name) else node.attr) in {"QThread", "QThreadPool"}
    }
    assert sorted(names) + calls_outside(LANE, {"processEvents"}) + immediate_shots() == []


def immediate_shots() -> list[str]:
    return [
        module.at(call.lineno, "singleShot(0, …)")
        for module in CODE
        if module.path not in LANE
        for name, call in module.calls()
        if name == "singleShot"
        and isinstance(call.args[0], ast.Constant)
        and not call.args[0].value
    ]


def calls_outside(rooms: tuple[str, ...], called: set[str]) -> list[str]:
    return [
        module.at(call.lineno, name)
        for module in CODE
        if module.path not in rooms
        for name, call in module.calls()
        if name in called
    ]


def test_only_named_modules_catch_everything():
    assert [
        module.at(handler.lineno, "catches everything")
        for module in CODE
        if module.path not in CATCH_ALL
        for handler in module.nodes(ast.ExceptHandler)
        if catches_everything(handler.type)
    ] == []


def catches_everything(caught: ast.expr | None) -> bool:
    if isinstance(caught, ast.Tuple):
        return any(catches_everything(one) for one in caught.elts)
    return caught is None or (
        isinstance(caught, ast.Name) and caught.id in {"Exception", "BaseException"}
    )


def is_command_line(module: Module) -> bool:
    path = PurePosixPath(module.path)
    return path.name in {"__main__.py", "cli.py"} or bool(
        {"cli", "demo", "demo.py"} & set(path.parts)
    )


def test_only_command_lines_print():
    assert [
        module.at(call.lineno, "print")
        for module in CODE
        if not is_command_line(module)
        for _, call in module.calls()
        if isinstance(call.func, ast.Name) and call.func.id == "print"
    ] == []
