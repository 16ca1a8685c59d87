"""A certified device becomes one of this server's: a leaf, its row, and its person's."""

from __future__ import annotations

from sqlalchemy import Connection, insert, select

from central_server.log import OpenGroup
from central_server.store import schema
from review_protocol.canonical import from_base64
from review_protocol.documents.leaf import CertificateLeaf
from review_protocol.documents.people import Certificate
from review_protocol.envelope import Envelope, signed_anew
from review_protocol.keys import SigningKey


def admit(group: OpenGroup, certificate: Envelope, *, name: str, key: SigningKey, now: str) -> int:
    """Take a certificate back that was lost, under the signature of the server key `key`; answers
    the position of its leaf. That it was one, the caller knows."""
    document = Certificate.from_body(certificate.body)
    leaf = CertificateLeaf(
        type="certificate/1",
        certificate=certificate.document_id,
        kid=document.kid,
        person=document.person,
        received=now,
    )
    position = group.add(leaf.entry())
    _keep_person(group.connection, document, now)
    group.connection.execute(
        insert(schema.device).values(
            kid=document.kid,
            person=document.person,
            signing_key=from_base64(document.signing_key),
            exchange_key=from_base64(document.exchange_key),
            name=name,
            certificate=signed_anew(certificate, key).to_bytes(),
            leaf=position,
            issued=document.issued,
        )
    )
    return position


def _keep_person(connection: Connection, certificate: Certificate, now: str) -> None:
    """Somebody invited after the backup: their name is lost, and their id stands for it."""
    table = schema.person
    person = certificate.person
    if connection.execute(select(table.c.id).where(table.c.id == person)).first() is None:
        connection.execute(
            insert(table).values(
                id=person,
                name=person,
                role=certificate.roles[0].value,
                panel=certificate.panels[0] if certificate.panels else None,
                organisations="[]",
                languages="zh,en",
                areas="",
                added=now,
            )
        )
