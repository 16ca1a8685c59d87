"""Bad input from end to end: each has its sentence in both languages, and nothing is lost."""

import re
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import text

from review_protocol.canonical import canonical, parse_canonical
from review_protocol.documents.answers import Arrived
from review_protocol.documents.leaf import Disposition
from review_protocol.documents.packet import ScorePacket
from review_protocol.envelope import Envelope, read_envelope, seal
from reviewer_app.errors import (
    AnswerCutOff,
    DamagedFile,
    NewerDatabase,
    NotOurServer,
    ProfileInUse,
    ServerRefused,
)
from reviewer_app.models.facts import FactName, keep_fact
from reviewer_app.models.lock import profile_lock
from reviewer_app.models.outbox import all_packets
from reviewer_app.models.vault import Vault, open_vault
from reviewer_app.opening import open_desk
from reviewer_app.services.believed import trust_of
from reviewer_app.services.rows import CaseState
from reviewer_app.sync.client import ServerClient
from reviewer_app.sync.session import DeviceSession
from reviewer_app.ui import states
from reviewer_app.ui.kit.i18n import Languages
from tests.e2e.impostors import a_breaking_line, a_page
from tests.e2e.world import PASSPHRASE, Desk, World, never, nobody

pytestmark = pytest.mark.campaign

HAN = re.compile("[一-鿿]")


@pytest.fixture
def ada(world: World) -> Desk:
    return world.desk("Ada").ready()


@contextmanager
def moved(desk: Desk, address: str):
    """The desk believes for a while that its server is at this address."""
    before = desk.services.handin.server()

    def note(server: str) -> None:
        with desk.open.store.write() as connection:
            keep_fact(connection, FactName.SERVER, server)

    note(address)
    try:
        yield
    finally:
        note(before)


def test_a_page_instead_of_an_answer(ada: Desk, world: World, server, told):
    packet = ada.score(ada.numbers[0], 6)
    server.stop()
    with a_page(server.port), pytest.raises(NotOurServer) as page:
        ada.sync()
    told(page.value)
    server.start()
    assert packet in ada.sync().received


@pytest.mark.parametrize("after", [40, 400], ids=["in its head", "in its body"])
def test_an_answer_that_is_cut_off(ada: Desk, world: World, told, unused_port, after):
    number = next(row.number for row in ada.services.desk.cases() if row.state is CaseState.UNREAD)
    packet = ada.score(number, 8)
    line = a_breaking_line(unused_port, world.server.port, after=after)
    with line, moved(ada, f"http://127.0.0.1:{unused_port}"):
        with pytest.raises(AnswerCutOff) as cut:
            ada.sync()
        told(cut.value)
    assert packet not in world.packets()
    assert packet in ada.sync().received


def test_one_flipped_byte_in_the_batch(world: World, told):
    desk = world.desk("Ben")
    blobs = sorted((world.server.home / "blobs").rglob("*"))
    largest = max((path for path in blobs if path.is_file()), key=lambda path: path.stat().st_size)
    sound = largest.read_bytes()
    largest.chmod(0o644)
    largest.write_bytes(sound[:100] + bytes([sound[100] ^ 1]) + sound[101:])
    with pytest.raises(DamagedFile) as damaged:
        desk.services.batch.fetch(nobody, never)
    told(damaged.value)
    largest.write_bytes(sound)
    desk.services.batch.fetch(nobody, never)
    assert len(desk.ready().numbers) == 6


def crafted(desk: Desk, vault: Vault, **changes: object) -> Envelope:
    """The desk's newest score, changed and signed anew by the device's own key."""
    with desk.open.store.read() as connection:
        stored = next(
            each for each in reversed(all_packets(connection)) if each.kind == ScorePacket.kind
        )
    envelope = read_envelope(stored.envelope)
    fields = parse_canonical(envelope.body)
    assert isinstance(fields, dict)
    body = canonical({**fields, **changes})
    return seal(ScorePacket.kind, body, vault.signing_key)


def delivered(desk: Desk, vault: Vault, envelope: Envelope) -> Arrived:
    with desk.open.store.read() as connection:
        trust = trust_of(connection)
    client = ServerClient(desk.services.handin.server())
    try:
        met = client.meet(trust)
        (arrived,) = DeviceSession(client, met, vault).deliver([envelope.to_bytes()]).arrived
    finally:
        client.close()
    return arrived


@pytest.fixture
def chi(world: World) -> tuple[Desk, Vault]:
    """A desk that has delivered a score, and its keys."""
    desk = world.desk("Chi").ready()
    if not [row for row in desk.services.handin.outbox() if row.kind == ScorePacket.kind]:
        desk.score(desk.numbers[0], 7)
        desk.sync()
    return desk, open_vault(world.profile("Chi"), PASSPHRASE)


def next_header(desk: Desk, **changes: object) -> dict[str, object]:
    """A chain header of a chain of its own, so that no fork is in the way."""
    with desk.open.store.read() as connection:
        header = all_packets(connection)[-1].document().header
    return header.model_dump() | {"chain": "c" * 32, "seq": 1, "prev": None} | changes


def test_a_packet_for_another_programme(chi, world: World):
    header = next_header(chi[0], deployment="d" * 64)
    arrived = delivered(*chi, crafted(*chi, header=header))
    assert arrived.disposition is Disposition.NOT_COUNTED_DEPLOYMENT
    assert world.packets()[arrived.packet] == "not-counted:deployment"


def test_an_unknown_field(chi, world: World):
    header = next_header(chi[0], chain="a" * 32)
    arrived = delivered(*chi, crafted(*chi, header=header, mood="cheerful"))
    assert arrived.disposition is Disposition.NOT_COUNTED_MALFORMED
    assert arrived.packet in world.packets()


def test_a_score_out_of_range(chi, world: World):
    desk, vault = chi
    with desk.open.store.read() as connection:
        score = next(
            each.document() for each in all_packets(connection) if each.kind == ScorePacket.kind
        )
    answers = score.answers.model_dump(mode="json")
    answers["criteria"][0]["mark"] = 11
    header = next_header(desk, chain="b" * 32)
    arrived = delivered(desk, vault, crafted(desk, vault, header=header, answers=answers))
    assert arrived.disposition is Disposition.HELD_RUBRIC
    assert arrived.packet in world.packets()


def test_every_disposition_has_words_in_both_languages(qapp):
    languages = Languages(qapp)
    languages.use("en")
    english = [states.disposition(each) for each in Disposition]
    languages.use("zh_CN")
    chinese = [states.disposition(each) for each in Disposition]
    languages.use("en")
    languages.deleteLater()
    assert len(set(english)) == len(set(chinese)) == len(Disposition)
    assert all(HAN.search(each) for each in chinese)


def test_a_round_closed_meanwhile_takes_the_score_as_late(new_world):
    world = new_world()
    desk = world.desk("Dov").ready()
    packet = desk.score(desk.numbers[0], 9)
    world.server.stop()
    world.server.run(
        "close-round", "1", "--before-deadline", "--reason", "all others have delivered"
    )
    world.server.start()
    report = desk.sync()
    assert (report.received, report.held) == ((), (packet,))
    assert desk.services.desk.row(desk.numbers[0]).state is CaseState.HELD
    assert desk.services.handin.receipt(packet) is not None
    assert world.packets()[packet] == "held:late"


def test_an_unknown_device_is_refused(new_world, told):
    """A desk enrolled elsewhere asks a server that does not know it."""
    first, second = new_world(), new_world()
    desk = first.desk("Eve").ready()
    with moved(desk, second.server.address), pytest.raises(ServerRefused) as refused:
        desk.sync()
    told(refused.value)
    desk.sync()


def test_the_app_started_twice(world: World, told, tmp_path: Path):
    folder = world.profile("Ada")
    with profile_lock(folder):
        with pytest.raises(ProfileInUse) as twice, profile_lock(folder):
            pass
        told(twice.value)


def test_a_database_of_a_newer_app_is_left_as_it_is(world: World, told):
    folder = world.enrol("Fay")
    with_desk = open_desk(folder, PASSPHRASE)
    with with_desk.store.write() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with_desk.store.close()
    before = (folder / "desk.db").read_bytes()
    with pytest.raises(NewerDatabase) as newer:
        open_desk(folder, PASSPHRASE)
    told(newer.value)
    assert (folder / "desk.db").read_bytes() == before
