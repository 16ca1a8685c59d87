"""Packets about packets and keys: judged, and what becomes of the packets that they name. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from central_server.as_of import known_as_of
from central_server.devices import Device
from central_server.known import Known, Named, declared_by, unread
from central_server.lineage import Lineage
from central_server.panel_rules import OnACase
from central_server.rules import judged
from central_server.two_staff import judged_agreement, once_more
from review_protocol.canonical import from_base64
from review_protocol.documents.acts import (
    AgreementPacket,
    ConfirmationPacket,
    ResolutionPacket,
    RotationPacket,
    RulingPacket,
)
from review_protocol.documents.leaf import Disposition
from review_protocol.documents.packet import AmendmentPacket, CasePacket, ScorePacket
from review_protocol.failures import ProtocolFailure
from review_protocol.keys import ExchangePublicKey
from review_protocol.rotation import rotated_key
from review_protocol.sealing import require_receiver

Act = ResolutionPacket | ConfirmationPacket | RotationPacket | AgreementPacket
ACTS = (ResolutionPacket, ConfirmationPacket, RotationPacket, AgreementPacket)

Changes = Mapping[str, Disposition]
"""The dispositions that an act changes, by the packets' ids."""

_CHOSEN_FROM = (Disposition.HELD_FORK, Disposition.NOT_COUNTED_RESOLVED)
_CONFIRMED_FROM = (Disposition.HELD_REVOKED_KEY, Disposition.NOT_COUNTED_DENIED)
_UNJUDGED = (Disposition.HELD_REVOKED_KEY, Disposition.HELD_SIX_WORDS)
"""What arrived so was asked nothing more."""


def judged_act(document: Act, device: Device, known: Known, received: str) -> Disposition:
    """The disposition of the act itself, received at this timestamp.

    A device that awaits its six words changes nothing but its own keys: it may be a thief's.
    """
    if device.awaits_words and not isinstance(document, RotationPacket):
        return Disposition.NOT_COUNTED_ROLE
    if isinstance(document, ConfirmationPacket):
        return _confirmation(document, device, known)
    if isinstance(document, RotationPacket):
        return _rotation(document, device, known)
    if isinstance(document, AgreementPacket):
        return judged_agreement(document, device, known)
    found = judged(document, device, known, received)
    if not found.counts or resolved(document, device, known) is not None:
        return found
    return Disposition.NOT_COUNTED_SUPERSEDES


def resolved(document: ResolutionPacket, device: Device, known: Known) -> Changes | None:
    """What choosing between one person's scores on a case changes.

    `stands` counts, with what it goes back to, as of its own arrival; what is named in `over` does
    not, with what that goes back to. None where it names what it cannot, or two would still count.
    """
    lineage = known.earlier.get((device.person.id, document.case)) or Lineage()
    standing = known.named.get(document.stands)
    if not {document.stands, *document.over} <= lineage.packets.keys() or standing is None:
        return None
    if not _is_of(document, standing):
        return None
    kept = set(lineage.line(document.stands))
    dropped = {id for each in document.over for id in lineage.line(each)} - kept
    changes: dict[str, Disposition] = {}
    for id in kept & known.named.keys():
        if known.named[id].disposition in _CHOSEN_FROM:
            changes[id] = _as_of_arrival(known.named[id], known)
    for id in dropped:
        found = lineage.packets[id].disposition
        if found.counts or found is Disposition.HELD_FORK:
            changes[id] = Disposition.NOT_COUNTED_RESOLVED
    after = changed_lineage(lineage, changes)
    one = after.heads(document.round) == {document.stands}
    return changes if one and after.packets[document.stands].disposition.counts else None


def confirmed(named: Iterable[Named], known: Known) -> Changes:
    """What those packets, held for a revoked key, are when they are their signer's own."""
    own = [each for each in named if not isinstance(each.packet.document, (*ACTS, RulingPacket))]
    return judged_again(own, known, *_CONFIRMED_FROM)


def in_time(named: Iterable[Named], known: Known) -> Changes:
    """What those packets, held as late, are when it is proved that they had come before, or the
    round is as if it had not been closed."""
    found = judged_again(named, known, Disposition.HELD_LATE)
    return {id: now for id, now in found.items() if now is not Disposition.HELD_LATE}


def reinstated(named: Iterable[Named], known: Known) -> Changes:
    """What those packets are that came while their case was withdrawn, now that it is not."""
    return judged_again(named, known, Disposition.NOT_COUNTED_CASE_WITHDRAWN)


def heard(named: Iterable[Named], known: Known) -> Changes:
    """What those packets are that came before their device's six words were read, now that they
    were."""
    return judged_again(named, known, Disposition.HELD_SIX_WORDS)


def denied(named: Iterable[Named]) -> Changes:
    """What those packets, held for a revoked key, are when somebody else signed them."""
    return {
        each.packet.id: Disposition.NOT_COUNTED_DENIED
        for each in named
        if each.disposition is Disposition.HELD_REVOKED_KEY
    }


def changed_lineage(lineage: Lineage, changes: Changes) -> Lineage:
    """The same packets, in the same order, with other dispositions."""
    after = Lineage()
    for id, packet in lineage.packets.items():
        after.add(id, replace(packet, disposition=changes.get(id, packet.disposition)))
    return after


def judged_again(named: Iterable[Named], known: Known, *stood: Disposition) -> Changes:
    """What those that stand so are as of their own arrival, in the order of the log.

    Where another score of the person counts by now that one does not go on from, it is held as a
    fork. What they declare holds for those behind them, unless something newer was declared.
    """
    changes: dict[str, Disposition] = {}
    declared_before = frozenset(known.declared)
    for each in sorted(named, key=lambda each: each.leaf):
        if each.disposition in stood:
            found = _beside_others(each, _but_for_its_key(each, known), known, changes)
            changes[each.packet.id] = found
            _note(each, found, known)
            if found.counts:
                told = declared_by(each.packet.document, each.person)
                known.declared |= {key: told[key] for key in told.keys() - declared_before}
    return changes


def _but_for_its_key(each: Named, known: Known) -> Disposition:
    """What had been judged before its key was revoked counted then, or it would not be held for it;
    of staff, nobody agrees to it later."""
    if each.disposition not in _CONFIRMED_FROM or each.arrived_as in _UNJUDGED:
        return _as_of_arrival(each, known)
    return once_more(each.arrived_as)


def _beside_others(each: Named, found: Disposition, known: Known, changes: Changes) -> Disposition:
    """What is found of a packet that is judged again, unless two scores would then count."""
    document = each.packet.document
    if not found.counts or not isinstance(document, CasePacket):
        return found
    lineage = known.earlier.get((each.person, document.case)) or Lineage()
    after = changed_lineage(lineage, {**changes, each.packet.id: found})
    one = len(after.heads(document.round)) <= 1
    return found if one else Disposition.HELD_FORK


def _as_of_arrival(each: Named, known: Known) -> Disposition:
    """By the round and the text of its own time, and whatever else of the person's there is."""
    document = each.packet.document
    if document is None:
        return unread(each.packet)
    moment = known.proved.get(each.packet.id, each.received)
    then = replace(known_as_of(known, moment), earlier=known.earlier | _before(each, known))
    return judged(document, known.devices[each.packet.header.kid], then, moment)


def _note(each: Named, found: Disposition, known: Known) -> None:
    """Those behind it are judged on what it is by now."""
    known.said.change(each.packet.id, found)
    document = each.packet.document
    if isinstance(document, CasePacket) and (each.person, document.case) in known.earlier:
        lineage = known.earlier[each.person, document.case]
        changed = changed_lineage(lineage, {each.packet.id: found})
        known.earlier[each.person, document.case] = changed


def _before(each: Named, known: Known) -> dict[tuple[str, str], Lineage]:
    """What there was of the person on the case, none of it counting: what stands is asked apart.
    What a panel signs builds on the person's scores, and those stay as they are."""
    document = each.packet.document
    if not isinstance(document, CasePacket):
        return {}
    key = (each.person, document.case)
    lineage = known.earlier.get(key) or Lineage()
    others = {
        id: Disposition.HELD_FORK
        for id, packet in lineage.packets.items()
        if not isinstance(document, OnACase) or packet.kind == document.kind
    }
    return {key: changed_lineage(_without(lineage, each.packet.id), others)}


def _without(lineage: Lineage, id: str) -> Lineage:
    found = Lineage()
    for other, packet in lineage.packets.items():
        if other != id:
            found.add(other, packet)
    return found


def _is_of(document: ResolutionPacket, standing: Named) -> bool:
    """Whether a resolution names text and rubric as the score does that is to stand."""
    score = standing.packet.document
    return isinstance(score, ScorePacket | AmendmentPacket) and (
        score.case,
        score.round,
        score.case_hash,
        score.rubric,
    ) == (document.case, document.round, document.case_hash, document.rubric)


def _confirmation(document: ConfirmationPacket, device: Device, known: Known) -> Disposition:
    """Nobody speaks for another person's packets, and no device that awaits its six words for its
    own: it may be the thief's. What has not arrived is passed over."""
    people = {known.named[id].person for id in _all_of(document) if id in known.named}
    may = people <= {device.person.id} and not device.awaits_words
    return Disposition.COUNTED if may else Disposition.NOT_COUNTED_ROLE


def _all_of(document: ConfirmationPacket) -> tuple[str, ...]:
    return (*document.packets, *document.denied)


def _rotation(document: RotationPacket, device: Device, known: Known) -> Disposition:
    """A key that is certified already is only taken where it was handed back to a restored server:
    it is this very person's, and what is left to do is to revoke the old one."""
    held = known.devices.get(document.kid)
    if held is not None and (held.person.id, held.exchange_key.raw) != (
        device.person.id,
        from_base64(document.exchange_key),
    ):
        return Disposition.HELD_FORK
    try:
        rotated_key(document)
        require_receiver(ExchangePublicKey(from_base64(document.exchange_key)))
    except ProtocolFailure:
        return Disposition.NOT_COUNTED_MALFORMED
    return Disposition.COUNTED
