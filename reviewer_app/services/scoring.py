"""The sheet while it is being filled in: every change is kept at once, nothing is overwritten."""

from __future__ import annotations

from review_protocol.documents.score import Answers
from reviewer_app.services.rows import Kept


class Scoring:
    """Drafts: append-only revisions, the newest is the sheet, one step back undoes."""

    def keep(self, number: str, answers: Answers) -> Kept:
        """Keep a revision, durably before this returns; raises CaseNotOpen."""
        raise NotImplementedError

    def history(self, number: str) -> tuple[Kept, ...]:
        """All revisions of the case, oldest first."""
        raise NotImplementedError

    def undo(self, number: str) -> Answers | None:
        """Go back one step by a new revision equal to the one before; None at the beginning."""
        raise NotImplementedError
