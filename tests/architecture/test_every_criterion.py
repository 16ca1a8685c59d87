"""docs/accessibility.md has every criterion of WCAG 2.2, levels A and AA."""

import re

from tests.architecture.source import ROOT

LEVELS_A_AND_AA = """
1.1.1 1.2.1 1.2.2 1.2.3 1.2.4 1.2.5 1.3.1 1.3.2 1.3.3 1.3.4 1.3.5 1.4.1 1.4.2 1.4.3 1.4.4 1.4.5
1.4.10 1.4.11 1.4.12 1.4.13 2.1.1 2.1.2 2.1.4 2.2.1 2.2.2 2.3.1 2.4.1 2.4.2 2.4.3 2.4.4 2.4.5 2.4.6
2.4.7 2.4.11 2.5.1 2.5.2 2.5.3 2.5.4 2.5.7 2.5.8 3.1.1 3.1.2 3.2.1 3.2.2 3.2.3 3.2.4 3.2.6 3.3.1
3.3.2 3.3.3 3.3.4 3.3.7 3.3.8 4.1.2 4.1.3
"""


def test_every_criterion_is_answered() -> None:
    text = (ROOT / "docs" / "accessibility.md").read_text(encoding="utf-8")
    named = set(re.findall(r"\b\d\.\d\.\d{1,2}\b", text))
    for first, last in re.findall(r"\b(\d\.\d\.\d) to (\d\.\d\.\d)\b", text):
        named |= {f"{first[:-1]}{at}" for at in range(int(first[-1]), int(last[-1]) + 1)}
    assert [each for each in LEVELS_A_AND_AA.split() if each not in named] == []
