"""What most experts quote of the application for each criterion, as it stands there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from review_protocol.documents.programme import Criterion, Rubric
from review_protocol.documents.score import Quote
from review_protocol.documents.text import Element
from reviewer_app.reports.defence_rows import EvidenceRow
from reviewer_app.reports.text import Bilingual
from reviewer_app.services.panel.cells import answers_of
from reviewer_app.services.panel.collected_reviews import Review
from reviewer_app.services.report_rows import bilingual

_ELEMENTS: Mapping[Element, Bilingual] = {
    Element.BACKGROUND: Bilingual("实施背景", "Case Background"),
    Element.INTERNATIONAL_COOPERATION: Bilingual("国际合作", "International cooperation"),
    Element.MODALITIES: Bilingual("实施方式", "Modalities for implementation"),
    Element.BENEFITS: Bilingual("普惠作用", "Benefits to humanity or society"),
}
_Quoted = tuple[int, Quote]
"""Whose quote it is, by pseudonym."""


def evidence_rows(rubric: Rubric, counted: Mapping[int, Review]) -> Iterator[EvidenceRow]:
    """One a criterion, of those reviews that count; none where nobody quoted anything.

    Of the quotes that one that most experts quoted from; between equals the one that was logged
    first.
    """
    ordered = sorted(counted.items(), key=lambda each: each[1].leaf)
    for criterion in rubric.criteria:
        found = _quoted(criterion, ordered)
        if found is not None:
            yield found


def _quoted(criterion: Criterion, reviews: Sequence[tuple[int, Review]]) -> EvidenceRow | None:
    quotes: list[_Quoted] = []
    for pseudonym, review in reviews:
        answers = answers_of(review)
        if answers is not None:
            quotes += [(pseudonym, each) for each in answers.answer(criterion.code).quotes]
    if not quotes:
        return None
    _, best = max(quotes, key=lambda each: len(_sharing(each[1], quotes)))
    return EvidenceRow(
        criterion=bilingual(criterion.name),
        text=best.exact,
        language=best.language.value,
        element=_ELEMENTS[best.element],
        experts=_sharing(best, quotes),
    )


def _sharing(quote: Quote, quotes: Sequence[_Quoted]) -> tuple[int, ...]:
    """Who quoted from the same words."""
    return tuple(
        sorted(
            {
                pseudonym
                for pseudonym, each in quotes
                if (each.text_hash, each.language) == (quote.text_hash, quote.language)
                and each.start < quote.end
                and quote.start < each.end
            }
        )
    )
