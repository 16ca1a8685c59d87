"""A comment is undone word by word: not all of it, and not letter by letter."""

import pytest

from reviewer_app.reading.typing_history import LONGEST, TypingHistory


def typed(text, into=""):
    """Every letter typed at the end, one by one."""
    history = TypingHistory(into)
    for end in range(1, len(text) + 1):
        history.note(into + text[:end])
    return history


def steps(history):
    found = []
    while (written := history.undo()) is not None:
        found.append(written.text)
    return found


@pytest.mark.parametrize(
    ("text", "back"),
    [
        ("well argued case", ["well argued ", "well ", ""]),
        ("one  two", ["one  ", ""]),
        ("end.\nNext", ["end.\n", ""]),
        ("数字一致", ["数字一", "数字", "数", ""]),
    ],
)
def test_typing_is_undone_word_by_word(text, back):
    assert steps(typed(text)) == back


def test_what_stood_there_before_is_not_undone():
    assert steps(typed(" and more", into="Kept")) == ["Kept and ", "Kept ", "Kept"]


def test_a_phrase_of_an_input_method_is_one_step():
    history = TypingHistory()
    history.note("覆盖十二个国家")
    history.note("覆盖十二个国家，伙伴明确")
    assert steps(history) == ["覆盖十二个国家", ""]


def test_rubbing_out_is_undone_word_by_word():
    history = TypingHistory("two words")
    for end in range(len("two words") - 1, -1, -1):
        history.note("two words"[:end])
    assert steps(history) == ["two ", "two words"]


def test_typing_elsewhere_begins_a_step():
    history = typed("ab")
    history.note("xab")
    assert steps(history) == ["ab", ""]


def test_what_was_undone_comes_again_until_something_is_typed():
    history = typed("one two")
    history.undo()
    again = history.redo()
    assert again is not None
    assert (again.text, again.caret, history.redo()) == ("one two", 7, None)
    history.undo()
    history.note("one three")
    assert history.redo() is None
    assert history.text == "one three"


def test_a_long_history_forgets_its_beginning():
    history = TypingHistory()
    for count in range(1, LONGEST + 50):
        history.note("字" * count)
    assert len(steps(history)) == LONGEST
