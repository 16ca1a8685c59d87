"""Expected failures of the server: classes that carry facts, and a plain sentence for operators."""

from __future__ import annotations

from dataclasses import dataclass, fields
from pathlib import Path
from typing import Literal

from review_protocol.documents.answers import RefusalCode


@dataclass(eq=False)
class ServerFailure(Exception):
    """Root of everything that the server raises on purpose."""

    def __str__(self) -> str:
        return ", ".join(f"{fact.name}={getattr(self, fact.name)!r}" for fact in fields(self))


@dataclass(eq=False)
class Refused(ServerFailure):
    """A whole request is refused and changed nothing; `retry_after` in seconds."""

    code: RefusalCode
    detail: str
    retry_after: int | None = None


@dataclass(eq=False)
class NoHome(ServerFailure):
    """The folder is not a server's."""

    path: Path
    missing: str

    def __str__(self) -> str:
        return f"{self.path} is not the folder of a central server: {self.missing} is missing."


@dataclass(eq=False)
class HomeExists(ServerFailure):
    """A server was founded in this folder before."""

    path: Path

    def __str__(self) -> str:
        return f"A central server was already founded in {self.path}."


@dataclass(eq=False)
class DamagedKeyFile(ServerFailure):
    """A key file does not hold a key."""

    path: Path

    def __str__(self) -> str:
        return f"{self.path} does not hold a key of 32 bytes in hex."


@dataclass(eq=False)
class NewerDatabase(ServerFailure):
    """The database was written by a newer server."""

    found: str
    known: str

    def __str__(self) -> str:
        return (
            f"The database has version {self.found}, and this server knows versions up to "
            f"{self.known}. Run the newer server; nothing was changed."
        )


@dataclass(eq=False)
class LogNotTrusted(ServerFailure):
    """The log does not equal or extend the copy of its last checkpoint that is kept apart."""

    reason: str
    copy_size: int | None
    log_size: int

    def __str__(self) -> str:
        known = "none" if self.copy_size is None else f"{self.copy_size} leaves"
        return (
            f"The log does not continue the last checkpoint that this server gave away: "
            f"{self.reason} (kept apart: {known}; in the database: {self.log_size} leaves). "
            "The server does not run, so that no receipt is contradicted. If the database was "
            "restored from a backup, make a server of it by `backup` and `restore`: the log then "
            "goes on under a new name."
        )


@dataclass(eq=False)
class NotFounded(ServerFailure):
    """A fact that founding or an import sets is missing."""

    fact: str

    def __str__(self) -> str:
        return f"The server has no {self.fact} yet."


@dataclass(eq=False)
class PublicAddress(ServerFailure):
    """Serving beyond this machine without TLS."""

    host: str

    def __str__(self) -> str:
        return (
            f"{self.host} is not this machine's own address: give --certfile and --keyfile, "
            "or --behind-proxy where a proxy in front speaks TLS."
        )


TroubleKind = Literal["read-only", "full", "fault", "damaged", "busy"]


@dataclass(eq=False)
class StorageTrouble(ServerFailure):
    """The database in the server's folder cannot be read or written; nothing was changed."""

    path: Path
    kind: TroubleKind


@dataclass(eq=False)
class CannotServe(ServerFailure):
    """Serving cannot begin; `place` is an address or a file."""

    place: str
    reason: Literal[
        "in-use",
        "no-address",
        "half",
        "unreadable",
        "certificate",
        "mismatch",
        "expired",
        "port-file",
    ]
