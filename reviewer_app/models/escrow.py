"""Files of a lost passphrase in the profile: the key that was left, and a request that waits."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from review_protocol.canonical import (
    canonical,
    from_base64,
    parse_strict,
    to_base64,
)
from review_protocol.documents.base import Base64, Part, read_fields
from review_protocol.failures import DamagedSecret, MalformedKey, ProtocolFailure
from review_protocol.failures import WrongPassphrase as SecretStaysShut
from review_protocol.keys import ExchangeKey, Randomness
from review_protocol.passphrase import Argon2Cost, open_with_passphrase, seal_with_passphrase
from review_protocol.recovery import FILE_LIMIT, EscrowedKey, RecoveryRequest, read_file
from reviewer_app.errors import RecoveryProblem, RecoveryRefused, WrongPassphrase
from reviewer_app.models.disk import disk_failures, flush_folder, write_atomically

ESCROW_FILE = "escrow.json"
RECOVERY_FILE = "recovery.json"
_PURPOSE = "recovery key"


@dataclass(frozen=True, slots=True)
class WaitingRequest:
    """A request that was made here; its key lies sealed under the passphrase to come."""

    request: RecoveryRequest
    sealed_key: bytes = field(repr=False)

    def key(self, passphrase: str) -> ExchangeKey:
        """Raises WrongPassphrase, RecoveryRefused where the file is damaged."""
        try:
            return ExchangeKey(open_with_passphrase(self.sealed_key, passphrase, purpose=_PURPOSE))
        except SecretStaysShut as error:
            raise WrongPassphrase from error
        except (DamagedSecret, MalformedKey) as error:
            raise RecoveryRefused(RecoveryProblem.NOT_ASKED) from error


class _Kept(Part):
    format: Literal["practice-review/recovery/1"]
    request: Base64
    key: Base64


def keep_escrow(folder: Path, left: EscrowedKey) -> None:
    """Keep what was wrapped; raises DiskFull, FolderReadOnly, StorageFault."""
    write_atomically(folder / ESCROW_FILE, left.body())


def kept_escrow(folder: Path) -> EscrowedKey | None:
    """What was wrapped, None where nothing was, or it is damaged; raises StorageFault."""
    content = _content(folder / ESCROW_FILE)
    try:
        return None if content is None else read_file(EscrowedKey, content)
    except ProtocolFailure:
        return None


def withdraw_escrow(folder: Path) -> None:
    """Nothing is left of it; raises FolderReadOnly, StorageFault."""
    _delete(folder / ESCROW_FILE)


def keep_request(
    folder: Path,
    request: RecoveryRequest,
    key: ExchangeKey,
    passphrase: str,
    cost: Argon2Cost,
    randomness: Randomness,
) -> None:
    """Keep a request and its key in place of one before; raises as `keep_escrow`."""
    sealed = seal_with_passphrase(
        key.raw, passphrase, purpose=_PURPOSE, cost=cost, randomness=randomness
    )
    kept = _Kept(
        format="practice-review/recovery/1",
        request=to_base64(request.body()),
        key=to_base64(sealed),
    )
    write_atomically(folder / RECOVERY_FILE, canonical(kept.model_dump(mode="json")))


def kept_request(folder: Path) -> WaitingRequest | None:
    """The request that waits for its answer; None where none does."""
    content = _content(folder / RECOVERY_FILE)
    try:
        if content is None:
            return None
        kept = read_fields(_Kept, canonical(parse_strict(content)))
        request = read_file(RecoveryRequest, from_base64(kept.request))
        return WaitingRequest(request, from_base64(kept.key))
    except ProtocolFailure:
        return None


def forget_request(folder: Path) -> None:
    """The request was answered, or is not wanted any more."""
    _delete(folder / RECOVERY_FILE)


def _content(path: Path) -> bytes | None:
    with disk_failures(path):
        try:
            with path.open("rb") as file:
                return file.read(FILE_LIMIT)
        except FileNotFoundError:
            return None


def _delete(path: Path) -> None:
    with disk_failures(path):
        path.unlink(missing_ok=True)
    flush_folder(path.parent)
