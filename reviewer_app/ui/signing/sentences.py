"""A sheet as sentences, for reading back before it is signed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication

from review_protocol.documents.file_quotes import FileQuote, file_quotes_of
from review_protocol.documents.programme import Rubric
from review_protocol.documents.score import (
    CANNOT_JUDGE,
    Answers,
    CriterionAnswer,
    CriterionCode,
    Mark,
    Quote,
)
from reviewer_app.ui import quote_words, terms

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Read:
    """One answer read back: the sentence, and what stands below it.

    `changed` is told of an amendment, with the words that stood there before.
    """

    sentence: str
    changed: bool = False
    before: tuple[str, ...] = ()
    band: str = ""
    comment: str = ""
    quotes: tuple[str, ...] = ()


def read_back(
    answers: Answers,
    rubric: Rubric,
    before: Answers | None,
    paragraphs: Mapping[Quote, int],
    order: Sequence[CriterionCode],
) -> tuple[Read, ...]:
    """Every answer of a sheet in the sheet's order; with `before`, what an amendment changes."""
    return (
        *(
            _with_file_quotes(
                replace(
                    _criterion(answer, rubric, before.answer(answer.criterion) if before else None),
                    quotes=tuple(_quote(quote, paragraphs.get(quote)) for quote in answer.quotes),
                ),
                file_quotes_of(answers, answer.criterion),
                None if before is None else file_quotes_of(before, answer.criterion),
            )
            for answer in sorted(answers.criteria, key=lambda each: order.index(each.criterion))
        ),
        _familiarity(answers, rubric, before),
        *([_overall(answers, before)] if answers.comment or (before and before.comment) else []),
        _recommendation(answers, rubric, before),
    )


def _criterion(answer: CriterionAnswer, rubric: Rubric, before: CriterionAnswer | None) -> Read:
    name = terms.criterion(answer.criterion)
    now = _mark(answer.mark, rubric)
    if before is not None and before.mark != answer.mark:
        now = _step(_mark(before.mark, rubric), now)
    return Read(
        sentence=translate("read back", "{criterion}: {mark}").format(criterion=name, mark=now),
        changed=before is not None and before != answer,
        before=_words_before(answer, before) if before is not None else (),
        band=_band(answer, rubric),
        comment=answer.comment.strip(),
    )


def _step(old: str, new: str) -> str:
    return translate("read back", "{old} → {new}").format(old=old, new=new)


def _words_before(answer: CriterionAnswer, before: CriterionAnswer) -> tuple[str, ...]:
    """The comment that stood there, and the quotes that were taken off."""
    said = _comment_before(before.comment) if before.comment != answer.comment else ()
    gone = (quote.exact for quote in before.quotes if quote not in answer.quotes)
    return (*said, *_taken_off(gone))


def _taken_off(quotes: Iterable[str]) -> tuple[str, ...]:
    words = translate("read back", "No longer attached: “{quote}”")
    return tuple(words.format(quote=quote) for quote in quotes)


def _comment_before(comment: str) -> tuple[str, ...]:
    if not comment.strip():
        return ()
    return (translate("read back", "Before: {comment}").format(comment=comment.strip()),)


def _mark(mark: Mark | None, rubric: Rubric) -> str:
    if mark is None:
        return translate("read back", "no answer yet")
    if mark == CANNOT_JUDGE:
        return translate("read back", "cannot judge")
    return translate("read back", "{mark} of {highest}").format(mark=mark, highest=rubric.highest)


def _band(answer: CriterionAnswer, rubric: Rubric) -> str:
    criterion = rubric.criterion(answer.criterion)
    if criterion is None or not isinstance(answer.mark, int):
        return ""
    bands = (band for band in criterion.bands if band.low <= answer.mark <= band.high)
    return next((f"{band.low}–{band.high}  {terms.own(band.anchor)}" for band in bands), "")


def _quote(quote: Quote, paragraph: int | None) -> str:
    return translate("read back", "“{quote}” ({place})").format(
        quote=quote.exact, place=quote_words.place_in_text(quote, paragraph)
    )


def _with_file_quotes(
    read: Read, now: tuple[FileQuote, ...], before: tuple[FileQuote, ...] | None
) -> Read:
    gone = tuple(quote.exact for quote in before or () if quote not in now)
    return replace(
        read,
        quotes=(*read.quotes, *map(_file_quote, now)),
        changed=read.changed or (before is not None and before != now),
        before=(*read.before, *_taken_off(gone)),
    )


def _file_quote(quote: FileQuote) -> str:
    return translate("read back", "“{quote}” ({place})").format(
        quote=quote.exact, place=quote_words.place_in_file(quote)
    )


def _familiarity(answers: Answers, rubric: Rubric, before: Answers | None) -> Read:
    def words(level: int | None) -> str:
        names = (each.name for each in rubric.familiarities if each.level == level)
        return next(map(terms.own, names), translate("read back", "no answer yet"))

    now, changed = words(answers.familiarity), False
    if before is not None and before.familiarity != answers.familiarity:
        now, changed = _step(words(before.familiarity), now), True
    sentence = translate("read back", "Familiarity with this field: {answer}").format(answer=now)
    return Read(sentence=sentence, changed=changed)


def _overall(answers: Answers, before: Answers | None) -> Read:
    changed = before is not None and before.comment != answers.comment
    return Read(
        sentence=translate("read back", "Comment on the case as a whole"),
        changed=changed,
        before=_comment_before(before.comment) if before is not None and changed else (),
        comment=answers.comment.strip(),
    )


def _recommendation(answers: Answers, rubric: Rubric, before: Answers | None) -> Read:
    def words(given: Answers) -> str:
        names = (each.name for each in rubric.recommendations if each.code == given.recommendation)
        return next(map(terms.own, names), translate("read back", "no answer yet"))

    now, changed = words(answers), False
    if before is not None and before.recommendation != answers.recommendation:
        now, changed = _step(words(before), now), True
    sentence = translate("read back", "Overall recommendation: {answer}").format(answer=now)
    return Read(sentence=sentence, changed=changed)
