"""A round closed on this computer: nothing of it can be read, everything of it can be proved."""

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from review_protocol.documents.acts import ErasurePacket
from review_protocol.documents.score import LanguageRead
from review_protocol.documents.stated_facts import Fact
from review_protocol.translog import Receipt
from reviewer_app.errors import NotAllReceipted, PassphraseNeeded
from reviewer_app.models.backups import Reason
from reviewer_app.models.database import keyed_connection
from reviewer_app.models.erased import ERASED, closed_rounds
from reviewer_app.models.erasing import EMPTIED
from reviewer_app.models.keys import Keys
from reviewer_app.models.outbox import StoredPacket, all_packets
from reviewer_app.models.panel_drafts import DraftPart, keep_panel_draft, note_seen
from reviewer_app.models.times_open import add_time
from reviewer_app.models.whole_schema import metadata
from reviewer_app.services.assembly import Services
from reviewer_app.services.rows import DeliveryState
from tests.builders.desk import ADesk, some_answers
from tests.builders.documents import a_fact
from tests.builders.killing import killed_at
from tests.builders.world import NOW

pytestmark = pytest.mark.campaign

WORDS = "nobody shall read this comment"
TABLES = (
    *("alignment", "case_entry", "case_search_data", "case_text", "collected"),
    *("declaration_draft", "declared", "dismissed_difference", "draft_revision", "expert"),
    *("facts_draft", "file", "highlight", "panel_assignment", "panel_draft", "reading_place"),
    *("panel_case", "panel_figure", "panel_list", "panel_words"),
    *("seen_contribution", "time_open", "unproved", "withheld_leaf"),
)


def scored(desk: ADesk) -> list[str]:
    """Two scores with receipts, a draft, a backup."""
    packets = []
    for number in desk.numbers[:2]:
        desk.services.scoring.keep(number, some_answers(4, comment=WORDS))
        packets.append(desk.services.signing.sign(number, LanguageRead.BOTH))
        desk.receive(packets[-1])
    desk.services.scoring.keep(desk.numbers[2], some_answers(6, comment=WORDS))
    with desk.store.write() as connection:
        add_time(connection, desk.numbers[2], 480)
        keep_panel_draft(connection, desk.numbers[2], DraftPart.CONTRIBUTION, WORDS, NOW)
        note_seen(connection, ["a" * 64])
    desk.services.facts_beside.keep(desk.numbers[2], (a_fact(Fact.PARTNERS, WORDS),))
    desk.services.at_rest.backups.keep(Reason.ASKED)
    return packets


def packets(desk: ADesk) -> list[StoredPacket]:
    with desk.store.read() as connection:
        return list(all_packets(connection))


def decrypted(desk: ADesk) -> bytes:
    """Every byte of the database's pages as SQLite sees them: also what is in freed pages."""
    desk.store.close()
    plain = desk.store.folder.parent / "plain.db"
    connection = keyed_connection(desk.store.folder / "desk.db", desk.store.key)
    connection.execute(f"ATTACH DATABASE '{plain}' AS plain KEY ''")
    connection.execute("SELECT sqlcipher_export('plain')")
    connection.close()
    content = plain.read_bytes()
    plain.unlink()
    return content


def titles(desk: ADesk) -> list[bytes]:
    return [case.headers.name.en.encode() for case in desk.cases if case.headers.name.en]


def test_a_preview_counts_what_would_go(desk: ADesk):
    scored(desk)
    preview = desk.services.at_rest.closing_here.preview()
    assert preview is not None
    assert (preview.cases, preview.drafts, preview.packets, preview.waiting) == (3, 3, 3, 0)
    assert (preview.round, preview.backups, preview.closed) == (1, 1, False)


def test_nothing_can_be_read_and_everything_be_proved(desk: ADesk):
    scores = scored(desk)
    assert WORDS.encode() in decrypted(desk)
    before = {each.id: each for each in packets(desk)}
    closed = desk.services.at_rest.closing_here.close()
    after = packets(desk)
    content = decrypted(desk)
    assert WORDS.encode() not in content
    assert not [title for title in titles(desk) if title in content]
    for name in ("backups", "blobs", "set-aside"):
        assert not (desk.store.folder / name).exists()
    assert [each.id for each in after[:-1]] == list(before)
    for each in after[:-1]:
        known = before[each.id]
        assert each.envelope == ERASED
        assert (each.chain, each.seq, each.state) == (known.chain, known.seq, known.state)
        assert (each.receipt, each.disposition) == (known.receipt, known.disposition)
    assert {each.id for each in after if each.receipt and Receipt.parse(each.receipt)} >= {*scores}
    said = after[-1].document()
    assert isinstance(said, ErasurePacket)
    assert (closed.packet, said.round, said.cases) == (after[-1].id, 1, 3)
    assert said.header.prev == after[-2].id


def test_of_every_table_it_is_known_whether_it_is_emptied(desk: ADesk):
    """A new table is named here, or in what is erased."""
    kept = {"fact", "document", "packet", "delivery", "notice", "own_device", "past_receipt"}
    kept |= {"log_tile", "own_leaf"}
    assert {table.name for table in EMPTIED} | kept == set(metadata.tables)


def test_every_table_with_texts_is_empty(desk: ADesk):
    scored(desk)
    desk.services.at_rest.closing_here.close()
    with desk.store.read() as connection:
        rows = {
            table: connection.execute(text(f"SELECT count(*) FROM {table}")).scalar_one()
            for table in TABLES
        }
        kinds = set(connection.execute(text("SELECT kind FROM document")).scalars())
    assert rows.pop("case_search_data") <= 2  # FTS5's own head
    assert set(rows.values()) == {0}
    assert kinds <= {"programme", "rubric", "rules"}


def test_the_rows_are_protected_again_afterwards(desk: ADesk):
    scored(desk)
    desk.services.at_rest.closing_here.close()
    for act in ("UPDATE packet SET kind = 'x'", "DELETE FROM packet"):
        with pytest.raises(IntegrityError, match="append-only"), desk.store.write() as connection:
            connection.execute(text(act))


def test_what_has_no_receipt_holds_it_up(desk: ADesk):
    scored(desk)
    desk.score(desk.numbers[2], 3)
    with pytest.raises(NotAllReceipted) as told:
        desk.services.at_rest.closing_here.close()
    assert told.value.waiting == 2  # the score, and what was said of the facts beside it
    assert (desk.store.folder / "backups").exists()
    desk.services.at_rest.closing_here.close(without_receipts=True)
    waiting = [each.kind for each in packets(desk) if each.state is not DeliveryState.RECEIVED]
    assert waiting == ["erasure"]  # what was in the hand-in file is not sent from here any more


def test_without_the_passphrase_nothing_is_erased(desk: ADesk):
    scored(desk)
    sealed = Services(
        desk.store,
        Keys(desk.store.folder),
        desk.services._connect,
        clock=desk.clock,
        randomness=bytes,
    )
    with pytest.raises(PassphraseNeeded):
        sealed.at_rest.closing_here.close()
    assert (desk.store.folder / "blobs").exists()
    assert len(desk.numbers) == 3


def test_closed_twice_it_is_signed_once(desk: ADesk):
    scored(desk)
    closing = desk.services.at_rest.closing_here
    first = closing.close()
    again = closing.close()
    assert again.packet is None
    assert [each.id for each in packets(desk) if each.kind == "erasure"] == [first.packet]
    preview = closing.preview()
    assert preview is not None
    assert preview.closed
    assert not closing.is_unfinished()


def test_a_closed_desk_goes_on_in_its_chain(desk: ADesk):
    scored(desk)
    desk.services.at_rest.closing_here.close()
    assert desk.services.at_rest.put_back.lost() is None
    assert desk.services.desk.cases() == ()
    assert desk.services.at_rest.backups.keep(Reason.ASKED) == desk.services.at_rest.backups.last
    assert len(desk.services.at_rest.backups.list()) == 1


@pytest.mark.parametrize(
    ("step", "before"),
    [
        ("services.closing_here.erase_files", False),
        ("services.closing_here.erase_rows", False),
        ("models.outbox.sealed", False),
        ("models.chain_tips.tips_of", False),
        ("services.closing_here.erase_traces", True),
        ("services.closing_here.erase_traces", False),
    ],
)
def test_killed_at_any_step_it_is_gone_on_with(desk: ADesk, step: str, before: bool):
    scores = scored(desk)
    desk.store.close()
    script = f"""
from pathlib import Path
from tests.builders.desk import PASSPHRASE
from reviewer_app.opening import open_desk
desk = open_desk(Path({str(desk.store.folder)!r}), PASSPHRASE)
desk.services.at_rest.closing_here.close()
"""
    killed_at(f"reviewer_app.{step}", script, before=before)
    closing = desk.services.at_rest.closing_here
    with desk.store.read() as connection:
        was_signed = closed_rounds(connection) == {1}
    assert closing.is_unfinished() or not was_signed or step.endswith("erase_traces")
    assert bool(desk.numbers) is not was_signed  # all of it is readable, or nothing
    closing.close()
    kept = packets(desk)
    assert [each.kind for each in kept].count("erasure") == 1
    assert {*scores} <= {each.id for each in kept}
    assert WORDS.encode() not in decrypted(desk)
    assert not closing.is_unfinished()
