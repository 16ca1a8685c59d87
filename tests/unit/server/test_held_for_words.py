"""What a device signs that awaits its six words: held, and judged when they were read."""

import pytest

from central_server.http.app import create_app
from central_server.server import Server
from central_server.six_words import confirm_device
from central_server.verifying_home import verify_home
from review_protocol.canonical import from_base64
from review_protocol.documents.answers import BatchAnswer, ProgressAnswer, StateAnswer
from review_protocol.documents.batch import Release
from review_protocol.documents.leaf import Disposition
from review_protocol.opening import opened
from review_protocol.translog import Receipt, verify_receipt
from tests.builders.desks import TestDesk, in_process, manifest_of
from tests.builders.server import a_server_folder
from tests.builders.two_staff import after_the_deadline
from tests.unit.server.conftest import declares, words_of
from tests.unit.server.test_acts import dispositions, lose, standing
from tests.unit.server.test_delivery import log_of

WAITS = Disposition.HELD_SIX_WORDS


@pytest.fixture
def new(wanted, enrol) -> TestDesk:
    return enrol("reviewer")


@pytest.fixture
def staff(enrol) -> TestDesk:
    """Enrolled before the words were wanted."""
    return enrol("staff")


def hear(server: Server, desk: TestDesk) -> None:
    """The operator hears the words of this device."""
    words = [word.en for word in words_of(desk)]
    with server.log.appending(server.store) as group:
        confirm_device(
            group,
            desk.signing.key_id,
            words,
            deployment=server.issuer.deployment,
            now=server.now(),
        )


def test_what_it_signs_is_taken_and_counts_with_the_call(new, folder, server):
    case, chain = folder.cases[0], new.chain
    manifest = manifest_of(new)
    declared = chain.declare(manifest.document, manifest.id)
    first = chain.score(case, folder.rubric)
    better = chain.amend(case, folder.rubric, first.document_id)
    answer = new.deliver(declared, first, better)
    assert dispositions(answer) == [WAITS] * 3
    assert new.ask("GET", "/v1/state", StateAnswer).changes == ()
    hear(server, new)
    assert set(standing(server).values()) == {Disposition.COUNTED}
    changes = new.ask("GET", "/v1/state", StateAnswer).changes
    assert {each.packet: each.disposition for each in changes} == dict.fromkeys(
        [each.document_id for each in (declared, first, better)], Disposition.COUNTED
    )
    for each in changes:
        verify_receipt(Receipt.parse(each.receipt), [log_of(new)])
    with server.store.read() as connection:
        assert verify_home(connection, folder.home).right


def test_what_it_declares_releases_the_texts_after_the_call(tmp_path):
    folder = a_server_folder(tmp_path / "other", confirm_devices=True)
    with folder.open() as server:
        desk = TestDesk(in_process(create_app(server)), folder.people["reviewer"].secret)
        desk.enrol()
        declares_twice(server, desk)


def declares_twice(server: Server, desk: TestDesk) -> None:
    """First one conflict, then none: the newer word holds."""
    declares(desk, conflicts=(manifest_of(desk).document.cases[0].number,))
    declared_again = declares(desk)
    assert standing(server)[declared_again.document_id] is WAITS
    hear(server, desk)
    batch = desk.ask("GET", "/v1/batch", BatchAnswer)
    (release,) = (opened(from_base64(each), Release, desk.server_key) for each in batch.releases)
    cases = [each.number for each in manifest_of(desk).document.cases]
    assert list(release.document.cases) == cases


def test_it_withdraws_recuses_and_declares_nothing_of_its_person(
    desk, wanted, tablet, folder, server
):
    score = desk.chain.score(folder.cases[0], folder.rubric)
    desk.deliver(score)
    tablet.enrol()
    manifest, chain = manifest_of(tablet), tablet.chain
    answer = tablet.deliver(
        chain.withdraw(folder.cases[0], folder.rubric, score.document_id),
        chain.recuse(folder.cases[1], folder.rubric),
        chain.declare(manifest.document, manifest.id, conflicts=(folder.cases[0].number,)),
    )
    assert dispositions(answer) == [WAITS] * 3
    assert standing(server)[score.document_id] is Disposition.COUNTED
    assert len(desk.ask("GET", "/v1/batch", BatchAnswer).releases) == 1


def test_a_conflict_that_it_declared_holds_after_the_call(desk, wanted, tablet, folder, server):
    """Though its person had declared none before."""
    tablet.enrol()
    declares(desk)
    tablet.deliver(tablet.chain.recuse(folder.cases[0], folder.rubric))
    hear(server, tablet)
    batch = desk.ask("GET", "/v1/batch", BatchAnswer)
    (release,) = (opened(from_base64(each), Release, desk.server_key) for each in batch.releases)
    assert folder.cases[0].number not in release.document.cases
    score = desk.chain.score(folder.cases[0], folder.rubric)
    assert dispositions(desk.deliver(score)) == [Disposition.HELD_NOT_ASSIGNED]


def test_what_it_scored_does_not_stand_beside_what_was_scored_meanwhile(
    desk, wanted, tablet, folder, server
):
    tablet.enrol()
    mine, other = (
        each.chain.score(folder.cases[0], folder.rubric, mark=mark)
        for each, mark in ((tablet, 9), (desk, 3))
    )
    assert dispositions(tablet.deliver(mine)) == [WAITS]
    assert dispositions(desk.deliver(other)) == [Disposition.COUNTED]
    hear(server, tablet)
    found = standing(server)
    assert found[other.document_id] is Disposition.COUNTED
    assert found[mine.document_id] is Disposition.HELD_FORK


def test_what_came_before_the_deadline_counts_though_the_call_is_later(new, folder, server):
    score = new.chain.score(folder.cases[0], folder.rubric)
    new.deliver(score)
    after_the_deadline(folder, new)
    hear(server, new)
    assert standing(server)[score.document_id] is Disposition.COUNTED


def test_a_chair_decides_nothing_before(wanted, enrol, folder, server):
    chair = enrol("chair")
    decision = chair.chain.decide(folder.cases[0], folder.rubric, "panel-a")
    declares(chair)
    assert dispositions(chair.deliver(decision)) == [WAITS]
    hear(server, chair)
    assert standing(server)[decision.document_id] is Disposition.COUNTED


def test_progress_counts_it_as_held(staff, new, folder):
    new.deliver(new.chain.score(folder.cases[0], folder.rubric))
    people = staff.ask("GET", "/v1/progress", ProgressAnswer).people
    (row,) = (each for each in people if each.name == "reviewer")
    assert (row.received, row.held) == (0, 1)


def test_revoked_instead_all_of_it_can_be_confirmed_on_a_confirmed_computer(
    desk, wanted, tablet, folder, server
):
    tablet.enrol()
    score = tablet.chain.score(folder.cases[0], folder.rubric)
    later = Receipt.parse(tablet.deliver(score).arrived[0].receipt).index + 1
    lose(server, tablet, later)
    assert standing(server)[score.document_id] is Disposition.HELD_REVOKED_KEY
    desk.deliver(desk.chain.confirm(score.document_id))
    assert standing(server)[score.document_id] is Disposition.COUNTED
