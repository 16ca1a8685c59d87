"""The rule file in print: its targets, and which of them a round has still to decide."""

from dataclasses import replace

from reviewer_app.reports.rules_words import rules_sentences
from tests.unit.reports.defended import a_defence


def said(**changed: bool) -> str:
    rules = a_defence().rules
    assert rules is not None
    found = replace(rules, **changed)
    return "\n".join(f"{each.zh}\n{each.en}" for each in rules_sentences(found))


def test_a_target_that_waits_for_its_round_is_told() -> None:
    assert "not decided yet" not in said()
    first = said(outstanding_waits=True)
    assert "Round 2 has not been held: Outstanding Cases are not decided yet." in first
    assert "第2轮尚未进行：精品案例还没有决定。" in first
    both = said(casebook_waits=True, outstanding_waits=True)
    assert "neither the Casebook nor Outstanding Cases are decided yet" in both
    assert "Outstanding Cases are not decided yet" not in both
