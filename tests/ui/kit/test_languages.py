"""The language changes while the program runs."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from reviewer_app.ui.kit.i18n import Languages, Retranslating


class Greeting(Retranslating, QLabel):
    def __init__(self, words: dict[str, str]) -> None:
        super().__init__()
        self._words = words
        self.retranslate()

    def retranslate(self) -> None:
        self.setText(self._words[QLocale().name()])


@pytest.fixture
def languages(qapp: QApplication) -> Iterator[Languages]:
    languages = Languages(qapp)
    languages.use("en")
    yield languages
    languages.use("en")


WORDS = {"en_US": "Good day", "zh_CN": "您好"}


def test_widgets_deep_inside_follow_the_language(languages: Languages, qtbot: QtBot):
    window, greeting = QWidget(), Greeting(WORDS)
    QVBoxLayout(window).addWidget(greeting)
    qtbot.addWidget(window)
    assert greeting.text() == "Good day"
    languages.use("zh_CN")
    qtbot.waitUntil(lambda: greeting.text() == "您好")
    languages.use("en")
    qtbot.waitUntil(lambda: greeting.text() == "Good day")


def test_qts_own_words_follow_too(languages: Languages):
    languages.use("zh_CN")
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "取消"
    languages.use("en")
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Cancel"


def test_a_change_is_told(languages: Languages):
    told: list[str] = []
    languages.changed.connect(told.append)
    languages.use("zh_CN")
    assert (told, languages.current) == (["zh_CN"], "zh_CN")


def test_a_language_that_we_lack_is_refused(languages: Languages):
    with pytest.raises(ValueError, match="fr"):
        languages.use("fr")
    assert languages.current == "en"
