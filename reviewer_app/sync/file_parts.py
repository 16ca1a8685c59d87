"""What every file that is handed over has: where it lies, whose it is, and what went wrong."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from review_protocol.documents.people import Trust
from review_protocol.envelope import read_envelope
from review_protocol.failures import ProtocolFailure, TooLarge
from review_protocol.file_failures import (
    ArchiveFault,
    BlockAltered,
    BlockCut,
    MalformedArchive,
    NewerForm,
    NoBlock,
    OtherDeployment,
    OtherDevice,
    PartsMissing,
    TooMany,
)
from reviewer_app.errors_files import FileProblem, UnusableFile
from reviewer_app.sync.trust import TrustRolledBack, TrustState

_OF_ARCHIVES: dict[ArchiveFault, FileProblem] = {
    "not an archive": FileProblem.NOT_OURS,
    "cut": FileProblem.CUT,
    "packed anew": FileProblem.REPACKED,
    "name": FileProblem.REPACKED,
    "twice": FileProblem.REPACKED,
    "missing": FileProblem.NOT_OURS,
    "content": FileProblem.ALTERED,
}


@dataclass(frozen=True, slots=True)
class GivenByFile:
    """A manifest and its releases out of a file: base64 of their envelopes."""

    manifest: str
    releases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FileSource:
    """Stands where a session with the server would: what is not here is not brought by anything."""

    server: str
    trust: TrustState

    def blobs(self) -> None:
        return None


@contextmanager
def file_failures(path: Path) -> Iterator[None]:
    """Raise what a file's form or its reading fails by as UnusableFile."""
    try:
        yield
    except ProtocolFailure as failure:
        raise UnusableFile(path, problem_of(failure)) from failure
    except OSError as error:
        raise UnusableFile(path, FileProblem.UNREADABLE) from error


def problem_of(failure: ProtocolFailure) -> FileProblem:
    """What a failure of form or signature means to the person."""
    match failure:
        case MalformedArchive(fault=fault):
            return _OF_ARCHIVES[fault]
        case TooLarge() | TooMany():
            return FileProblem.TOO_LARGE
        case NoBlock():
            return FileProblem.NOT_OURS
        case BlockCut():
            return FileProblem.CUT
        case BlockAltered():
            return FileProblem.ALTERED
        case PartsMissing():
            return FileProblem.PARTS_MISSING
        case NewerForm():
            return FileProblem.NEWER_FORM
        case OtherDeployment():
            return FileProblem.OTHER_PROGRAMME
        case OtherDevice():
            return FileProblem.OTHER_COMPUTER
        case _:
            return FileProblem.FORGED


def newer_trust(trust: TrustState, envelope: bytes) -> TrustState:
    """The newer of both; an older one in a file is no fault. Raises ProtocolFailure."""
    offered = Trust.from_body(read_envelope(envelope).body)
    if offered.deployment != trust.deployment:
        raise OtherDeployment(trust.deployment, offered.deployment)
    try:
        return trust.newer(envelope)
    except TrustRolledBack:
        return trust
