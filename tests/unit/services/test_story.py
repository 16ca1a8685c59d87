"""A round from the letter to the report, by the services against the real server."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from review_protocol.documents.packet import RecusalReason
from review_protocol.documents.programme import Recommendation
from review_protocol.documents.score import LanguageRead
from review_protocol.documents.text import Bilingual, Language
from reviewer_app.errors import NoConnection, RoundStillOpen
from reviewer_app.services.findings import Finding, Outcome, Step
from reviewer_app.services.rows import DeliveryState
from tests.builders.desk import some_answers
from tests.builders.panel import never, print_nothing
from tests.builders.two_staff import after_the_deadline
from tests.unit.sync.network import TRIES, lost

ONE, TWO = "WIC-2026-001", "WIC-2026-002"


@pytest.fixture
def reviewer(enrolled):
    return enrolled("reviewer")


@pytest.fixture
def second(enrolled):
    return enrolled("second")


@pytest.fixture
def chair(enrolled):
    return enrolled("chair")


@pytest.fixture
def staff(enrolled):
    return enrolled("staff")


def ready(desk) -> None:
    """Batch taken in, declared, released."""
    desk.sync()
    desk.declare()
    desk.sync()


def test_accepting_is_the_first_packet_and_arrives(reviewer, folder):
    accepting = reviewer.services.accepting
    assert accepting.undertaking() == folder.programme.undertaking
    assert not accepting.accepted()
    packet = accepting.confirm(
        Bilingual(zh="阿米娜", en="Amina Diallo"), ("Université X",), (Language.EN,), "networks"
    )
    assert accepting.accepted()
    assert reviewer.sync().received == (packet,)


def test_a_reviewer_from_declaring_to_a_verified_receipt(reviewer, tmp_path):
    reviewer.services.batch.fetch(print_nothing, never)
    assert reviewer.states() == {ONE: "undeclared", TWO: "undeclared"}
    reviewer.declare()
    reviewer.sync()
    assert reviewer.states() == {ONE: "unread", TWO: "unread"}
    packet = reviewer.score(ONE, 8)
    assert reviewer.services.handin.receipt(packet) is None
    assert reviewer.sync().received == (packet,)
    assert reviewer.states()[ONE] == "received"
    newest = reviewer.services.handin.outbox()[0]
    assert (newest.packet, newest.state) == (packet, DeliveryState.RECEIVED)
    assert newest.case_name is not None
    amended = reviewer.services.signing.amend(ONE, some_answers(9), LanguageRead.EN, "again")
    assert reviewer.sync().received == (amended,)
    report = reviewer.services.evidence.save(tmp_path)
    run = subprocess.run(
        ["/bin/sh", Path(report.folder) / "verify.sh"],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (run.returncode, run.stderr) == (0, "")


def test_a_lost_answer_delivers_once(reviewer, network):
    ready(reviewer)
    packet = reviewer.score(ONE)
    network.spoil("/v1/packets", *[lost] * TRIES)
    with pytest.raises(NoConnection):
        reviewer.sync()
    assert reviewer.services.handin.outbox()[0].state is DeliveryState.SENDING
    assert reviewer.sync().received == (packet,)
    assert reviewer.services.desk.overview().waiting == 0


def test_amending_after_withdrawing_counts_at_the_server(reviewer):
    ready(reviewer)
    first = reviewer.score(ONE)
    withdrawn = reviewer.services.signing.withdraw(ONE, "the wrong case")
    again = reviewer.services.signing.amend(ONE, some_answers(4), LanguageRead.ZH, "anew")
    recused = reviewer.services.signing.recuse(TWO, RecusalReason.NOT_COMPETENT, None, "")
    report = reviewer.sync()
    assert (report.received, report.held) == ((first, withdrawn, again, recused), ())


def test_the_chair_compares_and_decides(reviewer, second, chair):
    for desk, mark in ((reviewer, 6), (second, 9)):
        ready(desk)
        desk.score(ONE, mark)
        desk.sync()
    ready(chair)
    chair.services.panel.refresh(print_nothing, never)
    table = chair.services.panel.table()
    row = next(row for row in table.rows if row.number == ONE)
    assert sorted(cell.composite for cell in row.cells) == [6.0, 9.0]
    assert (row.overall.mean, row.withheld) == (7.5, False)
    view = chair.services.panel.open(ONE)
    assert view.case is not None
    assert {opinion.answers.answer("benefits").mark for opinion in view.opinions} == {6, 9}
    decision = chair.services.panel.decide(ONE, Recommendation.CASEBOOK, "sound figures")
    assert chair.sync().received == (decision,)


def test_staff_see_scores_only_after_closing(reviewer, staff, folder, tmp_path):
    ready(reviewer)
    reviewer.score(ONE, 6)
    reviewer.sync()
    staff.sync()
    secretariat = staff.services.secretariat
    progress = {person.name: person.received for person in secretariat.progress().people}
    assert progress["reviewer"] == 1
    with pytest.raises(RoundStillOpen):
        secretariat.refresh(print_nothing, never)
    with pytest.raises(RoundStillOpen):
        secretariat.results()
    after_the_deadline(folder)
    secretariat.close_round("the deadline has passed", print_nothing, never)
    staff.sync()
    secretariat.refresh(print_nothing, never)
    row = next(row for row in secretariat.results().rows if row.number == ONE)
    assert row.overall.mean == 6.0
    (path,) = secretariat.export(tmp_path, ["json"], "en")
    assert json.loads(path.read_text("utf-8"))["format"] == "practice-review-report/1"
    late = reviewer.score(TWO, 10)
    assert reviewer.sync().held == (late,)
    assert reviewer.states()[TWO] == "held"


def test_a_round_is_closed_from_a_desk_that_has_never_synced(staff, folder):
    after_the_deadline(folder)
    secretariat = staff.services.secretariat
    packet = secretariat.close_round("the deadline has passed", print_nothing, never)
    (closing,) = staff.services.handin.outbox()
    assert (closing.packet, closing.state) == (packet, DeliveryState.RECEIVED)
    answer = secretariat.progress()
    assert answer.round is not None
    assert answer.round.closed is not None


def test_the_way_to_the_server_is_diagnosed(reviewer, network):
    diagnosis = reviewer.services.handin.diagnosis()
    steps = {step: diagnosis.run(step) for step in Step}
    bad = [found for found in steps.values() if found.outcome is Outcome.BAD]
    assert (list(steps), bad) == (list(Step), [])
    assert steps[Step.TLS].finding is Finding.LOCAL_HTTP
    nowhere = reviewer.services.handin.diagnosis("http://no-such-name.invalid")
    assert nowhere.run(next(iter(Step))).finding is Finding.NAME_NOT_FOUND
