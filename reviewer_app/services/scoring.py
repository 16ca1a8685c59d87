"""The sheet while it is being filled in: every change is kept at once, nothing is overwritten."""

from __future__ import annotations

from sqlalchemy import Connection

from review_protocol.documents.score import Answers
from reviewer_app.models.drafts import draft_history, keep_draft, undo_draft
from reviewer_app.models.store import Store
from reviewer_app.services.rows import Kept
from reviewer_app.services.sheets import open_text
from reviewer_app.sync.clock import Clock, timestamp


class Scoring:
    """Drafts: append-only revisions, the newest is the sheet, one step back undoes."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def keep(self, number: str, answers: Answers) -> Kept:
        """Keep a revision, durably before this returns; raises CaseNotOpen.

        Where a score is signed already it stays as it is: this is the draft of an amendment.
        """
        now = timestamp(self._clock())

        def work(connection: Connection) -> Kept:
            case_hash = open_text(connection, number)
            kept = keep_draft(connection, number, case_hash, answers, now)
            return Kept(number, kept.answers, kept.kept_at)

        return self._store.perform(work)

    def history(self, number: str) -> tuple[Kept, ...]:
        """All revisions of the case, oldest first."""
        with self._store.read() as connection:
            return tuple(
                Kept(number, each.answers, each.kept_at)
                for each in draft_history(connection, number)
            )

    def undo(self, number: str) -> Kept | None:
        """Go back one change, by a new revision equal to the one before; again goes further back.

        None where there is nothing to go back to. Raises CaseNotOpen.
        """
        now = timestamp(self._clock())

        def work(connection: Connection) -> Kept | None:
            open_text(connection, number)
            undone = undo_draft(connection, number, now)
            return None if undone is None else Kept(number, undone.answers, undone.kept_at)

        return self._store.perform(work)
