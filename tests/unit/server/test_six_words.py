"""A device that awaits its six words: headers, no texts; and the telephone call that ends it."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import select

from central_server.cli.main import main
from central_server.devices import find_device
from central_server.handover import Intake
from central_server.six_words import require_words
from central_server.store import schema
from central_server.verifying_home import verify_home
from review_protocol.archive import ArchiveReader
from review_protocol.documents.answers import (
    BatchAnswer,
    DeviceStanding,
    PacketsAnswer,
    ProgressAnswer,
    Refusal,
    RefusalCode,
)
from review_protocol.documents.leaf import ActLeaf, Disposition, read_entry
from tests.builders.desks import TestDesk, manifest_of
from tests.builders.restoring import Story, come_back
from tests.builders.server import a_server_folder
from tests.builders.two_staff import asks_for_scores
from tests.unit.server.conftest import words_of
from tests.unit.server.test_acts import dispositions, lose, rotated, standing
from tests.unit.server.test_intake import handed, reply_in

NO_WORDS = "needle routine public small ladle skull"


def said(desk: TestDesk, language: str = "en") -> str:
    return " ".join(getattr(word, language) for word in words_of(desk))


@pytest.fixture
def new(wanted, enrol) -> TestDesk:
    return enrol("reviewer")


@pytest.fixture
def operator(folder, capsys):
    """Types commands; answers code, what was said, and what was complained of."""

    def run(*words: object, lang: str = "en") -> tuple[int, str, str]:
        given = ["--home", str(folder.path), "--lang", lang, *map(str, words)]
        code = main(given, clock=folder.clock)
        return (code, *capsys.readouterr())

    return run


def awaits(desk: TestDesk) -> bool:
    return desk.ask("GET", "/v1/device", DeviceStanding).awaits_words


def releases(desk: TestDesk) -> int:
    return len(desk.ask("GET", "/v1/batch", BatchAnswer).releases)


def test_nobody_wanted_it_and_nothing_is_withheld(desk):
    assert (desk.awaits_words, awaits(desk), releases(desk)) == (False, False, 1)


def test_until_the_words_were_read_there_is_no_release(new, operator):
    assert (new.awaits_words, awaits(new), releases(new)) == (True, True, 0)
    assert manifest_of(new).document.cases
    code, told, _ = operator("confirm-device", new.signing.key_id, "--words", said(new))
    assert (code, "is confirmed" in told) == (0, True)
    assert (awaits(new), releases(new)) == (False, 1)


def test_it_is_told_to_a_desk_whose_answer_was_lost(new):
    new.awaits_words = False
    new.enrol()
    assert new.awaits_words


def test_it_collects_nothing_of_its_person_or_of_others(wanted, enrol, tablet):
    desks = {name: enrol(name) for name in ("reviewer", "chair", "staff")}
    for name, target, model in (
        ("reviewer", "/v1/packets", PacketsAnswer),
        ("chair", "/v1/packets", PacketsAnswer),
        ("staff", "/v1/packets", PacketsAnswer),
        ("staff", "/v1/progress", ProgressAnswer),
    ):
        refused = desks[name].ask("GET", target, model)
        assert isinstance(refused, Refusal)
        assert refused.code is RefusalCode.NOT_PERMITTED


def test_of_its_person_it_is_given_the_certificates_alone(desk, wanted, tablet, folder, operator):
    desk.deliver(desk.chain.score(folder.cases[0], folder.rubric))
    tablet.enrol()
    own = tablet.ask("GET", "/v1/packets?after=0&whose=own", PacketsAnswer)
    kids = {desk.signing.key_id, tablet.signing.key_id}
    assert ({each.kid for each in own.experts}, own.packets, own.next_leaf) == (kids, (), 0)
    operator("confirm-device", tablet.signing.key_id, "--words", said(tablet))
    assert tablet.ask("GET", "/v1/packets?after=0&whose=own", PacketsAnswer).packets


def test_it_confirms_and_denies_nothing_of_a_lost_laptop(desk, wanted, tablet, folder, server):
    lose(server, desk, 0)
    score = desk.chain.score(folder.cases[0], folder.rubric)
    desk.deliver(score)
    tablet.enrol()
    for confirmation in (
        tablet.chain.confirm(score.document_id),
        tablet.chain.confirm(denied=(score.document_id,)),
    ):
        assert dispositions(tablet.deliver(confirmation)) == [Disposition.NOT_COUNTED_ROLE]
    assert standing(server)[score.document_id] is Disposition.HELD_REVOKED_KEY


def test_staffs_acts_do_not_count_before(wanted, enrol, operator):
    staff = enrol("staff")
    assert dispositions(staff.deliver(asks_for_scores(staff.chain))) == [
        Disposition.NOT_COUNTED_ROLE
    ]
    operator("confirm-device", staff.signing.key_id, "--words", said(staff))
    assert dispositions(staff.deliver(asks_for_scores(staff.chain))) == [
        Disposition.HELD_SECOND_STAFF
    ]


def test_for_one_person_only(server, folder, enrol):
    with server.log.appending(server.store) as group:
        require_words(group, {folder.people["chair"].id}, now=server.now())
    assert (enrol("chair").awaits_words, enrol("reviewer").awaits_words) == (True, False)


def test_a_device_that_was_there_before_stays_confirmed(desk, wanted, tablet):
    tablet.enrol()
    assert (awaits(desk), awaits(tablet)) == (False, True)


def test_the_act_is_a_leaf_and_its_document_is_kept(new, server, folder, operator):
    operator("confirm-device", new.signing.key_id, "--words", said(new))
    with server.store.read() as connection:
        entries = list(
            connection.execute(
                select(schema.leaf.c.entry).order_by(schema.leaf.c.position)
            ).scalars()
        )
        leaf = read_entry(entries[-1])
        assert isinstance(leaf, ActLeaf)
        assert leaf.act == "confirm-device"
        assert verify_home(connection, folder.home).right


@pytest.mark.parametrize("language", ["en", "zh", "syllables"])
def test_the_words_may_be_typed_in_either_language(new, operator, language):
    code, _, err = operator("confirm-device", new.signing.key_id, "--words", said(new, language))
    assert (code, err) == (0, "")


def test_other_words_confirm_nothing_and_revoking_is_named(new, operator, server):
    kid = new.signing.key_id
    code, _, err = operator("confirm-device", kid, "--words", NO_WORDS)
    with server.store.read() as connection:
        device = find_device(connection, kid)
        leaf = connection.execute(
            select(schema.device.c.leaf).where(schema.device.c.kid == kid)
        ).scalar_one()
    assert (code, device.awaits_words) == (1, True)
    assert f"revoke {kid} --from-leaf {leaf}" in err
    assert said(new) not in err  # a word by itself may stand in any sentence
    assert said(new, "zh") not in err
    assert not any(word.zh in err for word in words_of(new))
    assert releases(new) == 0


def test_a_slip_of_the_ear_is_named_by_its_place(new, operator):
    words = said(new).split()
    words[2] = "zigzag" if words[2] != "zigzag" else "zodiac"
    _, _, err = operator("confirm-device", new.signing.key_id, "--words", " ".join(words))
    assert "word 3 is another one" in err
    _, _, err = operator(
        "confirm-device", new.signing.key_id, "--words", " ".join(words), lang="zh"
    )
    assert "第 3 个词不符" in err


def test_what_cannot_be_confirmed_is_told(desk, operator):
    kid = desk.signing.key_id
    for who, sentence in (
        ("d-aaaaaaaaaaaaaaaa", "No device has the id"),
        (kid, f"{kid} awaits nothing"),
    ):
        code, _, err = operator("confirm-device", who, "--words", NO_WORDS)
        assert (code, sentence in err) == (1, True)


def test_a_revoked_device_is_not_confirmed(new, operator):
    operator("revoke", new.signing.key_id, "--from-leaf", "0", "--reason", "not hers")
    code, _, err = operator("confirm-device", new.signing.key_id, "--words", said(new))
    assert (code, "is revoked, and stays so" in err) == (1, True)


def test_the_list_shows_the_words_that_are_awaited(new, operator):
    told = operator("devices")[1]
    assert f"awaits six words: {said(new)}\n    {said(new, 'zh')}" in told
    assert f"待核对：{said(new, 'zh')}\n    {said(new)}" in operator("devices", lang="zh")[1]
    operator("confirm-device", new.signing.key_id, "--words", said(new))
    assert "awaits" not in operator("devices")[1]


def test_new_keys_of_a_confirmed_device_are_confirmed_and_of_another_are_not(new, operator):
    waiting = rotated(new)
    new.deliver(new.chain.rotate(waiting.signing, waiting.exchange))
    assert (awaits(waiting), words_of(waiting) == words_of(new)) == (True, False)
    assert operator("confirm-device", waiting.signing.key_id, "--words", said(new))[0] == 1
    assert operator("confirm-device", waiting.signing.key_id, "--words", said(waiting))[0] == 0
    confirmed = rotated(waiting, seed=9)
    waiting.deliver(waiting.chain.rotate(confirmed.signing, confirmed.exchange))
    assert not awaits(confirmed)


def test_one_that_a_restored_server_had_lost_is_confirmed_again(tmp_path):
    story = Story(a_server_folder(tmp_path, confirm_devices=True), tmp_path)
    story.restored()
    with story.serving(story.home) as transport:
        come_back(story, story.late, transport)
        story.hand_back(story.late)
        story.confirm()
        assert awaits(story.late)


def test_a_batch_file_holds_no_release_for_it(new, operator, tmp_path):
    out = tmp_path / "reviewer.review-batch"
    code, told, _ = operator("batch-file", "reviewer", "--out", out)
    assert (code, "texts of 0 released" in told) == (0, True)
    with out.open("rb") as stream:
        assert ArchiveReader(stream).parts.releases == {}
    operator("confirm-device", new.signing.key_id, "--words", said(new))
    assert "texts of 2 released" in operator("batch-file", "reviewer", "--out", out)[1]


def test_a_reply_by_file_holds_no_release_for_it(new, server, folder, operator):
    with ThreadPoolExecutor(1) as beside:
        intake = Intake(server.store, server.log, server.keys, server.clock, beside)
        score = new.chain.score(folder.cases[0], folder.rubric)
        reply = reply_in(intake.take(handed(new, score)).reply, new)
        assert (len(reply.arrived), reply.releases) == (1, ())
        operator("confirm-device", new.signing.key_id, "--words", said(new))
        assert len(reply_in(intake.take(handed(new)).reply, new).releases) == 1
