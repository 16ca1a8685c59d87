"""What is said of one review: where it stands in the log, its round, and what it replaced."""

from dataclasses import replace

from reviewer_app.services.panel.rows import EarlierScore
from reviewer_app.ui.panel.opinion_words import arrival
from tests.builders.panel_tables import a_table, an_opinion


def test_a_review_says_its_round_and_what_it_replaced() -> None:
    cell = next(cell for cell in a_table(3, 6).rows[0].cells if cell.packet is not None)
    earlier = EarlierScore("b" * 64, 1, 12, {"benefits": 5}, 5.0)
    again = an_opinion(replace(cell, round=2, earlier=(earlier,)), 1)
    said = arrival(again)
    assert said.startswith("Receipt no. 1")
    assert said.endswith("Round 2 · before it 5.0 (round 1)")
    assert arrival(an_opinion(replace(cell, packet=None), 1)) == ""
