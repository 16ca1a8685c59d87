"""Enrolling by an invitation: once, provably, and every wrong code has its own sentence."""

import pytest

from review_protocol.crockford import encode_code, new_secret
from reviewer_app.demo.experts import CHEAP
from reviewer_app.errors import (
    InvitationMistyped,
    InvitationProblem,
    InvitationRefused,
    NoConnection,
    NotOurServer,
    UnreadableLetter,
    UntrustedCertificate,
)
from reviewer_app.models.vault import is_profile
from reviewer_app.services.enrolment import Enrolment
from tests.builders.certificates import a_self_signed_certificate
from tests.e2e.impostors import a_page
from tests.e2e.world import PASSPHRASE, World, opened_desk, server_in

TYPED = "4XJBD7D-YBJD1CM-1YVKYTT-Z93HKW"


@pytest.fixture
def enrolment(world: World, tmp_path):
    return Enrolment(tmp_path / "profile", cost=CHEAP)


def try_code(enrolment: Enrolment, world: World, code: str) -> None:
    enrolment.accept(world.server.address, code, "laptop", PASSPHRASE)


def test_a_letter_opens_the_desk_of_its_person(world: World):
    with opened_desk(world.enrol("Ada")) as desk:
        overview = desk.services.desk.overview()
        assert (overview.person_name, [role.value for role in overview.roles]) == (
            "Ada",
            ["reviewer"],
        )
        assert desk.services.handin.server() == world.server.address
        assert not desk.services.accepting.accepted()


def test_a_slip_of_the_finger_is_told_before_anything_is_sent(enrolment, told):
    with pytest.raises(InvitationMistyped) as mistyped:
        enrolment.check_code(TYPED.replace("D7D", "D7E"))
    english, chinese = told(mistyped.value)
    assert "code" in english
    assert "邀请码" in chinese


def test_a_code_of_nobody(enrolment, world: World, told):
    with pytest.raises(InvitationRefused) as refused:
        try_code(enrolment, world, encode_code(new_secret(bytes)))
    assert refused.value.problem is InvitationProblem.UNKNOWN
    told(refused.value)


@pytest.mark.campaign
def test_a_code_used_on_another_computer(enrolment, world: World, told, tmp_path):
    code = world.invite("Gil")
    Enrolment(tmp_path / "first", cost=CHEAP).accept(
        world.server.address, code, "first", PASSPHRASE
    )
    with pytest.raises(InvitationRefused) as refused:
        try_code(enrolment, world, code)
    assert refused.value.problem is InvitationProblem.USED
    told(refused.value)
    assert not is_profile(tmp_path / "profile")
    assert is_profile(tmp_path / "first")


@pytest.mark.campaign
def test_an_expired_code(enrolment, world: World, told):
    code = world.invite("Ira")
    world.expire("Ira")
    with pytest.raises(InvitationRefused) as refused:
        try_code(enrolment, world, code)
    assert refused.value.problem is InvitationProblem.EXPIRED
    told(refused.value)


@pytest.mark.campaign
def test_a_declined_code(enrolment, world: World, told):
    code = world.invite("Jun")
    enrolment.decline(world.server.address, code, "no time this summer")
    with pytest.raises(InvitationRefused) as refused:
        try_code(enrolment, world, code)
    assert refused.value.problem is InvitationProblem.DECLINED
    told(refused.value)
    assert "declined 1" in world.server.run("status")


def test_the_five_sentences_differ(told):
    said = [told(InvitationRefused(problem)) for problem in InvitationProblem]
    assert len({english for english, _ in said}) == len(said)
    assert len({chinese for _, chinese in said}) == len(said)


def test_a_file_that_is_no_letter(enrolment, tmp_path, told):
    path = tmp_path / "holiday.invitation"
    path.write_bytes(b'{"kind": "invitation", "code": 1}')
    with pytest.raises(UnreadableLetter) as unreadable:
        enrolment.read_letter(path)
    told(unreadable.value)


@pytest.mark.campaign
def test_a_lost_server_leaves_nothing_and_the_same_code_works_later(
    enrolment, world: World, server, told, tmp_path
):
    letter = world.letter("Ben")
    server.stop()
    with pytest.raises(NoConnection) as lost:
        try_code(enrolment, world, letter.code)
    told(lost.value)
    assert not is_profile(tmp_path / "profile")
    server.start()
    try_code(enrolment, world, letter.code)
    assert is_profile(tmp_path / "profile")


@pytest.mark.campaign
def test_a_sign_in_page_in_the_place_of_the_server(enrolment, world: World, server, told):
    letter = world.letter("Chi")
    server.stop()
    with a_page(server.port), pytest.raises(NotOurServer) as page:
        try_code(enrolment, world, letter.code)
    told(page.value)
    server.start()
    try_code(enrolment, world, letter.code)


@pytest.mark.campaign
def test_a_certificate_that_nobody_vouches_for(enrolment, world: World, told, tmp_path):
    """The true server, under a TLS certificate of its own making."""
    certificate = a_self_signed_certificate(tmp_path)
    secure = server_in(world.folder)
    secure.log = tmp_path / "secure.log"
    secure.serving_words = ("--certfile", str(certificate), "--keyfile", str(certificate))
    world.server.stop()
    secure.start()
    try:
        with pytest.raises(UntrustedCertificate) as untrusted:
            enrolment.meet(f"https://localhost:{secure.port}", world.letter("Dov").code)
        told(untrusted.value)
    finally:
        secure.stop()
        world.server.start()
