"""Comments and quotes with characters that nobody sees, before a chair."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reviewer_app.ui.kit.i18n import Languages
from reviewer_app.ui.kit.labels import Label
from reviewer_app.ui.panel.opinion_card import OpinionCard
from tests.builders.documents import some_answers
from tests.builders.panel import a_panel

UNSEEN = "No\u200bthing is elbat\u202e here"


def shown(card: OpinionCard) -> list[str]:
    return [each.text() for each in card.findChildren(Label) if not each.isHidden()]


@pytest.mark.parametrize(
    ("language", "told"),
    [("en", "⚠ 2 characters that are not seen"), ("zh_CN", "⚠ 有2个看不见的字符")],
)
def test_a_comment_is_written_out_and_told(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, language: str, told: str
):
    languages = Languages(qapp)
    languages.use(language)
    with a_panel(tmp_path, experts=2) as panel:
        one, two = panel.experts.values()
        one.score(panel.case(0), answers=some_answers(7, comment=UNSEEN))
        two.score(panel.case(0), answers=some_answers(7, comment="可用。 Works."))
        panel.collect()
        view = panel.desk.services.panel.open(panel.case(0).number)
        cards = [OpinionCard(opinion, view.rubric) for opinion in view.opinions]
        for card in cards:
            qtbot.addWidget(card)
        marked, plain = cards
        assert "No[U+200B]thing is elbat[U+202E] here" in shown(marked)
        assert [text for text in shown(marked) if text.startswith(told)]
        assert not [text for text in shown(marked) if "\u202e" in text or "\u200b" in text]
        assert not [text for text in shown(plain) if "⚠" in text or "[U+" in text]
    languages.use("en")
    languages.deleteLater()
