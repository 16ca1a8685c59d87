"""The outline refuses what could not be drawn, and its head always says where figures are from."""

from dataclasses import replace

import pytest

from reviewer_app.reports.outline import Bar, BarFigure, Table, as_table
from reviewer_app.reports.provenance import head_of
from reviewer_app.reports.text import Bilingual, marked, same, visible
from tests.unit.reports.builders import LOG_ROOT, RUBRIC_HASH, a_provenance, a_table


def test_the_head_names_programme_rubric_log_and_both_times():
    lines = {line.label.en: line.value for line in head_of(a_provenance())}
    assert lines["Rubric hash"] == RUBRIC_HASH
    assert lines["Log root"] == LOG_ROOT
    assert lines["Log size"] == "1204"
    assert lines["Signed packets on cases"] == "987"
    assert lines["Made at (UTC)"] == "2026-08-03 06:30:15 UTC"
    assert lines["Made at (local)"] == same("2026-08-03 09:30:15 Africa/Nairobi (UTC+03:00)")


def test_a_sample_and_an_unofficial_view_are_marked_and_others_are_not():
    assert [mark.en for mark in a_provenance().marks] == ["Illustrative", "Not the official list"]
    assert a_provenance(sample=False, official=True).marks == ()


def test_a_time_without_a_zone_is_refused():
    naive = a_provenance().made_at.replace(tzinfo=None)
    with pytest.raises(ValueError, match="zone"):
        replace(a_provenance(), made_at=naive)


def test_a_row_that_misses_a_cell_is_refused():
    table = a_table()
    with pytest.raises(ValueError, match="row 0 has 2 cells"):
        Table(table.key, table.title, table.columns, (("a", 1),))


def test_repeated_column_keys_are_refused():
    table = a_table()
    with pytest.raises(ValueError, match="repeated"):
        Table(table.key, table.title, (table.columns[0], table.columns[0]), ())


def test_a_figure_is_also_a_table_of_its_counts():
    parts = (Bilingual("低", "Low"), Bilingual("高", "High"))
    figure = BarFigure("bands", Bilingual("分布", "Bands"), parts, (Bar("WIC-1", (2, 3)),))
    assert as_table(figure).rows == (("WIC-1", 2, 3),)
    with pytest.raises(ValueError, match="each part"):
        replace(figure, bars=(Bar("WIC-1", (2,)),))


def test_a_language_falls_back_to_the_other_where_it_is_empty():
    assert Bilingual("", "Only").lines("zh") == ("Only",)
    assert Bilingual("", "Only").lines("both") == ("Only",)
    assert Bilingual("同", "同").lines("both") == ("同",)
    assert Bilingual("中", "En").lines("both") == ("中", "En")


@pytest.mark.parametrize("character", ["\x07", "\u202e", "\u2066", "\ud800", "\uffff", "\x85"])
def test_hidden_characters_are_written_out(character):
    assert visible(f"a{character}b") == f"a{marked(character)}b"


def test_line_ends_are_one_kind():
    assert visible("a\r\nb\rc\n") == "a\nb\nc\n"


def test_noncharacters_of_other_planes_are_written_out():
    assert visible("\U0001fffe🌍") == "[U+1FFFE]🌍"
