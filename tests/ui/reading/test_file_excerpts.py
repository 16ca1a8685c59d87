"""The words around a hit in a file: they begin and end with whole words, and cells stay apart."""

import pytest

from reviewer_app.ui.reading.attachments.finding import FileFind, looked_at

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
