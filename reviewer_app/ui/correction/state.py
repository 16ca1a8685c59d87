"""What the page of a corrected case shows."""

from __future__ import annotations

from dataclasses import dataclass

from review_protocol.documents.text import Bilingual
from reviewer_app.errors import Failure
from reviewer_app.services.corrections import Correction


@dataclass(frozen=True, slots=True)
class CorrectionState:
    """`correction` is None where nothing was corrected, or before it was compared."""

    number: str = ""
    name: Bilingual | None = None
    correction: Correction | None = None
    is_loaded: bool = False
    confirming: bool = False
    confirmed: bool = False
    """The score was confirmed for the new text just now."""
    failure: Failure | None = None
