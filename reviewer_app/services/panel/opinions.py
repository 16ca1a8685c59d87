"""What each expert says of one case, its quotes beside what the other language says there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from review_protocol.documents.case import Case
from review_protocol.documents.score import Answers, Quote
from review_protocol.documents.text import Element, Language
from reviewer_app.reading.alignment import Alignment
from reviewer_app.reading.quotes import counterpart
from reviewer_app.services.panel.cells import answers_of
from reviewer_app.services.panel.collected_reviews import Review
from reviewer_app.services.panel.rows import CounterpartQuote, Opinion, PanelCaseRow
from reviewer_app.services.preparing import paragraph_of, texts_of

_Aligned = Mapping[Element, Alignment]


def opinions_of(
    row: PanelCaseRow, standing: Mapping[int, Review], case: Case | None, aligned: _Aligned
) -> Iterator[Opinion]:
    """One a cell of the case's row; `case` is None where its text is not here."""
    for cell in row.cells:
        review = standing.get(cell.pseudonym)
        answers = answers_of(review)
        yield Opinion(
            cell=cell,
            answers=answers,
            quotes=() if answers is None else tuple(_quotes(answers, case, aligned)),
            leaf=review.leaf if review else None,
            received_at=review.received if review else None,
        )


def _quotes(answers: Answers, case: Case | None, aligned: _Aligned) -> Iterator[CounterpartQuote]:
    for answer in answers.criteria:
        for quote in answer.quotes:
            yield CounterpartQuote(
                criterion=answer.criterion,
                element=quote.element,
                paragraph=None if case is None else paragraph_of(quote, case),
                exact=quote.exact,
                language=quote.language,
                counterpart=(
                    None if case is None else _counterpart(quote, case, aligned[quote.element])
                ),
            )


def _counterpart(quote: Quote, case: Case, alignment: Alignment) -> str | None:
    """What the other language says there; None where it says nothing, or is another text."""
    zh, en = texts_of(case, quote.element)
    own, other = (zh, en) if quote.language is Language.ZH else (en, zh)
    units = counterpart(quote, own, alignment)
    return None if units is None else "\n".join(other.units[unit].text for unit in units)
