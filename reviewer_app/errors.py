"""Every failure that is to be expected, with its facts; the words are in `ui/wording.py`.

The union `Failure` is closed: a class that is not in it has no words, and `assert_never` there
makes that a type error. Foreign exceptions are translated into these at the border.
"""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from review_protocol.late_dataclasses import dataclass
from reviewer_app.errors_at_rest import DamagedProfile as DamagedProfile
from reviewer_app.errors_at_rest import DeskStillOpen as DeskStillOpen
from reviewer_app.errors_at_rest import DiskFull as DiskFull
from reviewer_app.errors_at_rest import FolderReadOnly as FolderReadOnly
from reviewer_app.errors_at_rest import ImpossibleFolder as ImpossibleFolder
from reviewer_app.errors_at_rest import InTheWay as InTheWay
from reviewer_app.errors_at_rest import NewerDatabase as NewerDatabase
from reviewer_app.errors_at_rest import NoEscrowKey as NoEscrowKey
from reviewer_app.errors_at_rest import NotAllReceipted as NotAllReceipted
from reviewer_app.errors_at_rest import PassphraseNeeded as PassphraseNeeded
from reviewer_app.errors_at_rest import ProfileFailure as ProfileFailure
from reviewer_app.errors_at_rest import ProfileInUse as ProfileInUse
from reviewer_app.errors_at_rest import RecoveryProblem as RecoveryProblem
from reviewer_app.errors_at_rest import RecoveryRefused as RecoveryRefused
from reviewer_app.errors_at_rest import RestFailure as RestFailure
from reviewer_app.errors_at_rest import RolledBackDesk as RolledBackDesk
from reviewer_app.errors_at_rest import RoundClosedHere as RoundClosedHere
from reviewer_app.errors_at_rest import StorageFault as StorageFault
from reviewer_app.errors_at_rest import UnreadableBackup as UnreadableBackup
from reviewer_app.errors_at_rest import WeakPassphrase as WeakPassphrase
from reviewer_app.errors_at_rest import WrongPassphrase as WrongPassphrase
from reviewer_app.errors_files import FileProblem as FileProblem
from reviewer_app.errors_files import UnusableFile as UnusableFile
from reviewer_app.errors_staff import AlreadyAnswered as AlreadyAnswered
from reviewer_app.errors_staff import FinalListStands as FinalListStands
from reviewer_app.errors_staff import NothingDecided as NothingDecided
from reviewer_app.errors_staff import OwnRequest as OwnRequest
from reviewer_app.errors_staff import ReasonLacking as ReasonLacking
from reviewer_app.errors_staff import RoundNotHeld as RoundNotHeld
from reviewer_app.errors_staff import RoundStillOpen as RoundStillOpen
from reviewer_app.failing import ExpectedFailure as ExpectedFailure

if TYPE_CHECKING:
    from review_protocol.documents.answers import RefusalCode
    from review_protocol.documents.score import Missing


class ConnectionStep(StrEnum):
    """How far a connection came."""

    NAME = "name"
    TCP = "tcp"
    PROXY = "proxy"
    PROXY_SIGN_IN = "proxy-sign-in"
    """The proxy wants a name and a password, or other ones."""
    TLS = "tls"
    """What answers does not speak TLS, or broke it off."""
    TIMEOUT = "timeout"
    ANSWER = "answer"


@dataclass(eq=False)
class NoConnection(ExpectedFailure):
    """The server cannot be reached; `step` is where it ended."""

    server: str
    step: ConnectionStep


class CertificateFault(StrEnum):
    """Why a certificate is not trusted."""

    UNKNOWN_AUTHORITY = "unknown-authority"
    OTHER_NAME = "other-name"
    EXPIRED = "expired"
    NOT_YET_VALID = "not-yet-valid"
    OTHER = "other"

    @property
    def is_of_time(self) -> bool:
        """Whether this computer's clock alone may be the reason."""
        return self in (CertificateFault.EXPIRED, CertificateFault.NOT_YET_VALID)


@dataclass(eq=False)
class UntrustedCertificate(ExpectedFailure):
    """The TLS certificate is not one that this computer trusts for this server.

    `clock` is the timestamp that this computer's clock said then.
    """

    server: str
    reason: str
    fault: CertificateFault = CertificateFault.OTHER
    clock: str = ""


class Found(StrEnum):
    """What answered instead of our server."""

    HTML = "html"
    BUSY = "busy"
    """A gateway's own word, by the status 429 or 503."""
    UNSIGNED = "unsigned"
    OTHER_KEY = "other-key"


@dataclass(eq=False)
class NotOurServer(ExpectedFailure):
    """Something answered, and it was not our server: a sign-in page, a proxy, another key."""

    server: str
    found: Found


@dataclass(eq=False)
class AnswerCutOff(ExpectedFailure):
    """An answer or a file ended early; what arrived is kept and the rest is fetched next time."""

    server: str
    received: int
    expected: int | None


@dataclass(eq=False)
class ServerRefused(ExpectedFailure):
    """The server refused the request, signed; `retry_after` is what that header asks for."""

    code: RefusalCode
    detail: str
    retry_after: str | None = None


@dataclass(eq=False)
class InvitationMistyped(ExpectedFailure):
    """The code cannot be right; `positions` are indices into the text as typed."""

    reason: str
    positions: tuple[int, ...]


class InvitationProblem(StrEnum):
    UNKNOWN = "unknown"
    USED = "used"
    EXPIRED = "expired"
    DECLINED = "declined"
    TOO_MANY_TRIES = "too-many-tries"


@dataclass(eq=False)
class InvitationRefused(ExpectedFailure):
    """The server does not take this invitation code."""

    problem: InvitationProblem


@dataclass(eq=False)
class EnrolmentForged(ExpectedFailure):
    """The answer to the enrolment does not prove that it comes from those who invited."""

    reason: str


@dataclass(eq=False)
class ManifestRolledBack(ExpectedFailure):
    """The server offers an older batch than the one already seen, or another with its number."""

    seen: int
    offered: int


@dataclass(eq=False)
class AppTooOld(ExpectedFailure):
    """The batch needs a newer app; `found` is this one's version."""

    found: str
    needed: str


@dataclass(eq=False)
class DamagedFile(ExpectedFailure):
    """A file of the batch is not what the manifest says."""

    name: str


@dataclass(eq=False)
class LogSplit(ExpectedFailure):
    """The server's log does not extend the one that this computer knew."""

    known_size: int
    offered_size: int


@dataclass(eq=False)
class AnswersIncomplete(ExpectedFailure):
    case: str
    missing: tuple[Missing, ...]


@dataclass(eq=False)
class CaseNotOpen(ExpectedFailure):
    """The case's content is not on this computer, or not released to this person."""

    case: str


@dataclass(eq=False)
class AlreadySigned(ExpectedFailure):
    case: str


@dataclass(eq=False)
class NothingToSupersede(ExpectedFailure):
    """There is no signed score that could be amended or withdrawn."""

    case: str


@dataclass(eq=False)
class UnreadableAttachment(ExpectedFailure):
    name: str


@dataclass(eq=False)
class UnreadableLetter(ExpectedFailure):
    path: Path


@dataclass(eq=False)
class CannotWriteReport(ExpectedFailure):
    path: Path
    reason: str


@dataclass(eq=False)
class NotPermitted(ExpectedFailure):
    act: str


ConnectionFailure = (
    NoConnection | UntrustedCertificate | NotOurServer | AnswerCutOff | ServerRefused | LogSplit
)
EnrolmentFailure = InvitationMistyped | InvitationRefused | EnrolmentForged | UnreadableLetter
BatchFailure = ManifestRolledBack | AppTooOld | DamagedFile | UnreadableAttachment | CaseNotOpen
DiskFailure = DiskFull | FolderReadOnly | ImpossibleFolder | StorageFault | CannotWriteReport
WorkFailure = AnswersIncomplete | AlreadySigned | NothingToSupersede | NotPermitted | ReasonLacking
StaffFailure = (
    RoundStillOpen | AlreadyAnswered | OwnRequest | NothingDecided | RoundNotHeld | FinalListStands
)
Failure = (
    ConnectionFailure
    | EnrolmentFailure
    | BatchFailure
    | DiskFailure
    | ProfileFailure
    | WorkFailure
    | StaffFailure
    | RestFailure
    | UnusableFile
)
