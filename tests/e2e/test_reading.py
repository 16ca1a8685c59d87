"""Reading in the window: both languages, one alone, attachments, and no server at all."""

from review_protocol.documents.text import Language
from reviewer_app.demo.play_reading import Reader
from reviewer_app.ui.reading.pane import ReadingPane
from tests.e2e.world import World

WITH_FILE, ENGLISH_ONLY, CHINESE_ONLY = "WIC-2026-001", "WIC-2026-004", "WIC-2026-018"


def panes(stage):
    return {each.language: each.toPlainText() for each in stage.hands.all(ReadingPane)}


def test_a_case_is_read_in_both_languages_and_in_one_without_a_server(
    world: World, server, at_desk
):
    with at_desk(world, "Ada") as stage:
        server.stop()
        reader = Reader(stage)
        reader.open(WITH_FILE)
        both = panes(stage)
        assert set(both) == set(Language)
        assert "LoRaWAN" in both[Language.ZH]
        assert "LoRaWAN" in both[Language.EN]
        stage.hands.press("One language")
        stage.settle()
        assert len(panes(stage)) == 1
        reader.open(ENGLISH_ONLY)
        assert set(panes(stage)) == {Language.EN}
        reader.open(CHINESE_ONLY)
        assert set(panes(stage)) == {Language.ZH}


def test_an_attachment_opens_in_the_window(world: World, at_desk):
    with at_desk(world, "Ben") as stage:
        reader = Reader(stage)
        reader.open(WITH_FILE)
        assert reader.files() >= 1
        reader.open_file()


def test_facts_and_the_other_language_at_a_click(world: World, at_desk):
    with at_desk(world, "Chi") as stage:
        Reader(stage).open(WITH_FILE)
        stage.hands.press("Facts")
        stage.hands.await_words("Applicant")
        stage.hands.press("简体中文")
        stage.hands.await_words("理念契合度")
        assert not stage.hands.sees("Conceptual fit")
        stage.hands.press("English")
        stage.hands.await_words("Conceptual fit")
