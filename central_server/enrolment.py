"""Enrolment: an invitation's secret turns a device's own keys into a certificate in the log."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, Row, select, update

from central_server.admitting import admit, certified
from central_server.batches import Issuer
from central_server.clock import Clock, timestamp
from central_server.devices import find_device
from central_server.facts import Fact, read_fact
from central_server.failures import Refused
from central_server.log import Appended, OpenGroup
from central_server.people import find_person
from central_server.questions import tell_earlier_answers
from central_server.six_words import are_required
from central_server.spent_codes import spent_refusal
from central_server.store import schema
from central_server.writer import Finish
from review_protocol.canonical import from_base64, parse_canonical, to_base64
from review_protocol.documents.answers import RefusalCode
from review_protocol.documents.people import EnrolmentAnswer, EnrolmentRequest, Role
from review_protocol.envelope import read_envelope
from review_protocol.exchange import (
    DECLINE_LABEL,
    ENROLMENT_ANSWER_LABEL,
    ENROLMENT_REQUEST_LABEL,
    INVITATION_LABEL,
    DeclinePost,
    EnrolmentPost,
    InvitationPost,
)
from review_protocol.keys import ExchangePublicKey, VerifyKey, mac, mac_key, mac_matches
from review_protocol.opening import Opened, opened, sealed
from review_protocol.sealed_enrolment import Certified
from review_protocol.sealing import require_receiver

InvitationRow = Row[tuple[object, ...]]


@dataclass(frozen=True, slots=True)
class Wish:
    """An enrolment request whose own signature holds; who may have it is not yet said."""

    opened: Opened[EnrolmentRequest]
    verify_key: VerifyKey
    exchange_key: ExchangePublicKey
    mac: str

    @property
    def request(self) -> EnrolmentRequest:
        return self.opened.document


def read_wish(post: EnrolmentPost) -> Wish:
    """The request in a post; raises ProtocolFailure where it is malformed or not self-signed."""
    raw = from_base64(post.request)
    body = read_envelope(raw).body
    parse_canonical(body)
    claimed = EnrolmentRequest.from_body(body)
    key = VerifyKey(from_base64(claimed.signing_key))
    exchange_key = ExchangePublicKey(from_base64(claimed.exchange_key))
    require_receiver(exchange_key)
    return Wish(opened(raw, EnrolmentRequest, key), key, exchange_key, post.mac)


@dataclass(frozen=True, slots=True)
class Enrol:
    """The unit of work that certifies a device, or says why not; a refused try is counted."""

    wish: Wish
    issuer: Issuer
    clock: Clock

    def __call__(self, group: OpenGroup) -> Finish[Certified | Refused]:
        request = self.wish.request
        invitation = _find(group.connection, request.invitation)
        refused = self._refusal(group.connection, invitation)
        if refused is not None:
            return _refuse(group.connection, request.invitation, refused)
        assert invitation is not None
        if invitation.used_kid is not None:
            return self._again(group.connection, invitation)
        return self._certify(group, invitation)

    def _refusal(self, connection: Connection, invitation: InvitationRow | None) -> Refused | None:
        if invitation is None:
            return Refused(RefusalCode.UNKNOWN_INVITATION, "no such invitation")
        if (spent := spent_refusal(invitation)) is not None:
            return spent
        key = mac_key(invitation.secret, ENROLMENT_REQUEST_LABEL)
        if not mac_matches(self.wish.mac, key, self.wish.opened.envelope.body):
            return Refused(RefusalCode.UNKNOWN_INVITATION, "no such invitation")
        kid = self.wish.verify_key.key_id
        if invitation.declined is not None:
            return Refused(RefusalCode.DECLINED_INVITATION, "declined")
        if invitation.used_kid not in (None, kid):
            return Refused(RefusalCode.USED_INVITATION, "used by another key")
        if invitation.used_kid == kid:
            return None
        if timestamp(self.clock()) > invitation.expires:
            return Refused(RefusalCode.EXPIRED_INVITATION, "expired")
        if find_device(connection, kid) is not None:
            return Refused(RefusalCode.USED_INVITATION, "the key was certified before")
        return None

    def _again(
        self, connection: Connection, invitation: InvitationRow
    ) -> Finish[Certified | Refused]:
        """The same certificate and proof; only the nonce is this request's."""
        device = find_device(connection, self.wish.verify_key.key_id)
        awaits = device is not None and device.awaits_words
        first = EnrolmentAnswer.from_body(invitation.answer)
        answer = first.model_copy(update={"nonce": self.wish.request.nonce})
        reply = self._reply(answer, invitation.secret, awaits_words=awaits)
        return lambda _: reply

    def _certify(self, group: OpenGroup, invitation: InvitationRow) -> Finish[Certified | Refused]:
        connection, now = group.connection, timestamp(self.clock())
        person = find_person(connection, invitation.person)
        request, kid = self.wish.request, self.wish.verify_key.key_id
        certificate = certified(
            person,
            kid=kid,
            signing_key=request.signing_key,
            exchange_key=request.exchange_key,
            deployment=self.issuer.deployment,
            key=self.issuer.key,
            now=now,
        )
        awaits = are_required(connection, person.id)
        position = admit(group, certificate, name=request.device_name, now=now, awaits_words=awaits)
        if person.role is Role.STAFF:
            tell_earlier_answers(group, person.id, issuer=self.issuer, now=now)
        answer = EnrolmentAnswer(
            nonce=self.wish.request.nonce,
            root_key=to_base64(read_fact(connection, Fact.ROOT_KEY)),
            trust=to_base64(read_fact(connection, Fact.TRUST)),
            certificate=to_base64(certificate.to_bytes()),
            log_proof="",
            person_name=person.name,
            programme=to_base64(read_fact(connection, Fact.PROGRAMME)),
        )

        def finish(appended: Appended) -> Certified:
            proven = answer.model_copy(update={"log_proof": appended.receipt(position)})
            _use(connection, invitation.id, kid=kid, used=now, answer=proven.body())
            return self._reply(proven, invitation.secret, awaits_words=awaits)

        return finish

    def _reply(self, answer: EnrolmentAnswer, secret: bytes, *, awaits_words: bool) -> Certified:
        envelope = sealed(answer, self.issuer.key)
        code = mac(mac_key(secret, ENROLMENT_ANSWER_LABEL), envelope.body)
        return Certified(answer=to_base64(envelope.to_bytes()), mac=code, awaits_words=awaits_words)


@dataclass(frozen=True, slots=True)
class CountTry:
    """The unit of work that counts a post which the invitation's secret does not open."""

    invitation: str

    def __call__(self, group: OpenGroup) -> Finish[Refused]:
        invitation = _find(group.connection, self.invitation)
        spent = None if invitation is None else spent_refusal(invitation)
        unknown = Refused(RefusalCode.UNKNOWN_INVITATION, "no such invitation")
        return _refuse(group.connection, self.invitation, spent or unknown)


def find_secret(connection: Connection, invitation: str) -> bytes | None:
    """What both ends of an invitation know; None where there is no such invitation, or its secret
    was forgotten."""
    found = _find(connection, invitation)
    return None if found is None else found.secret or None


@dataclass(frozen=True, slots=True)
class Decline:
    """The unit of work that closes an invitation at the invited person's own word."""

    post: DeclinePost
    clock: Clock

    def __call__(self, group: OpenGroup) -> Finish[Refused | None]:
        connection, post = group.connection, self.post
        invitation = _find(connection, post.invitation)
        refused = self._refusal(invitation)
        if refused is not None:
            return _refuse(connection, post.invitation, refused)
        table = schema.invitation
        connection.execute(
            update(table)
            .where(table.c.id == post.invitation, table.c.declined.is_(None))
            .values(declined=timestamp(self.clock()), decline_reason=post.reason)
        )
        return lambda _: None

    def _refusal(self, invitation: InvitationRow | None) -> Refused | None:
        unknown = Refused(RefusalCode.UNKNOWN_INVITATION, "no such invitation")
        if invitation is None:
            return unknown
        if (spent := spent_refusal(invitation)) is not None:
            return spent
        post = self.post
        parts = (post.invitation.encode(), post.nonce.encode(), post.reason.encode())
        if not mac_matches(post.mac, mac_key(invitation.secret, DECLINE_LABEL), *parts):
            return unknown
        if invitation.used_kid is not None:
            return Refused(RefusalCode.USED_INVITATION, "accepted before")
        return None


def invitation_refusal(connection: Connection, post: InvitationPost, now: str) -> Refused | None:
    """Why no device would be certified by this invitation, None where one would; nothing changes.

    A used one is refused although its own device may ask again: who asks here names no key.
    """
    invitation = _find(connection, post.invitation)
    if invitation is not None and (spent := spent_refusal(invitation)) is not None:
        return spent
    parts = (post.invitation.encode(), post.nonce.encode())
    if invitation is None or not mac_matches(
        post.mac, mac_key(invitation.secret, INVITATION_LABEL), *parts
    ):
        return Refused(RefusalCode.UNKNOWN_INVITATION, "no such invitation")
    if invitation.declined is not None:
        return Refused(RefusalCode.DECLINED_INVITATION, "declined")
    if invitation.used_kid is not None:
        return Refused(RefusalCode.USED_INVITATION, "used before")
    if now > invitation.expires:
        return Refused(RefusalCode.EXPIRED_INVITATION, "expired")
    return None


def _find(connection: Connection, invitation: str) -> InvitationRow | None:
    table = schema.invitation
    return connection.execute(select(table).where(table.c.id == invitation)).one_or_none()


def _refuse(connection: Connection, invitation: str, refused: Refused) -> Finish[Refused]:
    """Count the try where there is such an invitation; staff see the number."""
    table = schema.invitation
    connection.execute(
        update(table)
        .where(table.c.id == invitation)
        .values(refused_tries=table.c.refused_tries + 1)
    )
    return lambda _: refused


def _use(connection: Connection, invitation: str, *, kid: str, used: str, answer: bytes) -> None:
    table = schema.invitation
    connection.execute(
        update(table).where(table.c.id == invitation).values(used_kid=kid, used=used, answer=answer)
    )
