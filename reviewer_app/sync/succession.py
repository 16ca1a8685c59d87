"""A server that was restored goes on under another log: what the desk takes over and hands back."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass

import orjson
from sqlalchemy import Connection

from review_protocol.canonical import from_base64, to_base64
from review_protocol.documents.answers import RefusalCode
from review_protocol.documents.people import Certificate
from review_protocol.envelope import read_envelope
from review_protocol.failures import MalformedDocument, ProtocolFailure
from review_protocol.keys import VerifyKey
from review_protocol.returning import (
    RECEIPT_COUNT,
    TRUST_COUNT,
    CertificatePost,
    PastReceipts,
)
from review_protocol.translog import Receipt
from review_protocol.translog.succession import Contradiction, SameLog, Successor, continues
from reviewer_app.errors import Found, LogSplit, NotOurServer, ServerRefused
from reviewer_app.models.facts import FactName, fact_of, forget_fact, keep_fact, text_of
from reviewer_app.models.other_packets import OwnDevice, keep_devices
from reviewer_app.models.outbox import packets_at, waiting_entries, waiting_rotations
from reviewer_app.models.own_certificates import (
    HeldCertificate,
    certificate_for,
    standing_certificate,
)
from reviewer_app.models.past_receipts import (
    PastReceipt,
    deliver_again,
    forget_standings,
    keep_past,
    waiting_proofs,
)
from reviewer_app.models.store import Store
from reviewer_app.models.told_devices import told_name
from reviewer_app.sync.client import Met, ServerClient
from reviewer_app.sync.session import DeviceSession
from reviewer_app.sync.trust import (
    TrustState,
    kept_checkpoint,
    opened_by_server,
    proved_certificate,
)


@dataclass(frozen=True, slots=True)
class TakingOver:
    """Takes a newer trust document over in one transaction, whatever it means for the log."""

    store: Store
    known: TrustState
    known_note: str | None
    now: str

    def take(self, newer: TrustState) -> None:
        """Keep it. Where its log follows the known one: receipts are put aside, packets go out
        once more, and the next checkpoint must extend what both logs have.

        Raises LogSplit for what the root should never have signed; both documents are kept then.
        """
        known = None if self.known_note is None else kept_checkpoint(self.known_note)
        found = continues(self.known.document, newer.document, known)
        if isinstance(found, Contradiction):
            with self.store.write() as connection:
                keep_fact(connection, FactName.SPLIT, newer.document.last_good or "")
                keep_fact(connection, FactName.SPLIT_TRUST, newer.envelope)
            raise LogSplit(0 if known is None else known.size, 0)
        self.store.perform(lambda connection: self._take(connection, newer, found))

    def _take(self, connection: Connection, newer: TrustState, found: SameLog | Successor) -> None:
        keep_fact(connection, FactName.TRUST, newer.envelope)
        if isinstance(found, SameLog):
            return
        past = fact_of(connection, FactName.PAST_TRUSTS)
        trusts = [] if past is None else orjson.loads(past)
        trusts.append(to_base64(self.known.envelope))
        keep_fact(connection, FactName.PAST_TRUSTS, orjson.dumps(trusts))
        if found.anchor is None:
            forget_fact(connection, FactName.CHECKPOINT)
        elif found.anchor == found.last_good:
            keep_fact(connection, FactName.CHECKPOINT, newer.document.last_good or "")
        lost = deliver_again(connection, self.known.document.origin, found.kept, self.now)
        forget_standings(connection)
        keep_fact(connection, FactName.RESTORED, str(lost))
        keep_fact(connection, FactName.HAND_BACK, self.known.document.origin)
        before = text_of(connection, FactName.PROVE)
        first = found.kept if before is None else min(int(before), found.kept)
        keep_fact(connection, FactName.PROVE, str(first))


@dataclass(frozen=True, slots=True)
class HandingBack:
    """Gives a restored server the certificates that it may have lost, with the old log's receipts:
    of the keys that signed what waits, before and now."""

    store: Store
    kid: str

    def hand_back(self, client: ServerClient, met: Met) -> None:
        """Network. Once after a succession; nothing otherwise, or where it was done.

        Raises ServerRefused, NotOurServer, NoConnection, UntrustedCertificate, AnswerCutOff.
        """
        with self.store.read() as connection:
            origin = text_of(connection, FactName.HAND_BACK)
            standing = standing_certificate(connection)
            earlier = () if standing is None else self._earlier(connection, standing)
        if origin is None or standing is None:
            return
        for held in earlier:
            with suppress(ServerRefused):  # its packets are not taken then, and nothing else
                self._hand_back(client, met, held, origin)
        returned = self._hand_back(client, met, standing, origin)

        def keep(connection: Connection) -> None:
            keep_fact(connection, FactName.CERTIFICATE, returned.envelope)
            keep_fact(connection, FactName.CERTIFICATE_RECEIPT, returned.receipt)
            forget_fact(connection, FactName.HAND_BACK)

        self.store.perform(keep)

    def _earlier(
        self, connection: Connection, standing: HeldCertificate
    ) -> tuple[HeldCertificate, ...]:
        """Oldest first: each gave itself the next."""
        waiting = (*waiting_entries(connection), *waiting_rotations(connection))
        kids = {read_envelope(each.envelope).keyid for each in packets_at(connection, waiting)}
        held = (certificate_for(connection, each) for each in kids - {standing.certificate.kid})
        found = [each for each in held if each is not None]
        return tuple(sorted(found, key=lambda each: Receipt.parse(each.receipt).index))

    def _hand_back(
        self, client: ServerClient, met: Met, held: HeldCertificate, origin: str
    ) -> HeldCertificate:
        """The certificate as the server has it now; both receipts are kept."""
        kid = held.certificate.kid
        with self.store.read() as connection:
            post = CertificatePost(
                nonce=client.nonce(),
                certificate=to_base64(held.envelope),
                receipt=held.receipt,
                device_name=told_name(connection, kid),
                trusts=_past_trusts(connection),
                anew=True,
            )
        subject = read_envelope(held.envelope).document_id
        returned = client.hand_back(post, met)
        try:
            envelope = from_base64(returned.certificate)
            proved = opened_by_server(envelope, Certificate, met.trust)
            receipt = proved_certificate(returned.receipt, proved, met.trust)
            if proved.id != subject:
                raise MalformedDocument("another certificate than was handed back")
        except ProtocolFailure as error:
            raise NotOurServer(client.server, Found.UNSIGNED) from error

        def keep(connection: Connection) -> None:
            leaf = Receipt.parse(held.receipt).index
            keep_past(connection, PastReceipt(subject, origin, held.receipt, leaf))
            one = OwnDevice(kid, envelope, returned.receipt, receipt.index, None)
            keep_devices(connection, [one])

        self.store.perform(keep)
        return HeldCertificate(envelope, returned.receipt)


@dataclass(frozen=True, slots=True)
class ProvingArrivals:
    """Gives a restored server the old receipts of what it has lost, before the packets."""

    store: Store

    def prove(self, session: DeviceSession) -> None:
        """Network. Once after a succession; nothing otherwise, or where it was done.

        What the server does not believe is judged as of the day on which it comes again. Raises
        what the session raises.
        """
        with self.store.read() as connection:
            first = text_of(connection, FactName.PROVE)
            receipts = () if first is None else waiting_proofs(connection, int(first))
            trusts = _past_trusts(connection)
        if first is None:
            return
        try:
            for start in range(0, len(receipts), RECEIPT_COUNT):
                some = receipts[start : start + RECEIPT_COUNT]
                session.hand_back(PastReceipts(receipts=some, trusts=trusts))
        except ServerRefused as refused:
            if refused.code not in (RefusalCode.NOT_FOUND, RefusalCode.MALFORMED):
                raise
        with self.store.write() as connection:
            forget_fact(connection, FactName.PROVE)


def past_trusts(kept: bytes | None, root: VerifyKey) -> tuple[TrustState, ...]:
    """The fact's trust documents, of the logs before this one, the newest first; raises
    ProtocolFailure."""
    found = [] if kept is None else orjson.loads(kept)
    return tuple(TrustState.first(root, from_base64(each)) for each in reversed(found))


def _past_trusts(connection: Connection) -> tuple[str, ...]:
    """The trust documents before the one that stands, base64: the newest of them."""
    past = fact_of(connection, FactName.PAST_TRUSTS)
    return () if past is None else tuple(orjson.loads(past)[-TRUST_COUNT:])
