"""The marks of a case side by side: each with its criterion's letter, or with its whole name."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from review_protocol.documents.words import CANNOT_JUDGE, CRITERIA
from reviewer_app.ui import terms

if TYPE_CHECKING:
    from review_protocol.documents.score import Mark

translate = QCoreApplication.translate
_EN_SPACE = "\u2002"


def in_short(marks: Iterable[Mark | None]) -> str:
    """ "F 6  C 10  B ?", in the rubric's order; the question mark where nobody can judge."""
    words = translate("marks", "{letter} {mark}")
    pairs = zip(CRITERIA, marks, strict=False)
    return _EN_SPACE.join(
        words.format(
            letter=terms.criterion_letter(code),
            mark="?" if mark == CANNOT_JUDGE else terms.mark(mark),
        )
        for code, mark in pairs
    )


def in_full(marks: Iterable[Mark | None]) -> str:
    """A line a criterion, in the rubric's order."""
    pairs = zip(CRITERIA, marks, strict=False)
    return "\n".join(f"{terms.criterion(code)}: {terms.mark(mark)}" for code, mark in pairs)


def letters() -> str:
    """Which letter is whose."""
    lines = (f"{terms.criterion_letter(code)}  {terms.criterion(code)}" for code in CRITERIA)
    return "\n".join(lines)
