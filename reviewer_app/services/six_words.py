"""The six words of this computer's keys, and whether staff wait to be read them."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection

from review_protocol.canonical import from_base64
from review_protocol.device_words import DeviceWords, device_words
from review_protocol.documents.programme import Secretariat
from reviewer_app.models.six_words import are_awaited
from reviewer_app.services.standing import certificate_of, standing_programme


@dataclass(frozen=True, slots=True)
class SixWordsLook:
    """`awaited`: until they were read to staff, texts of cases are withheld from this computer."""

    words: DeviceWords
    awaited: bool
    secretariat: Secretariat | None
    """Whom to call."""


def six_words_look(connection: Connection) -> SixWordsLook:
    """What there is to read; ValueError before enrolling."""
    certificate = certificate_of(connection)
    words = device_words(
        certificate.deployment,
        signing_key=from_base64(certificate.signing_key),
        exchange_key=from_base64(certificate.exchange_key),
    )
    programme = standing_programme(connection)
    secretariat = None if programme is None else programme.secretariat
    return SixWordsLook(words, are_awaited(connection), secretariat)
