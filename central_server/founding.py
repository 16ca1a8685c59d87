"""Founds a central server: keys, the root's first trust document, database and first leaf."""

from __future__ import annotations

import os
import secrets
import shutil
import tempfile
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from pydantic import ValidationError

from central_server.facts import Fact, write_fact
from central_server.failures import ServerFailure
from central_server.files import sync_folder, write_new
from central_server.home import Home, ServerKeys, require_vacant
from central_server.log import Log
from central_server.passphrase_length import SHORTEST_PASSPHRASE
from central_server.six_words import require_words
from central_server.store.store import open_store
from review_protocol.canonical import sha256_hex
from review_protocol.documents.leaf import ActLeaf
from review_protocol.documents.people import Trust
from review_protocol.envelope import Envelope
from review_protocol.keys import Randomness, SigningKey
from review_protocol.opening import sealed
from review_protocol.passphrase import Argon2Cost, seal_with_passphrase

ROOT_PURPOSE = "root-key"
_LONGEST_ORIGIN = 150
"""So that a trust document can name a checkpoint of this log (docs/protocol.md)."""


@dataclass(eq=False)
class CannotFound(ServerFailure):
    """A server cannot be founded like this; nothing was made."""

    path: Path
    reason: Literal["root-exists", "root-inside", "no-folder", "short-passphrase", "origin"]


@dataclass(frozen=True, slots=True)
class Founded:
    """A new server: the name of the deployment, and the id of its root key."""

    deployment: str
    root_kid: str
    origin: str


def found(
    home_path: Path,
    root_key_path: Path,
    passphrase: str,
    *,
    origin: str,
    now: str,
    confirm_devices: bool = False,
    randomness: Randomness = secrets.token_bytes,
    cost: Argon2Cost = Argon2Cost(),  # noqa: B008  frozen
) -> Founded:
    """Make the folder of a server and, apart from it, the root key sealed by the passphrase.

    With `confirm_devices` nothing is released to a device before its six words were read.
    All is built beside the folder and put in place at the end: a failure midway leaves nothing,
    and nothing that exists is overwritten. Raises HomeExists, CannotFound.
    """
    _require_free(home_path, root_key_path, passphrase, origin)
    root, keys = SigningKey.generate(randomness), ServerKeys.generate(randomness)
    founded = Founded(sha256_hex(root.public.der()), root.key_id, origin)
    trust = _trust(founded, keys, now, home_path)
    home_path.parent.mkdir(parents=True, exist_ok=True)
    with ExitStack() as undo:
        place = Path(tempfile.mkdtemp(prefix=f".{home_path.name}-", dir=home_path.parent))
        undo.callback(shutil.rmtree, place, ignore_errors=True)
        home = Home(place / "home")
        _build(home, keys, sealed(trust, root), root.public.der(), now, confirm_devices)
        secret = seal_with_passphrase(
            root.seed, passphrase, purpose=ROOT_PURPOSE, cost=cost, randomness=randomness
        )
        write_new(root_key_path, secret)
        undo.callback(root_key_path.unlink, missing_ok=True)
        if home_path.exists():
            home_path.rmdir()
        os.rename(place / "home", home_path)
        sync_folder(home_path.parent)
        undo.pop_all()
        shutil.rmtree(place, ignore_errors=True)
    return founded


def _require_free(home_path: Path, root_key_path: Path, passphrase: str, origin: str) -> None:
    require_vacant(home_path)
    if root_key_path.exists():
        raise CannotFound(root_key_path, "root-exists")
    if root_key_path.resolve().is_relative_to(home_path.resolve()):
        raise CannotFound(root_key_path, "root-inside")
    if not root_key_path.parent.is_dir():
        raise CannotFound(root_key_path.parent, "no-folder")
    if len(passphrase) < SHORTEST_PASSPHRASE:
        raise CannotFound(root_key_path, "short-passphrase")
    if len(origin) > _LONGEST_ORIGIN:
        raise CannotFound(home_path, "origin")


def _trust(founded: Founded, keys: ServerKeys, now: str, home_path: Path) -> Trust:
    """Number 1: the server's, the log's and the intake key. Raises CannotFound."""
    try:
        return Trust(
            deployment=founded.deployment,
            number=1,
            origin=founded.origin,
            keys=keys.trusted(),
            last_good=None,
            issued=now,
        )
    except ValidationError as error:
        raise CannotFound(home_path, "origin") from error


def _build(
    home: Home, keys: ServerKeys, trust: Envelope, root: bytes, now: str, confirm_devices: bool
) -> None:
    """The folder with keys, database, facts, first leaf and the copy of the checkpoint."""
    home.create()
    home.save_keys(keys)
    store = open_store(home.database_url)
    try:
        log = Log(_origin_of(trust), keys.log, home.checkpoint)
        with log.appending(store) as group:
            write_fact(group.connection, Fact.ROOT_KEY, root)
            write_fact(group.connection, Fact.TRUST, trust.to_bytes())
            leaf = ActLeaf(type="act/1", act="found", subject=trust.document_id, received=now)
            group.add(leaf.entry())
            if confirm_devices:
                require_words(group, (), now=now)
    finally:
        store.close()


def _origin_of(trust: Envelope) -> str:
    return Trust.from_body(trust.body).origin
