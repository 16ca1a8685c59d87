"""A case on paper: its texts row by row, one's own marks in them, and what stands on every page."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from reviewer_app.reports.font_files import FontFiles

PaperStyle = Literal["title", "heading", "body"]
MarkTone = Literal["fit", "cooperation", "benefits", "note"]


@dataclass(frozen=True, slots=True)
class PaperMark:
    """A marked stretch in code points of its text; `letter` stands beside its first line."""

    start: int
    end: int
    letter: str
    tone: MarkTone


@dataclass(frozen=True, slots=True)
class PaperText:
    """One unit of the applicant's text, in one language."""

    text: str
    style: PaperStyle = "body"
    chinese: bool = False
    marks: tuple[PaperMark, ...] = ()


@dataclass(frozen=True, slots=True)
class PaperRow:
    """What says the same, by language, the first one left or above; `lacking` is said where the
    side is empty."""

    sides: tuple[tuple[PaperText, ...], ...]
    lacking: str = ""


@dataclass(frozen=True, slots=True)
class PaperNote:
    """An entry of the list at the end: the mark's letter, what it belongs to, and its words."""

    letter: str
    tone: MarkTone
    about: str
    words: str


@dataclass(frozen=True, slots=True)
class CasePaper:
    """All that is printed; every word is already in the interface's language.

    `page_words` has {page} and {count}; `columns` sets two languages side by side.
    """

    number: str
    title: tuple[str, ...]
    about: str
    confidential: str
    page_words: str
    rows: tuple[PaperRow, ...]
    notes_title: str
    notes: tuple[PaperNote, ...]
    made_at_utc: datetime
    chinese: bool
    columns: bool = True
    zh_fonts: FontFiles | None = None
    en_fonts: FontFiles | None = None
    """In which the applicant's text is set; None for the bundled one."""
