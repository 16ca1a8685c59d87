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
    deputy: bool = False
    """Whether the server has them as a deputy: a chair of other panels who stands in is none."""

    @property
    def role(self) -> Role:
        """As the server has it."""
        if self.seat in (Seat.HEAD, Seat.HEADS_DEPUTY):
            return Role.HEAD
        return Role.CHAIR if self.seat in DECIDING else Role.REVIEWER


def voices(
    connection: Connection, trust: TrustState, entry: CaseEntry, kids: Iterable[str]
) -> Mapping[str, Voice]:
    """By key id, of those devices whose certificate the server signed."""
    own, wanted = certificate_of(connection), set(kids)
    panel, stand_in = panel_of(connection, entry), deputies(connection)
    found: dict[str, Voice] = {}
    for row in experts(connection):
        if row.kid not in wanted:
            continue
        try:
            certificate = opened_certificate(row.certificate, trust, kid=row.kid).document
        except ProtocolFailure:
            continue
        deputy = row.kid in stand_in
        seat = seat_of(certificate, panel, deputy=deputy)
        is_own = certificate.person == own.person
        pseudonym = row.pseudonym if seat is Seat.EXPERT else None
        found[row.kid] = Voice(seat, pseudonym, is_own, certificate.person, deputy=deputy)
    return found


def own_voice(connection: Connection, entry: CaseEntry) -> Voice:
    """Of this device's person."""
    person = certificate_of(connection).person
    deputy = standing_in(connection).deputy
    return Voice(own_seat(connection, entry), None, is_own=True, person=person, deputy=deputy)


def own_seat(connection: Connection, entry: CaseEntry) -> Seat:
    """Where this device's person sits; that they are a deputy no certificate says, but the
    server."""
    own, deputy = certificate_of(connection), standing_in(connection).deputy
    return seat_of(own, panel_of(connection, entry), deputy=deputy)


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


def panel_of(connection: Connection, entry: CaseEntry) -> str | None:
    """The code of the panel whose case it is; None where no programme says."""
    programme = standing_programme(connection)
    panel = None if programme is None else programme.panel_of(entry.area)
    return None if panel is None else panel.code


def seat_of(certificate: Certificate, panel: str | None, *, deputy: bool) -> Seat:
    """Where the holder of a certificate sits for a case of this panel; a chair is that of the
    panel where none is known."""
    if Role.HEAD in certificate.roles:
        return Seat.HEADS_DEPUTY if deputy else Seat.HEAD
    if Role.CHAIR in certificate.roles:
        is_of_panel = panel is None or panel in certificate.panels
        return Seat.CHAIR if is_of_panel and not deputy else Seat.DEPUTY
    return Seat.EXPERT
