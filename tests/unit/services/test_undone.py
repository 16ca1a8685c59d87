"""The device of one of two members of staff is revoked: every desk learns what that undoes."""

from __future__ import annotations

from pathlib import Path

import pytest

from central_server.revocation import revoke
from review_protocol.envelope import keyid_in
from reviewer_app.models.outbox import all_packets
from reviewer_app.services.rows import CaseState
from reviewer_app.services.staff_acts import How
from tests.builders.documents import NOW
from tests.builders.enrolled import Enrolled
from tests.builders.panel import never, print_nothing
from tests.builders.server import ServerFolder, a_server_folder
from tests.builders.two_staff import PEOPLE

ONE = "WIC-2026-001"
WHY = "A complaint must be answered this week"


@pytest.fixture
def folder(tmp_path: Path) -> ServerFolder:
    return a_server_folder(tmp_path, cases=2, people=PEOPLE)


def lose(folder: ServerFolder, desk: Enrolled) -> None:
    """The operator revokes the device of this desk from its first packet on."""
    with desk.services._store.read() as connection:
        first, *_ = all_packets(connection)
    assert first.leaf is not None
    with folder.open() as server, server.log.appending(server.store) as group:
        kid, leaf = keyid_in(first.envelope), first.leaf
        revoke(group, kid, from_leaf=leaf, reason="Lost", issuer=server.issuer, now=NOW)


def agree(request: str, desk: Enrolled) -> None:
    desk.sync()
    desk.services.secretariat.answer(request, "", print_nothing, never, agrees=True)


def is_open(desk: Enrolled) -> bool:
    desk.sync()
    return desk.services.secretariat.staff_acts().scores_are_open


def test_opened_scores_are_hidden_again_and_chairs_are_told_that_they_were_seen(enrolled, folder):
    staff, colleague, third = (enrolled(name) for name in ("staff", "colleague", "third"))
    request = staff.services.secretariat.open_scores(WHY, print_nothing, never)
    agree(request, colleague)
    assert is_open(staff)
    lose(folder, colleague)
    assert not is_open(staff)
    (waiting,) = staff.services.secretariat.staff_acts().waiting
    assert waiting.packet == request
    chair = enrolled("chair")
    chair.sync()
    (told,) = chair.services.panel.table().opened_early
    assert (told.how, told.reason) == (How.OPENED, WHY)
    agree(request, third)
    assert is_open(staff)


def test_a_round_that_was_closed_early_is_open_again_for_experts(enrolled, folder):
    staff, colleague, ada = (enrolled(name) for name in ("staff", "colleague", "reviewer"))
    ada.sync()
    ada.declare()
    ada.sync()
    request = staff.services.secretariat.close_round(WHY, print_nothing, never)
    agree(request, colleague)
    late = ada.score(ONE)
    assert ada.sync().held == (late,)
    assert ada.states()[ONE] == CaseState.HELD
    lose(folder, colleague)
    ada.sync()
    assert ada.states()[ONE] == CaseState.RECEIVED
    assert not is_open(staff)
    (waiting,) = staff.services.secretariat.staff_acts().waiting
    assert waiting.packet == request
