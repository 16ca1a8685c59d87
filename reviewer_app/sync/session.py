"""The server as a certified device talks to it: signed requests, sealed and signed answers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeVar
from urllib.parse import urlencode

from review_protocol.canonical import to_base64
from review_protocol.documents.answers import (
    BatchAnswer,
    DeliveryAnswer,
    DeviceStanding,
    PacketsAnswer,
    ProgressAnswer,
    RefusalCode,
    StateAnswer,
)
from review_protocol.documents.notice import NoticesAnswer
from review_protocol.exchange import (
    BATCH,
    DELIVERY_COUNT,
    DELIVERY_INFO,
    DEVICE,
    NOTICES,
    PACKETS,
    PROGRESS,
    SEALED_TYPE,
    STATE,
    UPLOAD_LIMIT,
    Delivery,
    is_for_device,
    sign_request,
)
from review_protocol.sealing import seal_to
from review_protocol.translog import Checkpoint
from reviewer_app.errors import Found, NotOurServer
from reviewer_app.models.vault import Vault
from reviewer_app.sync.answers import RefusedWithNonce, verified_answer
from reviewer_app.sync.client import Met, ServerClient
from reviewer_app.sync.transfer import BlobTransfer

_Answer = TypeVar(
    "_Answer",
    BatchAnswer,
    DeliveryAnswer,
    DeviceStanding,
    NoticesAnswer,
    PacketsAnswer,
    ProgressAnswer,
    StateAnswer,
)


_TOLD_TO_DEVICES = (
    RefusalCode.REVOKED_DEVICE,
    RefusalCode.NOT_PERMITTED,
    RefusalCode.ROUND_OPEN,
    RefusalCode.NO_BATCH,
)
"""Refusals that the server gives to a device that it knows; others it may say to anybody."""


class DeviceSession:
    """Requests of one device, each signed over a nonce that the answer before it gave.

    Everything raises NoConnection, UntrustedCertificate, NotOurServer, AnswerCutOff,
    ServerRefused.
    """

    def __init__(self, client: ServerClient, met: Met, vault: Vault) -> None:
        self.client = client
        self.trust = met.trust
        self._met = met
        self._vault = vault
        self._server_nonce = met.hello.request_nonce

    def beside(self) -> DeviceSession:
        """The same device over another connection, for another thread; close its client.

        It begins with the nonce that the server gave at the meeting: one that is stale by now
        costs a request more.
        """
        return DeviceSession(self.client.beside(), self._met, self._vault)

    @property
    def server(self) -> str:
        return self.client.server

    def blobs(self) -> BlobTransfer:
        """What fetches ciphertext over this connection."""
        return BlobTransfer(self.client, self.trust)

    @property
    def kid(self) -> str:
        """The key id of this device, which signed all that its outbox holds."""
        return self._vault.kid

    def state(self, known: Checkpoint | None) -> StateAnswer:
        """Round, devices, changes, and the log's newest checkpoint with the proof from `known`."""
        query: dict[str, str] = {"size": "0"}
        if known is not None and known.size > 0:
            query = {"size": str(known.size), "root": known.root.hex()}
        return self._ask(StateAnswer, "GET", STATE, query)

    def standing(self) -> DeviceStanding:
        """Whether staff wait to be read this device's six words."""
        return self._ask(DeviceStanding, "GET", DEVICE, {})

    def batch(self) -> BatchAnswer:
        """The newest manifest and the releases that hold for it."""
        return self._ask(BatchAnswer, "GET", BATCH, {})

    def deliver(self, envelopes: Sequence[bytes]) -> DeliveryAnswer:
        """Hand packets in, sealed to the intake; `deliverable` says how many at once."""
        body = Delivery(packets=tuple(to_base64(each) for each in envelopes)).body()
        sealed = seal_to(
            self.trust.intake_key,
            body,
            info=DELIVERY_INFO,
            aad=self._vault.kid.encode("ascii"),
        )
        return self._ask(DeliveryAnswer, "POST", PACKETS, {}, sealed)

    def packets_after(self, leaf: int) -> PacketsAnswer:
        """Other people's packets from this leaf on, as far as this person may see them."""
        return self._ask(PacketsAnswer, "GET", PACKETS, {"after": str(leaf)})

    def own_packets_after(self, leaf: int) -> PacketsAnswer:
        """This person's packets from this leaf on, of all their devices, and these devices."""
        return self._ask(PacketsAnswer, "GET", PACKETS, {"after": str(leaf), "whose": "own"})

    def notices_after(self, number: int) -> NoticesAnswer:
        """This person's notices after this number."""
        return self._ask(NoticesAnswer, "GET", NOTICES, {"after": str(number)})

    def progress(self) -> ProgressAnswer:
        """Who has delivered how much; for staff."""
        return self._ask(ProgressAnswer, "GET", PROGRESS, {})

    def _ask(
        self,
        model: type[_Answer],
        method: str,
        path: str,
        query: Mapping[str, str],
        body: bytes = b"",
    ) -> _Answer:
        target = f"{path}?{urlencode(query)}" if query else path
        try:
            return self._ask_once(model, method, target, body)
        except RefusedWithNonce as refused:
            if refused.code in _TOLD_TO_DEVICES:
                self._require_own(refused.request_nonce)
            self._server_nonce = refused.request_nonce
            if refused.code is not RefusalCode.STALE_NONCE:
                raise
        return self._ask_once(model, method, target, body)

    def _ask_once(self, model: type[_Answer], method: str, target: str, body: bytes) -> _Answer:
        nonce = self.client.nonce()
        signature = sign_request(
            self._vault.signing_key,
            method,
            target,
            body,
            server_nonce=self._server_nonce,
            request_nonce=nonce,
        )
        headers = signature.headers() | ({"Content-Type": SEALED_TYPE} if body else {})
        reply = self.client.http.ask(method, target, body=body, headers=headers)
        answer = verified_answer(
            reply,
            model,
            server=self.server,
            server_key=self.trust.server_key,
            nonce=nonce,
            exchange_key=self._vault.exchange_key,
        )
        self._require_own(answer.request_nonce)
        self._server_nonce = answer.request_nonce
        return answer

    def _require_own(self, server_nonce: str) -> None:
        """Another device may have asked with our nonce, and somebody in between passed it on."""
        if not is_for_device(server_nonce, self._vault.kid):
            raise NotOurServer(self.server, Found.UNSIGNED)


def deliverable(envelopes: Sequence[bytes]) -> int:
    """How many of these, from the first, go into one delivery: by count and by bytes."""
    room = UPLOAD_LIMIT - (64 << 10)
    for count, envelope in enumerate(envelopes[:DELIVERY_COUNT]):
        room -= len(envelope) * 4 // 3 + 8
        if room < 0:
            return max(count, 1)
    return min(len(envelopes), DELIVERY_COUNT)
