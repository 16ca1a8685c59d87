"""The certificate and key by which this server speaks TLS, looked at before it listens."""

from __future__ import annotations

import os
import ssl
import stat
from datetime import datetime
from pathlib import Path

from cryptography import x509

from central_server.failures import CannotServe


def require_certificate(certfile: Path | None, keyfile: Path | None, *, now: datetime) -> None:
    """Both files, readable, one made for the other, and the certificate in force at `now` (UTC).

    Neither file is right too: then there is no TLS. Raises CannotServe.
    """
    place = certfile or keyfile
    if place is None:
        return
    if certfile is None or keyfile is None:
        raise CannotServe(str(place), "half")
    for each in (certfile, keyfile):
        if not os.access(each, os.R_OK) or not each.is_file():
            raise CannotServe(str(each), "unreadable")
    try:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certfile, keyfile, password=_no_password)
        certificate = x509.load_pem_x509_certificates(certfile.read_bytes())[0]
    except ssl.SSLError as error:
        mismatch = error.reason == "KEY_VALUES_MISMATCH"
        raise CannotServe(str(place), "mismatch" if mismatch else "certificate") from error
    except (OSError, ValueError) as error:
        raise CannotServe(str(place), "certificate") from error
    if not certificate.not_valid_before_utc <= now <= certificate.not_valid_after_utc:
        raise CannotServe(str(place), "expired")


def is_open_to_others(keyfile: Path) -> bool:
    """Whether more than its owner can read the key."""
    return bool(stat.S_IMODE(keyfile.stat().st_mode) & (stat.S_IRGRP | stat.S_IROTH))


def require_modern(context: ssl.SSLContext | None) -> None:
    """TLS 1.2 and newer only, whatever the system's own lowest is."""
    if context is not None:
        context.minimum_version = ssl.TLSVersion.TLSv1_2


def _no_password() -> str:
    """A sealed key would be asked for at the terminal; serving begins unattended."""
    return ""
