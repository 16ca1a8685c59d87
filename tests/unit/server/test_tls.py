"""TLS as the server speaks it itself: which files it takes, and what it never speaks."""

import datetime
import ssl
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from central_server.failures import CannotServe
from central_server.tls import is_open_to_others, require_certificate, require_modern

NOW = datetime.datetime(2026, 7, 10, 8, tzinfo=datetime.UTC)
DAY = datetime.timedelta(days=1)


def a_pair(folder: Path, name: str, *, since: int = -1, until: int = 1) -> tuple[Path, Path]:
    """A certificate in force between so many days from now, and its key."""
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "localhost")])
    certificate = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(NOW + since * DAY)
        .not_valid_after(NOW + until * DAY)
        .sign(key, hashes.SHA256())
    )
    certfile, keyfile = folder / f"{name}.pem", folder / f"{name}.key"
    certfile.write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
    keyfile.write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
    )
    return certfile, keyfile


def refused(certfile: Path | None, keyfile: Path | None) -> str:
    with pytest.raises(CannotServe) as failure:
        require_certificate(certfile, keyfile, now=NOW)
    return failure.value.reason


def test_two_files_that_belong_together(tmp_path):
    require_certificate(*a_pair(tmp_path, "a"), now=NOW)
    require_certificate(None, None, now=NOW)


def test_what_is_wrong_with_a_certificate_is_told_apart(tmp_path):
    certfile, keyfile = a_pair(tmp_path, "a")
    _, other = a_pair(tmp_path, "b")
    (tmp_path / "text").write_text("no PEM")
    assert refused(certfile, other) == "mismatch"
    assert refused(*a_pair(tmp_path, "old", since=-3, until=-2)) == "expired"
    assert refused(*a_pair(tmp_path, "early", since=2, until=3)) == "expired"
    assert refused(certfile, None) == "half"
    assert refused(None, keyfile) == "half"
    assert refused(certfile, tmp_path / "text") == "certificate"
    assert refused(certfile, tmp_path / "nowhere") == "unreadable"


def test_a_key_that_others_can_read_is_known(tmp_path):
    _, keyfile = a_pair(tmp_path, "a")
    keyfile.chmod(0o600)
    assert not is_open_to_others(keyfile)
    for mode in (0o640, 0o604, 0o644):
        keyfile.chmod(mode)
        assert is_open_to_others(keyfile)


def test_the_oldest_version():
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.minimum_version = ssl.TLSVersion.MINIMUM_SUPPORTED
    require_modern(context)
    assert context.minimum_version is ssl.TLSVersion.TLSv1_2
