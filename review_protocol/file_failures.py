"""Expected failures of files that are handed over: text blocks and batch archives."""

from dataclasses import dataclass
from typing import Literal

from review_protocol.failures import ProtocolFailure


@dataclass(eq=False)
class NoBlock(ProtocolFailure):
    """There is no hand-in or receipt block in these texts."""


@dataclass(eq=False)
class BlockCut(ProtocolFailure):
    """A block is shorter than it says; it starts in this line (from 1) of its file.

    `part` and `of` are what the block says of itself, `missing` the bytes that are not there; None
    where that line is missing too.
    """

    line: int
    part: int | None
    of: int | None
    missing: int | None


@dataclass(eq=False)
class BlockAltered(ProtocolFailure):
    """A block is not as it was written; it starts in this line (from 1) of its file.

    `part` and `of` are what the block says of itself; None where that cannot be read.
    """

    line: int
    part: int | None
    of: int | None
    where: Literal["header", "text"]


@dataclass(eq=False)
class PartsMissing(ProtocolFailure):
    """Of something in `of` parts, these (from 1) were not among the files."""

    missing: tuple[int, ...]
    of: int


@dataclass(eq=False)
class NewerForm(ProtocolFailure):
    """A block in a form that only a newer version reads."""

    line: int
    form: int


@dataclass(eq=False)
class TooMany(ProtocolFailure):
    """More of something in one file than a reader is willing to look at."""

    what: Literal["blocks", "entries", "releases", "notices"]
    limit: int


@dataclass(eq=False)
class OtherDeployment(ProtocolFailure):
    """The file belongs to another programme's server."""

    expected: str
    found: str


@dataclass(eq=False)
class OtherDevice(ProtocolFailure):
    """The file is for another device."""

    expected: str
    found: str


ArchiveFault = Literal[
    "not an archive",
    "cut",
    "packed anew",
    "name",
    "twice",
    "missing",
    "content",
]


@dataclass(eq=False)
class MalformedArchive(ProtocolFailure):
    """The bytes are not a batch archive in its strict form; `entry` where one is at fault.

    `cut`: the end of the file is missing, or something follows it; `packed anew`: a ZIP of another
    program (compressed, with gaps, overlaps or extra fields); `name`: an entry that no batch has;
    `twice`: a name again; `missing`: an entry that every batch has; `content`: an entry is not what
    its checksum or its name says.
    """

    fault: ArchiveFault
    entry: str | None = None
