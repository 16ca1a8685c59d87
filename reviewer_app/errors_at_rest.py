"""Expected failures of the desk at rest: disk, passphrase, files, backups, recovery, its end."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

from review_protocol.late_dataclasses import dataclass
from reviewer_app.failing import ExpectedFailure


@dataclass(eq=False)
class DiskFull(ExpectedFailure):
    path: Path


@dataclass(eq=False)
class FolderReadOnly(ExpectedFailure):
    path: Path


class InTheWay(StrEnum):
    """Why a folder cannot be one."""

    A_FILE = "a-file"
    LENGTH = "length"


@dataclass(eq=False)
class ImpossibleFolder(ExpectedFailure):
    """There can be no folder at this path: a file stands there or above it, or it is too long."""

    path: Path
    why: InTheWay


@dataclass(eq=False)
class StorageFault(ExpectedFailure):
    """The disk or the database failed in some other way that is not the program's fault."""

    path: Path
    detail: str


@dataclass(eq=False)
class WrongPassphrase(ExpectedFailure):
    pass


@dataclass(eq=False)
class PassphraseNeeded(ExpectedFailure):
    """The desk was opened without it, and what is asked needs the keys that it alone opens."""


@dataclass(eq=False)
class WeakPassphrase(ExpectedFailure):
    """The passphrase is shorter than `least` characters."""

    least: int


@dataclass(eq=False)
class DamagedProfile(ExpectedFailure):
    """The desk's files are damaged: no passphrase would open them."""

    path: Path


@dataclass(eq=False)
class ProfileInUse(ExpectedFailure):
    """The app is open on this profile already."""

    path: Path


@dataclass(eq=False)
class NewerDatabase(ExpectedFailure):
    """The desk was written by a newer version of the app."""

    found: str
    known: str


@dataclass(eq=False)
class UnreadableBackup(ExpectedFailure):
    """This copy of the desk is damaged, or another desk's."""

    path: Path


@dataclass(eq=False)
class RolledBackDesk(ExpectedFailure):
    """The database is an earlier copy of itself: so many packets and drafts are not in it."""

    packets: int
    drafts: int


@dataclass(eq=False)
class DeskStillOpen(ExpectedFailure):
    """What puts another database in this one's place needs it closed."""

    path: Path


@dataclass(eq=False)
class NoEscrowKey(ExpectedFailure):
    """The programme names no escrow key, so the desk's key cannot be left with it."""


class RecoveryProblem(StrEnum):
    """Why a recovery does not go on."""

    NOT_ESCROWED = "not-escrowed"
    NOT_ASKED = "not-asked"
    UNREADABLE = "unreadable"
    OTHER_REQUEST = "other-request"
    OTHER_KEY = "other-key"
    OTHER_PERSON = "other-person"


@dataclass(eq=False)
class RecoveryRefused(ExpectedFailure):
    """The desk is not opened by this; it stays as it was."""

    problem: RecoveryProblem


@dataclass(eq=False)
class NotAllReceipted(ExpectedFailure):
    """So many packets have no receipt yet; their texts are not erased before."""

    waiting: int


@dataclass(eq=False)
class RoundClosedHere(ExpectedFailure):
    """The batch is of a round whose texts were erased from this computer on purpose."""

    round: int


ProfileFailure = (
    WrongPassphrase
    | PassphraseNeeded
    | WeakPassphrase
    | DamagedProfile
    | ProfileInUse
    | NewerDatabase
)
RestFailure = (
    UnreadableBackup
    | RolledBackDesk
    | DeskStillOpen
    | NoEscrowKey
    | RecoveryRefused
    | NotAllReceipted
    | RoundClosedHere
)
