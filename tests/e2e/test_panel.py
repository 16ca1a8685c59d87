"""The chair compares verified scores and signs a decision; reviewers and staff see none."""

import pytest

from review_protocol.documents.answers import RefusalCode
from review_protocol.documents.programme import Recommendation
from reviewer_app.demo.people import Guest, InvitedPerson
from reviewer_app.demo.play_chair import compare, decide, sync
from reviewer_app.demo.play_declaring import declare
from reviewer_app.demo.play_enrolment import PASSPHRASE, accept, enrol, unlock
from reviewer_app.errors import NotPermitted, RoundNotHeld, RoundStillOpen, ServerRefused
from reviewer_app.models.collected import collected_packets
from reviewer_app.opening import open_desk
from tests.e2e.world import CHAIR, PANEL, World, a_sheet, never, nobody

CASE = "WIC-2026-001"


@pytest.fixture(scope="module")
def delivered(world: World) -> World:
    """Three reviewers have delivered scores of one case."""
    for name, mark in (("Ada", 5), ("Ben", 7), ("Chi", 9)):
        desk = world.desk(name).ready()
        desk.score(CASE, mark)
        desk.sync()
    return world


def test_a_chair_enrols_and_compares_in_the_window(delivered: World, open_app):
    letter = delivered.letter(CHAIR)
    person = InvitedPerson.model_validate_json(
        f'{{"name": "{CHAIR}", "role": "chair", "panel": "{PANEL}", '
        '"organisations": ["An Institute"], "country": "PT", "languages": ["zh", "en"]}'
    )
    profile = delivered.profile(CHAIR)
    with open_app(delivered, profile) as stage:
        guest = Guest(person, letter, delivered.letter_file(CHAIR))
        enrol(stage, guest, pictures=False)
        accept(stage, guest, pictures=False)
        declare(stage, conflict=None, pictures=False)
        assert compare(stage) == CASE
    desk = open_desk(profile, PASSPHRASE)
    try:
        table = desk.services.panel.table()
        row = next(row for row in table.rows if row.number == CASE)
        assert row.overall.n == 3
        assert row.overall.mean == pytest.approx(7.0)
        with pytest.raises(RoundNotHeld):
            desk.services.panel.decide(CASE, Recommendation.CASEBOOK, "The round is open.")
    finally:
        desk.store.close()


def test_a_reviewer_sees_no_other_score(delivered: World):
    desk = delivered.desk("Ada")
    with pytest.raises(NotPermitted):
        desk.services.panel.table()
    with pytest.raises(ServerRefused) as refused:
        delivered.desk("Dov").services.panel.refresh(nobody, never)
    assert refused.value.code is RefusalCode.NOT_PERMITTED
    desk.services.panel.refresh(nobody, never)  # of what she scored there may be a discussion
    with desk.open.store.read() as connection:
        assert {each.kind for each in collected_packets(connection)} <= {"discussion"}


def test_staff_see_no_score_while_the_round_is_open(delivered: World):
    desk = delivered.desk("Sol")
    desk.sync()
    with pytest.raises(RoundStillOpen):
        desk.services.secretariat.refresh(nobody, never)
    progress = desk.services.secretariat.progress()
    received = {case.case: case.received for case in progress.cases}
    assert received[CASE] == 3


def test_an_amendment_reaches_the_panel_and_both_are_kept(delivered: World):
    from review_protocol.documents.score import LanguageRead

    desk = delivered.desk("Ben")
    before = desk.services.desk.open(CASE).standing
    later = desk.services.signing.amend(CASE, a_sheet(8), LanguageRead.EN, "read again")
    desk.sync()
    assert before is not None
    assert {before.packet, later} <= set(delivered.packets())


def test_after_the_round_the_chair_decides_in_the_window(delivered: World, open_app):
    reason = ("--before-deadline", "--reason", "all is in")
    delivered.server.run("close-round", "1", *reason)
    profile = delivered.profile(CHAIR)
    with open_app(delivered, profile) as stage:
        unlock(stage)
        sync(stage)
        assert decide(stage) == CASE
    desk = open_desk(profile, PASSPHRASE)
    try:
        row = next(row for row in desk.services.panel.table().rows if row.number == CASE)
        assert row.decision is not None
        decision = next(row for row in desk.services.handin.outbox() if row.kind == "decision")
        assert delivered.packets()[decision.packet] == "counted"
    finally:
        desk.store.close()
