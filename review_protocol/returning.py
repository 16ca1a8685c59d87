"""What a desk hands back to a server that was restored from a backup older than the desk."""

from __future__ import annotations

from typing import Annotated, ClassVar, Final

from pydantic import Field

from review_protocol.documents.answers import Answer
from review_protocol.documents.base import (
    Base64,
    Count,
    Document,
    KeyId,
    Nonce,
    Part,
    ShortText,
)

CERTIFICATES: Final = "/v1/certificates"
"""Only of a server that was restored; no signature of a device, which it does not know yet."""
RECEIPTS: Final = "/v1/receipts"
"""Only of a server that was restored; asked by a device, sealed to the intake key."""
RETURN_LIMIT: Final = 64 << 10
"""Bytes of the body."""
RECEIPT_COUNT: Final = 200
"""Receipts handed back in one request."""
RECEIPTS_INFO: Final = b"practice-review receipts v1"
TRUST_COUNT: Final = 20
"""Trust documents handed back in one request: the newest."""


class CertificatePost(Part):
    """A device's certificate, and the receipt that it once was a leaf of the old log."""

    nonce: Nonce
    certificate: Base64
    """The certificate's envelope, base64 of its bytes."""
    receipt: Annotated[str, Field(max_length=RETURN_LIMIT)]
    device_name: ShortText
    trusts: Annotated[tuple[Base64, ...], Field(max_length=TRUST_COUNT)] = ()
    """Envelopes of the trust documents before the newest that the device has: a server restored
    again from an older backup knows nothing of the logs in between, and the root vouches."""
    anew: bool = False
    """The answer is to be `readmitted`, with the certificate under the newest signature."""


class Readmitted(Answer):
    """The certificate is a leaf of the new log, signed by the key that is in use now."""

    kind: ClassVar[str] = "readmitted"

    kid: KeyId
    certificate: Base64
    """Its envelope: the same document as was handed back."""
    receipt: str
    request_nonce: ShortText


class Returned(Answer):
    """The certificate is a leaf of the new log; packets of this device are taken from now on."""

    kind: ClassVar[str] = "returned"

    kid: KeyId
    receipt: str
    """The certificate's own receipt in the new log."""
    request_nonce: ShortText


class PastReceipts(Document):
    """Receipts of earlier logs for packets that a restored server has lost: they prove when these
    had arrived. A server keeps what it believed, and names it in the log."""

    kind: ClassVar[str] = "past-receipts"

    receipts: Annotated[
        tuple[Annotated[str, Field(max_length=RETURN_LIMIT)], ...],
        Field(min_length=1, max_length=RECEIPT_COUNT),
    ]
    trusts: Annotated[tuple[Base64, ...], Field(max_length=TRUST_COUNT)]
    """As with a certificate."""


class PastReceiptsTaken(Answer):
    """How many of the receipts are believed."""

    kind: ClassVar[str] = "past-receipts-taken"

    believed: Count
    request_nonce: ShortText
