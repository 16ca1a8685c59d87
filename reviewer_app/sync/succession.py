"""A server that was restored goes on under another log: what the desk takes over and hands back."""

from __future__ import annotations

from dataclasses import dataclass

import orjson
from sqlalchemy import Connection

from review_protocol.canonical import to_base64
from review_protocol.documents.people import Certificate
from review_protocol.envelope import read_envelope
from review_protocol.failures import ProtocolFailure
from review_protocol.returning import CertificatePost
from review_protocol.translog import Receipt
from review_protocol.translog.succession import Contradiction, SameLog, Successor, continues
from reviewer_app.errors import Found, LogSplit, NotOurServer
from reviewer_app.models.facts import FactName, fact_of, forget_fact, keep_fact, text_of
from reviewer_app.models.past_receipts import PastReceipt, deliver_again, keep_past
from reviewer_app.models.store import Store
from reviewer_app.models.told_devices import told_name
from reviewer_app.sync.client import Met, ServerClient
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
        keep_fact(connection, FactName.RESTORED, str(lost))
        keep_fact(connection, FactName.HAND_BACK, self.known.document.origin)


@dataclass(frozen=True, slots=True)
class HandingBack:
    """Gives a restored server the certificate that it may have lost, with the old log's receipt."""

    store: Store
    kid: str

    def hand_back(self, client: ServerClient, met: Met) -> None:
        """Network. Once after a succession; nothing otherwise, or where it was done.

        Raises ServerRefused, NotOurServer, NoConnection, UntrustedCertificate, AnswerCutOff.
        """
        with self.store.read() as connection:
            origin = text_of(connection, FactName.HAND_BACK)
            certificate = fact_of(connection, FactName.CERTIFICATE)
            receipt = text_of(connection, FactName.CERTIFICATE_RECEIPT)
            name = told_name(connection, self.kid)
        if origin is None or certificate is None or receipt is None:
            return
        post = CertificatePost(
            nonce=client.nonce(),
            certificate=to_base64(certificate),
            receipt=receipt,
            device_name=name,
        )
        returned = client.hand_back(post, met)
        try:
            proved = opened_by_server(certificate, Certificate, met.trust)
            proved_certificate(returned.receipt, proved, met.trust)
        except ProtocolFailure as error:
            raise NotOurServer(client.server, Found.UNSIGNED) from error

        def keep(connection: Connection) -> None:
            subject = read_envelope(certificate).document_id
            leaf = Receipt.parse(receipt).index
            keep_past(connection, PastReceipt(subject, origin, receipt, leaf))
            keep_fact(connection, FactName.CERTIFICATE_RECEIPT, returned.receipt)
            forget_fact(connection, FactName.HAND_BACK)

        self.store.perform(keep)
