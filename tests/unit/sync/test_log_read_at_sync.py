"""At the end of every sync the log is read: who is certified in one's name stands there."""

from __future__ import annotations

from secrets import token_bytes

import pytest

from central_server.people import invite
from central_server.store.store import open_store as open_server_store
from review_protocol.documents.answers import RefusalCode, StateAnswer
from review_protocol.documents.entries import EntriesAnswer, packed_entries, unpacked_entries
from review_protocol.documents.packet import ConflictAnswer, KnownCheckpoint, ScorePacket
from review_protocol.envelope import read_envelope
from review_protocol.translog import MemoryTiles, MerkleTree
from reviewer_app.errors import AnswerCutOff
from reviewer_app.models.chain_tips import ChainTips
from reviewer_app.models.facts import FactName, fact_of, text_of
from reviewer_app.models.keys import Keys
from reviewer_app.models.log_tree import leaves_read
from reviewer_app.models.other_packets import DeviceAnswer
from reviewer_app.services.believed import known_checkpoint
from reviewer_app.services.device_rows import DeviceLine, DevicesLook, Listed
from reviewer_app.services.devices import Devices
from reviewer_app.services.signer import Signer
from reviewer_app.sync.trust import kept_checkpoint
from tests.builders.desks import TestDesk
from tests.builders.server import ServerFolder
from tests.unit.sync.desks import Desk, midday
from tests.unit.sync.lying import lying, refusing
from tests.unit.sync.network import Network, cut_off

pytestmark = pytest.mark.campaign

ALL = {f"n00{number}": ConflictAnswer.NONE for number in (1, 2, 3)}
ENTRIES = "/v1/log/entries"


def devices_of(desk: Desk) -> Devices:
    folder = desk.store.folder
    signer = Signer(
        Keys(folder, desk.vault), ChainTips(folder, desk.store.key), midday, token_bytes
    )
    return Devices(desk.store, signer)


def look(desk: Desk) -> DevicesLook:
    return devices_of(desk).look()


def others(desk: Desk) -> list[DeviceLine]:
    return [each for each in look(desk).devices if not each.here]


def certified_behind(desk: Desk, folder: ServerFolder, network: Network) -> str:
    """The operator certifies a device of their own in the person's name; answers its key id."""
    secret = b"\x66" * 16
    person = folder.people["reviewer"].id
    store = open_server_store(folder.home.database_url)
    with store.write() as connection:
        invite(
            connection,
            person,
            secret=secret,
            now="2026-07-20T00:00:00Z",
            expires="2026-08-01T00:00:00Z",
        )
    store.close()
    assert network.upstream is not None
    device = TestDesk(network.upstream, secret, name="tablet")
    device.enrol()
    return device.signing.key_id


def without_the_tablet(answer: StateAnswer) -> StateAnswer:
    told = tuple(each for each in answer.devices if each.name != "tablet")
    return answer.model_copy(update={"devices": told})


def hides_the_tablet(desk: Desk, folder: ServerFolder, network: Network) -> None:
    """The list of the next syncs is silent about it."""
    network.spoil("/v1/state", *[lying(desk, folder, StateAnswer, without_the_tablet)] * 9)


def test_a_sync_reads_all_and_the_next_one_nothing(desk, network):
    report = desk.sync()
    with desk.store.read() as connection:
        log = kept_checkpoint(text_of(connection, FactName.CHECKPOINT))
        assert leaves_read(connection, log.origin) == log.size == report.log_size
    (here,) = look(desk).devices
    assert (here.here, here.listed) == (True, Listed.AGREES)
    assert look(desk).record.whole
    asked = network.count(ENTRIES)
    desk.sync()
    assert network.count(ENTRIES) == asked == 1


def test_a_device_that_the_list_leaves_out_is_an_alarm(desk, folder, network):
    desk.sync()
    kid = certified_behind(desk, folder, network)
    hides_the_tablet(desk, folder, network)
    desk.sync()
    told = devices_of(desk).alarm()
    assert told is not None
    (stranger,) = told.strangers
    assert (stranger.kid, stranger.name, stranger.listed) == (kid, None, Listed.LEFT_OUT)
    assert stranger.proved
    devices_of(desk).answer(kid, DeviceAnswer.NOT_MINE)
    assert devices_of(desk).alarm() is None
    assert [each.listed for each in others(desk)] == [Listed.LEFT_OUT]


def test_a_device_of_the_list_without_a_leaf_is_told(desk, folder, network):
    desk.sync()

    def made_up(answer: StateAnswer) -> StateAnswer:
        tablet = answer.devices[0].model_copy(update={"kid": "d-" + "z" * 16, "name": "tablet"})
        return answer.model_copy(update={"devices": (*answer.devices, tablet)})

    network.spoil("/v1/state", lying(desk, folder, StateAnswer, made_up))
    desk.sync()
    (stranger,) = look(desk).strangers
    assert (stranger.name, stranger.listed, stranger.proved) == ("tablet", Listed.NOT_LOGGED, False)


def test_entries_that_leave_the_device_out_too_do_not_add_up(desk, folder, network):
    desk.sync()
    kid = certified_behind(desk, folder, network)
    hides_the_tablet(desk, folder, network)

    def silent(answer: EntriesAnswer) -> EntriesAnswer:
        told = [each for each in unpacked_entries(answer.entries) if kid.encode() not in each]
        return answer.model_copy(update={"entries": packed_entries(told)})

    network.spoil(ENTRIES, lying(desk, folder, EntriesAnswer, silent))
    desk.declare(**ALL)
    assert len(desk.sync().received) == 1
    told = devices_of(desk).alarm()
    assert told is not None
    assert (told.record.unfit, told.strangers) == (True, ())
    with desk.store.read() as connection:
        assert b"application/vnd.practice-review.entries" in (
            fact_of(connection, FactName.UNFIT) or b""
        )
    desk.declare(n001=ConflictAnswer.DISCLOSED)
    assert len(desk.sync().received) == 1  # what is signed is still handed in
    told = devices_of(desk).alarm()
    assert told is not None
    assert (told.record.unfit, [each.kid for each in told.strangers]) == (False, [kid])


def test_a_server_that_gives_no_entries_is_no_failure(desk, folder, network):
    network.spoil(ENTRIES, refusing(folder, RefusalCode.NOT_FOUND, 404))
    report = desk.sync()
    assert report.batch is not None
    assert (look(desk).record.whole, look(desk).record.unfit) == (False, False)
    desk.sync()
    assert look(desk).record.whole


def test_a_reading_that_is_cut_off_comes_after_everything_else(desk, network):
    desk.sync()
    desk.declare(**ALL)
    network.spoil(ENTRIES, cut_off(50))
    with pytest.raises(AnswerCutOff):
        desk.sync()
    assert set(desk.states().values()) == {"unread"}
    assert len([each for each in desk.packets() if each.receipt]) == 1
    desk.sync()
    assert look(desk).record.whole


def test_an_older_page_given_again_is_not_kept(desk, folder, network):
    pages: list[EntriesAnswer] = []

    def replay(answer: EntriesAnswer) -> EntriesAnswer:
        pages.append(answer)
        fresh = {"nonce": answer.nonce, "request_nonce": answer.request_nonce}
        return pages[0].model_copy(update=fresh)

    network.spoil(ENTRIES, *[lying(desk, folder, EntriesAnswer, replay)] * 2)
    desk.sync()
    before = look(desk).record.leaves
    desk.declare(**ALL)
    desk.sync()
    assert (look(desk).record.leaves, look(desk).record.unfit) == (before, True)
    desk.sync()
    assert (look(desk).record.leaves, look(desk).record.unfit) == (before + 1, False)


def scores(desk: Desk, number: str, quoted: KnownCheckpoint) -> str:
    """Sign a score that names this as the newest record that its desk verified."""
    return desk.sign(
        lambda header: ScorePacket(**{**desk._read(header, number, 7), "checkpoint": quoted})
    )


def test_a_record_that_a_packet_quotes_and_the_log_contradicts_is_kept(desk, desk_of, tmp_path):
    desk.sync()
    desk.declare(**ALL)
    desk.sync()
    with desk.store.read() as connection:
        seen = known_checkpoint(connection)
    assert seen is not None
    fits = scores(desk, "WIC-2026-001", seen)
    other = scores(desk, "WIC-2026-002", seen.model_copy(update={"root": "0" * 64}))
    later = scores(desk, "WIC-2026-003", seen.model_copy(update={"size": seen.size + 900}))
    chair = desk_of("chair")
    desk.sync()
    chair.sync()
    chair.declare(**ALL)
    assert chair.sync().collected == len({fits, other, later})
    record = look(chair).record
    assert (record.fitting, record.contradicting, record.unsaved) == (1, 1, 1)
    assert devices_of(chair).alarm() is not None
    chair.declare(n001=ConflictAnswer.DISCLOSED)
    assert len(chair.sync().received) == 1  # it is its signer's word: nothing is stopped
    folder = devices_of(chair).save_record(tmp_path)
    assert devices_of(chair).alarm() is None
    packet = (folder / "packets" / "0001-packet.json").read_bytes()
    assert read_envelope(packet).document_id == other
    tree = MerkleTree(MemoryTiles())
    leaves = (folder / "record-leaves.txt").read_text().split()
    tree.append([bytes.fromhex(each) for each in leaves])
    known = kept_checkpoint((folder / "record-known.txt").read_text())
    assert tree.root(known.size) == known.root
    assert tree.root(seen.size).hex() == seen.root
    names = {path.name for path in folder.rglob("*") if path.is_file()}
    assert {"0001-certificate.json", "0001-receipt.tlog-proof", "trust-known.json"} <= names
