"""Quotes in an open file: cut out of it, and found on it again where the file is the very same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from review_protocol.documents.case_files import AnyFile
from review_protocol.documents.file_quotes import FileQuote, file_quotes_of
from review_protocol.documents.score import Answers, CriterionCode
from reviewer_app.reading.page_text import Cut
from reviewer_app.ui.reading.attachments.finding import FileFind, FileHit
from reviewer_app.ui.reading.attachments.marks import Look, Mark
from reviewer_app.ui.reading.attachments.selecting import Selecting


def quote_of(file: AnyFile, index: int, cut: Cut, criterion: CriterionCode) -> FileQuote:
    """What was cut out of a page, as evidence for a criterion."""
    return FileQuote(
        criterion=criterion,
        sha256=file.sha256,
        file=file.file,
        page=index + 1,
        boxes=cut.boxes,
        exact=cut.exact,
        before=cut.before,
        after=cut.after,
    )


def quote_marks(answers: Answers, file: AnyFile, count: int) -> tuple[Mark, ...]:
    """Where quotes stand in this file, of so many pages; those of another file stand nowhere."""
    return tuple(_marked(quote) for quote in file_quotes_of(answers) if is_of(quote, file, count))


def is_of(quote: FileQuote, file: AnyFile, count: int) -> bool:
    """Whether a quote can be shown in this file: the same bytes, and a page that there is."""
    return quote.sha256 == file.sha256 and quote.page <= count


def _marked(quote: FileQuote) -> Mark:
    return Mark(quote.page - 1, quote.boxes, Look.QUOTE, quote.criterion)


def shown_quote(quote: FileQuote) -> Mark:
    """A quote to be brought into sight."""
    return _marked(quote)


def hit_marks(find: FileFind, pages: Selecting, indices: Iterable[int]) -> Iterator[Mark]:
    """Hits on these pages, as far as their texts are here; asks for those that are not."""
    wanted = set(indices)
    for hit in find.hits:
        if hit.index in wanted:
            mark = hit_mark(hit, pages, shown=hit is find.shown)
            if mark is not None:
                yield mark


def hit_mark(hit: FileHit, pages: Selecting, *, shown: bool) -> Mark | None:
    """One hit; None while the text of its page is not here."""
    text = pages.text_of(hit.index)
    boxes = () if text is None else text.boxes(hit.start, hit.end)
    return Mark(hit.index, boxes, Look.HIT_SHOWN if shown else Look.HIT) if boxes else None
