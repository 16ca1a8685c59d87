"""CSV opens in a spreadsheet without acting; JSON keeps everything exactly."""

import csv
import json
from dataclasses import replace
from decimal import Decimal
from io import StringIO

import pytest

from reviewer_app.reports.csv import draw_csv, harmless
from reviewer_app.reports.json import FORMAT, draw_json
from reviewer_app.reports.score_report import score_report
from reviewer_app.reports.text import Bilingual
from tests.unit.reports.builders import LOG_ROOT, a_report, a_table, some_rows


def read(content: bytes) -> list[list[str]]:
    return list(csv.reader(StringIO(content.decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize(
    "text",
    ["=1+1", "+cmd", "-2+3", "@SUM(A1)", "＝1", "＋1", "－1+1", "＠x", "\t=1", "\rx", "  =1",
     "\u3000=1", "\u00a0=1", "\u200b=1", "\n=1", "-", "--1", "-1e5"],
)  # fmt: skip
def test_a_text_that_could_act_gets_an_apostrophe(text):
    assert harmless(text).startswith("'")


@pytest.mark.parametrize("text", ["-0.35", "+7", "12", "", "a=1", "专家07", "3–9", "'quoted"])
def test_numbers_and_plain_texts_are_left_alone(text):
    assert harmless(text) == text


def test_a_hidden_character_cannot_lead_a_formula_in():
    assert harmless("\u202e=1") == "[U+202E]=1"


def test_a_file_begins_with_the_head_and_holds_the_table_below_an_empty_row():
    (file,) = draw_csv(a_report(a_table(("=名", -3, Decimal("-6.805")), ("b", None, None))), "both")
    assert file.key == "cases"
    assert file.content.startswith(b"\xef\xbb\xbf")
    assert file.content.count(b"\n") == file.content.count(b"\r\n")
    rows = read(file.content)
    assert ["日志根哈希值 Log root", LOG_ROOT] in rows
    assert ["标记 Mark", "非正式名单 / Not the official list"] in rows
    assert rows[rows.index([]) + 1 :] == [
        ["名称 Name", "数量 Count", "平均分 Mean"],
        ["'=名", "-3", "-6.81"],
        ["b", "", ""],
    ]


def test_commas_quotes_and_lines_survive():
    text = 'a,"b"\nc;d'
    (file,) = draw_csv(a_report(a_table((text, 1, None))), "en")
    assert read(file.content)[-1] == [text, "1", ""]


def test_a_score_report_is_a_file_a_table_and_one_of_its_texts():
    files = draw_csv(score_report(some_rows()), "both")
    assert [file.key for file in files] == [
        "cases", "criteria", "distribution", "reviews", "progress", "text",
    ]  # fmt: skip
    assert len(read(files[3].content)) - read(files[3].content).index([]) == 482


def test_json_is_canonical_and_says_what_it_is():
    report = a_report(a_table(("\u202e🌍=1", 7, Decimal("6.8"))))
    content = draw_json(report)
    tree = json.loads(content)
    assert tree["format"] == FORMAT
    assert tree["provenance"]["made_at"] == "2026-08-03T06:30:15Z"
    assert tree["provenance"]["official"] is False
    (row,) = tree["sections"][0]["blocks"][0]["rows"]
    assert row == {"name": "\u202e🌍=1", "count": 7, "mean": "6.80"}
    again = json.dumps(tree, ensure_ascii=False, sort_keys=True, indent=1) + "\n"
    assert content == again.encode()
    assert draw_json(report) == content


def test_json_keeps_both_languages_and_lone_surrogates():
    report = replace(a_report(a_table(("half\ud83d", 1, None))), title=Bilingual("评分", "Scores"))
    tree = json.loads(draw_json(report))
    assert tree["title"] == {"zh": "评分", "en": "Scores"}
    assert tree["sections"][0]["blocks"][0]["rows"][0]["name"] == "half\ud83d"


def test_no_binary_rounding_noise_reaches_any_text():
    content = draw_json(score_report(some_rows()))
    assert b"00000" not in content.replace(LOG_ROOT.encode(), b"")
    assert b"99999" not in content
