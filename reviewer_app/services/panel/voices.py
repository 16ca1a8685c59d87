"""Who speaks in a panel, as others are told: an expert's number, a chair, the head; no names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from sqlalchemy import Connection

from review_protocol.documents.people import Certificate, Role
from review_protocol.failures import ProtocolFailure
from reviewer_app.errors import NotPermitted
from reviewer_app.models.case_list import CaseEntry
from reviewer_app.models.collected import experts
from reviewer_app.models.rows import DeliveryState
from reviewer_app.services.panel.dossier import deputies, hidden_cases, standing_in
from reviewer_app.services.sheets import newest_review, standing_score
from reviewer_app.services.standing import certificate_of, standing_programme
from reviewer_app.sync.trust import TrustState, opened_certificate


class Seat(StrEnum):
    """Where somebody sits in a panel, as far as one case goes."""

    EXPERT = "expert"
    CHAIR = "chair"
    DEPUTY = "deputy"
    """Of the panel's chair; or a chair of other panels, who stands in where they may not see the
    case."""
    HEAD = "head"
    HEADS_DEPUTY = "heads-deputy"


SEATS = {
    (Role.CHAIR, False): Seat.CHAIR,
    (Role.CHAIR, True): Seat.DEPUTY,
    (Role.HEAD, False): Seat.HEAD,
    (Role.HEAD, True): Seat.HEADS_DEPUTY,
}
"""Where somebody of the panel sits, by role and whether they are a deputy."""
DECIDING = (Seat.CHAIR, Seat.DEPUTY, Seat.HEAD, Seat.HEADS_DEPUTY)


@dataclass(frozen=True, slots=True)
class Voice:
    """Who said something; `pseudonym` is an expert's."""

    seat: Seat
    pseudonym: int | None
    is_own: bool
    person: str = field(repr=False)
    """To tell people from each other, and never shown."""
    ordinal: int = 0
    """From 1, where several people speak of the case from this seat; 0 where one does."""


def voices(
    connection: Connection, trust: TrustState, entry: CaseEntry, kids: Iterable[str]
) -> Mapping[str, Voice]:
    """By key id, of those devices whose certificate the server signed."""
    own, wanted = certificate_of(connection), set(kids)
    panel, stand_in = _panel_of(connection, entry), deputies(connection)
    found: dict[str, Voice] = {}
    for row in experts(connection):
        if row.kid not in wanted:
            continue
        try:
            certificate = opened_certificate(row.certificate, trust, kid=row.kid).document
        except ProtocolFailure:
            continue
        seat = _seat(certificate, panel, deputy=row.kid in stand_in)
        is_own = certificate.person == own.person
        pseudonym = row.pseudonym if seat is Seat.EXPERT else None
        found[row.kid] = Voice(seat, pseudonym, is_own, certificate.person)
    return found


def own_voice(connection: Connection, entry: CaseEntry) -> Voice:
    """Of this device's person."""
    person = certificate_of(connection).person
    return Voice(own_seat(connection, entry), None, is_own=True, person=person)


def own_seat(connection: Connection, entry: CaseEntry) -> Seat:
    """Where this device's person sits; that they are a deputy no certificate says, but the
    server."""
    own, deputy = certificate_of(connection), standing_in(connection).deputy
    return _seat(own, _panel_of(connection, entry), deputy=deputy)


def may_take_part(connection: Connection, entry: CaseEntry) -> bool:
    """Whether this person may see what is said of a case, and say something: chairs and the head
    where they see its scores, an expert once the own score was received and counts."""
    if own_seat(connection, entry) in DECIDING:
        return not hidden_cases(connection, (entry,), declares=True)
    newest = newest_review(connection, entry.number)
    standing = None if newest is None else standing_score(newest, entry.case_hash)
    return (
        newest is not None
        and standing is not None
        and newest.state is DeliveryState.RECEIVED
        and newest.disposition is not None
        and newest.disposition.counts
    )


def require_part(connection: Connection, entry: CaseEntry, act: str, *seats: Seat) -> None:
    """Raises NotPermitted for who may not take part, or sits elsewhere than in one of `seats`."""
    if seats and own_seat(connection, entry) not in seats:
        raise NotPermitted(act)
    if not may_take_part(connection, entry):
        raise NotPermitted(act)


def _panel_of(connection: Connection, entry: CaseEntry) -> str | None:
    programme = standing_programme(connection)
    panel = None if programme is None else programme.panel_of(entry.area)
    return None if panel is None else panel.code


def _seat(certificate: Certificate, panel: str | None, *, deputy: bool) -> Seat:
    if Role.HEAD in certificate.roles:
        return Seat.HEADS_DEPUTY if deputy else Seat.HEAD
    if Role.CHAIR in certificate.roles:
        return Seat.CHAIR if panel in certificate.panels and not deputy else Seat.DEPUTY
    return Seat.EXPERT
