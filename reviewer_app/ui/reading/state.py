"""What the reading screen shows: a frozen state that can be printed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from review_protocol.documents.score import CriterionCode
from review_protocol.documents.text import Element, Language
from reviewer_app.errors import Failure
from reviewer_app.services.differing import CaseDifferences
from reviewer_app.services.rows import CaseView
from reviewer_app.services.tables import Tables
from reviewer_app.ui.reading.anchoring import Anchor
from reviewer_app.ui.reading.arrangement import Arrangement
from reviewer_app.ui.reading.facts_sheet import FactSheet
from reviewer_app.ui.reading.kept_place import Known
from reviewer_app.ui.reading.prepared import Prepared
from reviewer_app.ui.reading.remembered import Folds


class Leaf(StrEnum):
    """What the middle of the screen shows."""

    TEXT = "text"
    FACTS = "facts"
    DIFFERENCES = "differences"
    MARKS = "marks"
    FILE = "file"


@dataclass(frozen=True, slots=True)
class Opened:
    """A case made ready on the database's lane."""

    view: CaseView
    prepared: Prepared
    facts: FactSheet
    tables: Tables
    """With which it is read: the programme's own names and terms, the app's below them."""
    order: tuple[CriterionCode, ...]
    """The order in which this reviewer is shown the criteria."""
    known: Known
    """Where the case was being read when it was left, and what of it had been."""
    read: Mapping[Element, float]
    """Which part of each element that is, 0 to 1."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A place where the searched words stand: UTF-16 offsets in a block, words around them."""

    language: Language
    block: int
    start: int
    end: int
    before: str
    exact: str
    after: str
    cut: tuple[bool, bool] = (True, True)
    """Whether more stands further before, and after."""


@dataclass(frozen=True, slots=True)
class Find:
    """The search: open or not, what for, what was found, and which hit is shown.

    A closed one keeps its list: opened again, it stands where it was left.
    """

    open: bool = False
    text: str = ""
    hits: tuple[Hit, ...] = ()
    at: int = -1
    more: bool = False
    since: Anchor | None = None
    """Where the reader was when the words were typed; None once a hit was chosen."""


AS_A_RULE = Arrangement()
NOT_FINDING = Find()
AS_OPENED = Folds()
NONE_FOUND = CaseDifferences()


@dataclass(frozen=True, slots=True)
class ReadingState:
    """The reading screen; `start` is where the reader is when a text comes in."""

    number: str = ""
    opening: bool = False
    opened: Opened | None = None
    start: Anchor | None = None
    apart: tuple[Anchor, ...] = ()
    """Where he is on each side, while the sides are free."""
    leaf: Leaf = Leaf.TEXT
    how: Arrangement = AS_A_RULE
    file: str | None = None
    read: Mapping[Element, float] = field(default_factory=dict)
    """Which part of each element has been in sight, 0 to 1."""
    folds: Folds = AS_OPENED
    find: Find = NOT_FINDING
    differences: CaseDifferences = NONE_FOUND
    """What the two versions say differently; known a little later than the rest."""
    failure: Failure | None = None
