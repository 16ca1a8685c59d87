"""An application with characters that nobody sees, from the import to the windows."""

import json
from pathlib import Path

import pytest

from review_protocol.documents.text import Language
from reviewer_app.demo.play_reading import Reader
from reviewer_app.ui.reading.pane import ReadingPane
from tests.e2e.world import PROGRAMME, World

pytestmark = pytest.mark.campaign

CASE = "WIC-2026-001"
OVERRIDE, NO_WIDTH = "\u202e", "\u200b"


@pytest.fixture
def marked(new_world) -> World:
    """A programme in which an applicant's name reads backwards and a word is cut unseen."""
    world = new_world()
    path = Path(world.folder, PROGRAMME, "cases", CASE, "case.json")
    form = json.loads(path.read_text(encoding="utf-8"))
    form["applicant"]["name"]["en"] += f" {OVERRIDE}detimiL"
    first = form["elements"]["background"]["en"][0]["paragraphs"]
    first[0] = f"Not{NO_WIDTH}able. {first[0]}"
    path.write_text(json.dumps(form), encoding="utf-8")
    told = world.server.run("import", str(world.folder / PROGRAMME))
    assert "U+202E" in told
    return world


def test_they_are_told_among_the_facts_and_written_out(marked: World, at_desk):
    with at_desk(marked, "Ada") as stage:
        Reader(stage).open(CASE)
        texts = {each.language: each.toPlainText() for each in stage.hands.all(ReadingPane)}
        assert f"Not{NO_WIDTH}able." in texts[Language.EN]  # what was written stays as it is
        stage.hands.await_words("Please look")
        stage.hands.press("Facts")
        stage.hands.await_words("Characters that are not seen")
        stage.hands.await_words("Names: 1 (RIGHT-TO-LEFT OVERRIDE)")
        stage.hands.await_words("Background, English: 1 (ZERO WIDTH SPACE)")
        stage.hands.await_words("[U+202E]detimiL")
        assert not stage.hands.sees(OVERRIDE)
        stage.hands.press("简体中文")
        stage.hands.await_words("看不见的字符")
