"""A reviewer's own highlights and notes: kept, found in the text's order, undone, never sent."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from review_protocol.documents.score import LanguageRead, Quote
from review_protocol.documents.text import Element, Language
from reviewer_app.models.outbox import stored_packet
from reviewer_app.reading.quotes import found_again, quote_of
from reviewer_app.reading.units import reading_text
from tests.builders.desk import ADesk, a_desk, some_answers

WORDS = "Ask them about the third year."


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[ADesk]:
    with a_desk(tmp_path, cases=2) as made:
        yield made


def place(desk: ADesk, start: int, end: int, language: Language = Language.EN) -> Quote:
    """A slice of the first case's background."""
    text = reading_text(desk.cases[0].elements.of(Element.BACKGROUND).of(language))
    return quote_of(text, language, Element.BACKGROUND, start, end)


def test_they_come_in_the_order_of_the_text(desk: ADesk):
    number = desk.cases[0].number
    marking = desk.services.highlighting
    later = marking.add(number, place(desk, 40, 60))
    first = marking.add(number, place(desk, 0, 20), WORDS)
    assert marking.of(number) == (first, later)
    assert (first.note, later.note) == (WORDS, "")
    assert marking.of(desk.cases[1].number) == ()


def test_one_place_is_highlighted_once_and_its_note_is_kept(desk: ADesk):
    number = desk.cases[0].number
    marking = desk.services.highlighting
    noted = marking.add(number, place(desk, 0, 20), WORDS)
    assert marking.add(number, place(desk, 0, 20)) == noted
    (only,) = marking.of(number)
    assert only.note == WORDS


def test_what_was_taken_away_comes_back_with_its_note(desk: ADesk):
    number = desk.cases[0].number
    marking = desk.services.highlighting
    noted = marking.add(number, place(desk, 0, 20), WORDS)
    marking.remove(noted.id)
    assert marking.of(number) == ()
    marking.bring_back(noted.id)
    assert marking.of(number) == (noted,)


def test_a_note_can_be_written_anew(desk: ADesk):
    number = desk.cases[0].number
    marking = desk.services.highlighting
    highlighted = marking.add(number, place(desk, 0, 20))
    marking.note(highlighted.id, f"  {WORDS}\n")
    assert [each.note for each in marking.of(number)] == [WORDS]


def test_the_place_is_found_again_in_the_very_text_alone(desk: ADesk):
    number = desk.cases[0].number
    kept = desk.services.highlighting.add(number, place(desk, 3, 30)).place
    text = reading_text(desk.cases[0].elements.of(Element.BACKGROUND).of(Language.EN))
    assert found_again(kept, text) == (kept.start, kept.end)
    other = reading_text(desk.cases[1].elements.of(Element.BACKGROUND).of(Language.EN))
    assert found_again(kept, other) is None


def test_no_packet_has_a_highlight_or_a_note(desk: ADesk):
    number = desk.cases[0].number
    desk.services.highlighting.add(number, place(desk, 0, 20), WORDS)
    desk.services.scoring.keep(number, some_answers())
    packet = desk.services.signing.sign(number, LanguageRead.BOTH)
    with desk.store.read() as connection:
        stored = stored_packet(connection, packet)
    assert stored is not None
    assert WORDS not in stored.document().model_dump_json()
