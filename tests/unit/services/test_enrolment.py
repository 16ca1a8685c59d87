"""Enrolment at a real server: verified or nothing, and a lost answer is harmless."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from review_protocol.canonical import canonical, from_base64, to_base64
from review_protocol.crockford import encode_code, invitation_id
from review_protocol.documents.people import InvitationLetter, Role
from review_protocol.exchange import DECLINES, ENROLMENT_ANSWER_LABEL, ENROLMENTS
from review_protocol.sealed_enrolment import (
    Certified,
    SealedPost,
    SealedReply,
    open_reply,
    seal_reply,
)
from reviewer_app.errors import (
    AnswerCutOff,
    EnrolmentForged,
    ImpossibleFolder,
    InTheWay,
    InvitationMistyped,
    InvitationProblem,
    InvitationRefused,
    NoConnection,
    NotOurServer,
    StorageFault,
    UnreadableLetter,
    WeakPassphrase,
    WrongPassphrase,
)
from reviewer_app.models.store import open_store
from reviewer_app.models.vault import is_profile, open_vault
from reviewer_app.services.enrolment import Enrolment, server_address
from tests.builders.desk import CHEAP, PASSPHRASE
from tests.builders.enrolled import an_enrolled
from tests.unit.sync.network import altered, cut_off, lost, said


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "profile"


@pytest.fixture
def enrolment(place: Path) -> Enrolment:
    return Enrolment(place, cost=CHEAP)


@pytest.fixture
def code(folder) -> str:
    return encode_code(folder.people["reviewer"].secret)


def left(place: Path) -> list[str]:
    """Names of what an enrolment left beside and at its place."""
    return sorted(path.name for path in place.parent.glob("profile*"))


def accept(enrolment: Enrolment, network, code: str, passphrase: str = PASSPHRASE):
    return enrolment.accept(network.address, code, "laptop", passphrase)


def test_an_invited_person_enrols(enrolment, network, code, place, folder):
    greeting = enrolment.meet(network.address, code)
    enrolled = accept(enrolment, network, code)
    assert (enrolled.person_name, enrolled.roles) == ("reviewer", (Role.REVIEWER,))
    assert enrolled.programme == folder.programme
    assert greeting.server == network.address
    assert left(place) == ["profile"]
    assert open_vault(place, PASSPHRASE).kid.startswith("d-")


def test_a_slip_of_the_finger_is_told_before_anything_is_sent(enrolment, network, code, place):
    slipped = code[:-1] + ("0" if code[-1] != "0" else "1")
    with pytest.raises(InvitationMistyped) as told:
        accept(enrolment, network, slipped)
    assert told.value.reason == "check"
    with pytest.raises(InvitationMistyped) as told:
        enrolment.check_code(code[:5])
    assert told.value.reason == "short"
    assert (network.asked, left(place)) == ([], [])


def test_a_code_that_is_not_open_is_told_when_the_server_is_met(
    enrolment, network, code, place, tmp_path
):
    with pytest.raises(InvitationRefused) as told:
        enrolment.meet(network.address, encode_code(bytes(16)))
    assert told.value.problem is InvitationProblem.UNKNOWN
    accept(Enrolment(tmp_path / "elsewhere" / "profile", cost=CHEAP), network, code)
    with pytest.raises(InvitationRefused) as told:
        enrolment.meet(network.address, code)
    assert told.value.problem is InvitationProblem.USED
    assert left(place) == []


def test_a_code_that_ones_own_lost_answer_used_up_is_open(enrolment, network, code, place):
    network.spoil(ENROLMENTS, lost)
    with pytest.raises(NoConnection):
        accept(enrolment, network, code)
    assert enrolment.meet(network.address, code).server == network.address
    accept(enrolment, network, code)
    assert left(place) == ["profile"]


def test_a_weak_passphrase_leaves_nothing(enrolment, network, code, place):
    with pytest.raises(WeakPassphrase):
        accept(enrolment, network, code, "short")
    assert (network.asked, left(place)) == ([], [])


def test_after_a_lost_answer_the_same_keys_are_tried_again(enrolment, network, code, place):
    network.spoil(ENROLMENTS, lost)
    with pytest.raises((NoConnection, AnswerCutOff)):
        accept(enrolment, network, code)
    assert not is_profile(place)
    kid = open_vault(place.with_name("profile.enrolling"), PASSPHRASE).kid
    accept(enrolment, network, code)
    assert open_vault(place, PASSPHRASE).kid == kid
    assert left(place) == ["profile"]


def test_after_a_lost_answer_another_passphrase_is_refused(enrolment, network, code, place):
    network.spoil(ENROLMENTS, lost)
    with pytest.raises((NoConnection, AnswerCutOff)):
        accept(enrolment, network, code)
    with pytest.raises(WrongPassphrase):
        accept(enrolment, network, code, "another passphrase")
    accept(enrolment, network, code)
    assert is_profile(place)


def test_before_anything_was_sent_another_passphrase_is_fine(enrolment, network, code, place):
    network.spoil("/v1/hello", lost)
    with pytest.raises((NoConnection, AnswerCutOff)):
        accept(enrolment, network, code)
    accept(enrolment, network, code, "another passphrase")
    assert open_vault(place, "another passphrase").kid.startswith("d-")


def test_a_used_invitation_leaves_nothing(network, code, tmp_path):
    accept(Enrolment(tmp_path / "first", cost=CHEAP), network, code)
    second = tmp_path / "profile"
    with pytest.raises(InvitationRefused) as refused:
        accept(Enrolment(second, cost=CHEAP), network, code)
    assert refused.value.problem is InvitationProblem.USED
    assert left(second) == []


def test_an_unknown_and_a_declined_invitation_are_told(enrolment, network, code, place):
    with pytest.raises(InvitationRefused) as refused:
        accept(enrolment, network, encode_code(bytes(16)))
    assert refused.value.problem is InvitationProblem.UNKNOWN
    enrolment.decline(network.address, code, "no time this summer")
    with pytest.raises(InvitationRefused) as refused:
        accept(enrolment, network, code)
    assert refused.value.problem is InvitationProblem.DECLINED
    assert left(place) == []


def test_an_expired_invitation_is_told(enrolment, network, code, folder):
    folder.clock.forward(days=40_000)
    with pytest.raises(InvitationRefused) as refused:
        accept(enrolment, network, code)
    assert refused.value.problem is InvitationProblem.EXPIRED


class Insider:
    """Somebody on the way who, as nobody does, has the invitation's secret."""

    def __init__(self, network, secret: bytes) -> None:
        self.secret = secret
        self.posts: list[SealedPost] = []
        network.harm(ENROLMENTS, self.note)

    def note(self, body: bytes) -> bytes:
        self.posts.append(SealedPost.model_validate_json(body))
        return body

    def altered(self, change: Callable[[Certified], Certified]):
        """An answer with something else inside, under the right seal."""

        def alter(body: bytes) -> bytes:
            about = {"invitation": self.posts[-1].invitation, "nonce": self.posts[-1].nonce}
            reply = SealedReply.model_validate_json(body)
            inner = open_reply(self.secret, ENROLMENT_ANSWER_LABEL, reply, **about)
            changed = change(Certified.model_validate_json(inner)).model_dump(mode="json")
            sealed = seal_reply(self.secret, ENROLMENT_ANSWER_LABEL, canonical(changed), **about)
            return sealed.model_dump_json().encode()

        return altered(alter)


def with_another_bit(body: bytes) -> bytes:
    """The same post or reply, its last sealed bit another."""
    fields = json.loads(body)
    raw = from_base64(fields["sealed"])
    flipped = raw[:-1] + bytes([raw[-1] ^ 1])
    return canonical({**fields, "sealed": to_base64(flipped)})


def is_a_forgery(enrolment, network, code, place) -> None:
    """The next answer is; the one after it is not."""
    with pytest.raises(EnrolmentForged):
        accept(enrolment, network, code)
    assert left(place) == ["profile.enrolling"]
    accept(enrolment, network, code)
    assert left(place) == ["profile"]


def test_an_answer_without_the_secret_is_a_forgery(enrolment, network, code, place):
    def other_seal(body: bytes) -> bytes:
        about = {"invitation": "i-2mrj3kpw", "nonce": "a" * 32}
        sealed = seal_reply(bytes(16), ENROLMENT_ANSWER_LABEL, b"{}", **about)
        return sealed.model_dump_json().encode()

    network.spoil(ENROLMENTS, altered(other_seal))
    is_a_forgery(enrolment, network, code, place)


def test_an_answer_under_another_mac_is_a_forgery(enrolment, network, folder, code, place):
    insider = Insider(network, folder.people["reviewer"].secret)
    network.spoil(
        ENROLMENTS, insider.altered(lambda said: said.model_copy(update={"mac": "0" * 64}))
    )
    is_a_forgery(enrolment, network, code, place)


def test_an_answer_altered_on_the_way_is_a_forgery(enrolment, network, code, place):
    network.spoil(ENROLMENTS, altered(with_another_bit))
    is_a_forgery(enrolment, network, code, place)


def test_an_answer_with_another_signature_is_a_forgery(enrolment, network, folder, code, place):
    def unsigned(said: Certified) -> Certified:
        answer = from_base64(said.answer)
        signature = answer.index(b'"sig":"') + 9
        flipped = answer[:signature] + b"AAAA" + answer[signature + 4 :]
        return said.model_copy(update={"answer": to_base64(flipped)})

    insider = Insider(network, folder.people["reviewer"].secret)
    network.spoil(ENROLMENTS, insider.altered(unsigned))
    is_a_forgery(enrolment, network, code, place)


def test_a_declining_that_a_proxy_answers_has_not_arrived(enrolment, network, code, place):
    def made_up(body: bytes) -> bytes:
        return SealedReply(sealed=to_base64(bytes(64))).model_dump_json().encode()

    network.spoil(DECLINES, altered(made_up))
    with pytest.raises(EnrolmentForged):
        enrolment.decline(network.address, code, "no time this summer")


def test_a_request_altered_after_a_lost_answer_costs_no_keys(enrolment, network, code, place):
    """The server does not know the code in it; the keys that it certified are still there."""
    network.spoil(ENROLMENTS, cut_off(10))
    with pytest.raises((AnswerCutOff, NotOurServer)):
        accept(enrolment, network, code)
    network.harm(ENROLMENTS, with_another_bit)
    with pytest.raises(InvitationRefused):
        accept(enrolment, network, code)
    accept(enrolment, network, code)
    assert left(place) == ["profile"]


def test_a_sign_in_page_is_not_our_server_and_leaves_a_way_on(enrolment, network, code, place):
    page = said(b"<html>Sign in</html>", content_type="text/html")
    network.spoil("/v1/hello", page)
    with pytest.raises(NotOurServer):
        enrolment.meet(network.address, code)
    network.spoil(ENROLMENTS, page, cut_off(10))
    with pytest.raises(NotOurServer):
        accept(enrolment, network, code)
    with pytest.raises((AnswerCutOff, NotOurServer)):
        accept(enrolment, network, code)
    accept(enrolment, network, code)
    assert left(place) == ["profile"]


def test_a_profile_that_is_there_is_never_touched(enrolment, network, code, place):
    accept(enrolment, network, code)
    before = {path: path.read_bytes() for path in place.rglob("*.json")}
    with pytest.raises(StorageFault):
        accept(enrolment, network, code)
    assert {path: path.read_bytes() for path in place.rglob("*.json")} == before


def test_settings_at_the_place_stay_there(enrolment, network, code, place):
    place.mkdir()
    (place / "settings.json").write_text('{"language": "zh"}')
    accept(enrolment, network, code)
    assert (place / "settings.json").read_text() == '{"language": "zh"}'
    assert open_vault(place, PASSPHRASE).kid.startswith("d-")
    assert left(place) == ["profile"]


def test_a_move_that_was_cut_off_is_finished_by_the_next_try(enrolment, network, code, place):
    accept(enrolment, network, code)
    kid = open_vault(place, PASSPHRASE).kid
    pending = place.with_name("profile.enrolling")
    pending.mkdir()  # as the power failing before the last step leaves it
    (place / "profile.json").rename(pending / "profile.json")
    (pending / "sent-for").write_text(enrolment.check_code(code).id)
    accept(enrolment, network, code)
    vault = open_vault(place, PASSPHRASE)
    assert vault.kid == kid
    open_store(place, vault.database_key).close()


def test_a_database_without_its_keys_is_never_written_over(enrolment, network, code, place):
    place.mkdir()
    (place / "desk.db").write_bytes(b"drafts that somebody may still open")
    with pytest.raises(StorageFault):
        accept(enrolment, network, code)
    assert (place / "desk.db").read_bytes() == b"drafts that somebody may still open"
    assert network.asked == []


def test_a_letter_is_read_and_a_broken_one_told(enrolment, tmp_path, code):
    letter = InvitationLetter(
        server="https://reviews.example.org",
        code=code,
        programme="Practice Cases",
        person_name="Amina Diallo",
        role=Role.REVIEWER,
    )
    path = tmp_path / "amina.invitation"
    path.write_bytes(letter.body())
    assert enrolment.read_letter(path) == letter
    assert enrolment.check_code(letter.code).id == invitation_id(enrolment.check_code(code).secret)
    for broken in (b"", b"{}", b"\xff", letter.body().replace(code[:4].encode(), b"????")):
        path.write_bytes(broken)
        with pytest.raises(UnreadableLetter):
            enrolment.read_letter(path)
    with pytest.raises(UnreadableLetter):
        enrolment.read_letter(tmp_path / "none")


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("reviews.example.org", "https://reviews.example.org"),
        (" https://reviews.example.org/ ", "https://reviews.example.org"),
        ("http://127.0.0.1:8080", "http://127.0.0.1:8080"),
        ("http://localhost:8080/", "http://localhost:8080"),
        ("http://[::1]:8080", "http://[::1]:8080"),
        ("http://reviews.example.org/", "https://reviews.example.org"),
        ("HTTP://127.0.0.1.example.org:8080", "https://127.0.0.1.example.org:8080"),
    ],
)
def test_an_address_is_taken_as_people_type_it(typed, address):
    assert server_address(typed) == address


def test_two_people_enrol_at_one_server(network, folder, tmp_path):
    with (
        an_enrolled(tmp_path / "one", network.address, folder.people["reviewer"]) as one,
        an_enrolled(tmp_path / "two", network.address, folder.people["staff"]) as two,
    ):
        assert one.services.desk.overview().roles == (Role.REVIEWER,)
        assert two.services.desk.overview().roles == (Role.STAFF,)


@pytest.mark.parametrize(
    ("path", "why"),
    [
        ("a file", InTheWay.A_FILE),
        ("a file/below", InTheWay.A_FILE),
        ("x" * 300, InTheWay.LENGTH),
        ("y" * 250, InTheWay.LENGTH),  # its neighbour's name is longer
    ],
)
def test_an_impossible_folder_is_said_before_the_server_is_asked(
    network, code, tmp_path, path: str, why: InTheWay
):
    home = tmp_path / "home"
    home.mkdir()
    (home / "a file").touch()
    enrolment = Enrolment(home / path, cost=CHEAP)
    assert not is_profile(home / path)
    meet = partial(enrolment.meet, network.address, code)
    for act in (meet, partial(accept, enrolment, network, code)):
        with pytest.raises(ImpossibleFolder) as told:
            act()
        assert told.value.why is why
    assert network.asked == []
    assert [each.name for each in home.iterdir()] == ["a file"]
