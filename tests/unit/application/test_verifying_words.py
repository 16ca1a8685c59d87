"""What `reviewer-app verify` says: every kind, state and outcome in words of both languages."""

from __future__ import annotations

import pytest

from review_protocol.documents.kinds import PACKETS
from review_protocol.documents.leaf import Disposition
from reviewer_app.services.defending.dispute_record import Standing
from reviewer_app.terminal import EN, ZH
from reviewer_app.verifying.words import disposition_name, kind_name, outcome_name, standings_told


def is_chinese(words: str) -> bool:
    return words.isprintable() and not any(each.isascii() and each.isalpha() for each in words)


@pytest.mark.parametrize("kind", PACKETS)
def test_every_kind_of_packet_has_words(kind: str):
    assert is_chinese(kind_name(kind, ZH))
    assert "-" not in kind_name(kind, EN)


@pytest.mark.parametrize("disposition", Disposition)
def test_every_disposition_has_words(disposition: Disposition):
    assert is_chinese(disposition_name(disposition, ZH))
    assert ":" not in disposition_name(disposition, EN).replace(": ", "")
    assert disposition_name(disposition, EN) != disposition.value or disposition.counts


def test_what_is_not_known_yet_stands_as_its_code():
    assert kind_name("a-later-kind", EN) == kind_name("a-later-kind", ZH) == "a-later-kind"


def test_how_scores_stand_is_counted_in_one_line():
    scores = {Standing.COUNTS.value: 4, Standing.RECUSED.value: 1}
    assert standings_told(scores, EN) == "4 count, 1 recused"
    assert standings_told(scores, ZH) == "4份计入、1份因回避不计入"
    assert all(is_chinese(standings_told({each.value: 1}, ZH)) for each in Standing)
    assert (outcome_name("casebook", EN), outcome_name("casebook", ZH)) == ("Casebook", "收录")
