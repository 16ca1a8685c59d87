"""What is computed once when a case is taken in; the sync is given it and knows no reading."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from review_protocol.documents.case import Case, CaseHeaders
from reviewer_app.models.rows import CaseFlag


class ReadingAids(Protocol):
    """Alignments of a case's two languages, and the facts that lists show."""

    def renew(self) -> None:
        """The batch may have brought a glossary, or a table of countries (regions), of its own."""

    def alignments_of(self, case: Case) -> dict[str, bytes]:
        """The alignments of all four elements, as JSON by their keys."""

    def flags_of(
        self, headers: CaseHeaders, case: Case | None, aligned: Mapping[str, bytes]
    ) -> tuple[CaseFlag, ...]:
        """The flags that lists show; without the content, those that the headers alone tell.

        `aligned` are the alignments of the content as `alignments_of` gives them.
        """

    def is_joint(self, headers: CaseHeaders) -> bool:
        """Whether a partner is from another country (region) than the applicant."""
