"""Whose certificate a server shows, also one that nobody trusts; nothing is ever sent there."""

from __future__ import annotations

import socket
import ssl
from dataclasses import dataclass

from cryptography.x509 import (
    Certificate,
    DNSName,
    ExtensionNotFound,
    Name,
    SubjectAlternativeName,
    load_der_x509_certificate,
)
from cryptography.x509.oid import NameOID


@dataclass(frozen=True, slots=True)
class ShownCertificate:
    """Who signed it for whom, and from which day to which it is valid (`YYYY-MM-DD`)."""

    issuer: str
    subject: str
    names: tuple[str, ...]
    since: str
    until: str


def shown_certificate(line: socket.socket, host: str) -> ShownCertificate:
    """Look at the certificate that is shown on this line, whoever signed it; then hang up.

    Only to say whose it is after it was found not to be trusted. Raises OSError.
    """
    looking = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    looking.check_hostname = False
    looking.verify_mode = ssl.CERT_NONE
    with looking.wrap_socket(line, server_hostname=host) as secure:
        return read_certificate(secure.getpeercert(binary_form=True) or b"")


def read_certificate(der: bytes) -> ShownCertificate:
    """What a certificate says of itself; question marks where it cannot be read."""
    try:
        found = load_der_x509_certificate(der)
        return ShownCertificate(
            issuer=_called(found.issuer),
            subject=_called(found.subject),
            names=_names(found),
            since=f"{found.not_valid_before_utc:%Y-%m-%d}",
            until=f"{found.not_valid_after_utc:%Y-%m-%d}",
        )
    except ValueError:
        return ShownCertificate("?", "?", (), "?", "?")


def _called(name: Name) -> str:
    """Organisation and common name, where they differ."""
    said: list[str] = []
    for kind in (NameOID.ORGANIZATION_NAME, NameOID.COMMON_NAME):
        said += [str(each.value) for each in name.get_attributes_for_oid(kind)[:1]]
    return ", ".join(dict.fromkeys(said)) or name.rfc4514_string() or "?"


def _names(certificate: Certificate) -> tuple[str, ...]:
    try:
        found = certificate.extensions.get_extension_for_class(SubjectAlternativeName)
    except ExtensionNotFound:
        return ()
    return tuple(found.value.get_values_for_type(DNSName))
