"""The home effect on a panel's table: only of reviews of which it is told, and never guessed."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from reviewer_app.services.panel.home import Home, Homes, home_effects
from reviewer_app.services.panel.room import PanelRoom
from reviewer_app.services.panel.rows import PanelTable
from tests.builders.panel import APanel, a_panel

AT_HOME: dict[int, tuple[int, ...]] = {1: (0, 1), 2: (2, 3), 3: (4, 5)}
"""By expert, the cases of the own country: scored two points above what the others give."""


@pytest.fixture(scope="module")
def panel(tmp_path_factory: pytest.TempPathFactory) -> Iterator[APanel]:
    with a_panel(tmp_path_factory.mktemp("home"), cases=8, experts=4) as made:
        for pseudonym, expert in made.experts.items():
            for at in range(8):
                more = 2 if at in AT_HOME.get(pseudonym, ()) else 0
                expert.score(made.case(at), 4 + at % 3 + more)
        made.collect()
        yield made


@pytest.fixture(scope="module")
def table(panel: APanel) -> PanelTable:
    return panel.desk.services.panel.table()


def homes(panel: APanel, kind: Home) -> Homes:
    return {(panel.case(at).number, who): kind for who, cases in AT_HOME.items() for at in cases}


def test_two_points_for_the_own_country_are_found(panel: APanel, table: PanelTable) -> None:
    found = home_effects(table, homes(panel, Home.APPLICANT), "")
    assert found is not None
    assert found.applicant is not None
    assert found.applicant.reviews == 6
    assert 1.5 < found.applicant.points < 3.0
    assert found.applicant.chance < 0.01
    assert found.involved is None


def test_the_two_kinds_are_told_apart(panel: APanel, table: PanelTable) -> None:
    both = {**homes(panel, Home.INVOLVED), (panel.case(6).number, 4): Home.APPLICANT}
    found = home_effects(table, both, "")
    assert found is not None
    assert found.involved is not None
    assert found.applicant is not None
    assert (found.involved.reviews, found.applicant.reviews) == (6, 1)


def test_the_same_scores_give_the_same_chance(panel: APanel, table: PanelTable) -> None:
    of = homes(panel, Home.APPLICANT)
    assert home_effects(table, of, "rules") == home_effects(table, of, "rules")


def test_nobody_is_at_home_where_nobody_tells(panel: APanel, table: PanelTable) -> None:
    assert panel.desk.services.panel.home_effects(table) is None


def test_what_the_desk_was_told_is_asked_for(panel: APanel, table: PanelTable) -> None:
    services = panel.desk.services
    of = homes(panel, Home.APPLICANT)
    desk = services.panel
    room = PanelRoom(desk._store, desk._signer, desk._network, desk._preparing, homes=lambda _: of)
    found = room.home_effects(table)
    assert found is not None
    assert found.applicant is not None


def test_a_person_may_cancel(panel: APanel, table: PanelTable) -> None:
    of = homes(panel, Home.APPLICANT)
    assert home_effects(table, of, "", cancelled=lambda: True) is None
