"""How a simulated expert judges: a case's quality, the expert's strictness, and noise; seeded.

mark = quality of the case on the criterion − strictness of the expert + noise, rounded and kept on
the scale. What can be counted (countries, a joint application) carries cooperativeness; the
rest of the quality is drawn for the case, so that everybody judges the same case.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from review_protocol.documents.case import Case
from review_protocol.documents.programme import Recommendation
from review_protocol.documents.score import (
    CANNOT_JUDGE,
    CRITERIA,
    Answers,
    CriterionAnswer,
    CriterionCode,
    Mark,
    Quote,
)
from review_protocol.documents.text import Element, Language
from reviewer_app.demo.comments import Comments
from reviewer_app.reading.quotes import quote_of
from reviewer_app.reading.splitting import sentences_of
from reviewer_app.reading.units import ReadingText, reading_text

CANNOT_JUDGE_RATE = 0.03
QUOTE_RATE = 0.55
OVERALL_RATE = 0.4
NOISE = 0.95
OUTSTANDING_FROM = 8.0
CASEBOOK_FROM = 5.7
LONGEST_QUOTE = 220
"""Code points; longer sentences are not quoted."""
_SHORTEST_QUOTE = 8
_FULL_TEXT = 4000
"""Characters from which an application counts as written out in full."""
_ABOUT: dict[CriterionCode, tuple[Element, ...]] = {
    "conceptual_fit": (Element.BACKGROUND, Element.MODALITIES),
    "international_cooperativeness": (Element.INTERNATIONAL_COOPERATION,),
    "benefits": (Element.BENEFITS,),
}


@dataclass(frozen=True, slots=True)
class Temper:
    """One expert's way: strictness in marks, languages read, the language they write in."""

    strictness: float
    reads: tuple[Language, ...]
    writes: Language

    @classmethod
    def drawn(cls, reads: tuple[Language, ...], random: Random) -> Temper:
        """Strictness with a standard deviation of 0.8 marks."""
        return cls(random.gauss(0.0, 0.8), reads, random.choice(reads))


def quality(case: Case, criterion: CriterionCode) -> float:
    """What the case is worth on a criterion, about 2 to 9.5; the same for every expert."""
    random = Random(f"{case.number} {criterion}")
    whole = Random(case.number).gauss(6.3, 1.4)
    length = sum(
        len(paragraph)
        for element in Element
        for language in Language
        for section in case.elements.of(element).of(language)
        for paragraph in section.paragraphs
    )
    fullness = min(1.0, length / _FULL_TEXT) - 0.5
    drawn = whole + fullness + random.gauss(0.0, 0.6)
    if criterion != "international_cooperativeness":
        return drawn
    headers = case.headers
    countries = max(1, len(set(headers.countries.codes)))
    joint = any(partner.country != headers.applicant.country for partner in headers.partners)
    counted = 2.2 + 1.35 * math.log2(countries) + (1.2 if joint else 0.0)
    return 0.35 * drawn + 0.65 * min(9.5, counted)


def judged(case: Case, temper: Temper, comments: Comments, random: Random) -> Answers:
    """A complete sheet for the case, its quotes cut from the case's own text."""
    answers = Answers()
    for criterion in CRITERIA:
        answers = answers.replaced(_answer(case, criterion, temper, comments, random))
    marks = [answer.mark for answer in answers.criteria if isinstance(answer.mark, int)]
    recommendation = _recommended(marks)
    overall = random.random() < OVERALL_RATE
    return answers.model_copy(
        update={
            "recommendation": recommendation,
            "familiarity": random.choices((1, 2, 3), (3, 5, 2))[0],
            "comment": comments.overall(recommendation, temper.writes, random) if overall else "",
        }
    )


def texts_of(case: Case, element: Element, language: Language) -> ReadingText:
    """The reading text of one element in one language."""
    return reading_text(case.elements.of(element).of(language))


def _answer(
    case: Case, criterion: CriterionCode, temper: Temper, comments: Comments, random: Random
) -> CriterionAnswer:
    if random.random() < CANNOT_JUDGE_RATE:
        comment = comments.on("cannot_judge", temper.writes, random)
        return CriterionAnswer(criterion=criterion, mark=CANNOT_JUDGE, comment=comment)
    drawn = quality(case, criterion) - temper.strictness + random.gauss(0.0, NOISE)
    mark = min(10, max(1, round(drawn)))
    wants_quote = random.random() < QUOTE_RATE
    return CriterionAnswer(
        criterion=criterion,
        mark=mark,
        comment=comments.on_mark(criterion, mark, temper.writes, random),
        quotes=_quotes(case, criterion, temper.reads, random) if wants_quote else (),
    )


def _quotes(
    case: Case, criterion: CriterionCode, reads: Sequence[Language], random: Random
) -> tuple[Quote, ...]:
    """One whole sentence of the element that the criterion asks about, in a language read."""
    element = random.choice(_ABOUT[criterion])
    language = random.choice(tuple(reads))
    text = texts_of(case, element, language)
    spans = [
        (unit.start + span.start, unit.start + span.end)
        for unit in text.units
        if not unit.is_heading
        for span in sentences_of(unit.text)
        if _SHORTEST_QUOTE <= span.end - span.start <= LONGEST_QUOTE
    ]
    if not spans:
        return ()
    start, end = random.choice(spans)
    return (quote_of(text, language, element, start, end),)


def _recommended(marks: Sequence[Mark]) -> Recommendation:
    whole = [mark for mark in marks if isinstance(mark, int)]
    mean = sum(whole) / len(whole) if whole else 0.0
    if mean >= OUTSTANDING_FROM:
        return Recommendation.OUTSTANDING
    if mean >= CASEBOOK_FROM:
        return Recommendation.CASEBOOK
    return Recommendation.NOT_IN_CASEBOOK
