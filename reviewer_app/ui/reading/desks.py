"""What the reading screen needs of a desk: the person's own has it, and so has the practice."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from review_protocol.documents.score import Answers, CriterionCode, Quote
from review_protocol.documents.stated_facts import StatedFact
from reviewer_app.models.highlights import Highlight
from reviewer_app.services.facts_beside import FactsSaid
from reviewer_app.services.rows import CaseView, Kept, ReadingPlace


class OpensCases(Protocol):
    """Opens a case, and remembers where it is read."""

    def open(self, number: str) -> CaseView: ...
    def mark_read(self, number: str, place: ReadingPlace) -> None: ...
    def criteria_order(self) -> tuple[CriterionCode, ...]: ...


class KeepsSheets(Protocol):
    """Keeps a sheet as it is filled in."""

    def keep(self, number: str, answers: Answers) -> Kept: ...
    def undo(self, number: str) -> Kept | None: ...


class KeepsFacts(Protocol):
    """Keeps what is said of the facts."""

    def said(self, number: str) -> FactsSaid: ...
    def keep(self, number: str, facts: Sequence[StatedFact]) -> FactsSaid: ...


class KeepsHighlights(Protocol):
    """Keeps a reader's own highlights and notes."""

    def of(self, case: str) -> tuple[Highlight, ...]: ...
    def add(self, case: str, place: Quote, note: str = "") -> Highlight: ...
    def note(self, highlight: int, words: str) -> None: ...
    def remove(self, highlight: int) -> None: ...
    def bring_back(self, highlight: int) -> None: ...
