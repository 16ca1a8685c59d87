"""Takes back certificates that a restored server has lost, on the proof of its own old log."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, select

from central_server.admitting import take_back
from central_server.batches import Issuer
from central_server.clock import Clock, timestamp
from central_server.devices import find_device
from central_server.failures import Refused
from central_server.log import Appended, Log, OpenGroup
from central_server.past_logs import PastLogs, past_logs
from central_server.restored import RETRY_SECONDS, Asking, note_asking, note_returned
from central_server.store import schema
from central_server.trusts import server_keys
from central_server.writer import Finish
from review_protocol.canonical import from_base64, to_base64
from review_protocol.documents.answers import RefusalCode
from review_protocol.documents.leaf import CertificateLeaf, read_entry
from review_protocol.documents.people import Certificate
from review_protocol.envelope import read_envelope
from review_protocol.failures import MalformedDocument, ProtocolFailure
from review_protocol.keys import VerifyKey
from review_protocol.opening import Opened, opened
from review_protocol.returning import CertificatePost
from review_protocol.translog import Receipt


@dataclass(frozen=True, slots=True)
class TakenBack:
    """A certificate that is here, as its envelope, and its receipt."""

    kid: str
    certificate: bytes
    receipt: str


@dataclass(frozen=True, slots=True)
class TakeBack:
    """The unit of work that makes a lost certificate a leaf again, or has it wait for the operator
    (busy), where the key that signed it was replaced since.

    Raises Refused: not found where this server was never restored, malformed where the
    certificate is none of this deployment or not proven by an old log.
    """

    post: CertificatePost
    log: Log
    issuer: Issuer
    clock: Clock

    def __call__(self, group: OpenGroup) -> Finish[TakenBack | Refused]:
        connection = group.connection
        logs = self._logs(connection)
        found = self._signed(logs)
        kid = found.document.kid
        known = find_device(connection, kid)
        # one that is here needs no proof: its receipt may be of a log that a second restore from
        # an older backup knows nothing of
        needed = known is None or not _is_kept(connection, kid, found)
        self._require_leaf(found, logs, proved=needed)
        if known is not None:
            receipts = self.log.receipts(connection, [_leaf_of(connection, kid)])
            taken = TakenBack(kid, _kept(connection, kid), receipts[0])
            return lambda _: taken
        now = timestamp(self.clock())
        if found.envelope.keyid != self.issuer.key.key_id:
            return self._ask(connection, found)
        position = take_back(
            group, found.envelope, name=self.post.device_name, key=self.issuer.key, now=now
        )
        note_returned(connection, kid)
        envelope = _kept(connection, kid)

        def finish(appended: Appended) -> TakenBack:
            return TakenBack(kid, envelope, appended.receipt(position))

        return finish

    def _ask(self, connection: Connection, found: Opened[Certificate]) -> Finish[Refused]:
        """Who has the replaced keys can make such a certificate, and a receipt: the operator asks
        its owner, and lets it in by name."""
        certificate = found.document
        asking = Asking(
            kid=certificate.kid,
            person=certificate.person,
            name=self.post.device_name,
            certificate=to_base64(found.envelope.to_bytes()),
        )
        note_asking(connection, asking)
        refused = Refused(RefusalCode.BUSY, "the operator has to let it in", RETRY_SECONDS)
        return lambda _: refused

    def _logs(self, connection: Connection) -> PastLogs:
        try:
            logs = past_logs(connection, self.post.trusts)
        except ProtocolFailure as error:
            raise Refused(RefusalCode.MALFORMED, type(error).__name__) from error
        if not logs.logs:
            raise Refused(RefusalCode.NOT_FOUND, "this server was not restored")
        return logs

    def _signed(self, logs: PastLogs) -> Opened[Certificate]:
        """The certificate, signed by a server key, for its own key."""
        try:
            return self._opened(logs)
        except ProtocolFailure as error:
            raise Refused(RefusalCode.MALFORMED, type(error).__name__) from error

    def _require_leaf(self, found: Opened[Certificate], logs: PastLogs, *, proved: bool) -> None:
        """That the receipt is this certificate's; where `proved`, by an old log's word."""
        text = self.post.receipt
        try:
            receipt = logs.receipts.read(text) if proved else Receipt.parse(text)
            leaf = read_entry(receipt.leaf)
        except ProtocolFailure as error:
            raise Refused(RefusalCode.MALFORMED, type(error).__name__) from error
        certificate = found.document
        named = (found.id, certificate.kid, certificate.person)
        if (
            not isinstance(leaf, CertificateLeaf)
            or (leaf.certificate, leaf.kid, leaf.person) != named
            or certificate.deployment != logs.documents[-1].deployment
        ):
            raise Refused(RefusalCode.MALFORMED, "the receipt is not this certificate's")

    def _opened(self, logs: PastLogs) -> Opened[Certificate]:
        envelope = from_base64(self.post.certificate)
        keyid = read_envelope(envelope).keyid
        key = next((each for each in server_keys(logs.documents) if each.key_id == keyid), None)
        if key is None:
            raise MalformedDocument("not signed by a server of this deployment")
        found = opened(envelope, Certificate, key)
        if VerifyKey(from_base64(found.document.signing_key)).key_id != found.document.kid:
            raise MalformedDocument("the key is not the one of its id")
        return found


def _is_kept(connection: Connection, kid: str, found: Opened[Certificate]) -> bool:
    """Whether this very certificate is the one that the server has of the device, perhaps under
    the signature of a newer key."""
    return read_envelope(_kept(connection, kid)).document_id == found.id


def _kept(connection: Connection, kid: str) -> bytes:
    device = schema.device.c
    found: bytes = connection.execute(
        select(device.certificate).where(device.kid == kid)
    ).scalar_one()
    return found


def _leaf_of(connection: Connection, kid: str) -> int:
    device = schema.device.c
    return int(connection.execute(select(device.leaf).where(device.kid == kid)).scalar_one())
