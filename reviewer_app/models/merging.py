"""Brings what a damaged or later database holds into a restored one: nothing typed disappears."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import Connection, Row, Table, insert, select, update
from sqlalchemy.dialects.sqlite import insert as upsert

from review_protocol.documents.people import Trust
from review_protocol.envelope import read_envelope
from reviewer_app.models.case_schema import case as case_entry
from reviewer_app.models.case_schema import (
    declaration_draft,
    dismissed,
    earlier_text,
    facts_draft,
    highlight,
    reading_place,
    time_open,
)
from reviewer_app.models.erased import ERASED
from reviewer_app.models.facts import FactName, fact_of, forget_fact
from reviewer_app.models.panel_schema import panel_draft, seen_contribution
from reviewer_app.models.past_receipts import forget_standings
from reviewer_app.models.rows import DeliveryState
from reviewer_app.models.schema import (
    declared,
    delivery,
    draft_revision,
    fact,
    packet,
    past_receipt,
)

Values = dict[str, object]

_FACTS = {
    FactName.TRUST,
    FactName.CERTIFICATE,
    FactName.CERTIFICATE_RECEIPT,
    FactName.CHECKPOINT,
    FactName.SPLIT,
    FactName.ROUND,
    FactName.DEVICES,
}
"""What was learnt later and must not be unlearnt; the batch is fetched anew at the next sync."""
_OF_THE_LOG = {
    FactName.CHECKPOINT,
    FactName.PAST_TRUSTS,
    FactName.HAND_BACK,
    FactName.PROVE,
    FactName.RESTORED,
}
"""What the desk came to know, or has still to do, when its log was followed by another one."""
_FARTHER = {state: place for place, state in enumerate(DeliveryState)}


@dataclass(frozen=True, slots=True)
class Merged:
    """What the present database had and the backup had not; `complete` where all could be read."""

    packets: int
    drafts: int
    complete: bool


class Present:
    """Reads the database that is to be replaced, as far as it can be read."""

    def __init__(self, connection: sqlcipher.Connection) -> None:
        self._connection = connection
        self.complete = True

    def rows(self, table: Table, order: str) -> Iterator[Values]:
        """The rows of a table; they end where the database is damaged."""
        names = [column.name for column in table.c]
        listed = ", ".join(f'"{name}"' for name in names)
        try:
            found = self._connection.execute(f"SELECT {listed} FROM {table.name} ORDER BY {order}")
            for row in found:
                yield dict(zip(names, row, strict=True))
        except sqlcipher.Error:
            self.complete = False


def merge(present: Present, connection: Connection) -> Merged:
    """Take over packets, receipts, drafts and knowledge that the restored database has not."""
    facts = {str(row["name"]): row for row in present.rows(fact, "name")}
    succeeded = _is_of_another_log(facts, connection)
    packets = _merge_packets(present, connection, as_they_are=succeeded)
    drafts = _merge_drafts(present, connection)
    for table in (reading_place, declaration_draft, facts_draft, time_open):
        for row in present.rows(table, "case_number"):
            _put(connection, table, row, "case_number")
    for row in present.rows(panel_draft, "case_number"):
        _put(connection, panel_draft, row, "case_number", "part")
    for table, order in ((dismissed, "case_number"), (seen_contribution, "packet")):
        for row in present.rows(table, order):
            connection.execute(upsert(table).values(**row).on_conflict_do_nothing())
    _merge_highlights(present, connection)
    _merge_earlier_texts(present, connection)
    if succeeded:
        _take_over(present, connection)
    for name in facts.keys() & (_FACTS | _OF_THE_LOG if succeeded else _FACTS):
        _put(connection, fact, facts[name], "name")
    return Merged(packets, drafts, present.complete)


def newer_packets(present: Present, connection: Connection) -> list[Values]:
    """The packets that only the present database has, in the order of signing."""
    known = set(connection.execute(select(packet.c.id)).scalars())
    return [row for row in present.rows(packet, "entry") if row["id"] not in known]


def newer_drafts(present: Present, connection: Connection) -> list[Values]:
    """The revisions that only the present database has, in the order of typing."""
    known = {_typed(row) for row in connection.execute(select(draft_revision))}
    return [
        row for row in present.rows(draft_revision, "revision") if _typed_values(row) not in known
    ]


def _is_of_another_log(facts: Mapping[str, Values], connection: Connection) -> bool:
    """Whether the server was restored since the backup: its receipts are those of a log before."""
    kept = fact_of(connection, FactName.TRUST)
    newer = facts.get(FactName.TRUST, {}).get("content")
    if kept is None or not isinstance(newer, bytes):
        return False
    before, after = (Trust.from_body(read_envelope(each).body) for each in (kept, newer))
    return before.number < after.number and before.origin != after.origin


def _take_over(present: Present, connection: Connection) -> None:
    """Nothing of the log before stands for the one that followed it."""
    forget_standings(connection)
    for name in _OF_THE_LOG:
        forget_fact(connection, name)
    for row in present.rows(past_receipt, "subject"):
        connection.execute(upsert(past_receipt).values(**row).on_conflict_do_nothing())


def _merge_packets(present: Present, connection: Connection, *, as_they_are: bool) -> int:
    """`as_they_are` takes every delivery as it is at present, also one that is less far."""
    places = set(connection.execute(select(packet.c.chain, packet.c.seq)).all())
    taken = 0
    for row in newer_packets(present, connection):
        if (row["chain"], row["seq"]) in places:
            present.complete = False  # two packets with one number: this one stays set aside
            continue
        del row["entry"]
        connection.execute(insert(packet).values(**row))
        taken += 1
    known = set(connection.execute(select(packet.c.id)).scalars())
    states = dict(connection.execute(select(delivery.c.packet, delivery.c.state)).all())
    for row in present.rows(delivery, "packet"):
        is_news = as_they_are or _is_farther(row["state"], states.get(row["packet"]))
        if row["packet"] in known and is_news:
            _put(connection, delivery, row, "packet")
    _deliver_what_has_no_row(connection)
    for row in present.rows(declared, "case_number"):
        if row["packet"] in known:
            _put(connection, declared, row, "case_number")
    return taken


def _deliver_what_has_no_row(connection: Connection) -> None:
    """Packets whose delivery could not be read are sent once more, which is harmless."""
    missing = select(packet.c.id, packet.c.signed_at).where(
        packet.c.id.not_in(select(delivery.c.packet)), packet.c.envelope != ERASED
    )
    for row in connection.execute(missing).all():
        connection.execute(
            insert(delivery).values(
                packet=row.id, state=DeliveryState.SIGNED, tries=0, changed_at=row.signed_at
            )
        )


def _merge_drafts(present: Present, connection: Connection) -> int:
    """Later revisions get new numbers; what an undo goes back to is found again by its content."""
    numbers = {_typed(row): row.revision for row in connection.execute(select(draft_revision))}
    moved: dict[object, object] = {}
    taken = 0
    for row in present.rows(draft_revision, "revision"):
        content, before = _typed_values(row), row.pop("revision")
        if content not in numbers:
            row["parent"] = moved.get(row["parent"])
            made = connection.execute(insert(draft_revision).values(**row)).inserted_primary_key
            assert made is not None
            numbers[content] = made[0]
            taken += 1
        moved[before] = numbers[content]
    return taken


def _merge_earlier_texts(present: Present, connection: Connection) -> None:
    """What was scored on a text that was corrected since the backup can still be compared with it;
    the text that is here again is kept when the next sync replaces it."""
    here = set(connection.execute(select(case_entry.c.case_hash)).scalars())
    for row in present.rows(earlier_text, "version"):
        if row["case_hash"] not in here:
            connection.execute(upsert(earlier_text).values(**row).on_conflict_do_nothing())


def _merge_highlights(present: Present, connection: Connection) -> None:
    """A highlight that both have is as it is at present; another place under its number is another
    highlight, of a day that was put back before."""
    for row in present.rows(highlight, "id"):
        same = [highlight.c[name] == row[name] for name in ("id", "case_number", "place")]
        if connection.execute(update(highlight).where(*same).values(**row)).rowcount:
            continue
        taken = select(highlight.c.id).where(highlight.c.id == row["id"])
        if connection.execute(taken).first() is not None:
            del row["id"]
        connection.execute(insert(highlight).values(**row))


def _typed(row: Row[tuple[object, ...]]) -> tuple[object, ...]:
    return _typed_values(dict(row._mapping))


def _typed_values(row: Values) -> tuple[object, ...]:
    """What makes a revision the same one, whatever its number."""
    return row["case_number"], row["case_hash"], row["kept_at"], row["answers"]


def _is_farther(state: object, than: object) -> bool:
    if not isinstance(state, str):
        return False
    known = _FARTHER[DeliveryState(than)] if isinstance(than, str) else -1
    return _FARTHER[DeliveryState(state)] > known


def _put(connection: Connection, table: Table, row: Values, *keys: str) -> None:
    row_there = upsert(table).values(**row)
    connection.execute(
        row_there.on_conflict_do_update(
            index_elements=keys,
            set_={name: content for name, content in row.items() if name not in keys},
        )
    )
