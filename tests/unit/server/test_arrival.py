"""Every disposition, decided on facts alone."""

from dataclasses import replace

import pytest

from central_server.arrival import decide
from central_server.devices import Device
from central_server.known import CaseFacts, Incoming, Known
from central_server.lineage import Earlier, Lineage
from central_server.people import Person
from review_protocol.documents.leaf import Disposition
from review_protocol.documents.packet import ConflictAnswer, DeclarationPacket, RoundAct
from review_protocol.documents.people import Role
from review_protocol.documents.programme import RoundState
from review_protocol.envelope import Envelope, seal
from review_protocol.keys import ExchangeKey, SigningKey
from review_protocol.opening import opened_packet
from tests.builders.documents import (
    CLOSES,
    NOW,
    Chain,
    a_case,
    a_declaration,
    a_programme,
    a_round,
    a_rubric,
    some_answers,
    some_headers,
)
from tests.builders.two_staff import AFTER, asks_for_scores

KEY = SigningKey(b"\x05" * 32)
DEPLOYMENT = "d" * 64
CASE, RUBRIC = a_case(), a_rubric()
PERSON = Person("p-one", "Li Ming", Role.REVIEWER, None, 1)


def a_device(role: Role = Role.REVIEWER, panel: str | None = None) -> Device:
    person = replace(PERSON, role=role, panel=panel)
    exchange = ExchangeKey(b"\x06" * 32).public
    return Device(KEY.key_id, person, KEY.public, exchange, None, None)


def what_is_known(device: Device | None = None, **changed: object) -> Known:
    fields: dict[str, object] = {
        "deployment": DEPLOYMENT,
        "rubric": RUBRIC,
        "rubric_id": RUBRIC.id,
        "devices": {KEY.key_id: device or a_device()},
        "rounds": {1: RoundState(round=a_round(), opened=NOW, closed=None)},
        "cases": {CASE.number: CaseFacts(CASE.id, frozenset({CASE.headers.id}), "panel-a")},
        "assigned": frozenset({(PERSON.id, 1, CASE.number)}),
        "declared": {(PERSON.id, 1, CASE.number): ConflictAnswer.NONE},
    }
    return Known(**fields | changed)


def arrive(
    known: Known, *envelopes: Envelope, position: int = 10, received: str = NOW
) -> list[Disposition]:
    """The dispositions of packets that arrive one after another."""
    found = []
    for envelope in envelopes:
        raw = envelope.to_bytes()
        packet = Incoming.of(opened_packet(raw, lambda kid: KEY.public), raw)
        found.append(decide(packet, known, position=position, received=received))
        known.take(packet, found[-1], received)
    return found


@pytest.fixture
def chain() -> Chain:
    return Chain(KEY, DEPLOYMENT)


def test_a_score_on_an_assigned_case_counts(chain):
    assert arrive(what_is_known(), chain.score(CASE, RUBRIC)) == [Disposition.COUNTED]


def test_amendment_withdrawal_and_recusal_of_an_earlier_score_count(chain):
    score = chain.score(CASE, RUBRIC)
    amended = chain.amend(CASE, RUBRIC, score.document_id)
    withdrawn = chain.withdraw(CASE, RUBRIC, amended.document_id)
    recused = chain.recuse(CASE, RUBRIC, supersedes=score.document_id)
    assert arrive(what_is_known(), score, amended, withdrawn, recused) == [Disposition.COUNTED] * 4


def test_a_newer_version_is_held(chain):
    known_body = chain.score(CASE, RUBRIC).body
    newer = seal("score", known_body, KEY, version=99)
    assert arrive(what_is_known(), newer) == [Disposition.HELD_NEWER_VERSION]


def test_a_choice_between_unknown_scores_is_none_and_what_has_not_arrived_is_passed_over(chain):
    packets = (
        chain.resolve(CASE, RUBRIC, "a" * 64, "b" * 64),
        chain.confirm("a" * 64),
        chain.rotate(SigningKey(b"\x08" * 32), ExchangeKey(b"\x09" * 32)),
    )
    assert arrive(what_is_known(), *packets) == [
        Disposition.NOT_COUNTED_SUPERSEDES,
        Disposition.COUNTED,
        Disposition.COUNTED,
    ]


def test_that_a_round_was_closed_on_a_computer_is_a_statement_and_counts(chain):
    assert arrive(what_is_known(), chain.erase("a" * 64)) == [Disposition.COUNTED]


def test_fields_that_do_not_fit_are_not_counted(chain):
    body = chain.score(CASE, RUBRIC).body.replace(b'"language_read":"both"', b'"language_read":"x"')
    assert arrive(what_is_known(), seal("score", body, KEY)) == [Disposition.NOT_COUNTED_MALFORMED]


def test_a_packet_for_another_deployment_is_not_counted():
    score = Chain(KEY, "e" * 64).score(CASE, RUBRIC)
    assert arrive(what_is_known(), score) == [Disposition.NOT_COUNTED_DEPLOYMENT]


@pytest.mark.parametrize(
    ("from_leaf", "disposition"),
    [(10, Disposition.HELD_REVOKED_KEY), (11, Disposition.COUNTED)],
)
def test_a_key_counts_up_to_its_revocation(chain, from_leaf, disposition):
    known = what_is_known(replace(a_device(), revoked_from=from_leaf))
    assert arrive(known, chain.score(CASE, RUBRIC), position=10) == [disposition]


def test_two_packets_at_one_place_are_a_fork(chain):
    other = Chain(KEY, DEPLOYMENT)
    found = arrive(what_is_known(), chain.recuse(CASE, RUBRIC), other.score(CASE, RUBRIC))
    assert found == [Disposition.COUNTED, Disposition.HELD_FORK]


def test_a_wrong_predecessor_is_a_fork_in_either_order_and_a_gap_is_none(chain):
    first, second = chain.accept(a_programme()), chain.score(CASE, RUBRIC)
    other = Chain(KEY, DEPLOYMENT).recuse(CASE, RUBRIC)
    assert arrive(what_is_known(), other, second) == [Disposition.COUNTED, Disposition.HELD_FORK]
    assert arrive(what_is_known(), second, other) == [Disposition.COUNTED, Disposition.HELD_FORK]
    assert arrive(what_is_known(), second, first) == [Disposition.COUNTED, Disposition.COUNTED]


def test_staff_and_unasked_chairs_score_nothing(chain):
    score = chain.score(CASE, RUBRIC)
    for device in (a_device(Role.STAFF), a_device(Role.CHAIR, "panel-a"), a_device(Role.HEAD)):
        known = what_is_known(device, assigned=frozenset())
        assert arrive(known, score) == [Disposition.NOT_COUNTED_ROLE]


def test_a_chair_who_was_asked_to_review_scores(chain):
    known = what_is_known(a_device(Role.CHAIR, "panel-a"))
    assert arrive(known, chain.score(CASE, RUBRIC)) == [Disposition.COUNTED]


@pytest.mark.parametrize(
    ("role", "panel", "named", "disposition"),
    [
        (Role.CHAIR, "panel-a", "panel-a", Disposition.COUNTED),
        (Role.HEAD, None, "panel-a", Disposition.COUNTED),
        (Role.CHAIR, "panel-b", "panel-b", Disposition.NOT_COUNTED_ROLE),
        (Role.CHAIR, "panel-b", "panel-a", Disposition.NOT_COUNTED_ROLE),
        (Role.REVIEWER, None, "panel-a", Disposition.NOT_COUNTED_ROLE),
        (Role.STAFF, None, "panel-a", Disposition.NOT_COUNTED_ROLE),
    ],
)
def test_decisions_are_the_chairs_and_the_heads(chain, role, panel, named, disposition):
    known = what_is_known(a_device(role, panel), assigned=frozenset())
    assert arrive(known, chain.decide(CASE, RUBRIC, named)) == [disposition]


def test_a_chair_with_a_conflict_does_not_decide(chain):
    conflict = {(PERSON.id, 1, CASE.number): ConflictAnswer.CONFLICT}
    known = what_is_known(a_device(Role.CHAIR, "panel-a"), declared=conflict)
    assert arrive(known, chain.decide(CASE, RUBRIC, "panel-a")) == [Disposition.NOT_COUNTED_ROLE]


def test_a_case_of_another_is_held(chain):
    known = what_is_known(assigned=frozenset())
    assert arrive(known, chain.score(CASE, RUBRIC)) == [Disposition.HELD_NOT_ASSIGNED]


@pytest.mark.parametrize(
    ("answer", "disposition"),
    [
        (ConflictAnswer.CONFLICT, Disposition.HELD_NOT_ASSIGNED),
        (ConflictAnswer.DISCLOSED, Disposition.COUNTED),
        (ConflictAnswer.NONE, Disposition.COUNTED),
    ],
)
def test_a_declared_conflict_holds_the_score(chain, answer, disposition):
    known = what_is_known(declared={(PERSON.id, 1, CASE.number): answer})
    assert arrive(known, chain.score(CASE, RUBRIC)) == [disposition]


def test_before_a_declaration_nobody_can_have_read_what_they_score_or_decide(chain):
    score = chain.score(CASE, RUBRIC)
    amended = chain.amend(CASE, RUBRIC, score.document_id)
    assert arrive(what_is_known(declared={}), score, amended) == [Disposition.HELD_NOT_ASSIGNED] * 2
    chair = what_is_known(a_device(Role.CHAIR, "panel-a"), assigned=frozenset(), declared={})
    decided = chain.decide(CASE, RUBRIC, "panel-a")
    assert arrive(chair, decided) == [Disposition.HELD_NOT_ASSIGNED]


def test_a_recusal_needs_no_declaration(chain):
    assert arrive(what_is_known(declared={}), chain.recuse(CASE, RUBRIC)) == [Disposition.COUNTED]


def test_a_declaration_in_the_same_delivery_opens_the_case_for_the_score_behind_it(chain):
    found = arrive(
        what_is_known(declared={}), declaration(chain, CASE.number), chain.score(CASE, RUBRIC)
    )
    assert found == [Disposition.COUNTED] * 2


def test_a_score_after_a_recusal_for_a_conflict_is_held(chain):
    found = arrive(what_is_known(), chain.recuse(CASE, RUBRIC), chain.score(CASE, RUBRIC))
    assert found == [Disposition.COUNTED, Disposition.HELD_NOT_ASSIGNED]


def test_another_rubric_or_a_mark_off_its_scale_is_held(chain):
    other = a_rubric(sample=False)
    scores = (chain.score(CASE, other), chain.score(CASE, RUBRIC, answers=some_answers(11)))
    assert [arrive(what_is_known(), score) for score in scores] == [[Disposition.HELD_RUBRIC]] * 2


def test_a_score_of_another_version_of_the_case_is_held(chain):
    newer = a_case(headers=some_headers(version=2))
    assert arrive(what_is_known(), chain.score(newer, RUBRIC)) == [Disposition.HELD_CASE_VERSION]


def test_late_is_what_comes_after_the_deadline_or_after_closing(chain):
    score = chain.score(CASE, RUBRIC)
    closed = {1: RoundState(round=a_round(), opened=NOW, closed=NOW)}
    assert arrive(what_is_known(), score, received=CLOSES) == [Disposition.COUNTED]
    assert arrive(what_is_known(), score, received="2090-07-31T15:00:01Z") == [
        Disposition.HELD_LATE
    ]
    assert arrive(what_is_known(rounds=closed), score) == [Disposition.HELD_LATE]


def test_declaration_recusal_and_decision_are_never_late(chain):
    closed = {1: RoundState(round=a_round(), opened=NOW, closed=NOW)}
    recusal = chain.recuse(CASE, RUBRIC)
    assert arrive(what_is_known(rounds=closed), recusal) == [Disposition.COUNTED]
    chair = what_is_known(a_device(Role.CHAIR, "panel-a"), assigned=frozenset(), rounds=closed)
    assert arrive(chair, chain.decide(CASE, RUBRIC, "panel-a")) == [Disposition.COUNTED]


def test_what_supersedes_nothing_is_not_counted(chain):
    amended = chain.amend(CASE, RUBRIC, "f" * 64)
    assert arrive(what_is_known(), amended) == [Disposition.NOT_COUNTED_SUPERSEDES]


def test_a_second_plain_score_is_held_as_a_fork(chain):
    second = Chain(KEY, DEPLOYMENT, chain="a" * 32)
    found = arrive(what_is_known(), chain.score(CASE, RUBRIC), second.score(CASE, RUBRIC, 4))
    assert found == [Disposition.COUNTED, Disposition.HELD_FORK]


def test_what_goes_on_from_a_held_fork_is_held_too(chain):
    """Two devices scored one case; what follows on the second one counts no more than its score."""
    second = Chain(KEY, DEPLOYMENT, chain="a" * 32)
    score, other = chain.score(CASE, RUBRIC), second.score(CASE, RUBRIC, 4)
    amended = second.amend(CASE, RUBRIC, other.document_id)
    withdrawn = second.withdraw(CASE, RUBRIC, amended.document_id)
    on_the_first = chain.amend(CASE, RUBRIC, score.document_id)
    found = arrive(what_is_known(), score, other, amended, withdrawn, on_the_first)
    fork = Disposition.HELD_FORK
    assert found == [Disposition.COUNTED, fork, fork, fork, Disposition.COUNTED]


def test_a_second_amendment_of_one_score_is_held_as_a_fork(chain):
    """As after a restored backup, which knows the score and not its amendment."""
    score = chain.score(CASE, RUBRIC)
    amended = chain.amend(CASE, RUBRIC, score.document_id)
    again = Chain(KEY, DEPLOYMENT, chain="a" * 32).amend(CASE, RUBRIC, score.document_id)
    found = arrive(what_is_known(), score, amended, again)
    assert found == [Disposition.COUNTED, Disposition.COUNTED, Disposition.HELD_FORK]


def test_an_amendment_of_a_held_one_goes_on_from_what_it_amended(chain):
    score = chain.score(CASE, RUBRIC)
    off_scale = chain.amend(CASE, RUBRIC, score.document_id, 11)
    right = chain.amend(CASE, RUBRIC, off_scale.document_id)
    found = arrive(what_is_known(), score, off_scale, right)
    assert found == [Disposition.COUNTED, Disposition.HELD_RUBRIC, Disposition.COUNTED]


def declaration(chain: Chain, *numbers: str, headers: str = CASE.headers.id) -> Envelope:
    declared = tuple(a_declaration(number, headers) for number in numbers)
    return chain.sign(DeclarationPacket, round=1, manifest="0" * 64, declarations=declared)


@pytest.mark.parametrize(
    ("device", "numbers", "headers", "disposition"),
    [
        (a_device(), (CASE.number,), CASE.headers.id, Disposition.COUNTED),
        (a_device(Role.HEAD), (CASE.number,), CASE.headers.id, Disposition.COUNTED),
        (a_device(Role.STAFF), (CASE.number,), CASE.headers.id, Disposition.NOT_COUNTED_ROLE),
        (a_device(), (CASE.number, "X-9"), CASE.headers.id, Disposition.HELD_NOT_ASSIGNED),
        (a_device(), (CASE.number,), "0" * 64, Disposition.HELD_CASE_VERSION),
    ],
)
def test_declarations_are_on_the_headers_of_ones_own_cases(
    chain, device, numbers, headers, disposition
):
    known = what_is_known(device)
    assert arrive(known, declaration(chain, *numbers, headers=headers)) == [disposition]


def test_only_staff_close_and_reopen_a_round(chain):
    closing = chain.close_round()
    assert arrive(what_is_known(), closing) == [Disposition.NOT_COUNTED_ROLE]
    known = what_is_known(a_device(Role.STAFF))
    assert arrive(known, chain.close_round(), received=AFTER) == [Disposition.COUNTED]
    assert known.rounds[1].closed == AFTER
    assert arrive(known, chain.close_round(act=RoundAct.REOPEN)) == [Disposition.COUNTED]
    assert known.rounds[1].closed is None
    assert arrive(known, chain.close_round(9)) == [Disposition.HELD_NOT_ASSIGNED]


def test_a_round_that_was_never_opened_is_not_closed(chain):
    waits = {1: RoundState(round=a_round(), opened=None, closed=None)}
    known = what_is_known(a_device(Role.STAFF), rounds=waits)
    early, late = chain.close_round(), chain.close_round()
    assert arrive(known, early) == [Disposition.NOT_COUNTED_ROLE]
    assert arrive(known, late, received=AFTER) == [Disposition.NOT_COUNTED_ROLE]
    assert (known.rounds[1].closed, known.closed([1])) == (None, False)


def test_a_round_that_was_closed_without_being_opened_was_not_held(chain):
    """As an earlier server let it be; it is opened again for that."""
    closed = {1: RoundState(round=a_round(), opened=None, closed=NOW)}
    known = what_is_known(a_device(Role.STAFF), rounds=closed)
    assert not known.closed([1])
    assert arrive(known, chain.close_round(act=RoundAct.REOPEN)) == [Disposition.COUNTED]
    assert known.rounds[1].closed is None


def test_before_its_deadline_nobody_closes_a_round_alone(chain):
    known = what_is_known(a_device(Role.STAFF))
    at_the_deadline = arrive(known, chain.close_round(), received=CLOSES)
    assert at_the_deadline == [Disposition.HELD_SECOND_STAFF]
    assert known.rounds[1].closed is None


def test_scores_are_opened_of_an_open_round_alone_and_by_two(chain):
    asked = asks_for_scores(chain)
    assert arrive(what_is_known(), asked) == [Disposition.NOT_COUNTED_ROLE]
    known = what_is_known(a_device(Role.STAFF))
    assert arrive(known, asks_for_scores(chain)) == [Disposition.HELD_SECOND_STAFF]
    assert arrive(known, asks_for_scores(chain, 9)) == [Disposition.HELD_NOT_ASSIGNED]
    arrive(known, chain.close_round(), received=AFTER)
    assert arrive(known, asks_for_scores(chain)) == [Disposition.NOT_COUNTED_NOT_AGREED]


def test_an_acceptance_counts(chain):
    assert arrive(what_is_known(), chain.accept(a_programme())) == [Disposition.COUNTED]


def test_what_goes_on_from_a_held_one_stands_alone():
    """As of two changes of which the first came with a key that was revoked by then."""
    lineage = Lineage()
    for id, disposition, before in (
        ("first", Disposition.COUNTED, None),
        ("held", Disposition.HELD_REVOKED_KEY, "first"),
        ("last", Disposition.COUNTED, "held"),
    ):
        lineage.add(id, Earlier("amendment", 1, disposition, before))
    assert lineage.heads(1) == {"last"}
