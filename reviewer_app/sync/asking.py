"""Requests of one device: each is signed over a nonce that the answer before it gave."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar
from urllib.parse import urlencode

from review_protocol.documents.answers import (
    BatchAnswer,
    DeliveryAnswer,
    DeviceStanding,
    PacketsAnswer,
    ProgressAnswer,
    RefusalCode,
    StateAnswer,
)
from review_protocol.documents.dossier import DossierAnswer, DossierStateAnswer
from review_protocol.documents.draws import DrawsAnswer
from review_protocol.documents.entries import EntriesAnswer
from review_protocol.documents.matters import MattersAnswer
from review_protocol.documents.notice import NoticesAnswer
from review_protocol.exchange import SEALED_TYPE, is_for_device, sign_request
from review_protocol.returning import PastReceiptsTaken
from reviewer_app.errors import Found, NotOurServer
from reviewer_app.models.vault import Vault
from reviewer_app.sync.again import persistently
from reviewer_app.sync.answers import RefusedWithNonce, signed_answer
from reviewer_app.sync.client import Met, ServerClient

_Answer = TypeVar(
    "_Answer",
    BatchAnswer,
    DeliveryAnswer,
    DeviceStanding,
    DossierAnswer,
    DossierStateAnswer,
    DrawsAnswer,
    EntriesAnswer,
    MattersAnswer,
    NoticesAnswer,
    PacketsAnswer,
    PastReceiptsTaken,
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


class Asking:
    """Asks over one connection, and keeps the nonce for the next request."""

    def __init__(self, client: ServerClient, met: Met, vault: Vault) -> None:
        self._client = client
        self._trust = met.trust
        self._vault = vault
        self._server_nonce = met.hello.request_nonce

    def ask(
        self,
        model: type[_Answer],
        method: str,
        path: str,
        query: Mapping[str, str],
        body: bytes = b"",
    ) -> _Answer:
        """The verified answer to one request."""
        answer, _ = self.ask_signed(model, method, path, query, body)
        return answer

    def ask_signed(
        self,
        model: type[_Answer],
        method: str,
        path: str,
        query: Mapping[str, str],
        body: bytes = b"",
    ) -> tuple[_Answer, bytes]:
        """The same, and the envelope in which the server signed it."""
        target = f"{path}?{urlencode(query)}" if query else path
        tries = self._client.http.transport.tries
        return persistently(lambda: self._ask_anew(model, method, target, body), tries)

    def _ask_anew(
        self, model: type[_Answer], method: str, target: str, body: bytes
    ) -> tuple[_Answer, bytes]:
        """Ask, once more where the server's nonce was stale."""
        try:
            return self._ask_once(model, method, target, body)
        except RefusedWithNonce as refused:
            if refused.code in _TOLD_TO_DEVICES:
                self._require_own(refused.request_nonce)
            self._server_nonce = refused.request_nonce
            if refused.code is not RefusalCode.STALE_NONCE:
                raise
        return self._ask_once(model, method, target, body)

    def _ask_once(
        self, model: type[_Answer], method: str, target: str, body: bytes
    ) -> tuple[_Answer, bytes]:
        nonce = self._client.nonce()
        signature = sign_request(
            self._vault.signing_key,
            method,
            target,
            body,
            server_nonce=self._server_nonce,
            request_nonce=nonce,
        )
        headers = signature.headers() | ({"Content-Type": SEALED_TYPE} if body else {})
        reply = self._client.http.ask(method, target, body=body, headers=headers)
        answer, signed = signed_answer(
            reply,
            model,
            server=self._client.server,
            server_key=self._trust.server_key,
            nonce=nonce,
            exchange_key=self._vault.exchange_key,
        )
        self._require_own(answer.request_nonce)
        self._server_nonce = answer.request_nonce
        return answer, signed

    def _require_own(self, server_nonce: str) -> None:
        """Another device may have asked with our nonce, and somebody in between passed it on."""
        if not is_for_device(server_nonce, self._vault.kid):
            raise NotOurServer(self._client.server, Found.UNSIGNED)
