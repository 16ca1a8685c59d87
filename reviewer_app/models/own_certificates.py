"""Certificates of this device: the one that stands, and those of the keys that it had before."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, select

from review_protocol.documents.people import Certificate
from review_protocol.envelope import read_envelope
from review_protocol.translog import Receipt
from reviewer_app.models.facts import FactName, fact_of, keep_fact, text_of
from reviewer_app.models.other_packets import (
    DeviceAnswer,
    OwnDevice,
    keep_devices,
    note_answer,
)
from reviewer_app.models.others_schema import own_device


@dataclass(frozen=True, slots=True)
class HeldCertificate:
    """A certificate as it was received, verified then, and its receipt."""

    envelope: bytes
    receipt: str

    @property
    def certificate(self) -> Certificate:
        return Certificate.from_body(read_envelope(self.envelope).body)


def standing_certificate(connection: Connection) -> HeldCertificate | None:
    """This device's own; None before the enrolment."""
    envelope = fact_of(connection, FactName.CERTIFICATE)
    receipt = text_of(connection, FactName.CERTIFICATE_RECEIPT)
    return None if envelope is None or receipt is None else HeldCertificate(envelope, receipt)


def certificate_for(connection: Connection, kid: str) -> HeldCertificate | None:
    """That of this key of the person, proved to be in the log; None where it is not known."""
    standing = standing_certificate(connection)
    if standing is not None and standing.certificate.kid == kid:
        return standing
    row = connection.execute(
        select(own_device.c.certificate, own_device.c.receipt).where(
            own_device.c.kid == kid, own_device.c.certificate.is_not(None)
        )
    ).first()
    return None if row is None else HeldCertificate(row.certificate, row.receipt)


def take_certificate(connection: Connection, taken: HeldCertificate, now: str) -> None:
    """From now on this is the device's own. The one before stays: what its key signed is proved by
    it, and the person need not be asked whose that device is."""
    before = standing_certificate(connection)
    if before is not None and before.envelope != taken.envelope:
        kid = before.certificate.kid
        leaf = Receipt.parse(before.receipt).index
        keep_devices(connection, [OwnDevice(kid, before.envelope, before.receipt, leaf, None)])
        note_answer(connection, kid, DeviceAnswer.MINE, now)
    keep_fact(connection, FactName.CERTIFICATE, taken.envelope)
    keep_fact(connection, FactName.CERTIFICATE_RECEIPT, taken.receipt)
