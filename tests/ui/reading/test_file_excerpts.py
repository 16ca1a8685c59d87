"""The words around a hit in a file: they begin and end with whole words, and cells stay apart."""

import pytest

from reviewer_app.ui.reading.attachments.finding import FileFind, looked_at
from reviewer_app.ui.reading.finding import find_in, fold_case
from reviewer_app.ui.reading.hit_list import HitWords
from reviewer_app.ui.reading.prepared import prepare
from tests.builders.desk import a_desk

LONG = "the quick brown fox jumps over a lazy dog and finds a network of paths that nobody knew of"


def hits(words: str, wanted: str):
    return looked_at(FileFind(open=True, text=wanted, pages=1), 0, words).hits


def test_an_excerpt_begins_and_ends_with_a_whole_word():
    (hit,) = hits(LONG, "network")
    assert (hit.before, hit.exact) == ("over a lazy dog and finds a ", "network")
    assert hit.after == " of paths that nobody knew"


def test_what_fits_is_shown_to_its_ends():
    (hit,) = hits("a network of paths", "network")
    assert (hit.before, hit.after) == ("a ", " of paths")


def test_han_characters_are_words_by_themselves():
    (hit,) = hits("一二三四五六七八九十" * 4 + "网络" + "甲乙丙丁" * 9, "网络")
    assert (len(hit.before), len(hit.after)) == (28, 28)


@pytest.mark.parametrize("end", ["\n", "\r\n", " \n\n "])
def test_lines_and_cells_do_not_run_together(end):
    (hit,) = hits(f"自评，不公开{end}三、术语对照{end}网络{end}network", "网络")
    assert (hit.before, hit.after) == ("自评，不公开 三、术语对照 ", " network")


def test_one_endless_word_is_cut_where_it_must_be():
    (hit,) = hits("x" * 60 + "network" + "y" * 60, "network")
    assert 0 < len(hit.before) <= 28
    assert 0 < len(hit.after) <= 28


@pytest.mark.parametrize(
    ("words", "cut"),
    [
        ("a network of paths", (False, False)),
        (LONG, (True, True)),
        ("a network of paths that nobody of the village knew", (False, True)),
    ],
)
def test_what_is_left_out_is_known_on_each_side(words, cut):
    (hit,) = hits(words, "network")
    assert hit.cut == cut


def test_the_words_around_a_hit_in_a_case_are_whole_too(tmp_path):
    with a_desk(tmp_path, cases=2) as desk:
        case = fold_case(prepare(desk.cases[1], {}))
    for wanted in ("cable", "网络", "the"):
        found = find_in(case, wanted).hits
        assert found
        for hit in found:
            text = case.prepared.sides[hit.language].blocks[hit.block].text
            said = f"{hit.before}{hit.exact}{hit.after}"
            at = text.index(said)
            assert hit.cut == (at > 0, at + len(said) < len(text))
            for edge in (at, at + len(said)):
                beside = text[max(0, edge - 1) : edge + 1]
                assert not (len(beside) == 2 and beside.isascii() and beside.isalpha()), said


def test_points_stand_only_where_something_is_left_out():
    whole = HitWords("English", "a ", "network", " of paths", cut=(False, False))
    assert whole.spoken == "English\na network of paths"
    assert HitWords("English", "a ", "network", " of").spoken == "English\n…a network of…"
