"""A certified device becomes one of this server's: a leaf, its row, and its person's."""

from __future__ import annotations

from sqlalchemy import Connection, insert, select

from central_server.log import OpenGroup
from central_server.people import Person
from central_server.six_words import are_required
from central_server.store import schema
from review_protocol.canonical import from_base64
from review_protocol.documents.leaf import CertificateLeaf
from review_protocol.documents.people import Certificate
from review_protocol.envelope import Envelope, signed_anew
from review_protocol.keys import SigningKey
from review_protocol.opening import sealed


def certified(
    person: Person,
    *,
    kid: str,
    signing_key: str,
    exchange_key: str,
    deployment: str,
    key: SigningKey,
    now: str,
) -> Envelope:
    """The certificate of a person's device, its public keys in base64, signed by the server."""
    certificate = Certificate(
        deployment=deployment,
        person=person.id,
        roles=(person.role,),
        panels=() if person.panel is None else (person.panel,),
        kid=kid,
        signing_key=signing_key,
        exchange_key=exchange_key,
        issued=now,
    )
    return sealed(certificate, key)


def admit(
    group: OpenGroup, certificate: Envelope, *, name: str, now: str, awaits_words: bool
) -> int:
    """Log a certificate that this server signed, and keep its device; answers the leaf's place."""
    document = Certificate.from_body(certificate.body)
    leaf = CertificateLeaf(
        type="certificate/1",
        certificate=certificate.document_id,
        kid=document.kid,
        person=document.person,
        received=now,
    )
    position = group.add(leaf.entry())
    group.connection.execute(
        insert(schema.device).values(
            kid=document.kid,
            person=document.person,
            signing_key=from_base64(document.signing_key),
            exchange_key=from_base64(document.exchange_key),
            name=name,
            certificate=certificate.to_bytes(),
            leaf=position,
            issued=document.issued,
            awaits_words=int(awaits_words),
        )
    )
    return position


def take_back(
    group: OpenGroup, certificate: Envelope, *, name: str, key: SigningKey, now: str
) -> int:
    """Take a certificate back that was lost, under the signature of the server key `key`; answers
    the position of its leaf. That it was one, the caller knows."""
    document = Certificate.from_body(certificate.body)
    _keep_person(group.connection, document, now)
    anew = signed_anew(certificate, key)
    # that its words were read, if they were, is lost too
    awaits = are_required(group.connection, document.person)
    return admit(group, anew, name=name, now=now, awaits_words=awaits)


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
