"""One case and two cases: what the operator reads is English whatever the figure."""

import re

from central_server.cli.words import TABLES, WORDS, say
from central_server.intake.findings import Finding, What
from central_server.intake.words import sentence
from review_protocol.documents.text import Language

NOUNS = "cases|reviews|experts|packets|leaves|scores|people|devices|invitations|groups|texts"


def test_a_figure_takes_the_word_that_goes_with_it():
    assert say(Language.EN, "people-count", count=1) == "1 person."
    assert say(Language.EN, "people-count", count=0) == "0 people."
    assert "1" in say(Language.ZH, "people-count", count=1)


def test_so_do_the_findings_of_an_import():
    one, two = (Finding(What.LITTER, "cases", "", (count,)) for count in ("1", "2"))
    assert sentence(one, Language.EN).startswith("cases: 1 file that")
    assert sentence(two, Language.EN).startswith("cases: 2 files that")


def test_no_figure_stands_before_a_bare_plural():
    english = [each for each, _ in WORDS.values()]
    assert [each for each in english if re.search(rf"\{{\w+\}} ({NOUNS})\b", each)] == []


def test_no_key_has_sentences_in_two_places():
    assert len(WORDS) == sum(map(len, TABLES))
