"""A desk that was restored, put back, or closed, and its server: nothing lost, nothing twice."""

from collections.abc import Callable
from pathlib import Path

import pytest

from review_protocol.documents.score import LanguageRead
from reviewer_app.errors import RolledBackDesk, RoundClosedHere
from reviewer_app.models.backups import Reason
from reviewer_app.models.database import DATABASE_FILE
from reviewer_app.opening import open_desk
from reviewer_app.services.backups import BackupKept
from reviewer_app.services.restoring import Restoring
from tests.e2e.world import PASSPHRASE, Desk, World, a_sheet, never, nobody

pytestmark = pytest.mark.campaign


@pytest.fixture(scope="module")
def world(new_world: Callable[[], World]) -> World:
    return new_world()


def reopened(folder: Path) -> Desk:
    return Desk(open_desk(folder, PASSPHRASE))


def test_a_restored_desk_hands_in_everything_once(world: World):
    desk = world.desk("Ada").ready()
    kept = desk.services.at_rest.backups.keep(Reason.ASKED)
    assert isinstance(kept, BackupKept)
    sent = desk.score(desk.numbers[0], 4)
    desk.sync()
    unsent = desk.score(desk.numbers[1], 5)
    key = desk.open.store.key
    world.close_desk("Ada")
    restored = Restoring(world.profile("Ada"), key).restore(kept.backup)
    assert restored.complete
    back = reopened(world.profile("Ada"))
    after = back.score(back.numbers[2], 6)
    back.sync()
    held = world.packets()
    assert [held[each] for each in (sent, unsent, after)] == ["counted"] * 3
    assert {*back.receipts()} <= {*held}
    assert None not in back.receipts().values()
    back.open.store.close()


def test_a_desk_put_back_signs_after_it_was_told_and_forks_nothing(world: World):
    world.desk("Ben").ready()
    world.close_desk("Ben")
    path = world.profile("Ben") / DATABASE_FILE
    yesterday = path.read_bytes()
    later = reopened(world.profile("Ben"))
    number = later.numbers[0]
    sent = later.score(number, 4)
    later.sync()
    later.open.store.close()
    path.write_bytes(yesterday)
    back = reopened(world.profile("Ben"))
    back.services.scoring.keep(back.numbers[1], a_sheet(8))
    with pytest.raises(RolledBackDesk):
        back.services.signing.sign(back.numbers[1], LanguageRead.BOTH)
    back.services.at_rest.put_back.go_on()
    signed = back.services.signing.sign(back.numbers[1], LanguageRead.BOTH)
    back.sync()
    held = world.packets()
    assert (held[sent], held[signed]) == ("counted", "counted")
    back.open.store.close()


def test_a_round_closed_here_stays_closed_and_the_server_knows(world: World):
    desk = world.desk("Chi").ready()
    score = desk.score(desk.numbers[0], 7)
    desk.sync()
    closed = desk.services.at_rest.closing_here.close()
    desk.sync()
    desk.sync()
    held = world.packets()
    assert (held[score], held[closed.packet or ""]) == ("counted", "counted")
    assert None not in desk.receipts().values()
    assert desk.services.desk.cases() == ()
    assert not (world.profile("Chi") / "blobs").exists()
    with pytest.raises(RoundClosedHere) as failure:
        desk.services.batch.fetch(nobody, never)
    assert failure.value.round == 1
    assert desk.services.desk.cases() == ()
