"""The server as a certified device talks to it: signed requests, sealed and signed answers."""

from __future__ import annotations

from collections.abc import Sequence

from review_protocol.canonical import to_base64
from review_protocol.documents.answers import (
    BatchAnswer,
    DeliveryAnswer,
    DeviceStanding,
    PacketsAnswer,
    StateAnswer,
)
from review_protocol.documents.entries import EntriesAnswer
from review_protocol.documents.notice import NoticesAnswer
from review_protocol.exchange import (
    BATCH,
    DELIVERY_COUNT,
    DELIVERY_INFO,
    DEVICE,
    ENTRIES,
    NOTICES,
    PACKETS,
    STATE,
    UPLOAD_LIMIT,
    Delivery,
)
from review_protocol.returning import (
    RECEIPTS,
    RECEIPTS_INFO,
    PastReceipts,
    PastReceiptsTaken,
)
from review_protocol.sealing import seal_to
from review_protocol.translog import Checkpoint
from reviewer_app.models.vault import Vault
from reviewer_app.sync.asking import Asking
from reviewer_app.sync.client import Met, ServerClient
from reviewer_app.sync.panel_session import PanelSession
from reviewer_app.sync.transfer import BlobTransfer


class DeviceSession(PanelSession):
    """Requests of one device, each signed over a nonce that the answer before it gave.

    Everything raises NoConnection, UntrustedCertificate, NotOurServer, AnswerCutOff,
    ServerRefused.
    """

    def __init__(self, client: ServerClient, met: Met, vault: Vault) -> None:
        self.client = client
        self.server = client.server
        self.trust = met.trust
        self._met = met
        self.vault = vault
        super().__init__(Asking(client, met, vault))

    def by(self, vault: Vault) -> DeviceSession:
        """The same conversation by other keys of this device."""
        return DeviceSession(self.client, self._met, vault)

    def beside(self) -> DeviceSession:
        """The same device over another connection, for another thread; close its client.

        It begins with the nonce that the server gave at the meeting: one that is stale by now
        costs a request more.
        """
        return DeviceSession(self.client.beside(), self._met, self.vault)

    def blobs(self) -> BlobTransfer:
        """What fetches ciphertext over this connection."""
        return BlobTransfer(self.client, self.trust)

    def state(self, known: Checkpoint | None) -> StateAnswer:
        """Round, devices, changes, and the log's newest checkpoint with the proof from `known`."""
        query: dict[str, str] = {"size": "0"}
        if known is not None and known.size > 0:
            query = {"size": str(known.size), "root": known.root.hex()}
        return self._asking.ask(StateAnswer, "GET", STATE, query)

    def standing(self) -> DeviceStanding:
        """Whether staff wait to be read this device's six words."""
        return self._asking.ask(DeviceStanding, "GET", DEVICE, {})

    def batch(self) -> BatchAnswer:
        """The newest manifest and the releases that hold for it."""
        return self._asking.ask(BatchAnswer, "GET", BATCH, {})

    def deliver(self, envelopes: Sequence[bytes]) -> DeliveryAnswer:
        """Hand packets in, sealed to the intake; `deliverable` says how many at once."""
        body = Delivery(packets=tuple(to_base64(each) for each in envelopes)).body()
        sealed = seal_to(
            self.trust.intake_key,
            body,
            info=DELIVERY_INFO,
            aad=self.vault.kid.encode("ascii"),
        )
        return self._asking.ask(DeliveryAnswer, "POST", PACKETS, {}, sealed)

    def hand_back(self, handed: PastReceipts) -> PastReceiptsTaken:
        """Give a restored server receipts of earlier logs, sealed to the intake."""
        aad = self.vault.kid.encode("ascii")
        sealed = seal_to(self.trust.intake_key, handed.body(), info=RECEIPTS_INFO, aad=aad)
        return self._asking.ask(PastReceiptsTaken, "POST", RECEIPTS, {}, sealed)

    def own_packets_after(self, leaf: int) -> PacketsAnswer:
        """This person's packets from this leaf on, of all their devices, and these devices."""
        return self._asking.ask(PacketsAnswer, "GET", PACKETS, {"after": str(leaf), "whose": "own"})

    def notices_after(self, number: int) -> NoticesAnswer:
        """This person's notices after this number."""
        return self._asking.ask(NoticesAnswer, "GET", NOTICES, {"after": str(number)})

    def entries(self, first: int, size: int) -> tuple[EntriesAnswer, bytes]:
        """What the log says from this position on, proved to lie in its first `size` leaves; and
        the answer as the server signed it."""
        query = {"from": str(first), "size": str(size)}
        return self._asking.ask_signed(EntriesAnswer, "GET", ENTRIES, query)


def deliverable(envelopes: Sequence[bytes]) -> int:
    """How many of these, from the first, go into one delivery: by count and by bytes."""
    room = UPLOAD_LIMIT - (64 << 10)
    for count, envelope in enumerate(envelopes[:DELIVERY_COUNT]):
        room -= len(envelope) * 4 // 3 + 8
        if room < 0:
            return max(count, 1)
    return min(len(envelopes), DELIVERY_COUNT)
