"""Signs anew what a server key signed that is no longer trusted: ids and leaves stay as they are.

Done at a restore, on a backup that was verified: what a thief of the old key signs is not there.
"""

from __future__ import annotations

from sqlalchemy import Column, Connection, Table, bindparam, select, update

from central_server.facts import Fact, read_fact
from central_server.log import Log
from central_server.store import schema
from review_protocol.canonical import to_base64
from review_protocol.documents.people import EnrolmentAnswer
from review_protocol.envelope import read_envelope, signed_anew
from review_protocol.keys import SigningKey

_SIGNED: tuple[tuple[Table, str, str], ...] = (
    (schema.device, "kid", "certificate"),
    (schema.manifest, "id", "envelope"),
    (schema.release, "id", "envelope"),
    (schema.notice, "id", "envelope"),
)


def sign_all_anew(connection: Connection, key: SigningKey) -> None:
    """Put this server key's signature in the place of any other's."""
    for table, name, content in _SIGNED:
        _sign_table(connection, table.c[name], table.c[content], key)


def answer_anew(connection: Connection, log: Log) -> None:
    """Let codes that were used be answered, when the same key asks again, by the trust document
    that stands, and with a receipt of the log that goes on."""
    invitation, device = schema.invitation.c, schema.device.c
    rows = connection.execute(
        select(invitation.id, invitation.answer, device.certificate, device.leaf)
        .join(schema.device, device.kid == invitation.used_kid)
        .where(invitation.answer.is_not(None))
    ).all()
    trust = to_base64(read_fact(connection, Fact.TRUST))
    receipts = log.receipts(connection, [row.leaf for row in rows])
    for row, receipt in zip(rows, receipts, strict=True):
        answer = EnrolmentAnswer.from_body(row.answer).model_copy(
            update={
                "trust": trust,
                "certificate": to_base64(row.certificate),
                "log_proof": receipt,
            }
        )
        connection.execute(
            update(schema.invitation).where(invitation.id == row.id).values(answer=answer.body())
        )


def _sign_table(
    connection: Connection, name: Column[str], content: Column[bytes], key: SigningKey
) -> None:
    changed: list[dict[str, object]] = []
    for which, envelope in connection.execute(select(name, content)):
        read = read_envelope(envelope)
        if read.keyid != key.key_id:
            changed.append({"which": which, "anew": signed_anew(read, key).to_bytes()})
    if changed:
        written = update(name.table).where(name == bindparam("which"))
        connection.execute(written.values({content.name: bindparam("anew")}), changed)
