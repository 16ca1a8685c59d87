"""What an act that counts changes: how packets stand, or a device's keys; each change a leaf."""

from __future__ import annotations

from dataclasses import replace

from central_server.acts import confirmed, denied, resolved
from central_server.admitting import admit, certified
from central_server.arrival_facts import ArrivalFacts
from central_server.batches import Issuer
from central_server.changing import change_dispositions
from central_server.declarations import keep_older_declarations
from central_server.known import Incoming, Known
from central_server.log import OpenGroup
from central_server.notices import Telling, tell, words
from central_server.revocation import revoke
from central_server.rulings import ruled
from central_server.two_staff import answer, carry_out_request
from review_protocol.documents.acts import (
    AgreementPacket,
    ConfirmationPacket,
    ResolutionPacket,
    RotationPacket,
    RulingPacket,
)
from review_protocol.documents.notice import NoticeKind
from review_protocol.documents.packet import RoundPacket, ScorePacket

_SAID = {
    True: (
        "秘书处决定：您对该案例的评审计入。理由：{}",
        "The secretariat has decided that your review of this case counts. The reason: {}",
    ),
    False: (
        "秘书处决定：您对该案例的评审不计入；您签署的内容仍予保留。理由：{}",
        "The secretariat has decided that your review of this case does not count; what you signed "
        "is kept. The reason: {}",
    ),
}
"""Of a decision that counts, and of one that does not: Chinese, English."""

ROTATED = "new keys of the same device"
"""The reason of the revocation that a rotation brings with it."""


def carry_out(
    group: OpenGroup,
    packet: Incoming,
    known: Known,
    facts: ArrivalFacts,
    issuer: Issuer,
    received: str,
) -> None:
    """Do what a counted packet says about other packets, rounds or keys; others change nothing."""
    match packet.document:
        case ResolutionPacket() as document:
            device = known.devices[packet.header.kid]
            changes = resolved(document, device, known)
            change_dispositions(group, changes or {}, act=packet.id, now=received)
        case ConfirmationPacket() as document:
            _confirm(group, packet.id, document, known, facts, received)
        case RotationPacket() as document:
            _rotate(group, document, known, issuer, received)
        case AgreementPacket() as document:
            answer(group, packet.id, document, known.named[document.request], received)
        case RoundPacket() as document:
            carry_out_request(group, packet.id, document, received)
        case RulingPacket() as document:
            _rule(group, packet.id, document, known, issuer, received)
        case _:
            pass


def _confirm(
    group: OpenGroup,
    act: str,
    document: ConfirmationPacket,
    known: Known,
    facts: ArrivalFacts,
    received: str,
) -> None:
    mine = [known.named[id] for id in document.packets if id in known.named]
    others = [known.named[id] for id in document.denied if id in known.named]
    arrived = [each.packet for each in mine]
    then = replace(facts.look_up(group.connection, arrived), named=known.named)
    changes = confirmed(mine, then)
    change_dispositions(group, {**changes, **denied(others)}, act=act, now=received)
    keep_older_declarations(group.connection, mine, changes)


def _rule(
    group: OpenGroup, id: str, document: RulingPacket, known: Known, issuer: Issuer, now: str
) -> None:
    """Let the review stand as was decided, and tell its expert, with the reason."""
    change_dispositions(group, ruled(document, known) or {}, act=id, now=now)
    named = known.named[document.packet]
    review = named.packet.document
    assert isinstance(review, ScorePacket)
    zh, en = _SAID[document.counts]
    text = words(zh.format(document.reason), en.format(document.reason))
    what = Telling(NoticeKind.MESSAGE, case=review.case, round=review.round, text=text)
    tell(group, issuer, (named.person,), what, now)


def _rotate(
    group: OpenGroup, document: RotationPacket, known: Known, issuer: Issuer, received: str
) -> None:
    """Certify the new keys, and revoke the old one from the leaf after that on."""
    old = document.header.kid
    if document.kid in known.devices:  # it was handed back to a restored server
        here = group.first + len(group.entries)
        revoke(group, old, from_leaf=here, reason=ROTATED, issuer=issuer, now=received)
        return
    person, awaits_words = known.devices[old].person, known.devices[old].awaits_words
    certificate = certified(
        person,
        kid=document.kid,
        signing_key=document.signing_key,
        exchange_key=document.exchange_key,
        deployment=issuer.deployment,
        key=issuer.key,
        now=received,
    )
    # who was heard gave itself these keys
    position = admit(
        group, certificate, name=document.device_name, now=received, awaits_words=awaits_words
    )
    revoke(group, old, from_leaf=position + 1, reason=ROTATED, issuer=issuer, now=received)
