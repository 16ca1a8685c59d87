"""How app and server talk: resources, signed requests, sealed answers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, ClassVar, Final

from pydantic import Field

from review_protocol.canonical import sha256_hex, to_base64
from review_protocol.documents.base import Base64, Base64ToRead, Document, Nonce, Part, ShortText
from review_protocol.failures import BadSignature
from review_protocol.keys import SigningKey, VerifyKey

HELLO: Final = "/v1/hello"
ENROLMENTS: Final = "/v1/sealed-enrolments"
DECLINES: Final = "/v1/sealed-declines"
"""Bodies as `sealed_enrolment` has them."""
INVITATIONS: Final = "/v1/invitations"
PACKETS: Final = "/v1/packets"
STATE: Final = "/v1/state"
DEVICE: Final = "/v1/device"
BATCH: Final = "/v1/batch"
NOTICES: Final = "/v1/notices"
"""Own notices: `/v1/notices?after=<number>`, answered by `NoticesAnswer`."""
DRAWS: Final = "/v1/draws"
"""How reviews were given out: seeds, and receipts."""
DOSSIER: Final = "/v1/dossier"
"""What a panel's member is told beside the packets: `/v1/dossier?after=<leaf>`."""
DOSSIER_STATE: Final = "/v1/dossier/state"
"""Whether any of that is new: a hash of its tables, and where its leaves end."""
PROGRESS: Final = "/v1/progress"
MATTERS: Final = "/v1/matters"
"""What waits for staff: late reviews, wishes for another expert; and conflicts taken back."""
BLOBS: Final = "/v1/blobs"
"""Ciphertext by its hash: `/v1/blobs/<cipher_sha256>`, immutable, with ranges; no signature."""
CHECKPOINT: Final = "/v1/log/checkpoint"
ENTRIES: Final = "/v1/log/entries"
"""What the log says: `/v1/log/entries?from=<position>&size=<leaves>`, by `EntriesAnswer`."""

DEVICE_HEADER: Final = "Review-Device"
SERVER_NONCE_HEADER: Final = "Review-Nonce"
REQUEST_NONCE_HEADER: Final = "Review-Request"
SIGNATURE_HEADER: Final = "Review-Signature"

ENVELOPE_TYPE: Final = "application/vnd.practice-review.envelope+json"
SEALED_TYPE: Final = "application/vnd.practice-review.sealed"

UPLOAD_LIMIT: Final = 8 << 20
"""Bytes of one delivery, sealed; about 1,000 packets."""
PACKET_LIMIT: Final = 256 << 10
"""Bytes of one packet's envelope."""
DELIVERY_COUNT: Final = 200
"""Packets in one delivery."""

NOTICES_COUNT: Final = 200
"""Notices in one answer; who is told of a higher number asks again."""
ENTRIES_COUNT: Final = 2000
"""Entries in one answer; its `next` says where the following one begins."""
ENTRIES_LIMIT: Final = 4 << 20
"""Bytes of the entries of one answer, unpacked."""
HANDOVER_LIMIT: Final = 32 << 20
"""Bytes of one hand-over or of one reply to it, sealed."""
HANDOVER_COUNT: Final = 2000
"""Packets in one hand-over; the rest goes into the next file."""

DELIVERY_INFO: Final = b"practice-review delivery v1"
ANSWER_INFO: Final = b"practice-review answer v1"
HANDOVER_INFO: Final = b"practice-review hand-over v1"
REPLY_INFO: Final = b"practice-review hand-over reply v1"
WRAP_INFO: Final = b"practice-review file keys v1"


@dataclass(frozen=True, slots=True)
class RequestSignature:
    """The four headers by which a device signs one request."""

    kid: str
    server_nonce: str
    request_nonce: str
    signature: bytes

    def headers(self) -> dict[str, str]:
        return {
            DEVICE_HEADER: self.kid,
            SERVER_NONCE_HEADER: self.server_nonce,
            REQUEST_NONCE_HEADER: self.request_nonce,
            SIGNATURE_HEADER: to_base64(self.signature),
        }


def signed_bytes(
    method: str, target: str, body: bytes, *, server_nonce: str, request_nonce: str
) -> bytes:
    """What a device signs: method, path with query, body hash, both nonces, one line each."""
    lines = (
        "practice-review request v1",
        method,
        target,
        sha256_hex(body),
        server_nonce,
        request_nonce,
    )
    return "".join(f"{line}\n" for line in lines).encode()


def sign_request(
    key: SigningKey, method: str, target: str, body: bytes, *, server_nonce: str, request_nonce: str
) -> RequestSignature:
    """Sign a request; `target` is the path with its query, as it stands in the request line."""
    signature = key.sign(
        signed_bytes(method, target, body, server_nonce=server_nonce, request_nonce=request_nonce)
    )
    return RequestSignature(key.key_id, server_nonce, request_nonce, signature)


def verify_request(
    signature: RequestSignature, key: VerifyKey, method: str, target: str, body: bytes
) -> None:
    """Check a request's signature; raises BadSignature."""
    signed = signed_bytes(
        method,
        target,
        body,
        server_nonce=signature.server_nonce,
        request_nonce=signature.request_nonce,
    )
    if not key.signed(signed, signature.signature):
        raise BadSignature(signature.kid)


def is_for_device(server_nonce: str, kid: str) -> bool:
    """Whether a server's nonce, which an answer carries, was given to this device.

    An answer names its asker by this alone: the request's own nonce is chosen by whoever asks, and
    who sees it on its way could ask with the same one and pass an answer of their own on.
    """
    return server_nonce.endswith(f".{kid}")


class Delivery(Document):
    """Packets on their way: envelopes, base64; sealed as a whole to the intake key."""

    kind: ClassVar[str] = "delivery-request"

    packets: Annotated[tuple[Base64ToRead, ...], Field(min_length=1, max_length=DELIVERY_COUNT)]


class EnrolmentPost(Part):
    """The body of an enrolment: the device's signed request, and the MAC over its body."""

    request: Base64
    mac: ShortText


class EnrolmentReply(Part):
    """The body of the answer: the server's signed answer, and the second MAC over its body."""

    answer: Base64
    mac: ShortText


class DeclinePost(Part):
    """An invited person declines; the MAC proves that they hold the invitation."""

    invitation: ShortText
    nonce: Nonce
    reason: Annotated[str, Field(max_length=2000)]
    mac: ShortText


class InvitationPost(Part):
    """Whether an invitation is open; the MAC proves that the asker holds it."""

    invitation: ShortText
    nonce: Nonce
    mac: ShortText


ENROLMENT_REQUEST_LABEL: Final = "enrolment request"
ENROLMENT_ANSWER_LABEL: Final = "enrolment answer"
DECLINE_LABEL: Final = "decline"
INVITATION_LABEL: Final = "invitation"
"""Labels from which the MAC keys are derived (`keys.mac_key(secret, label)`)."""
