"""What is computed once when a case is taken in; the sync is given it and knows no reading."""

from __future__ import annotations

from typing import Protocol

from review_protocol.documents.case import Case, CaseHeaders
from reviewer_app.models.rows import CaseFlag


class ReadingAids(Protocol):
    """Alignments of a case's two languages, and the facts that lists show."""

    def alignments_of(self, case: Case) -> dict[str, bytes]:
        """The alignments of all four elements, as JSON by their keys."""

    def flags_of(self, headers: CaseHeaders, case: Case | None) -> tuple[CaseFlag, ...]:
        """The flags that lists show; without the content, those that the headers alone tell."""

    def is_joint(self, headers: CaseHeaders) -> bool:
        """Whether a partner is from another country (region) than the applicant."""
