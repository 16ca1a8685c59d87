"""What a person says about packets and keys of their own: chosen, confirmed, denied, rotated."""

import pytest
from sqlalchemy import select

from central_server.reinstating import reinstate_case
from central_server.revocation import revoke
from central_server.store.schema import packet
from central_server.verifying_home import verify_home
from central_server.withdrawing_cases import withdraw_case
from review_protocol.canonical import from_base64, to_base64
from review_protocol.documents.answers import PacketsAnswer, RefusalCode, StateAnswer
from review_protocol.documents.leaf import Disposition, DispositionLeaf, read_entry
from review_protocol.envelope import read_envelope
from review_protocol.keys import ExchangeKey, SigningKey
from review_protocol.translog import Receipt, verify_receipt
from tests.builders.desks import TestDesk
from tests.builders.documents import NOW, Chain
from tests.unit.server.test_delivery import log_of

COUNTED, FORK = Disposition.COUNTED, Disposition.HELD_FORK
REVOKED = Disposition.HELD_REVOKED_KEY
RESOLVED, DENIED = Disposition.NOT_COUNTED_RESOLVED, Disposition.NOT_COUNTED_DENIED


def standing(server) -> dict[str, Disposition]:
    """How all packets stand, by their ids."""
    with server.store.read() as connection:
        rows = connection.execute(select(packet.c.id, packet.c.disposition))
        return {row.id: Disposition(row.disposition) for row in rows}


def dispositions(answer) -> list[Disposition]:
    return [each.disposition for each in answer.arrived]


def lose(server, desk: TestDesk, from_leaf: int) -> tuple[str, ...]:
    """The laptop is lost: its key is revoked from this leaf on."""
    with server.log.appending(server.store) as group:
        return revoke(
            group,
            desk.signing.key_id,
            from_leaf=from_leaf,
            reason="Lost",
            issuer=server.issuer,
            now=NOW,
        ).also


@pytest.fixture
def two(desk, tablet) -> tuple[TestDesk, TestDesk]:
    """Two devices of one reviewer."""
    tablet.enrol()
    return desk, tablet


@pytest.fixture
def doubled(two, folder) -> tuple[str, str]:
    """One case scored on both: the first counts, the second is held."""
    first, second = (
        desk.chain.score(folder.cases[0], folder.rubric, mark=mark)
        for desk, mark in zip(two, (7, 3), strict=True)
    )
    assert dispositions(two[0].deliver(first)) == [COUNTED]
    assert dispositions(two[1].deliver(second)) == [FORK]
    return first.document_id, second.document_id


def test_the_chosen_score_counts_and_the_other_does_not(two, doubled, folder, server):
    first, second = doubled
    chosen = two[1].chain.resolve(folder.cases[0], folder.rubric, second, first)
    assert dispositions(two[1].deliver(chosen)) == [COUNTED]
    found = standing(server)
    assert (found[first], found[second]) == (RESOLVED, COUNTED)
    changes = two[0].ask("GET", "/v1/state", StateAnswer).changes
    assert {each.packet: each.disposition for each in changes} == {first: RESOLVED, second: COUNTED}
    for each in changes:
        receipt = Receipt.parse(each.receipt)
        verify_receipt(receipt, [log_of(two[0])])
        leaf = read_entry(receipt.leaf)
        assert isinstance(leaf, DispositionLeaf)
        assert (leaf.packet, leaf.act) == (each.packet, chosen.document_id)


def test_the_first_may_stay_and_the_choice_may_change(two, doubled, folder, server):
    first, second = doubled
    case, rubric = folder.cases[0], folder.rubric
    two[0].deliver(two[0].chain.resolve(case, rubric, first, second))
    assert (standing(server)[first], standing(server)[second]) == (COUNTED, RESOLVED)
    two[0].deliver(two[0].chain.resolve(case, rubric, second, first))
    assert (standing(server)[first], standing(server)[second]) == (RESOLVED, COUNTED)


def test_lines_of_amendments_go_with_what_is_chosen(two, folder, server):
    case, rubric = folder.cases[0], folder.rubric
    one = two[0].chain.score(case, rubric, mark=7)
    amended = two[0].chain.amend(case, rubric, one.document_id)
    two[0].deliver(one, amended)
    other = two[1].chain.score(case, rubric, mark=2)
    later = two[1].chain.amend(case, rubric, other.document_id)
    assert dispositions(two[1].deliver(other, later)) == [FORK, FORK]
    chosen = two[1].chain.resolve(case, rubric, later.document_id, amended.document_id)
    assert dispositions(two[1].deliver(chosen)) == [COUNTED]
    found = standing(server)
    assert [found[each.document_id] for each in (one, amended, other, later)] == [
        RESOLVED,
        RESOLVED,
        COUNTED,
        COUNTED,
    ]
    more = two[1].chain.amend(case, rubric, later.document_id)
    assert dispositions(two[1].deliver(more)) == [COUNTED]


def test_both_scores_and_the_choice_may_come_in_one_delivery(two, folder, server):
    case, rubric = folder.cases[0], folder.rubric
    first, second = (
        desk.chain.score(case, rubric, mark=mark) for desk, mark in zip(two, (7, 3), strict=True)
    )
    chosen = two[1].chain.resolve(case, rubric, second.document_id, first.document_id)
    assert dispositions(two[1].deliver(first, second, chosen)) == [COUNTED, FORK, COUNTED]
    found = standing(server)
    assert (found[first.document_id], found[second.document_id]) == (RESOLVED, COUNTED)


def test_a_choice_that_leaves_two_or_names_what_is_not_there_changes_nothing(
    two, doubled, folder, server, enrol
):
    first, second = doubled
    case, rubric = folder.cases[0], folder.rubric
    other = enrol("second")
    theirs = other.chain.score(case, rubric, mark=4)
    other.deliver(theirs)
    before = standing(server)
    choices = (
        two[0].chain.resolve(case, rubric, first, "a" * 64),
        two[0].chain.resolve(case, rubric, first, theirs.document_id),
        two[0].chain.resolve(folder.cases[1], rubric, first, second),
        two[0].chain.resolve(case, rubric, first, second, case_hash="b" * 64),
    )
    answer = two[0].deliver(*choices)
    assert set(dispositions(answer)) == {Disposition.NOT_COUNTED_SUPERSEDES}
    found = standing(server)
    assert {id: found[id] for id in before} == before


def test_after_the_deadline_nothing_is_chosen(two, doubled, folder, server):
    first, second = doubled
    folder.clock.forward(days=40_000)
    chosen = two[1].chain.resolve(folder.cases[0], folder.rubric, second, first)
    two[1].server_nonce = ""
    assert dispositions(two[1].deliver(chosen)) == [Disposition.HELD_LATE]
    assert standing(server)[first] is COUNTED


def test_what_was_held_for_a_lost_laptop_counts_when_it_is_confirmed(two, folder, server):
    lost, healthy = two
    scores = [lost.chain.score(case, folder.rubric) for case in folder.cases]
    (early,) = lost.deliver(scores[0]).arrived
    lose(server, lost, Receipt.parse(early.receipt).index)
    assert dispositions(lost.deliver(scores[1])) == [REVOKED]
    confirmation = healthy.chain.confirm(*(each.document_id for each in scores))
    assert dispositions(healthy.deliver(confirmation)) == [COUNTED]
    found = standing(server)
    assert [found[each.document_id] for each in scores] == [COUNTED, COUNTED]
    assert dispositions(lost.deliver(lost.chain.score(folder.cases[0], folder.rubric))) == [REVOKED]


def test_what_is_denied_does_not_count_and_may_be_confirmed_after_all(two, folder, server):
    lost, healthy = two
    lose(server, lost, 0)
    score = lost.chain.score(folder.cases[0], folder.rubric)
    lost.deliver(score)
    healthy.deliver(healthy.chain.confirm(denied=(score.document_id,)))
    assert standing(server)[score.document_id] is DENIED
    healthy.deliver(healthy.chain.confirm(score.document_id))
    assert standing(server)[score.document_id] is COUNTED


def test_confirmed_packets_are_judged_as_of_their_own_arrival(two, folder, server):
    lost, healthy = two
    lose(server, lost, 0)
    score = lost.chain.score(folder.cases[0], folder.rubric)
    lost.deliver(score)
    folder.clock.forward(days=40_000)
    healthy.server_nonce = ""
    late = lost.chain.score(folder.cases[1], folder.rubric)
    lost.server_nonce = ""
    lost.deliver(late)
    healthy.deliver(healthy.chain.confirm(score.document_id, late.document_id))
    found = standing(server)
    assert found[score.document_id] is COUNTED
    assert found[late.document_id] is Disposition.HELD_LATE


def test_where_the_case_was_scored_anew_a_confirmed_score_is_held_and_may_be_chosen(
    two, folder, server
):
    lost, healthy = two
    case, rubric = folder.cases[0], folder.rubric
    old = lost.chain.score(case, rubric, mark=9)
    lost.deliver(old)
    lose(server, lost, 0)
    new = healthy.chain.score(case, rubric, mark=2)
    assert dispositions(healthy.deliver(new)) == [COUNTED]
    healthy.deliver(healthy.chain.confirm(old.document_id))
    found = standing(server)
    assert (found[old.document_id], found[new.document_id]) == (FORK, COUNTED)
    healthy.deliver(healthy.chain.resolve(case, rubric, old.document_id, new.document_id))
    found = standing(server)
    assert (found[old.document_id], found[new.document_id]) == (COUNTED, RESOLVED)


def test_nobody_confirms_anothers_packets_and_a_lost_laptop_not_its_own(two, folder, server, enrol):
    lost, _ = two
    lose(server, lost, 0)
    score = lost.chain.score(folder.cases[0], folder.rubric)
    lost.deliver(score)
    other = enrol("second")
    theirs = other.deliver(other.chain.confirm(score.document_id))
    assert dispositions(theirs) == [Disposition.NOT_COUNTED_ROLE]
    assert dispositions(lost.deliver(lost.chain.confirm(score.document_id))) == [REVOKED]
    assert standing(server)[score.document_id] is REVOKED


def rotated(desk: TestDesk, seed: int = 8) -> TestDesk:
    """The same device after it has made new keys, which are not certified yet."""
    new = TestDesk(desk.transport, desk.secret, seed=bytes([seed]) * 32)
    new.signing, new.exchange = SigningKey(bytes([seed]) * 32), ExchangeKey(bytes([seed]) * 32)
    new.hello()
    new.chain = Chain(new.signing, desk.chain.deployment)
    return new


def test_new_keys_are_certified_and_the_old_one_signs_nothing_more(desk, folder, server):
    before = desk.chain.score(folder.cases[0], folder.rubric)
    new = rotated(desk)
    rotation = desk.chain.rotate(new.signing, new.exchange)
    after = desk.chain.score(folder.cases[1], folder.rubric)
    assert dispositions(desk.deliver(before, rotation, after)) == [COUNTED, COUNTED, REVOKED]
    state = new.ask("GET", "/v1/state", StateAnswer)
    assert [device.kid for device in state.devices] == [new.signing.key_id]
    again = new.chain.score(folder.cases[1], folder.rubric)
    assert dispositions(new.deliver(again)) == [COUNTED]


def test_another_persons_key_is_not_certified_as_ones_own(desk, enrol, server):
    stolen = enrol("second")
    new = rotated(desk)
    forged = desk.chain.rotate(new.signing, new.exchange, proof="AAAA")
    nowhere = desk.chain.rotate(new.signing, new.exchange, exchange_key=to_base64(bytes(32)))
    known = desk.chain.rotate(stolen.signing, stolen.exchange)
    malformed = Disposition.NOT_COUNTED_MALFORMED
    assert dispositions(desk.deliver(forged, nowhere, known)) == [malformed, malformed, FORK]


def test_keys_that_a_thief_gave_himself_go_with_the_stolen_one(desk, folder, server):
    thief = rotated(desk)
    (arrived,) = desk.deliver(desk.chain.rotate(thief.signing, thief.exchange)).arrived
    score = thief.chain.score(folder.cases[0], folder.rubric)
    assert dispositions(thief.deliver(score)) == [COUNTED]
    assert lose(server, desk, Receipt.parse(arrived.receipt).index) == (thief.signing.key_id,)
    assert standing(server)[score.document_id] is REVOKED
    more = thief.chain.score(folder.cases[1], folder.rubric)
    assert dispositions(thief.deliver(more)) == [REVOKED]


def test_all_of_it_is_right_from_the_bytes_up(two, doubled, folder, server):
    first, second = doubled
    lost, healthy = two
    healthy.deliver(healthy.chain.resolve(folder.cases[0], folder.rubric, second, first))
    new = rotated(healthy)
    lose(server, lost, 0)
    held = lost.chain.score(folder.cases[1], folder.rubric)
    lost.deliver(held)
    healthy.deliver(
        healthy.chain.confirm(held.document_id),
        healthy.chain.rotate(new.signing, new.exchange),
    )
    with server.store.read() as connection:
        assert verify_home(connection, folder.home, keys=server.keys).right


def test_a_device_learns_what_the_others_of_its_person_signed(two, doubled, folder, enrol):
    first, second = doubled
    stranger = enrol("second")
    stranger.deliver(stranger.chain.score(folder.cases[0], folder.rubric))
    for desk in two:
        answer = desk.ask("GET", "/v1/packets?after=0&whose=own", PacketsAnswer)
        envelopes = [read_envelope(from_base64(each.envelope)) for each in answer.packets]
        assert [each.document_id for each in envelopes] == [first, second]
        assert [each.kid for each in answer.experts] == [each.signing.key_id for each in two]
        assert {each.pseudonym for each in answer.experts} == {None}
        rest = desk.ask("GET", f"/v1/packets?after={answer.next_leaf}&whose=own", PacketsAnswer)
        assert rest.packets == ()


def test_a_lost_laptop_is_told_nothing_of_the_others(two, doubled, server):
    lose(server, two[0], 0)
    refused = two[0].ask("GET", "/v1/packets?after=0&whose=own", PacketsAnswer)
    assert refused.code is RefusalCode.REVOKED_DEVICE


def test_of_a_copied_desk_too_the_chosen_score_counts_if_it_would_have(two, folder, server):
    desk, other = two
    case, rubric = folder.cases[0], folder.rubric
    copy = Chain(desk.signing, desk.chain.deployment)
    first, second = desk.chain.score(case, rubric, mark=7), copy.score(case, rubric, mark=2)
    worse = copy.score(case, rubric, mark=4, case_hash="b" * 64)
    assert dispositions(desk.deliver(first, second, worse)) == [COUNTED, FORK, FORK]
    stale = other.chain.resolve(
        case, rubric, worse.document_id, first.document_id, case_hash="b" * 64
    )
    assert dispositions(other.deliver(stale)) == [Disposition.NOT_COUNTED_SUPERSEDES]
    assert standing(server)[first.document_id] is COUNTED
    other.deliver(other.chain.resolve(case, rubric, second.document_id, first.document_id))
    found = standing(server)
    assert (found[first.document_id], found[second.document_id]) == (RESOLVED, COUNTED)


def test_what_counted_later_than_it_came_counts_again_when_confirmed(two, folder, server):
    """Its case had been withdrawn for an hour when it came."""
    case, (lost, healthy) = folder.cases[0], two
    with server.log.appending(server.store) as group:
        withdraw_case(group, case.number, reason="A slip", issuer=server.issuer, now=NOW)
    score = lost.chain.score(case, folder.rubric)
    assert dispositions(lost.deliver(score)) == [Disposition.NOT_COUNTED_CASE_WITHDRAWN]
    with server.log.appending(server.store) as group:
        reinstate_case(group, case.number, reason="It was", issuer=server.issuer, now=NOW)
    lose(server, lost, 0)
    assert standing(server)[score.document_id] is REVOKED
    healthy.deliver(healthy.chain.confirm(score.document_id))
    assert standing(server)[score.document_id] is COUNTED


def test_the_chosen_score_counts_again_when_confirmed(two, doubled, folder, server):
    """It came as a fork, and was chosen on the device that is lost now."""
    first, second = doubled
    two[1].deliver(two[1].chain.resolve(folder.cases[0], folder.rubric, second, first))
    lose(server, two[1], 0)
    assert standing(server)[second] is REVOKED
    two[0].deliver(two[0].chain.confirm(second))
    assert standing(server)[second] is COUNTED
