"""The plain rows of a dispute dossier, beside what every defence of a case says."""

from dataclasses import dataclass
from datetime import datetime

from reviewer_app.reports.defence_rows import CaseDefence, DecisionRow, EvidenceRow, ExpertScore
from reviewer_app.reports.text import Bilingual


@dataclass(frozen=True, slots=True)
class DrawRow:
    """How the reviews of a round were given out: the seed, and where the log names its record."""

    round: int
    made: datetime
    reviews_per_case: int
    seed: str
    record: str
    """The hash of the record that names everybody's cases; it stays with the server."""
    leaf: int | None
    """None where the log is that from before a restore: then nothing here proves it."""
    whole: bool
    """Whether it was a run over all cases, and not one for a single case."""


@dataclass(frozen=True, slots=True)
class IssuedRow:
    """What the head signed of this case in the comparison of all panels."""

    raw: str
    adjusted: str
    error: str | None
    place: tuple[int, int] | None
    """Its place, and of how many; None without one, and where the head's app told none."""
    rank_low: int | None
    rank_high: int | None
    chances: tuple[tuple[int, str], ...]
    reviews: int
    seed: str | None
    inputs: str
    counted: int
    packet: str


@dataclass(frozen=True, slots=True)
class ProofRow:
    """A packet of the folder; ``who`` is a pseudonym or a role."""

    folder: str
    who: Bilingual
    packet: str
    leaf: int
    received: datetime
    key: str


@dataclass(frozen=True, slots=True)
class DisputeRows:
    """All that a dossier shows."""

    defence: CaseDefence
    evidence: tuple[EvidenceRow, ...]
    """What was quoted most, criterion by criterion."""
    signed: tuple[ExpertScore, ...]
    """Every score and amendment, counted or not, in the order of the log."""
    decisions: tuple[DecisionRow, ...]
    """The oldest first."""
    issued: IssuedRow | None
    draws: tuple[DrawRow, ...]
    proofs: tuple[ProofRow, ...]
    left_out: int
    root: str
    """The fingerprint of the root key, to be compared with the published one."""
    text: str
    """The hash of the case's text that is here; empty where it is not."""
