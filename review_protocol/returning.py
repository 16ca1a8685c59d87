"""What a desk hands back to a server that was restored from a backup older than the desk."""

from __future__ import annotations

from typing import Annotated, ClassVar, Final

from pydantic import Field

from review_protocol.documents.answers import Answer
from review_protocol.documents.base import Base64, KeyId, Nonce, Part, ShortText

CERTIFICATES: Final = "/v1/certificates"
"""Only of a server that was restored; no signature of a device, which it does not know yet."""
RETURN_LIMIT: Final = 64 << 10
"""Bytes of the body."""


class CertificatePost(Part):
    """A device's certificate, and the receipt that it once was a leaf of the old log."""

    nonce: Nonce
    certificate: Base64
    """The certificate's envelope, base64 of its bytes."""
    receipt: Annotated[str, Field(max_length=RETURN_LIMIT)]
    device_name: ShortText


class Returned(Answer):
    """The certificate is a leaf of the new log; packets of this device are taken from now on."""

    kind: ClassVar[str] = "returned"

    kid: KeyId
    receipt: str
    """The certificate's own receipt in the new log."""
    request_nonce: ShortText
