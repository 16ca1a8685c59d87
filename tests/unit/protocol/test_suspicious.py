"""Characters that are not seen are found, and what writing needs is left in peace."""

import time
import unicodedata

import pytest

from review_protocol.suspicious import hidden_marks, legible, shows_nothing


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("", ()),
        ("Plain text, 中文，\tand\nlines: é ñ ÅΩ", ()),
        ("abc\u202ednuf\u202c", ((3, "RIGHT-TO-LEFT OVERRIDE"), (8, "POP DIRECTIONAL FORMATTING"))),
        ("\u202a\u202b\u202d", None),
        ("\u2066\u2067\u2068\u2069", None),
        ("a\u200eb\u200fc\u061c", None),
        ("ze\u200bro", ((2, "ZERO WIDTH SPACE"),)),
        ("\ufeffBOM", ((0, "ZERO WIDTH NO-BREAK SPACE"),)),
        ("soft\u00adhyphen", ((4, "SOFT HYPHEN"),)),
        ("word\u2060joiner", ((4, "WORD JOINER"),)),
        ("a\u200db", ((1, "ZERO WIDTH JOINER"),)),
        ("pay\u200cpal", ((3, "ZERO WIDTH NON-JOINER"),)),
        ("fill\u3164\u115f\uffa0", None),
        ("tag\U000e0041", ((3, "TAG LATIN CAPITAL LETTER A"),)),
        ("line\u2028para\u2029", ((4, "LINE SEPARATOR"), (9, "PARAGRAPH SEPARATOR"))),
        ("\x00\x1b[31m\r", ((0, "NULL"), (1, "ESCAPE"), (6, "CARRIAGE RETURN"))),
        ("\x9b", ((0, "U+009B"),)),
        ("😀\u202e", ((1, "RIGHT-TO-LEFT OVERRIDE"),)),
    ],
)
def test_marks_are_found_by_code_point(
    text: str, marks: tuple[tuple[int, str], ...] | None
) -> None:
    if marks is None:
        hidden = [n for n, each in enumerate(text) if not (each.isascii() and each.isalpha())]
        assert [offset for offset, _ in hidden_marks(text)] == hidden
    else:
        assert hidden_marks(text) == marks


@pytest.mark.parametrize(
    "text",
    [
        "می\u200cخواهم",  # Persian: I want
        "क्\u200dष क्\u200cष",  # Devanagari
        "👩\u200d🌾 👩🏽\u200d💻 🏳\ufe0f\u200d🌈",
        "العربية والعبرية עברית",
        "日本語　全角",
    ],
)
def test_what_writing_needs_is_no_mark(text: str) -> None:
    assert hidden_marks(text) == ()


def test_no_character_of_format_or_control_is_missed() -> None:
    every = "".join(map(chr, (*range(0xD800), *range(0xE000, 0x110000))))
    found = {every[offset] for offset, _ in hidden_marks(every)}
    unseen = {each for each in every if unicodedata.category(each) in ("Cc", "Cf")}
    missed = unseen - found - set("\t\n")
    # signs of Arabic, Syriac, Kaithi and Egyptian writing that are drawn
    drawn = ("ARABIC", "SYRIAC", "KAITHI", "EGYPTIAN")
    assert [each for each in missed if not unicodedata.name(each).startswith(drawn)] == []


def test_a_long_text_takes_little_time() -> None:
    started = time.process_time()
    assert hidden_marks("国际合作 international " * 40_000) == ()
    assert time.process_time() - started < 5


def test_a_text_of_blanks_and_hidden_characters_shows_nothing():
    nothing = ("", "  ", "\u3000\n\t", "\u200b", "\u00ad\u2060", "\u3164", "\u2800", "\x00")
    assert [shows_nothing(each) for each in nothing] == [True] * len(nothing)
    something = (".", "理由", " a ", "\u200b是", "👍", "\u0301")
    assert [shows_nothing(each) for each in something] == [False] * len(something)


def test_what_is_legible_is_the_words_or_nothing():
    said = {
        " Because. ": "Because.",
        "": "",
        " \u200b\n": "",
        "\u3164": "",
        "因\u200b为": "因\u200b为",
    }
    assert {text: legible(text) for text in said} == said
