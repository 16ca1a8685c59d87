"""What a reviewer can change on a sheet, each change as a value, and the sheet after it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import assert_never

from review_protocol.documents.file_quotes import (
    AnyQuote,
    FileQuote,
    file_quotes_of,
    with_file_quotes,
)
from review_protocol.documents.programme import Recommendation
from review_protocol.documents.score import Answers, CriterionCode, Mark


@dataclass(frozen=True, slots=True)
class GiveMark:
    """A mark, or "cannot judge"."""

    criterion: CriterionCode
    mark: Mark


@dataclass(frozen=True, slots=True)
class Attach:
    """A quote for a criterion; the same one twice is one."""

    criterion: CriterionCode
    quote: AnyQuote


@dataclass(frozen=True, slots=True)
class Detach:
    """A quote taken away."""

    criterion: CriterionCode
    quote: AnyQuote


@dataclass(frozen=True, slots=True)
class Comment:
    """The words on a criterion, or (None) on the case, as they are being typed."""

    criterion: CriterionCode | None
    text: str


@dataclass(frozen=True, slots=True)
class Familiar:
    """How well the reviewer knows the field, 1 to 3."""

    level: int


@dataclass(frozen=True, slots=True)
class Recommend:
    """The overall recommendation."""

    value: Recommendation


Edit = GiveMark | Attach | Detach | Comment | Familiar | Recommend


def applied(answers: Answers, edit: Edit) -> Answers:
    """The sheet after a change."""
    match edit:
        case GiveMark(criterion, mark):
            return _with(answers, criterion, mark=mark)
        case Attach(_, FileQuote() as quote):
            before = file_quotes_of(answers)
            return answers if quote in before else with_file_quotes(answers, (*before, quote))
        case Detach(_, FileQuote() as quote):
            return with_file_quotes(answers, (q for q in file_quotes_of(answers) if q != quote))
        case Attach(criterion, quote):
            quotes = answers.answer(criterion).quotes
            return (
                answers if quote in quotes else _with(answers, criterion, quotes=(*quotes, quote))
            )
        case Detach(criterion, quote):
            quotes = answers.answer(criterion).quotes
            left = tuple(each for each in quotes if each != quote)
            return _with(answers, criterion, quotes=left)
        case Comment(where, text):
            if where is None:
                return answers.model_copy(update={"comment": text})
            return _with(answers, where, comment=text)
        case Familiar(level):
            return answers.model_copy(update={"familiarity": level})
        case Recommend(value):
            return answers.model_copy(update={"recommendation": value})
    assert_never(edit)


def _with(answers: Answers, criterion: CriterionCode, **given: object) -> Answers:
    return answers.replaced(answers.answer(criterion).model_copy(update=given))
