"""Signing: read back, sign, amend, withdraw, recuse; nothing signed is ever changed."""

from __future__ import annotations

from review_protocol.documents.packet import ConflictKind, RecusalReason
from review_protocol.documents.score import Answers, LanguageRead, Missing
from reviewer_app.services.rows import ReadBack


class Signing:
    """Signs packets about cases into the outbox: sequence, signature and row at once."""

    def missing(self, number: str) -> tuple[Missing, ...]:
        """What the draft still lacks; raises CaseNotOpen."""
        raise NotImplementedError

    def read_back(self, number: str) -> ReadBack:
        """What is about to be signed, for reading back; raises CaseNotOpen."""
        raise NotImplementedError

    def sign(self, number: str, language_read: LanguageRead) -> str:
        """Sign the kept draft as the score; answers the packet's id.

        Raises CaseNotOpen, AlreadySigned (amend instead), AnswersIncomplete.
        """
        raise NotImplementedError

    def amend(self, number: str, answers: Answers, language_read: LanguageRead, reason: str) -> str:
        """Sign a new score that supersedes the one before, or a withdrawal; answers the id.

        Raises CaseNotOpen, NothingToSupersede, AnswersIncomplete.
        """
        raise NotImplementedError

    def withdraw(self, number: str, reason: str) -> str:
        """Take the standing score back; raises CaseNotOpen, NothingToSupersede."""
        raise NotImplementedError

    def recuse(
        self, number: str, reason: RecusalReason, conflict: ConflictKind | None, comment: str
    ) -> str:
        """Step back from a case, with or without a score; raises CaseNotOpen, AlreadySigned."""
        raise NotImplementedError
