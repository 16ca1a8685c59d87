"""Releases: the content keys of the cases on which a person declared no conflict."""

from __future__ import annotations

from sqlalchemy import Connection, insert, select

from central_server.batch_files import find_files, wrap_keys
from central_server.batches import IssuedManifest, Issuer
from central_server.devices import Device
from central_server.store import schema
from review_protocol.documents.batch import Manifest, Release
from review_protocol.documents.packet import ConflictAnswer
from review_protocol.opening import sealed


def find_release(connection: Connection, device: Device, manifest: IssuedManifest) -> bytes | None:
    """The envelope of the release that holds for these cases now, if it was made before; None for
    a device that awaits its six words."""
    if device.awaits_words:
        return None
    cases = open_cases(connection, device.person.id, manifest.document)
    return _known(connection, device, manifest, cases)


def release_for(
    connection: Connection, device: Device, manifest: IssuedManifest, issuer: Issuer, now: str
) -> bytes | None:
    """The envelope of the release for a device; None where no case is open, or where its six words
    were not read yet. Writes.

    Open are the cases that the person declared on, by a packet that counts, without a conflict.
    """
    if device.awaits_words:
        return None
    document = manifest.document
    cases = open_cases(connection, device.person.id, document)
    known = _known(connection, device, manifest, cases)
    if known is not None or not cases:
        return known
    open_numbers = set(cases)
    digests = [
        file.sha256 for file in document.files if file.role.is_content and file.case in open_numbers
    ]
    keys = find_files(connection, digests)
    release = Release(
        deployment=issuer.deployment,
        manifest=manifest.id,
        person=device.person.id,
        cases=cases,
        wrapped=wrap_keys(device.kid, device.exchange_key, list(keys.values())),
        issued=now,
    )
    envelope = sealed(release, issuer.key)
    connection.execute(
        insert(schema.release).values(
            id=envelope.document_id,
            kid=device.kid,
            manifest=manifest.id,
            cases=",".join(cases),
            envelope=envelope.to_bytes(),
        )
    )
    return envelope.to_bytes()


def open_cases(connection: Connection, person: str, manifest: Manifest) -> tuple[str, ...]:
    """The numbers of the manifest's cases whose content this person may read, in order: what was
    declared in an earlier round holds until something else is."""
    table = schema.declaration
    rows = connection.execute(
        select(table.c.case_number, table.c.answer)
        .where(table.c.person == person)
        .order_by(table.c.round)
    )
    answers = {row.case_number: ConflictAnswer(row.answer) for row in rows}
    return tuple(
        case.number
        for case in manifest.cases
        if case.case is not None
        and answers.get(case.number, ConflictAnswer.CONFLICT) is not ConflictAnswer.CONFLICT
    )


def _known(
    connection: Connection, device: Device, manifest: IssuedManifest, cases: tuple[str, ...]
) -> bytes | None:
    table = schema.release
    found: bytes | None = connection.execute(
        select(table.c.envelope).where(
            table.c.kid == device.kid,
            table.c.manifest == manifest.id,
            table.c.cases == ",".join(cases),
        )
    ).scalar()
    return found
