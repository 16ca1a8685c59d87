"""All that one person signed, on this device and on others, and what of it needs a word."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Connection

from review_protocol.documents.acts import ConfirmationPacket, ResolutionPacket, RotationPacket
from review_protocol.documents.leaf import Disposition
from review_protocol.documents.packet import (
    AmendmentPacket,
    CasePacket,
    Packet,
    RecusalPacket,
    ScorePacket,
    WithdrawalPacket,
)
from review_protocol.envelope import read_envelope
from reviewer_app.models.erased import ERASED
from reviewer_app.models.other_packets import other_packets
from reviewer_app.models.outbox import StoredPacket, all_packets
from reviewer_app.models.rows import DeliveryState

_ACTS = (ConfirmationPacket.kind, ResolutionPacket.kind, RotationPacket.kind)
_STEM = {"header", "nonce", "checkpoint", "claimed"}
_REVIEWS = ScorePacket | AmendmentPacket | WithdrawalPacket | RecusalPacket


@dataclass(frozen=True, slots=True)
class Signed:
    """A packet of the person's, wherever it was signed."""

    stored: StoredPacket
    kid: str
    document: Packet
    here: bool

    @property
    def id(self) -> str:
        return self.stored.id

    @property
    def disposition(self) -> Disposition | None:
        return self.stored.disposition

    @property
    def supersedes(self) -> str | None:
        document = self.document
        if isinstance(document, AmendmentPacket | WithdrawalPacket | RecusalPacket):
            return document.supersedes
        return None


def all_signed(connection: Connection) -> tuple[Signed, ...]:
    """Everything whose text is here, in the order of signing, what was signed here last."""
    others = (
        Signed(each.stored(), each.kid, document, here=False)
        for each in other_packets(connection)
        if (document := each.document()) is not None
    )
    here = (
        Signed(each, read_envelope(each.envelope).keyid, each.document(), here=True)
        for each in all_packets(connection)
        if each.envelope != ERASED
    )
    return (*others, *here)


def held_for_revoked_key(signed: Iterable[Signed], kid: str) -> tuple[Signed, ...]:
    """What may be confirmed: it was held for another key than this device's, and is no act that
    is to be done anew."""
    found = list(signed)
    said: set[str] = set()
    for each in found:
        waits = each.stored.state is not DeliveryState.RECEIVED
        if waits and isinstance(each.document, ConfirmationPacket):
            said |= {*each.document.packets, *each.document.denied}
    return tuple(
        each
        for each in found
        if each.disposition is Disposition.HELD_REVOKED_KEY
        and each.kid != kid
        and each.stored.kind not in _ACTS
        and each.id not in said
    )


def is_confirming(signed: Iterable[Signed]) -> bool:
    """Whether a confirmation is on its way."""
    return any(
        isinstance(each.document, ConfirmationPacket)
        and each.stored.state is not DeliveryState.RECEIVED
        for each in signed
    )


@dataclass(frozen=True, slots=True)
class Fork:
    """The heads of a person's lines on one case, the one that counts first."""

    case: str
    heads: tuple[Signed, ...]
    chosen: str | None


def forks(signed: Iterable[Signed]) -> tuple[Fork, ...]:
    """Cases of which one score counts and another is held because of it."""
    by_case: dict[str, list[Signed]] = {}
    chosen: dict[str, str] = {}
    for each in signed:
        document = each.document
        if isinstance(document, ResolutionPacket):
            if each.stored.state is not DeliveryState.RECEIVED:
                chosen[document.case] = document.stands
        elif isinstance(document, _REVIEWS):
            by_case.setdefault(document.case, []).append(each)
    found = []
    for case, reviews in sorted(by_case.items()):
        counted = _heads(reviews, Disposition.COUNTED)
        held = _heads(reviews, Disposition.HELD_FORK)
        if counted and held:
            found.append(Fork(case, (*counted, *held), chosen.get(case)))
    return tuple(found)


def to_sign_again(signed: Iterable[Signed]) -> tuple[Signed, ...]:
    """What was signed here and held because a copy of this desk had taken its place, where
    nothing else counts instead and it was not signed once more since."""
    found = list(signed)
    counted = {
        each.document.case
        for each in found
        if isinstance(each.document, CasePacket)
        and (each.disposition is None or each.disposition.counts)
    }
    return tuple(
        each
        for each in _last_of_each(each for each in found if each.here)
        if each.disposition is Disposition.HELD_FORK
        and each.stored.kind not in _ACTS
        and not (isinstance(each.document, CasePacket) and each.document.case in counted)
        and not isinstance(each.document, WithdrawalPacket)
    )


def is_copied(signed: Iterable[Signed], kid: str) -> bool:
    """Whether this device's key signed something that this desk does not have."""
    return any(each.kid == kid and not each.here for each in signed)


def _heads(reviews: Iterable[Signed], disposition: Disposition) -> list[Signed]:
    of_it = [each for each in reviews if each.disposition is disposition]
    gone_on = {each.supersedes for each in of_it}
    return [each for each in of_it if each.id not in gone_on]


def _last_of_each(signed: Iterable[Signed]) -> tuple[Signed, ...]:
    """The last word on each case, and of everything else what was said last in the same words."""
    last: dict[tuple[str, str | None], Signed] = {}
    for each in signed:
        if isinstance(each.document, _REVIEWS):
            key = ("review", each.stored.case)
        else:
            said = each.document.model_dump_json(exclude=_STEM)
            key = (each.stored.kind, said)
        last.pop(key, None)
        last[key] = each
    return tuple(last.values())
