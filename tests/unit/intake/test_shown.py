"""Words of others on the operator's terminal: a device's name, a file's, a finding's."""

from __future__ import annotations

import pytest

from central_server.cli.words import say
from central_server.intake.findings import Finding, What
from central_server.intake.words import sentence
from central_server.plurals import Figure
from central_server.shown import in_a_line, shown
from review_protocol.documents.text import Language

CLEARS = "\x1b[2J\x1b[1;1H"
"""Clears a terminal and goes to its first line."""


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Amina’s laptop 笔记本", "Amina’s laptop 笔记本"),
        (f"{CLEARS}All is right.", "[U+001B][2J[U+001B][1;1HAll is right."),
        ("\x9b2J", "[U+009B]2J"),
        ("gnp\u202eexe", "gnp[U+202E]exe"),
        ("one\r\ntwo\tthree", "one[U+000D]\ntwo\tthree"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("", ""),
    ],
)
def test_a_terminal_is_told_nothing_to_do(text: str, said: str):
    assert shown(text) == said


def test_a_name_is_one_line():
    assert in_a_line("laptop\nd-2222222222222222  p-1") == "laptop d-2222222222222222 p-1"


def test_no_fact_of_a_sentence_moves_the_cursor():
    assert "\x1b" not in say(Language.EN, "imported-changed", cases=f"WIC-1{CLEARS}")
    assert Figure(3) == "3"


def test_no_finding_does_either():
    finding = Finding(What.DUPLICATE_KEY, f"cases/{CLEARS}.json", "", (CLEARS,))
    for language in Language:
        assert "\x1b" not in sentence(finding, language)
