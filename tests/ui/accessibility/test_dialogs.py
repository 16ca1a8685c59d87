"""Dialogs, the welcome and the lock: names, roles, headings, targets, order and Tab."""

import ast
from collections.abc import Callable, Iterator
from functools import partial

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from reviewer_app.opening import open_desk
from reviewer_app.services.enrolment import Enrolment
from reviewer_app.ui.appearance import LANGUAGE_OPTIONS
from reviewer_app.ui.kit.choice import ChoiceRow
from reviewer_app.ui.kit.crash import CrashDialog
from reviewer_app.ui.kit.dialogs import (
    Confirm,
    PassphrasePrompt,
    Question,
    TextPrompt,
    TypedConfirm,
)
from reviewer_app.ui.kit.hearing import teach
from reviewer_app.ui.kit.i18n import Languages
from reviewer_app.ui.kit.lane import Lane
from reviewer_app.ui.kit.palette import LIGHT
from reviewer_app.ui.kit.stylesheet import apply_theme
from reviewer_app.ui.messages.ask_dialog import AskDialog
from reviewer_app.ui.reading.key_list import KeyList
from reviewer_app.ui.reading.print_dialog import PrintDialog
from reviewer_app.ui.reading.recuse_dialog import RecuseDialog
from reviewer_app.ui.screen import Lanes
from reviewer_app.ui.single_keys import KeyChoice
from reviewer_app.ui.unlock.screen import UnlockScreen
from reviewer_app.ui.welcome.screen import WelcomeScreen
from tests.architecture.source import modules
from tests.builders.desk import CHEAP
from tests.ui.accessibility import audit, heard

ASKED = Question("关闭本轮？", "对所有人关闭。", "关闭", ("无人能继续。",))
"""The words of whoever asks; those of the dialogs themselves follow the language."""
DIALOGS: dict[str, Callable[[QWidget], QDialog]] = {
    "Confirm": lambda window: Confirm(ASKED, window),
    "TextPrompt": lambda window: TextPrompt(ASKED, parent=window),
    "PassphrasePrompt": lambda window: PassphrasePrompt(ASKED, window),
    "TypedConfirm": lambda window: TypedConfirm(ASKED, "close", tick="已保存", parent=window),
    "CrashDialog": lambda window: CrashDialog("Traceback", window),
    "RecuseDialog": RecuseDialog,
    "PrintDialog": lambda window: PrintDialog(both=True, columns=True, parent=window),
    "AskDialog": lambda window: AskDialog(["WIC-2026-001"], None, window),
    "KeyList": lambda window: KeyList(KeyChoice(), window),
}
RULES = (
    audit.nameless,
    audit.misstated,
    audit.disordered,
    audit.small,
    audit.unseen,
    audit.clipped,
    heard.grouped,
)


@pytest.fixture(params=["en", "zh_CN"])
def language(request, qapp: QApplication) -> Iterator[str]:
    teach(qapp)
    apply_theme(qapp, LIGHT)
    languages = Languages(qapp)
    languages.use(request.param)
    yield request.param
    languages.use("en")
    languages.deleteLater()


def shown(window: QWidget) -> QWidget:
    window.show()
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window)
    QApplication.sendPostedEvents()
    return window


def faults(window: QWidget, language: str) -> list[str]:
    found = [f"{rule.__name__}: {fault}" for rule in RULES for fault in rule(window)]
    return found + (heard.untranslated(window) if language == "zh_CN" else [])


@pytest.mark.parametrize("kind", DIALOGS)
def test_a_dialog_is_told_and_can_be_used(kind: str, language: str, qtbot: QtBot):
    window = QWidget()
    qtbot.addWidget(window)
    dialog = shown(DIALOGS[kind](window))
    assert heard.role_of(dialog) is heard.Role.Dialog
    assert heard.name_of(dialog) == dialog.windowTitle() != ""
    assert len(heard.levels(dialog)) >= 1
    assert faults(dialog, language) == []


def test_every_dialog_is_among_them():
    made = {
        node.name
        for module in modules("reviewer_app")
        for node in module.nodes(ast.ClassDef)
        for base in node.bases
        if isinstance(base, ast.Name) and base.id in {"QDialog", "Dialog", "_Asking"}
    }
    assert made - {"Dialog", "_Asking"} == set(DIALOGS)


def test_the_welcome_is_told_and_can_be_used(language: str, qtbot: QtBot, tmp_path):
    lanes = Lanes(Lane("desk"), Lane("network", 3))
    try:
        folder = tmp_path / "profile"
        languages = ChoiceRow[str](LANGUAGE_OPTIONS, value=language)
        enrolment = Enrolment(folder, cost=CHEAP)
        screen = WelcomeScreen(enrolment, partial(open_desk, folder), lanes, languages)
        screen.view.resize(1024, 640)
        qtbot.addWidget(screen.view)
        shown(screen.view)
        screen.enter(None)
        assert faults(screen.view, language) == []
        assert heard.headed(screen.view) == []
        assert audit.unreachable(screen.view) == []
    finally:
        lanes.network.close()
        lanes.database.close()


def test_the_lock_is_told_and_can_be_used(language: str, qtbot: QtBot, tmp_path):
    lane = Lane("desk")
    try:
        screen = UnlockScreen(partial(open_desk, tmp_path), lane, tmp_path)
        screen.view.resize(1024, 640)
        qtbot.addWidget(screen.view)
        shown(screen.view)
        screen.enter(None)
        assert faults(screen.view, language) == []
        assert heard.headed(screen.view) == []
        assert audit.unreachable(screen.view) == []
    finally:
        lane.close()
