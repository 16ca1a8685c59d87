"""A chair who reviews sees a case after signing their own score; until then a deputy decides it."""

from collections.abc import Callable

import pytest

from review_protocol.documents.dossier import Decider
from review_protocol.documents.programme import Recommendation
from reviewer_app.errors import NotPermitted
from reviewer_app.models.collected import collected_packets
from reviewer_app.services.panel.dossier import Hidden, Why
from reviewer_app.services.panel.rows import PanelCaseRow, PanelTable
from tests.e2e.world import CHAIR, PANEL, PASSPHRASE, Desk, World

pytestmark = pytest.mark.campaign

OWN, OTHER = "WIC-2026-001", "WIC-2026-006"
DEPUTY = "Ivo"


def table(desk: Desk) -> PanelTable:
    desk.sync()
    return desk.services.panel.table()


def row(desk: Desk, number: str) -> PanelCaseRow:
    return next(each for each in table(desk).rows if each.number == number)


def collected(desk: Desk) -> set[str | None]:
    with desk.open.store.read() as connection:
        return {each.case for each in collected_packets(connection)}


def deputy_of(world: World) -> Desk:
    code = world.invite(DEPUTY, "--role", "chair", "--panel", PANEL, "--deputy")
    world.enrolment(DEPUTY).accept(world.server.address, code, "laptop", PASSPHRASE)
    return world.desk(DEPUTY).ready()


def test_a_chair_who_reviews_sees_a_case_after_their_own_score(
    new_world: Callable[[], World],
) -> None:
    world = new_world()
    world.server.run("assign", "--case", OWN, "--to", CHAIR)
    for name, mark in (("Ada", 5), ("Ben", 7), ("Chi", 9)):
        expert = world.desk(name).ready()
        for number in (OWN, OTHER):
            expert.score(number, mark)
        expert.sync()
    chair, deputy = world.desk(CHAIR).ready(), deputy_of(world)

    hidden = row(chair, OWN)
    assert hidden.hidden == Hidden(Why.OWN_SCORE_FIRST, Decider.CHAIRS_DEPUTY)
    assert (hidden.cells, hidden.overall.n, row(chair, OTHER).overall.n) == ((), 0, 3)
    assert OWN not in collected(chair)
    found = table(chair).verification
    assert found is not None
    assert found.is_whole
    assert found.bridged >= 3  # the scores that are not shown stand in the experts' chains
    with pytest.raises(NotPermitted):
        chair.services.panel.decide(OWN, Recommendation.CASEBOOK, "too early")

    assert table(deputy).standing.decides == {OWN}
    with pytest.raises(NotPermitted):
        deputy.services.panel.decide(OTHER, Recommendation.CASEBOOK, "not theirs")
    world.server.run("close-round", "1", "--before-deadline", "--reason", "all is in")
    deputy.sync()
    decided = deputy.services.panel.decide(OWN, Recommendation.CASEBOOK, "as agreed")
    deputy.sync()
    assert world.packets()[decided] == "counted"

    late = chair.score(OWN, 6)
    chair.sync()
    assert world.packets()[late] == "held:late"
    shown = row(chair, OWN)
    assert (shown.withheld, shown.overall.n) == (False, 3)
    assert shown.decision is not None
    assert table(deputy).standing.decides == frozenset()
    assert table(chair).verification.is_whole
