"""What stands now on this desk: manifest, rubric, programme, round, person, known checkpoint."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection

from review_protocol.documents.answers import RoundState
from review_protocol.documents.base import read_fields
from review_protocol.documents.batch import Manifest
from review_protocol.documents.packet import KnownCheckpoint
from review_protocol.documents.people import Certificate, Role
from review_protocol.documents.programme import Programme, Rubric
from review_protocol.envelope import read_envelope
from review_protocol.keys import VerifyKey
from review_protocol.translog import Checkpoint, parse_note
from reviewer_app.errors import NotPermitted
from reviewer_app.models.documents import body_of
from reviewer_app.models.facts import FactName, fact_of, text_of
from reviewer_app.sync.trust import TrustState


@dataclass(frozen=True, slots=True)
class StandingManifest:
    """The manifest that stands, and its id."""

    id: str
    document: Manifest


def standing_manifest(connection: Connection) -> StandingManifest | None:
    """The manifest that was verified and taken in last."""
    envelope = fact_of(connection, FactName.MANIFEST)
    if envelope is None:
        return None
    read = read_envelope(envelope)
    return StandingManifest(read.document_id, Manifest.from_body(read.body))


def standing_programme(connection: Connection) -> Programme | None:
    """The batch's programme, or before the first batch the one of the enrolment."""
    manifest = standing_manifest(connection)
    found = manifest and body_of(connection, Programme, manifest.document.programme)
    if found:
        return found
    body = fact_of(connection, FactName.PROGRAMME)
    return None if body is None else Programme.from_body(body)


def standing_rubric(connection: Connection) -> Rubric | None:
    manifest = standing_manifest(connection)
    return None if manifest is None else body_of(connection, Rubric, manifest.document.rubric)


def standing_round(connection: Connection) -> RoundState | None:
    """The round as the server told it last; before the first sync the manifest's."""
    told = fact_of(connection, FactName.ROUND)
    if told is not None:
        return read_fields(RoundState, told)
    manifest = standing_manifest(connection)
    if manifest is None:
        return None
    return RoundState(round=manifest.document.round, opened=None, closed=None)


def certificate_of(connection: Connection) -> Certificate:
    """This device's certificate, verified when it was taken in; ValueError before enrolling."""
    envelope = fact_of(connection, FactName.CERTIFICATE)
    if envelope is None:
        raise ValueError("this desk is not enrolled")
    return Certificate.from_body(read_envelope(envelope).body)


def trust_of(connection: Connection) -> TrustState:
    """The trust that stands; its signature is checked again."""
    root, envelope = fact_of(connection, FactName.ROOT_KEY), fact_of(connection, FactName.TRUST)
    if root is None or envelope is None:
        raise ValueError("this desk is not enrolled")
    return TrustState.first(VerifyKey(root), envelope)


def require_role(connection: Connection, act: str, *roles: Role) -> Certificate:
    """This device's certificate where it has one of these roles; raises NotPermitted."""
    certificate = certificate_of(connection)
    if not set(roles) & set(certificate.roles):
        raise NotPermitted(act)
    return certificate


def known_checkpoint(connection: Connection) -> KnownCheckpoint | None:
    """The last checkpoint that this device verified, as packets quote it."""
    note = text_of(connection, FactName.CHECKPOINT)
    if note is None:
        return None
    checkpoint = Checkpoint.parse(parse_note(note).text)
    return KnownCheckpoint(
        origin=checkpoint.origin, size=checkpoint.size, root=checkpoint.root.hex()
    )
