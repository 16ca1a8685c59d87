"""A backup put back: whole at once, nothing typed or signed disappears, and a new chain begins."""

from pathlib import Path

import pytest
from sqlalchemy import text

from review_protocol.documents.leaf import Disposition
from review_protocol.documents.people import Trust
from review_protocol.documents.score import LanguageRead
from review_protocol.documents.text import Element, Language
from review_protocol.opening import sealed
from reviewer_app.errors import (
    DamagedProfile,
    DeskStillOpen,
    DiskFull,
    UnreadableBackup,
    WrongPassphrase,
)
from reviewer_app.models.backups import Backup, Reason, verified_counts
from reviewer_app.models.chain_tips import ChainTips
from reviewer_app.models.database import DATABASE_FILE
from reviewer_app.models.earlier_texts import earlier_texts
from reviewer_app.models.facts import FactName, fact_of, keep_fact, text_of
from reviewer_app.models.keys import Keys
from reviewer_app.models.outbox import (
    ProvedReceipt,
    StoredPacket,
    all_packets,
    note_all_received,
)
from reviewer_app.models.past_receipts import deliver_again, waiting_proofs
from reviewer_app.models.rows import DeliveryState
from reviewer_app.models.store import open_store
from reviewer_app.reading.quotes import quote_of
from reviewer_app.reading.units import reading_text
from reviewer_app.services.assembly import Services
from reviewer_app.services.backups import BackupKept
from reviewer_app.services.restoring import PutBack, Restored, Restoring
from tests.builders.desk import PASSPHRASE, ADesk, a_desk, some_answers
from tests.builders.killing import killed_at
from tests.unit.models.disks import fill_disk, small_disk

pytestmark = pytest.mark.campaign

__all__ = ["small_disk"]


def backed_up(desk: ADesk) -> Backup:
    kept = desk.services.at_rest.backups.keep(Reason.ASKED)
    assert isinstance(kept, BackupKept)
    return kept.backup


def worked_on(desk: ADesk) -> Backup:
    """A score, a backup, then a receipt, a draft and one score more."""
    first = desk.score(desk.numbers[0], 3)
    backup = backed_up(desk)
    desk.receive(first)
    desk.services.scoring.keep(desk.numbers[1], some_answers(4))
    desk.score(desk.numbers[2], 5)
    return backup


def restoring(desk: ADesk) -> Restoring:
    desk.store.close()
    return Restoring(desk.store.folder, desk.store.key, desk.clock)


def packets(desk: ADesk) -> list[StoredPacket]:
    with desk.store.read() as connection:
        return list(all_packets(connection))


def marks(services: Services, number: str) -> list[object]:
    return [each.mark for each in services.desk.open(number).answers.criteria]


def again(desk: ADesk) -> Services:
    return Services(
        desk.store,
        Keys(desk.store.folder, desk.vault),
        desk.services._connect,
        clock=desk.clock,
        randomness=desk.services._randomness,
    )


def ruin(path: Path) -> None:
    """The head of the file is gone: no page of it opens."""
    content = path.read_bytes()
    path.write_bytes(bytes(4096) + content[4096:])


def test_a_preview_tells_what_is_held_and_what_came_later(desk: ADesk):
    backup = worked_on(desk)
    held = restoring(desk).preview(backup)
    assert (held.packets, held.drafts, held.cases) == (2, 1, 3)
    assert (held.later_packets, held.later_drafts) == (1, 2)
    assert not (desk.store.folder / "restoring").exists()


def test_nothing_typed_or_signed_disappears(desk: ADesk):
    backup = worked_on(desk)
    before = packets(desk)
    restored = restoring(desk).restore(backup)
    assert restored == Restored(1, 2, True, restored.set_aside)
    assert packets(desk) == before  # the receipt that came later too
    services = again(desk)
    assert marks(services, desk.numbers[1]) == [4, 4, 4]
    assert services.desk.row(desk.numbers[0]).state == "received"


def test_what_waits_for_a_restored_server_waits_after_a_desk_was_restored(desk: ADesk):
    """The backup holds receipts of the log before: they count as receipts no more."""
    waiting, arrived = desk.score(desk.numbers[0]), desk.score(desk.numbers[1])
    receipts = {each: desk.receive(each) for each in (waiting, arrived)}
    backup = backed_up(desk)
    old = Trust.from_body(desk.world.trust_envelope.body)
    newer = old.model_copy(update={"origin": "reviews.example.org/log/2", "number": 2})
    with desk.store.write() as connection:  # what taking over a new log leaves
        keep_fact(connection, FactName.TRUST, sealed(newer, desk.world.root).to_bytes())
        keep_fact(connection, FactName.PAST_TRUSTS, b"[]")
        keep_fact(connection, FactName.PROVE, "1")
        deliver_again(connection, old.origin, 1, "2026-07-21T08:00:00Z")
        receipt = ProvedReceipt(arrived, Disposition.COUNTED, "of log 2", 5)
        note_all_received(connection, [receipt], "2026-07-21T08:01:00Z")
    restoring(desk).restore(backup)
    states = {each.id: (each.state, each.receipt) for each in packets(desk)}
    assert states[waiting] == (DeliveryState.SIGNED, None)
    assert states[arrived] == (DeliveryState.RECEIVED, "of log 2")
    with desk.store.read() as connection:
        assert text_of(connection, FactName.PROVE) == "1"
        assert fact_of(connection, FactName.PAST_TRUSTS) == b"[]"
        assert receipts[waiting] in waiting_proofs(connection, 0)


def test_what_was_highlighted_and_noted_stays(desk: ADesk):
    number, marking = desk.numbers[0], desk.services.highlighting
    text = reading_text(desk.cases[0].elements.of(Element.BACKGROUND).en)
    places = [
        quote_of(text, Language.EN, Element.BACKGROUND, start, start + 10) for start in (0, 20, 40)
    ]
    first, second = (marking.add(number, place) for place in places[:2])
    backup = backed_up(desk)
    marking.note(first.id, "Compare the table")
    marking.remove(second.id)
    marking.add(number, places[2], "Ask them")
    before = marking.of(number)
    restoring(desk).restore(backup)
    assert again(desk).highlighting.of(number) == before
    assert [each.note for each in before] == ["Compare the table", "Ask them"]


def test_the_text_that_was_scored_before_a_correction_stays(desk: ADesk):
    """The text that is here again is none of them until the next sync replaces it."""
    backup, case = backed_up(desk), desk.cases[0]
    for version in (2, 3):
        headers = case.headers.model_copy(update={"version": version})
        desk.correct(case.model_copy(update={"headers": headers}))
    with desk.store.read() as connection:
        assert [each.version for each in earlier_texts(connection, case.number)] == [1, 2]
        scored = earlier_texts(connection, case.number)[1]
    restoring(desk).restore(backup)
    with desk.store.read() as connection:
        assert earlier_texts(connection, case.number) == (scored,)


def test_the_restored_desk_goes_on_with_a_chain_that_names_its_last_packet(desk: ADesk):
    backup = worked_on(desk)
    known = packets(desk)
    restoring(desk).restore(backup)
    signed = again(desk).signing.sign(desk.numbers[1], LanguageRead.BOTH)
    newest = packets(desk)[-1]
    assert (newest.id, newest.seq) == (signed, 1)
    assert newest.chain not in {each.chain for each in known}
    assert newest.chain[16:] == known[-1].id[:16]


def test_two_restorings_of_one_backup_never_share_a_chain(desk: ADesk):
    backup = worked_on(desk)
    chains = []
    for _ in range(2):
        restoring(desk).restore(backup)
        with desk.store.read() as connection:
            chains.append(text_of(connection, FactName.CHAIN))
    assert chains[0] != chains[1]


def test_the_database_before_is_set_aside_whole(desk: ADesk):
    backup = worked_on(desk)
    restored = restoring(desk).restore(backup)
    assert restored.set_aside is not None
    assert verified_counts(restored.set_aside, desk.store.key).packets == 3
    first = restored.set_aside.read_bytes()
    again(desk).scoring.keep(desk.numbers[1], some_answers(9))
    restoring(desk).restore(backup)
    assert restored.set_aside.read_bytes() == first


def test_a_database_that_does_not_open_is_replaced_and_kept(desk: ADesk):
    backup = worked_on(desk)
    desk.store.close()
    path = desk.store.folder / DATABASE_FILE
    ruin(path)
    ruined = path.read_bytes()
    with pytest.raises(DamagedProfile):
        open_store(desk.store.folder, desk.store.key)
    held = restoring(desk).preview(backup)
    assert (held.later_packets, held.later_drafts) == (None, None)
    with pytest.raises(WrongPassphrase):
        Restoring.with_passphrase(desk.store.folder, "not the passphrase")
    restored = Restoring.with_passphrase(desk.store.folder, PASSPHRASE, desk.clock).restore(backup)
    assert (restored.packets_taken_over, restored.complete) == (0, False)
    assert restored.set_aside is not None
    assert restored.set_aside.read_bytes() == ruined
    assert [each.kind for each in packets(desk)] == ["declaration", "score"]
    services = again(desk)
    services.scoring.keep(desk.numbers[1], some_answers(4))
    assert services.signing.sign(desk.numbers[1], LanguageRead.EN)  # the loss is known by now


def test_a_database_with_a_damaged_page_gives_what_it_can(desk: ADesk):
    """The newest pages are those of what was typed last; the oldest rows of a table come first."""
    backup = worked_on(desk)
    for turn in range(60):
        desk.services.scoring.keep(desk.numbers[1], some_answers(1 + turn % 9, comment="x" * 3000))
    desk.store.close()
    path = desk.store.folder / DATABASE_FILE
    content = bytearray(path.read_bytes())
    content[-40 * 4096 : -40 * 4096 + 64] = bytes(64)
    path.write_bytes(content)
    restored = restoring(desk).restore(backup)
    assert not restored.complete
    assert restored.packets_taken_over == 1
    assert 0 < restored.drafts_taken_over < 62
    with desk.store.read() as connection:
        assert connection.execute(text("PRAGMA integrity_check")).scalar_one() == "ok"


def test_a_log_that_was_left_does_not_spoil_the_restored_desk(desk: ADesk):
    backup = worked_on(desk)
    folder, log = desk.store.folder, DATABASE_FILE + "-wal"
    desk.services.scoring.keep(desk.numbers[1], some_answers(8))
    left = (folder / log).read_bytes()
    assert left
    desk.store.close()
    ruin(folder / DATABASE_FILE)
    (folder / log).write_bytes(left)
    Restoring(folder, desk.store.key, desk.clock).restore(backup)
    assert verified_counts(folder / DATABASE_FILE, desk.store.key).packets >= 2


def test_a_damaged_backup_changes_nothing(desk: ADesk):
    backup = worked_on(desk)
    before = packets(desk)
    ruin(backup.path)
    for act in (restoring(desk).preview, restoring(desk).restore):
        with pytest.raises(UnreadableBackup):
            act(backup)
    assert packets(desk) == before
    assert not (desk.store.folder / "set-aside").exists()


def test_an_open_desk_is_not_replaced(desk: ADesk):
    backup = worked_on(desk)
    with pytest.raises(DeskStillOpen):
        Restoring(desk.store.folder, desk.store.key, desk.clock).restore(backup)
    assert len(packets(desk)) == 3


def test_a_full_disk_changes_nothing(small_disk: Path):
    with a_desk(small_disk) as desk:
        backup = worked_on(desk)
        before = packets(desk)
        (desk.store.folder / "ballast").unlink()
        desk.store.close()
        filler = fill_disk(small_disk)
        with pytest.raises(DiskFull):
            restoring(desk).restore(backup)
        filler.unlink()
        assert packets(desk) == before


@pytest.mark.parametrize(
    ("step", "before", "turn"),
    [
        ("verified_counts", True, 1),
        ("merge", True, 1),
        ("start_chain_after", False, 1),
        ("_to_one_file", False, 1),
        ("verified_counts", False, 2),
        ("flush_file", False, 1),
        ("_second", False, 1),
        ("_set_aside", False, 1),
        ("flush_folder", False, 2),
        ("_put_in_place", False, 1),
        ("shutil.rmtree", True, 2),
    ],
)
def test_killed_at_any_step_all_is_there(desk: ADesk, step: str, before: bool, turn: int):
    backup = worked_on(desk)
    known = packets(desk)
    desk.store.close()
    folder = desk.store.folder
    script = f"""
from datetime import UTC, datetime
from pathlib import Path
from secrets import token_bytes
from reviewer_app.models.restoring import restore
folder = Path({str(folder)!r})
restore(folder, Path({str(backup.path)!r}), {desk.store.key!r}, datetime.now(UTC), token_bytes)
"""
    killed_at(f"reviewer_app.models.restoring.{step}", script, before=before, turn=turn)
    assert packets(desk) == known
    services = again(desk)
    assert marks(services, desk.numbers[1]) == [4, 4, 4]
    assert PutBack(desk.store, bytes).lost() is None
    restored = restoring(desk).restore(backup)
    assert restored.complete
    assert packets(desk) == known
    assert not (folder / "restoring").exists()
    assert again(desk).signing.sign(desk.numbers[1], LanguageRead.BOTH)


def test_a_desk_that_was_put_back_goes_on_in_a_new_chain(desk: ADesk):
    desk.score(desk.numbers[0])
    desk.store.close()
    path = desk.store.folder / DATABASE_FILE
    yesterday = path.read_bytes()
    lost = desk.score(desk.numbers[1])
    desk.store.close()
    path.write_bytes(yesterday)
    back = PutBack(desk.store, desk.services._randomness)
    told = back.lost()
    assert told is not None
    assert (told.packets, told.drafts) == (1, 1)
    back.go_on()
    assert back.lost() is None
    services = again(desk)
    services.scoring.keep(desk.numbers[1], some_answers(6))
    services.signing.sign(desk.numbers[1], LanguageRead.BOTH)
    newest = packets(desk)[-1]
    assert newest.seq == 1
    assert lost not in {each.id for each in packets(desk)}
    with desk.store.read() as connection:
        assert ChainTips(desk.store.folder, desk.store.key).lost(connection) is None
