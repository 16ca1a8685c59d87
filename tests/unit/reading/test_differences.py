"""What changed between two versions of a case: paragraphs, words, facts, files."""

from hypothesis import given
from hypothesis import strategies as st

from reviewer_app.reading.differences import (
    Change,
    Piece,
    case_differences,
    paragraph_changes,
    word_changes,
)
from tests.builders.documents import a_case, an_attachment


def side(pieces, change: Change) -> str:
    """One side of a paragraph: what is the same, and what is on that side only."""
    return "".join(piece.text for piece in pieces if piece.change in (Change.SAME, change))


def test_words_are_compared_not_letters():
    assert word_changes("About 41 wells hold.", "About 14 wells hold.") == (
        Piece(Change.SAME, "About "),
        Piece(Change.REMOVED, "41"),
        Piece(Change.ADDED, "14"),
        Piece(Change.SAME, " wells hold."),
    )


def test_chinese_is_compared_character_by_character():
    assert word_changes("共有41口水井。", "共有41口新水井。") == (
        Piece(Change.SAME, "共有41口"),
        Piece(Change.ADDED, "新"),
        Piece(Change.SAME, "水井。"),
    )


def test_changed_words_side_by_side_are_one_run():
    assert word_changes("the old wide net", "the new broad net") == (
        Piece(Change.SAME, "the "),
        Piece(Change.REMOVED, "old wide"),
        Piece(Change.ADDED, "new broad"),
        Piece(Change.SAME, " net"),
    )


@given(st.text(max_size=80), st.text(max_size=80))
def test_either_side_can_be_read_from_the_pieces(before: str, now: str):
    pieces = word_changes(before, now)
    assert side(pieces, Change.REMOVED) == before
    assert side(pieces, Change.ADDED) == now


@given(st.lists(st.text(min_size=1, max_size=30)), st.lists(st.text(min_size=1, max_size=30)))
def test_equal_paragraphs_are_not_shown(before: list[str], now: list[str]):
    changed = paragraph_changes(before, now)
    assert (changed == ()) == (before == now)


def test_a_new_paragraph_is_added_as_a_whole_and_one_that_is_alike_by_its_words():
    kept, old = "This one stays as it is.", "Seven ports share alerts on faults."
    new, added = "Eight ports share alerts on faults.", "An entirely different paragraph, 2026."
    first, second = paragraph_changes([kept, old], [kept, new, added])
    assert side(first, Change.REMOVED) == old
    assert side(first, Change.ADDED) == new
    assert second == (Piece(Change.ADDED, added),)


def test_facts_and_files_are_compared_too():
    before = a_case("WIC-2026-001")
    headers = before.headers.model_copy(update={"version": 2, "partners": ()})
    now = before.model_copy(update={"headers": headers, "attachments": (an_attachment(),)})
    found = case_differences(before, now)
    assert [(change.fact, change.now) for change in found.facts] == [("partners", "")]
    assert found.files_added == (an_attachment().file,)
    assert found.texts == ()
    assert case_differences(before, before).nothing
