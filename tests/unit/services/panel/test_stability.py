"""How firmly a case stands: by which single changes it would cross a line."""

import pytest

from reviewer_app.panel.sensitivity import Crossing
from reviewer_app.services.panel.sensitivity import Altered, Change, Sensitivity
from reviewer_app.services.panel.stability import Stability, stability_of

pytestmark = pytest.mark.campaign

LEAVES, ENTERS = Crossing("A", 12, 13), Crossing("B", 13, 12)
BOTH = ((12, (LEAVES, ENTERS)),)


def test_every_change_that_moves_a_case_is_told_of_it() -> None:
    found = Sensitivity(
        (
            Altered(Change.RAW, ((60, (Crossing("C", 60, 61),)),)),
            Altered(Change.ROBUST, BOTH),
            Altered(Change.EXPERT, BOTH, expert=7),
            Altered(Change.EXPERT, BOTH, expert=9),
            Altered(Change.REVIEW, BOTH, expert=7, case="A"),
        ),
        experts=20,
        reviews=100,
    )
    assert stability_of(found, 12) == {
        "A": Stability(robust=True, experts=(7, 9), reviews=(7,)),
        "B": Stability(robust=True, experts=(7, 9)),
    }
    assert stability_of(found, 60) == {"C": Stability(raw=True)}
    assert stability_of(found, 30) == {}


def test_a_case_that_only_makes_room_for_a_changed_one_stands_firm() -> None:
    found = Sensitivity((Altered(Change.REVIEW, BOTH, expert=7, case="A"),), 2, 4)
    assert list(stability_of(found, 12)) == ["A"]
    assert Stability().holds
