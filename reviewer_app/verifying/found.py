"""What verifying a folder of evidence finds: packets that hold, and files that do not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Fault(StrEnum):
    """What is wrong with a file."""

    MISSING = "missing"
    UNREADABLE = "unreadable"
    ALTERED = "altered"
    """It is not as the list of sums says."""
    UNLISTED = "unlisted"
    ROOT_KEY = "root-key"
    TRUST = "trust"
    CERTIFICATE = "certificate"
    CERTIFICATE_RECEIPT = "certificate-receipt"
    SIGNATURE = "signature"
    OTHER_DEPLOYMENT = "other-deployment"
    RECEIPT = "receipt"
    CHANGE = "change"
    """It does not prove that the log changed how this packet stands."""
    DRAW = "draw"
    """It does not prove that reviews were given out by the record that its folder names."""
    DOCUMENT = "document"
    """It is not the document that its name says."""
    CONTRADICTS = "contradicts"
    """It says something else than the signed original beside it."""
    NO_PACKETS = "no-packets"


@dataclass(frozen=True, slots=True)
class Wrong:
    """A file, by its path in the folder, and what is wrong with it."""

    file: str
    fault: Fault
    detail: str = ""


@dataclass(frozen=True, slots=True)
class VerifiedPacket:
    """A packet whose signature and receipt hold; `leaf` is its number in a log of `log_size`.

    `disposition` is the one that stands: of its own leaf, or of the later one that changed it.
    """

    folder: str
    id: str
    kind: str
    case: str | None
    received: str
    disposition: str
    leaf: int
    log_size: int


@dataclass(frozen=True, slots=True)
class Shown:
    """The order in which the reviewer was shown the criteria and the cases of what was signed."""

    criteria: tuple[str, ...]
    cases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Recomputed:
    """What follows from the packets of a dispute dossier by the rules that it names, whatever is
    written in it beside them."""

    case: str
    rules: str | None
    """The hash of the rule file in the folder."""
    scores: Mapping[str, int]
    """How many scores and amendments stand how; the names are those of `Standing`."""
    decision: StandingDecision | None
    left_out: int
    """Packets that the writer's computer had and could not verify."""


@dataclass(frozen=True, slots=True)
class StandingDecision:
    """The last decision that counts."""

    outcome: str
    round: int
    leaf: int


@dataclass(frozen=True, slots=True)
class Verified:
    """What was found in a folder; all is right where `wrong` is empty."""

    root_sha256: str
    device: str
    """The computer whose own evidence it is; empty where it is that of several people."""
    packets: tuple[VerifiedPacket, ...]
    wrong: tuple[Wrong, ...]
    notes: tuple[str, ...] = ()
    """Scripts that are not the ones this version of the app writes."""
    devices: tuple[str, ...] = ()
    """All whose certificates hold."""
    documents: tuple[str, ...] = ()
    """Ids of the documents beside the packets that are what their names say."""
    shown: Shown | None = None
    """Computed again from what one person signed; None where there is no score of one person."""
    recomputed: Recomputed | None = None
    """Of a dispute dossier; None of other evidence, and where its record cannot be read."""
    pages: tuple[str, ...] = ()
    """Files for people to read: nobody signed them."""


class NoEvidence(Exception):
    """There is no evidence folder at this place."""
