"""The real application in a real window: Qt's xcb platform on a display of its own."""

from pathlib import Path

from review_protocol.documents.text import Bilingual, Language
from reviewer_app.app import EXIT_IN_USE
from reviewer_app.models.lock import profile_lock
from tests.builders.desk import a_desk
from tests.system.people import Person


def test_a_desk_is_opened_read_by_the_keyboard_and_closed(on_a_display: Person, tmp_path: Path):
    with a_desk(tmp_path, cases=6) as desk:
        name = Bilingual(zh=None, en="Amina Diallo")
        desk.services.accepting.confirm(name, ("An Institute",), tuple(Language), "networks")
        desk.receive(desk.score(desk.numbers[1], 8))
        numbers = list(desk.numbers)
    pictures = tmp_path / "pictures"
    pictures.mkdir()
    seen = on_a_display.act(
        "window_acts.unlock_read_and_come_twice", profile=tmp_path / "profile", pictures=pictures
    ).answer
    assert "stuck" not in seen, seen["stuck"]
    assert (seen["code"], seen["platform"]) == (0, "xcb")
    assert seen["numbers"] == numbers
    for name in ("desk", "reading"):
        shown = seen[name]
        assert shown["same"] > 0.99  # the display shows what the window drew
        assert shown["colours"] > 100
        assert 0.2 < shown["ground"] < 0.97
    second = seen["second"]
    assert (second["code"], second["fields"]) == (EXIT_IN_USE, 0)
    assert any("open already" in each for each in second["words"])
    with profile_lock(tmp_path / "profile"):
        pass  # the app has let go of it
