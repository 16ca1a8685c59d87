"""Signing: read back, sign, amend, withdraw, recuse; nothing signed is ever changed."""

from __future__ import annotations

from sqlalchemy import Connection

from review_protocol.documents.case import Case
from review_protocol.documents.packet import (
    ConflictKind,
    RecusalPacket,
    RecusalReason,
    WithdrawalPacket,
    amendment_form,
    score_form,
)
from review_protocol.documents.score import Answers, LanguageRead, Missing, Quote
from review_protocol.documents.stated_facts import FactsPacket
from review_protocol.orders import criteria_order
from reviewer_app.errors import AlreadySigned, AnswersIncomplete, CaseNotOpen, NothingToSupersede
from reviewer_app.models.case_list import case_entry
from reviewer_app.models.cases import case_content
from reviewer_app.models.drafts import keep_draft
from reviewer_app.models.rows import CaseState
from reviewer_app.models.store import Store
from reviewer_app.services.facts_beside import facts_said
from reviewer_app.services.listing import row_of
from reviewer_app.services.orders import as_asked
from reviewer_app.services.preparing import paragraph_of
from reviewer_app.services.rows import ReadBack
from reviewer_app.services.sheets import (
    Sheet,
    fitted,
    newest_review,
    sheet_of,
    standing_score,
)
from reviewer_app.services.signer import Signer
from reviewer_app.services.standing import certificate_of
from reviewer_app.services.subjects import Subject, subject_of

_NOT_TO_RECUSE = (CaseState.UNDECLARED, CaseState.CONFLICT, CaseState.CASE_WITHDRAWN)


def _paragraphs(answers: Answers, case: Case) -> dict[Quote, int]:
    quotes = (quote for answer in answers.criteria for quote in answer.quotes)
    found = {quote: paragraph_of(quote, case) for quote in quotes}
    return {quote: number for quote, number in found.items() if number is not None}


class Signing:
    """Signs packets about cases into the outbox: sequence, signature and row at once.

    With a score goes what was said of the facts beside it, where that is not signed yet.
    """

    def __init__(self, store: Store, signer: Signer) -> None:
        self._store = store
        self._signer = signer

    def missing(self, number: str) -> tuple[Missing, ...]:
        """What the draft still lacks; raises CaseNotOpen."""
        with self._store.read() as connection:
            return sheet_of(connection, number).answers.missing()

    def read_back(self, number: str) -> ReadBack:
        """What is about to be signed, for reading back; raises CaseNotOpen."""
        with self._store.read() as connection:
            sheet = sheet_of(connection, number)
            case = case_content(connection, number)
            certificate, facts = certificate_of(connection), facts_said(connection, number)
        codes = [criterion.code for criterion in sheet.rubric.criteria]
        order = criteria_order(certificate.person, certificate.deployment, codes)
        return ReadBack(
            row=row_of(sheet.entry),
            rubric=sheet.rubric,
            answers=sheet.answers,
            missing=as_asked(sheet.answers.missing(), order),
            standing=sheet.standing,
            paragraphs={} if case is None else _paragraphs(sheet.answers, case),
            facts=facts,
            order=order,
        )

    def sign(self, number: str, language_read: LanguageRead) -> str:
        """Sign the kept draft as the score; answers the packet's id.

        Raises CaseNotOpen, AlreadySigned (amend instead), AnswersIncomplete.
        """

        def work(connection: Connection) -> str:
            sheet = sheet_of(connection, number)
            if sheet.newest is not None:
                raise AlreadySigned(number)
            _require_complete(sheet, sheet.answers)
            subject = subject_of(connection, sheet.entry)
            self._state_facts(connection, subject)
            return self._signer.sign(
                connection,
                lambda stem: score_form(sheet.answers)(
                    **stem, **subject, answers=sheet.answers, language_read=language_read
                ),
            )

        return self._store.perform(work)

    def amend(self, number: str, answers: Answers, language_read: LanguageRead, reason: str) -> str:
        """Sign a new score that supersedes the one before, or a withdrawal; answers the id.

        Raises CaseNotOpen, NothingToSupersede, AnswersIncomplete.
        """

        def work(connection: Connection) -> str:
            sheet = sheet_of(connection, number)
            if sheet.newest is None or sheet.newest.kind == RecusalPacket.kind:
                raise NothingToSupersede(number)
            given = fitted(answers, sheet.rubric)
            _require_complete(sheet, given)
            subject, supersedes = subject_of(connection, sheet.entry), sheet.newest.id
            keep_draft(connection, number, subject["case_hash"], given, self._signer.now())
            self._state_facts(connection, subject)
            return self._signer.sign(
                connection,
                lambda stem: amendment_form(given)(
                    **stem,
                    **subject,
                    answers=given,
                    language_read=language_read,
                    supersedes=supersedes,
                    reason=reason,
                ),
            )

        return self._store.perform(work)

    def state_facts(self, number: str) -> str | None:
        """Sign what is said of the facts, beside a score that stands; None where nothing is new.

        Raises CaseNotOpen, NothingToSupersede where no score stands: it goes with the score then.
        """

        def work(connection: Connection) -> str | None:
            sheet = sheet_of(connection, number)
            if sheet.standing is None:
                raise NothingToSupersede(number)
            return self._state_facts(connection, subject_of(connection, sheet.entry))

        return self._store.perform(work)

    def withdraw(self, number: str, reason: str) -> str:
        """Take the standing score back; raises CaseNotOpen, NothingToSupersede."""

        def work(connection: Connection) -> str:
            sheet = sheet_of(connection, number)
            if sheet.standing is None:
                raise NothingToSupersede(number)
            subject, supersedes = subject_of(connection, sheet.entry), sheet.standing.packet
            return self._signer.sign(
                connection,
                lambda stem: WithdrawalPacket(
                    **stem, **subject, supersedes=supersedes, reason=reason
                ),
            )

        return self._store.perform(work)

    def recuse(
        self, number: str, reason: RecusalReason, conflict: ConflictKind | None, comment: str
    ) -> str:
        """Step back from a declared case, with or without a score, released or not yet.

        A conflict names its kind, and only a conflict does: ValueError otherwise. Raises
        CaseNotOpen, AlreadySigned.
        """

        def work(connection: Connection) -> str:
            entry = case_entry(connection, number)
            if entry is None or entry.state in _NOT_TO_RECUSE:
                raise CaseNotOpen(number)
            if entry.state is CaseState.RECUSED:
                raise AlreadySigned(number)
            subject, newest = subject_of(connection, entry), newest_review(connection, number)
            standing = None if newest is None else standing_score(newest, entry.case_hash)
            return self._signer.sign(
                connection,
                lambda stem: RecusalPacket(
                    **stem,
                    **subject,
                    reason=reason,
                    conflict=conflict,
                    comment=comment,
                    supersedes=standing.packet if standing else None,
                ),
            )

        return self._store.perform(work)

    def _state_facts(self, connection: Connection, subject: Subject) -> str | None:
        said = facts_said(connection, subject["case"])
        if not said.unsigned:
            return None
        return self._signer.sign(
            connection, lambda stem: FactsPacket(**stem, **subject, facts=said.facts)
        )


def _require_complete(sheet: Sheet, answers: Answers) -> None:
    missing = answers.missing()
    if missing:
        raise AnswersIncomplete(sheet.entry.number, missing)
    if not answers.fits(sheet.rubric):
        raise ValueError("a mark is not on the rubric's scale")
