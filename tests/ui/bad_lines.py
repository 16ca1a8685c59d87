"""A line of the table of bad input."""

from collections.abc import Callable
from dataclasses import dataclass

from review_protocol.documents.text import Language

E2E, SYSTEM, UNIT, UI = "tests/e2e/", "tests/system/", "tests/unit/", "tests/ui/"

Words = Callable[[Language], str]
"""A sentence in a language; that of the interface is set to the same one before."""


@dataclass(frozen=True)
class Line:
    """One way in which input can be bad."""

    what: str
    says: tuple[Words, ...]
    kept: str
    tests: tuple[str, ...]
