"""What a packet about a case is about: the very batch, text and rubric."""

from __future__ import annotations

from typing import TypedDict

from sqlalchemy import Connection

from reviewer_app.errors import CaseNotOpen
from reviewer_app.models.case_list import CaseEntry
from reviewer_app.services.standing import standing_manifest


class Subject(TypedDict):
    """To be spread into the packet's model."""

    round: int
    manifest: str
    case: str
    case_hash: str
    rubric: str


def subject_of(connection: Connection, entry: CaseEntry) -> Subject:
    """By the batch that stands; raises CaseNotOpen before there is one, or without a text."""
    manifest = standing_manifest(connection)
    if manifest is None or entry.case_hash is None:
        raise CaseNotOpen(entry.number)
    return Subject(
        round=manifest.document.round.number,
        manifest=manifest.id,
        case=entry.number,
        case_hash=entry.case_hash,
        rubric=manifest.document.rubric,
    )
