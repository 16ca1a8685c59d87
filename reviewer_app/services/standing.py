"""What stands now on this desk: manifest, rubric, programme, round, certificate."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection

from review_protocol.documents.base import read_fields
from review_protocol.documents.batch import Manifest
from review_protocol.documents.people import Certificate, Role
from review_protocol.documents.programme import Programme, RoundState, Rubric, Rules
from review_protocol.envelope import read_envelope
from reviewer_app.errors import NotPermitted
from reviewer_app.models.documents import body_of
from reviewer_app.models.facts import FactName, fact_of


@dataclass(frozen=True, slots=True)
class StandingManifest:
    """The manifest that stands, and its id."""

    id: str
    document: Manifest


def standing_manifest(connection: Connection) -> StandingManifest | None:
    """The manifest that was verified and taken in last."""
    return _manifest(fact_of(connection, FactName.MANIFEST))


def standing_programme(connection: Connection) -> Programme | None:
    """The batch's programme, or before the first batch the one of the enrolment."""
    first = fact_of(connection, FactName.PROGRAMME)
    return _programme(connection, standing_manifest(connection), first)


def standing_rubric(connection: Connection) -> Rubric | None:
    return _rubric(connection, standing_manifest(connection))


def standing_rules(connection: Connection) -> Rules | None:
    """The signed rule file; None where the batch names none."""
    manifest = standing_manifest(connection)
    if manifest is None or manifest.document.rules is None:
        return None
    return body_of(connection, Rules, manifest.document.rules)


def standing_round(connection: Connection) -> RoundState | None:
    """The round as the server told it last; before the first sync the manifest's."""
    return _round(standing_manifest(connection), fact_of(connection, FactName.ROUND))


def certificate_of(connection: Connection) -> Certificate:
    """This device's certificate, verified when it was taken in; ValueError before enrolling."""
    return _certificate(fact_of(connection, FactName.CERTIFICATE))


def require_role(connection: Connection, act: str, *roles: Role) -> Certificate:
    """This device's certificate where it has one of these roles; raises NotPermitted."""
    certificate = certificate_of(connection)
    if not set(roles) & set(certificate.roles):
        raise NotPermitted(act)
    return certificate


def _manifest(envelope: bytes | None) -> StandingManifest | None:
    if envelope is None:
        return None
    read = read_envelope(envelope)
    return StandingManifest(read.document_id, Manifest.from_body(read.body))


def _programme(
    connection: Connection, manifest: StandingManifest | None, first: bytes | None
) -> Programme | None:
    found = manifest and body_of(connection, Programme, manifest.document.programme)
    if found:
        return found
    return None if first is None else Programme.from_body(first)


def _rubric(connection: Connection, manifest: StandingManifest | None) -> Rubric | None:
    return None if manifest is None else body_of(connection, Rubric, manifest.document.rubric)


def _round(manifest: StandingManifest | None, told: bytes | None) -> RoundState | None:
    if told is not None:
        return read_fields(RoundState, told)
    if manifest is None:
        return None
    return RoundState(round=manifest.document.round, opened=None, closed=None)


def _certificate(envelope: bytes | None) -> Certificate:
    if envelope is None:
        raise ValueError("this desk is not enrolled")
    return Certificate.from_body(read_envelope(envelope).body)
