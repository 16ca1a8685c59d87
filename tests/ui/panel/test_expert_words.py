"""How strict an expert is, in words: only where shared cases let it be judged."""

from dataclasses import replace

from reviewer_app.services.panel.compared_rows import ComparedExpert
from reviewer_app.ui.panel.experts.words import expert_sentence, strictness

STRICT = ComparedExpert(
    pseudonym=4,
    reviews=10,
    colleagues=8,
    leniency=-0.7,
    low=-1.3,
    high=-0.2,
    spread=1.0,
    island=0,
)


def test_strictness_is_told_with_its_span() -> None:
    assert strictness(STRICT) == "strict by 0.7 (0.2–1.3)"
    assert strictness(replace(STRICT, leniency=0.0)) == "as strict as the colleagues"


def test_what_cannot_be_judged_is_not_told_as_alike() -> None:
    unknown = replace(STRICT, leniency=None, low=None, high=None)
    assert strictness(unknown) == "cannot be judged"
    assert expert_sentence(unknown) == "Expert 04: too few shared cases to judge strictness."
