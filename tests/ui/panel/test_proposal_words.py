"""What is read back of an outcome: its own chance, and whether it leaves the order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from review_protocol.documents.programme import Recommendation
from reviewer_app.panel.selection import Zone
from reviewer_app.services.panel.proposal import Proposal
from reviewer_app.services.panel.rows import PanelCaseRow
from reviewer_app.ui.panel.proposal_words import beside, leaving
from tests.builders.panel import a_panel

OUTSTANDING, CASEBOOK, NEITHER = Recommendation
PROPOSED = Proposal(
    outcome=CASEBOOK,
    unplaced=None,
    place=16,
    zone=Zone.DISCUSS,
    among=37,
    casebook=20,
    outstanding=6,
    awaited={},
    into=None,
    chances={6: 0.01, 20: 0.8},
)


@pytest.fixture(scope="module")
def row(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PanelCaseRow]:
    with a_panel(tmp_path_factory.mktemp("words"), cases=1) as panel:
        panel.collect()
        shown = panel.desk.services.panel.open(panel.case(0).number).row
        yield replace(shown, recommendations={CASEBOOK: 3, NEITHER: 1})


def test_the_chance_is_that_of_the_outcome(row: PanelCaseRow) -> None:
    recommended = "Recommended by the experts: Outstanding 0 · Casebook 3 · Not in the Casebook 1."
    assert beside(row, OUTSTANDING, PROPOSED) == ("Among the best 6: 1%.", recommended)
    assert beside(row, NEITHER, PROPOSED) == ("Among the best 20: 80%.", recommended)
    assert beside(row, OUTSTANDING, None) == (recommended,)


def test_upwards_and_downwards_are_named() -> None:
    assert leaving(OUTSTANDING, PROPOSED) == "This is above what the order proposes (Casebook)."
    assert leaving(NEITHER, PROPOSED) == "This is below what the order proposes (Casebook)."
    assert (leaving(CASEBOOK, PROPOSED), leaving(CASEBOOK, None)) == ("", "")
