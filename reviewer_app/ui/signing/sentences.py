"""A sheet as sentences, for reading back before it is signed."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from review_protocol.documents.programme import Rubric
from review_protocol.documents.score import CANNOT_JUDGE, Answers, CriterionAnswer, Mark, Quote
from review_protocol.documents.text import Element
from reviewer_app.ui import terms

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Read:
    """One answer read back: the sentence, what it was before, and what stands below it."""

    sentence: str
    before: str = ""
    band: str = ""
    comment: str = ""
    quotes: tuple[str, ...] = ()


def read_back(answers: Answers, rubric: Rubric, before: Answers | None) -> tuple[Read, ...]:
    """Every answer of a sheet; with `before`, what an amendment changes."""
    return (
        *(
            _criterion(answer, rubric, before.answer(answer.criterion) if before else None)
            for answer in answers.criteria
        ),
        _familiarity(answers, rubric, before),
        *([_overall(answers, before)] if answers.comment or (before and before.comment) else []),
        _recommendation(answers, rubric, before),
    )


def _criterion(answer: CriterionAnswer, rubric: Rubric, before: CriterionAnswer | None) -> Read:
    name = terms.criterion(answer.criterion)
    now = translate("read back", "{criterion}: {mark}").format(
        criterion=name, mark=_mark(answer.mark, rubric)
    )
    changed = before is not None and before != answer
    was = ""
    if before is not None and changed:
        was = translate("read back", "Signed before: {mark}.").format(
            mark=_mark(before.mark, rubric)
        )
        if (before.comment, before.quotes) != (answer.comment, answer.quotes):
            was += " " + translate("read back", "Comment or quotes have changed.")
    return Read(
        sentence=now,
        before=was,
        band=_band(answer, rubric),
        comment=answer.comment.strip(),
        quotes=tuple(_quote(quote) for quote in answer.quotes),
    )


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


def _quote(quote: Quote) -> str:
    return translate("read back", "“{quote}” ({number} {element}, paragraph {paragraph})").format(
        quote=quote.exact,
        number=list(Element).index(quote.element) + 1,
        element=terms.element(quote.element),
        paragraph=quote.paragraph + 1,
    )


def _familiarity(answers: Answers, rubric: Rubric, before: Answers | None) -> Read:
    def words(level: int | None) -> str:
        names = (each.name for each in rubric.familiarities if each.level == level)
        return next(map(terms.own, names), translate("read back", "no answer yet"))

    changed = before is not None and before.familiarity != answers.familiarity
    was = translate("read back", "Signed before: {answer}.")
    return Read(
        sentence=translate("read back", "Familiarity with this field: {answer}").format(
            answer=words(answers.familiarity)
        ),
        before=was.format(answer=words(before.familiarity)) if before and changed else "",
    )


def _overall(answers: Answers, before: Answers | None) -> Read:
    changed = before is not None and before.comment != answers.comment
    was = translate("read back", "Signed before: {answer}.")
    return Read(
        sentence=translate("read back", "Comment on the case as a whole"),
        before=was.format(answer=before.comment or "–") if before and changed else "",
        comment=answers.comment.strip(),
    )


def _recommendation(answers: Answers, rubric: Rubric, before: Answers | None) -> Read:
    def words(given: Answers) -> str:
        names = (each.name for each in rubric.recommendations if each.code == given.recommendation)
        return next(map(terms.own, names), translate("read back", "no answer yet"))

    changed = before is not None and before.recommendation != answers.recommendation
    was = translate("read back", "Signed before: {answer}.")
    return Read(
        sentence=translate("read back", "Overall recommendation: {answer}").format(
            answer=words(answers)
        ),
        before=was.format(answer=words(before)) if before and changed else "",
    )
