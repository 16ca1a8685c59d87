"""The root's key where it signs, and what it has signed kept beside it: so that no number is ever
signed twice, not even after a server was restored from a backup that does not know the newest."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from central_server.failures import ServerFailure
from central_server.files import write_whole
from central_server.founding import ROOT_PURPOSE
from review_protocol.canonical import sha256_hex
from review_protocol.failures import DamagedSecret, MalformedKey, WrongPassphrase
from review_protocol.keys import SigningKey
from review_protocol.passphrase import open_with_passphrase


@dataclass(eq=False)
class CannotUseRoot(ServerFailure):
    """The root's key does not sign here; nothing was made."""

    path: Path
    reason: Literal["missing", "not-a-key", "passphrase", "other-root"]


@dataclass(eq=False)
class CannotKeepRecord(ServerFailure):
    """The folder of the root key cannot be read or written; nothing was signed away."""

    path: Path


def open_root(path: Path, passphrase: str) -> SigningKey:
    """The root's private key in its file; raises CannotUseRoot."""
    try:
        return SigningKey(open_with_passphrase(path.read_bytes(), passphrase, purpose=ROOT_PURPOSE))
    except WrongPassphrase as error:
        raise CannotUseRoot(path, "passphrase") from error
    except OSError as error:
        raise CannotUseRoot(path, "missing") from error
    except (DamagedSecret, MalformedKey) as error:
        raise CannotUseRoot(path, "not-a-key") from error


def require_root(root: SigningKey, path: Path, deployment: str) -> None:
    """Raise CannotUseRoot for the root key of another deployment."""
    if sha256_hex(root.public.der()) != deployment:
        raise CannotUseRoot(path, "other-root")


def next_number(root_key: Path, last: int) -> int:
    """The number of the next trust document: above the last known, and all those kept here."""
    form = re.compile(re.escape(root_key.name) + r"\.trust-([0-9]{1,9})\.json")
    try:
        names = [each.name for each in root_key.parent.iterdir()]
    except OSError as error:
        raise CannotKeepRecord(root_key) from error
    signed = (int(match[1]) for name in names if (match := form.fullmatch(name)))
    return 1 + max(last, *signed, 0)


def keep_record(root_key: Path, number: int, envelope: bytes) -> Path:
    """Keep a trust document beside the key, before it is used; raises CannotKeepRecord."""
    path = root_key.with_name(f"{root_key.name}.trust-{number}.json")
    try:
        write_whole(path, envelope)
    except OSError as error:
        raise CannotKeepRecord(root_key) from error
    return path
