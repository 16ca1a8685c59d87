"""The language changes while the program runs."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QApplication, QGridLayout, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from reviewer_app.ui.kit.card import Card
from reviewer_app.ui.kit.dialog import Dialog
from reviewer_app.ui.kit.i18n import Languages, Retranslating
from reviewer_app.ui.kit.labels import Label
from reviewer_app.ui.kit.page import UprightScroll
from reviewer_app.ui.kit.pairs import PairsLayout


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


class Anchor(Retranslating, Label):
    """A sentence of three lines in one language and of one in the other."""

    def retranslate(self) -> None:
        words = {"zh_CN": "有限。", "en_US": "A joint application with partners. " * 4}
        self.setText(words[QLocale().name()])


def deep_inside(anchors: list[Anchor]) -> QWidget:
    """Labels in grids in grids in a column that scrolls, as the anchors of a rubric stand."""
    content = QWidget()
    column = QVBoxLayout(content)
    for anchor in anchors:
        band, bands = QWidget(), QWidget()
        QGridLayout(band).addWidget(anchor)
        QGridLayout(bands).addWidget(band)
        column.addWidget(bands)
    column.addStretch(1)
    window = UprightScroll(content)
    window.resize(300, 400)
    return window


def test_no_sentence_is_cut_when_the_language_has_changed(languages: Languages, qtbot: QtBot):
    anchors = [Anchor() for _ in range(3)]
    for anchor in anchors:
        anchor.retranslate()
    window = deep_inside(anchors)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    long = [anchor.height() for anchor in anchors]
    for code in ("zh_CN", "en", "zh_CN", "en"):
        languages.use(code)  # and at once, before the event loop turns again:
        assert [a.height() for a in anchors] == [a.heightForWidth(a.width()) for a in anchors]
    assert [anchor.height() for anchor in anchors] == long
    assert long[0] > 2 * anchors[0].fontMetrics().height()


class Facts(Retranslating, Card):
    """Facts beside their names in a card that has a heading."""

    def __init__(self) -> None:
        super().__init__()
        self.facts = [Label() for _ in range(3)]
        self.content.addLayout(PairsLayout([(QLabel("A name"), fact) for fact in self.facts]))
        self.built()

    def retranslate(self) -> None:
        short = QLocale().name() == "zh_CN"
        self.set_heading("事实" if short else "Facts")
        for sentences, fact in enumerate(self.facts, start=1):
            fact.setText("有限。" if short else "A joint application with partners. " * sentences)


def test_no_fact_beside_its_name_is_cut_either(languages: Languages, qtbot: QtBot):
    facts, content = Facts(), QWidget()
    column = QVBoxLayout(content)
    column.addWidget(facts)
    column.addStretch(1)
    window = UprightScroll(content)
    qtbot.addWidget(window)
    window.resize(300, 400)
    window.show()
    qtbot.waitExposed(window)
    for code in ("zh_CN", "en", "zh_CN", "en"):
        languages.use(code)
        for fact in facts.facts:
            assert fact.height() == fact.heightForWidth(fact.width())
    assert facts.facts[2].height() > 2 * facts.facts[0].fontMetrics().height()


def test_an_open_dialog_takes_the_room_that_the_other_words_need(
    languages: Languages, qtbot: QtBot
):
    dialog = Dialog(300)
    dialog.body.addWidget(Greeting({"en_US": "Good day", "zh_CN": "您好。" * 120}))
    dialog.body.itemAt(0).widget().setWordWrap(True)
    dialog.built()
    qtbot.addWidget(dialog)
    dialog.show()
    bar, before = dialog.findChild(UprightScroll).verticalScrollBar(), dialog.height()
    languages.use("zh_CN")
    qtbot.waitUntil(lambda: dialog.height() > before and bar.maximum() == 0)


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
