"""What the file in the middle of the screen shows."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from review_protocol.documents.case_files import PLAIN_TEXT, AnyFile
from reviewer_app.errors import Failure
from reviewer_app.reading.plain_text import PlainText
from reviewer_app.ui.reading.attachments.finding import FileFind
from reviewer_app.ui.reading.attachments.place import FilePlace
from reviewer_app.ui.reading.attachments.wire import Fault, PageSize

PDF = "application/pdf"
PICTURES = ("image/png", "image/jpeg", "image/gif", "image/webp", "image/bmp", "image/tiff")


class Shown(StrEnum):
    """How a file is shown inside the app."""

    PAGES = "pages"
    PICTURE = "picture"
    WORDS = "words"
    NOT = "not"


def how_shown(file: AnyFile) -> Shown:
    """By what intake made of the file; its bytes decide again when it is opened."""
    if file.media_type == PDF:
        return Shown.PAGES
    if file.media_type in PICTURES:
        return Shown.PICTURE
    return Shown.WORDS if file.media_type == PLAIN_TEXT else Shown.NOT


NOT_FINDING = FileFind()
BEGINNING = FilePlace()


@dataclass(frozen=True, slots=True)
class FileState:
    """The file: its pages' sizes or its words once it is open, or why it is not shown.

    `start` is where it was left, given with the pages. `plain` shows the words of page `reading`
    in place of the page. `fault` says more of a failure; `stopped` that the person stopped it.
    """

    file: AnyFile | None = None
    opening: bool = False
    pages: tuple[PageSize, ...] = ()
    words: PlainText | None = None
    start: FilePlace = BEGINNING
    plain: bool = False
    reading: int = 0
    find: FileFind = NOT_FINDING
    failure: Failure | None = None
    fault: Fault | None = None
    stopped: bool = False

    @property
    def shown(self) -> Shown:
        return Shown.NOT if self.file is None else how_shown(self.file)
