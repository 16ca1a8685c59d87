"""A case's sheet: the draft that stands, the score that stands signed, and what is missing."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import Connection

from review_protocol.documents.leaf import Disposition
from review_protocol.documents.packet import (
    ScorePacket,
)
from review_protocol.documents.programme import Rubric
from review_protocol.documents.score import Answers, CriterionAnswer
from reviewer_app.errors import CaseNotOpen
from reviewer_app.models.case_list import CaseEntry, case_entry
from reviewer_app.models.drafts import newest_draft
from reviewer_app.models.other_packets import REVIEWS, OtherPacket, newest_other
from reviewer_app.models.outbox import StoredPacket, packets_of_case
from reviewer_app.models.rows import CaseState, DeliveryState
from reviewer_app.services.rows import StandingScore
from reviewer_app.services.standing import standing_rubric

_GIVEN_UP = (Disposition.NOT_COUNTED_RESOLVED, Disposition.NOT_COUNTED_DENIED)


@dataclass(frozen=True, slots=True)
class Sheet:
    """All about one released case's scoring; `newest` is the packet signed last on it."""

    entry: CaseEntry
    rubric: Rubric
    answers: Answers
    kept_at: str | None
    newest: StoredPacket | None
    standing: StandingScore | None


def sheet_of(connection: Connection, number: str) -> Sheet:
    """The sheet of a released case; raises CaseNotOpen.

    At every signature the signed answers are kept as the draft, so that a draft that differs from
    the standing score is always a later one: the beginning of an amendment.
    """
    entry = case_entry(connection, number)
    rubric = standing_rubric(connection)
    if entry is None or not entry.released or rubric is None:
        raise CaseNotOpen(number)
    if entry.state is CaseState.CASE_WITHDRAWN:
        raise CaseNotOpen(number)
    newest = newest_review(connection, number)
    standing = None if newest is None else standing_score(newest, entry.case_hash)
    draft = newest_draft(connection, number)
    answers = draft.answers if draft else standing.answers if standing else Answers()
    return Sheet(
        entry=entry,
        rubric=rubric,
        answers=fitted(answers, rubric),
        kept_at=draft.kept_at if draft else None,
        newest=newest,
        standing=standing,
    )


def open_text(connection: Connection, number: str) -> str:
    """The hash of the text that is being read; raises CaseNotOpen."""
    entry = case_entry(connection, number)
    if entry is None or not entry.released or entry.case_hash is None:
        raise CaseNotOpen(number)
    return entry.case_hash


def fitted(answers: Answers, rubric: Rubric) -> Answers:
    """The answers in the rubric's order of criteria, empty where there is none yet."""
    given = {answer.criterion: answer for answer in answers.criteria}
    criteria = tuple(
        given.get(criterion.code) or CriterionAnswer(criterion=criterion.code)
        for criterion in rubric.criteria
    )
    return answers.model_copy(update={"criteria": criteria})


def newest_review(connection: Connection, number: str) -> StoredPacket | None:
    """The score, amendment, withdrawal or recusal that the person signed last on the case."""
    return newest_signed(connection, number, REVIEWS)


def newest_signed(
    connection: Connection, number: str, kinds: Collection[str]
) -> StoredPacket | None:
    """What the person signed last of these kinds on the case: here, or on another device where
    that counts, and this does not or came before."""
    signed = [each for each in packets_of_case(connection, number) if each.kind in kinds]
    here = signed[-1] if signed else None
    other = newest_other(connection, number, kinds)
    if other is None or (here is not None and not _goes_before(here, other)):
        return here
    return other.stored()


def _goes_before(here: StoredPacket, other: OtherPacket) -> bool:
    if here.disposition in _GIVEN_UP:
        return True
    counts = here.disposition is not None and here.disposition.counts
    return counts and here.leaf is not None and here.leaf < other.leaf


def standing_score(stored: StoredPacket, case_hash: str | None) -> StandingScore | None:
    """The score in the newest packet; None where that takes it back or steps back.

    `case_hash` is that of the text that is here now.
    """
    document = stored.document()
    if not isinstance(document, ScorePacket):
        return None
    return StandingScore(
        packet=stored.id,
        answers=document.answers,
        language_read=document.language_read,
        signed_at=stored.signed_at,
        received=stored.state is DeliveryState.RECEIVED,
        disposition=stored.disposition,
        leaf=stored.leaf,
        other_version=document.case_hash != case_hash,
    )
