"""Evidence from an attachment: a place on a page of one very file, and answers that carry it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, Self

import orjson
from pydantic import Field, model_validator

from review_protocol.documents.base import Count, Hash, Part, read_fields
from review_protocol.documents.case import FileName
from review_protocol.documents.score import Answers, Gap, Missing, Quote
from review_protocol.documents.words import CriterionCode

MOST_BOXES = 500
MOST_PAGES = 100_000


class Box(Part):
    """A rectangle on a page, in thousandths of a point from the left and the upper edge of the page
    as it is shown: inside its crop box and turned as the file says."""

    left: Count
    top: Count
    right: Count
    bottom: Count

    @model_validator(mode="after")
    def _has_an_area(self) -> Self:
        if self.left >= self.right or self.top >= self.bottom:
            raise ValueError("a rectangle has a width and a height")
        return self


class FileQuote(Part):
    """Words on one page of an attachment, for one criterion."""

    criterion: CriterionCode
    sha256: Hash
    """Of the file: in another file these rectangles mean nothing."""
    file: FileName
    page: Annotated[int, Field(ge=1, le=MOST_PAGES)]
    boxes: Annotated[tuple[Box, ...], Field(min_length=1, max_length=MOST_BOXES)]
    """A rectangle a line, in the order of the words."""
    exact: Annotated[str, Field(min_length=1, max_length=20_000)]
    before: Annotated[str, Field(max_length=64)]
    after: Annotated[str, Field(max_length=64)]


AnyQuote = Quote | FileQuote


class AnswersWithFiles(Answers):
    """Answers with quotes from attachments, at least one: without any they are `Answers`."""

    file_quotes: Annotated[tuple[FileQuote, ...], Field(min_length=1, max_length=1000)]

    def missing(self) -> tuple[Missing, ...]:
        """As ever, but that a quote from an attachment is evidence too."""
        quoted = {quote.criterion for quote in self.file_quotes}
        return tuple(
            lack
            for lack in super().missing()
            if not (lack.gap is Gap.EVIDENCE and lack.criterion in quoted)
        )


def file_quotes_of(
    answers: Answers, criterion: CriterionCode | None = None
) -> tuple[FileQuote, ...]:
    """The quotes from attachments: all, or those for one criterion."""
    quotes = answers.file_quotes if isinstance(answers, AnswersWithFiles) else ()
    return tuple(each for each in quotes if criterion in (None, each.criterion))


def with_file_quotes(answers: Answers, quotes: Iterable[FileQuote]) -> Answers:
    """These answers with these quotes from attachments and no others, in the form they have then;
    there is one form for the same answers, so that they can be compared."""
    given = tuple(quotes)
    fields = {name: getattr(answers, name) for name in answers.model_fields_set - {"file_quotes"}}
    return AnswersWithFiles(**fields, file_quotes=given) if given else Answers(**fields)


def read_answers(body: bytes) -> Answers:
    """Answers as they were kept, of either form; MalformedDocument where they are neither."""
    form = AnswersWithFiles if "file_quotes" in orjson.loads(body) else Answers
    return read_fields(form, body)
