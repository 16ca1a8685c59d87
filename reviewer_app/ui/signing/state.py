"""What the signing screen shows."""

from __future__ import annotations

from dataclasses import dataclass

from review_protocol.documents.score import LanguageRead
from reviewer_app.errors import Failure
from reviewer_app.services.rows import CaseState, ReadBack


@dataclass(frozen=True, slots=True)
class SigningState:
    """The answers read back, what is asked here, and afterwards what comes next.

    `language` has no value beforehand; `next_case` is known once it is signed.
    """

    number: str = ""
    read_back: ReadBack | None = None
    language: LanguageRead | None = None
    reason: str = ""
    signing: bool = False
    packet: str | None = None
    next_case: str | None = None
    failure: Failure | None = None

    @property
    def amends(self) -> bool:
        """Whether something signed is superseded: a score, or its withdrawal."""
        back = self.read_back
        if back is None:
            return False
        return back.standing is not None or back.row.state is CaseState.WITHDRAWN

    @property
    def unchanged(self) -> bool:
        """Whether an amendment would say what stands signed already."""
        back = self.read_back
        if back is None or back.standing is None:
            return False
        same = back.answers == back.standing.answers
        return same and self.language in (None, back.standing.language_read)

    @property
    def ready(self) -> bool:
        """Whether it can be signed now."""
        back = self.read_back
        if back is None or back.missing or self.language is None or self.packet or self.signing:
            return False
        return not self.unchanged and (not self.amends or bool(self.reason.strip()))
