"""What a reviewer says of the facts beside a score, in words."""

from __future__ import annotations

from typing import assert_never

from PySide6.QtCore import QCoreApplication

from review_protocol.documents.stated_facts import Fact, StatedFact, Verdict

translate = QCoreApplication.translate


def fact(value: Fact) -> str:
    match value:
        case Fact.COUNTRIES:
            return translate("facts", "Countries (regions)")
        case Fact.PARTNERS:
            return translate("facts", "Partners")
        case Fact.JOINT:
            return translate("facts", "Joint application with international partners")
        case Fact.ELIGIBILITY:
            return translate("facts", "Eligibility")
    assert_never(value)


def act(value: Verdict) -> str:
    """What a button does."""
    match value:
        case Verdict.CONFIRMED:
            return translate("facts", "Confirm")
        case Verdict.DISPUTED:
            return translate("facts", "Dispute")
    assert_never(value)


def verdict_on(value: Fact, verdict: Verdict | None) -> str:
    """ "Partners: disputed"; None where nothing is said of it."""
    match verdict:
        case Verdict.CONFIRMED:
            said = translate("facts", "{fact}: confirmed")
        case Verdict.DISPUTED:
            said = translate("facts", "{fact}: disputed")
        case None:
            said = translate("facts", "{fact}: nothing said")
        case _:
            assert_never(verdict)
    return said.format(fact=fact(value))


def stated(value: StatedFact) -> str:
    """ "Partners: disputed. The second one is a subsidiary of the applicant." """
    said = verdict_on(value.fact, value.verdict)
    if not value.comment.strip():
        return said
    words = translate("facts", "{said}. {comment}")
    return words.format(said=said, comment=value.comment.strip())
