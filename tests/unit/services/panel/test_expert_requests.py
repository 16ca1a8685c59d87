"""A request for another expert: signed with a reason, and whether a review came since."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from reviewer_app.errors import NotPermitted
from reviewer_app.services.panel.voices import Seat
from tests.builders.desk import a_desk
from tests.builders.panel import APanel, a_panel


@pytest.fixture
def panel(tmp_path: Path) -> Iterator[APanel]:
    with a_panel(tmp_path, experts=3) as made:
        yield made


def test_a_request_goes_from_asked_to_received_to_a_review_has_come(panel: APanel) -> None:
    case, requests = panel.case(0), panel.desk.services.expert_requests
    one, two, three = panel.experts.values()
    before = one.score(case, 3)
    two.score(case, 8)
    panel.collect()
    packet = requests.ask(case.number, " Two experts differ by 5 points. ")
    (asked,) = requests.look(case.number).requests
    assert (asked.packet, asked.reason) == (packet, "Two experts differ by 5 points.")
    assert (asked.leaf, asked.since, asked.voice.is_own) == (None, 0, True)
    panel.desk.receive(packet)
    one.amend(case, before, 4)
    panel.collect()
    (asked,) = requests.look(case.number).requests
    assert asked.leaf is not None
    assert asked.since == 0, "an amendment is no other expert's review"
    three.score(case, 6)
    panel.collect()
    (asked,) = requests.look(case.number).requests
    assert asked.since == 1


def test_a_request_has_a_reason_and_a_deputy_may_make_one(panel: APanel) -> None:
    number, requests = panel.case(0).number, panel.desk.services.expert_requests
    requests.keep(number, "Beca")
    assert requests.look(number).draft == "Beca"
    for unseen in (" ", "\u200b"):
        with pytest.raises(ValueError, match="says why"):
            requests.ask(number, unseen)
    requests.ask(number, "Because.")
    look = requests.look(number)
    assert look.draft == ""
    assert look.requests[0].voice.seat in (Seat.CHAIR, Seat.DEPUTY)


def test_experts_ask_for_nobody(tmp_path: Path) -> None:
    with a_desk(tmp_path) as desk:
        desk.receive(desk.score(desk.numbers[0]))
        with pytest.raises(NotPermitted):
            desk.services.expert_requests.ask(desk.numbers[0], "I would like to.")
