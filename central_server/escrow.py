"""The programme's escrow key: made and declared once, and used offline for a lost passphrase."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from central_server.facts import Fact, read_fact
from central_server.failures import ServerFailure
from central_server.files import write_new
from central_server.log import OpenGroup
from central_server.passphrase_length import SHORTEST_PASSPHRASE
from central_server.root_records import keep_record, next_number, require_root
from central_server.server import trust_in
from central_server.trusts import succeed
from review_protocol.canonical import to_base64
from review_protocol.documents.leaf import ActLeaf
from review_protocol.documents.people import KeyPurpose, TrustedKey
from review_protocol.failures import (
    DamagedSecret,
    MalformedKey,
    MistypedCode,
    ProtocolFailure,
    WrongPassphrase,
)
from review_protocol.keys import ExchangeKey, Randomness, SigningKey
from review_protocol.opening import sealed
from review_protocol.passphrase import (
    DEFAULT_COST,
    Argon2Cost,
    open_with_passphrase,
    seal_with_passphrase,
)
from review_protocol.recovery import FILE_LIMIT, RecoveryRequest, answered, read_file

ESCROW_PURPOSE = "escrow-key"

EscrowTrouble = Literal[
    "exists",
    "inside",
    "no-folder",
    "short-passphrase",
    "not-a-key",
    "wrong-passphrase",
    "not-a-request",
    "mistyped-code",
    "other-code",
    "other-key",
]


@dataclass(eq=False)
class CannotRecover(ServerFailure):
    """An escrow key or a recovery that does not go like this; nothing was written."""

    path: Path
    reason: EscrowTrouble


@dataclass(frozen=True, slots=True)
class Declared:
    """The escrow key that a trust document names from now on."""

    public: str
    number: int


def require_place(path: Path, passphrase: str, *, home: Path) -> None:
    """Raise CannotRecover where the escrow key cannot be kept like this."""
    if path.exists():
        raise CannotRecover(path, "exists")
    if path.resolve().is_relative_to(home.resolve()):
        raise CannotRecover(path, "inside")
    if not path.parent.is_dir():
        raise CannotRecover(path.parent, "no-folder")
    if len(passphrase) < SHORTEST_PASSPHRASE:
        raise CannotRecover(path, "short-passphrase")


def keep_escrow_key(
    path: Path,
    key: ExchangeKey,
    passphrase: str,
    *,
    randomness: Randomness = secrets.token_bytes,
    cost: Argon2Cost = DEFAULT_COST,
) -> None:
    """Keep the private half at `path`, sealed by its passphrase; raises OSError."""
    secret = seal_with_passphrase(
        key.raw, passphrase, purpose=ESCROW_PURPOSE, cost=cost, randomness=randomness
    )
    write_new(path, secret)


def open_escrow_key(path: Path, passphrase: str) -> ExchangeKey:
    """The escrow key in its file; raises CannotRecover, OSError."""
    with path.open("rb") as file:
        content = file.read(FILE_LIMIT)
    try:
        return ExchangeKey(open_with_passphrase(content, passphrase, purpose=ESCROW_PURPOSE))
    except WrongPassphrase as error:
        raise CannotRecover(path, "wrong-passphrase") from error
    except (DamagedSecret, MalformedKey) as error:
        raise CannotRecover(path, "not-a-key") from error


def declare(
    group: OpenGroup, escrow_key: ExchangeKey, root: SigningKey, root_path: Path, now: str
) -> Declared:
    """Sign and keep the next trust document, which names the escrow key after all others; it is a
    leaf of the log.

    A server that is running says the one before until it is started again. Raises CannotUseRoot,
    CannotKeepRecord.
    """
    known = trust_in(read_fact(group.connection, Fact.TRUST))
    require_root(root, root_path, known.deployment)
    public = to_base64(escrow_key.public.raw)
    named = TrustedKey(purpose=KeyPurpose.ESCROW, key=public)
    following = known.model_copy(
        update={
            "number": next_number(root_path, known.number),
            "keys": (*known.keys, named),
            "issued": now,
        }
    )
    envelope = sealed(following, root)
    keep_record(root_path, following.number, envelope.to_bytes())
    succeed(group.connection, envelope)
    act = ActLeaf(type="act/1", act="trust", subject=envelope.document_id, received=now)
    group.add(act.entry())
    return Declared(public, following.number)


def read_request(path: Path) -> RecoveryRequest:
    """A recovery request's file; raises CannotRecover, OSError."""
    with path.open("rb") as file:
        content = file.read(FILE_LIMIT)
    try:
        return read_file(RecoveryRequest, content)
    except ProtocolFailure as error:
        raise CannotRecover(path, "not-a-request") from error


def require_code(request: RecoveryRequest, path: Path, heard: str) -> None:
    """Raise CannotRecover where the code that was read over the telephone is not this request's."""
    try:
        is_right = request.is_named_by(heard)
    except MistypedCode as error:
        raise CannotRecover(path, "mistyped-code") from error
    if not is_right:
        raise CannotRecover(path, "other-code")


def recover(request: RecoveryRequest, path: Path, escrow_key: ExchangeKey, out: Path) -> None:
    """Write the answer to a request, which the asker's desk alone can open.

    Raises CannotRecover where it was wrapped to another escrow key, OSError.
    """
    if out.exists():
        raise CannotRecover(out, "exists")
    try:
        answer = answered(request, escrow_key)
    except ProtocolFailure as error:
        raise CannotRecover(path, "other-key") from error
    write_new(out, answer.body())
