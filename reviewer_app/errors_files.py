"""Expected failures of files that are handed over: batches, hand-in files, receipts."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

from review_protocol.late_dataclasses import dataclass
from reviewer_app.failing import ExpectedFailure


class FileProblem(StrEnum):
    """Why nothing was taken from a file."""

    NOT_OURS = "not-ours"
    """Neither a batch nor receipts."""
    HAND_IN = "hand-in"
    """A hand-in file, which is for the secretariat."""
    UNREADABLE = "unreadable"
    """The system does not give its bytes."""
    CUT = "cut"
    ALTERED = "altered"
    PARTS_MISSING = "parts-missing"
    REPACKED = "repacked"
    """A batch that another program unpacked and packed anew."""
    TOO_LARGE = "too-large"
    NEWER_FORM = "newer-form"
    FORGED = "forged"
    """Not signed by the programme's server."""
    OTHER_PROGRAMME = "other-programme"
    OTHER_PERSON = "other-person"
    OTHER_COMPUTER = "other-computer"
    """For another computer of this person, or written before this one was enrolled."""
    OLDER_BATCH = "older-batch"
    INCOMPLETE = "incomplete"
    """A batch without the texts that it names."""
    CLOSED_HERE = "closed-here"
    """A batch of a round that was closed on this computer."""


@dataclass(eq=False)
class UnusableFile(ExpectedFailure):
    """Nothing was taken from this file, and the desk is as it was."""

    path: Path
    problem: FileProblem
