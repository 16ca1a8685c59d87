"""Corrected cases: what changed since the version that was scored, and a score confirmed for it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from review_protocol.documents.case import Case
from review_protocol.documents.case_files import read_case
from review_protocol.documents.packet import CasePacket, ScorePacket
from review_protocol.documents.score import Answers, Quote
from review_protocol.documents.text import Language
from reviewer_app.errors import CaseNotOpen
from reviewer_app.models.cases import case_content
from reviewer_app.models.drafts import newest_draft
from reviewer_app.models.earlier_texts import EarlierText, earlier_texts
from reviewer_app.models.store import Store
from reviewer_app.reading.differences import CaseDifferences, case_differences
from reviewer_app.reading.quotes import found_again, quote_of
from reviewer_app.services.preparing import texts_of
from reviewer_app.services.sheets import newest_review, standing_score

if TYPE_CHECKING:
    from reviewer_app.services.signing import Signing


@dataclass(frozen=True, slots=True)
class Correction:
    """A case that is here in another version than before; versions count from 1.

    `scored` is the version that the standing score was signed on, None without one.
    """

    number: str
    before: int
    now: int
    scored: int | None
    differences: CaseDifferences

    @property
    def is_unconfirmed(self) -> bool:
        """Whether the score that stands was signed on an earlier text."""
        return self.scored is not None and self.scored != self.now


class Corrections:
    """Compares what is read now with what was read before."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def correction(self, number: str) -> Correction | None:
        """What changed since the text that was scored, begun, or here last; None for a case that
        was never corrected. Raises CaseNotOpen where no text is here now."""
        with self._store.read() as connection:
            now = case_content(connection, number)
            if now is None:
                raise CaseNotOpen(number)
            texts = {each.case_hash: each for each in earlier_texts(connection, number)}
            newest = newest_review(connection, number)
            draft = newest_draft(connection, number)
        if not texts:
            return None
        review = None if newest is None else newest.document()
        read = review.case_hash if isinstance(review, CasePacket) else None
        before = _before(texts, now, read, None if draft is None else draft.case_hash)
        scored = _version(texts, now, review.case_hash) if isinstance(review, ScorePacket) else None
        differences = case_differences(before, now)
        return Correction(number, before.headers.version, now.headers.version, scored, differences)

    def corrected(self) -> frozenset[str]:
        """The numbers of the cases of which an earlier text is here."""
        with self._store.read() as connection:
            return frozenset(each.number for each in earlier_texts(connection))

    def confirm(self, number: str, signing: Signing, reason: str) -> str:
        """Sign the standing answers again, for the text that is here now; answers the packet's id.

        Quotes that stand in the new text too are found there anew; the others keep naming the text
        that they were taken from. Raises CaseNotOpen, NothingToSupersede, AnswersIncomplete.
        """
        with self._store.read() as connection:
            case = case_content(connection, number)
            newest = newest_review(connection, number)
            standing = None if newest is None else standing_score(newest, None)
        if case is None or standing is None:
            raise CaseNotOpen(number)
        answers = carried_over(standing.answers, case)
        return signing.amend(number, answers, standing.language_read, reason)


def carried_over(answers: Answers, case: Case) -> Answers:
    """These answers with their quotes found anew where the same words stand once in the text."""
    for answer in answers.criteria:
        quotes = tuple(_carried(quote, case) for quote in answer.quotes)
        answers = answers.replaced(answer.model_copy(update={"quotes": quotes}))
    return answers


def _carried(quote: Quote, case: Case) -> Quote:
    zh, en = texts_of(case, quote.element)
    text = zh if quote.language is Language.ZH else en
    if found_again(quote, text) is not None or text.text.count(quote.exact) != 1:
        return quote
    start = text.text.index(quote.exact)
    found = quote_of(text, quote.language, quote.element, start, start + len(quote.exact))
    return found if found.exact == quote.exact else quote


def _before(
    texts: Mapping[str, EarlierText], now: Case, scored: str | None, drafted: str | None
) -> Case:
    """The earlier text that matters most: the scored one, the one of the draft, the last one."""
    for wanted in (scored, drafted):
        if wanted is not None and wanted in texts and wanted != now.id:
            return read_case(texts[wanted].content)
    return read_case(max(texts.values(), key=lambda each: each.version).content)


def _version(texts: Mapping[str, EarlierText], now: Case, read: str) -> int:
    """The version of the text that was read, 0 of one that was never here."""
    if read == now.id:
        return now.headers.version
    return texts[read].version if read in texts else 0
