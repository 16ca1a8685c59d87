"""The field's own terms in the interface's language: areas, elements, criteria, states, roles."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from PySide6.QtCore import QCoreApplication, QLocale

from review_protocol.documents.text import Area, Bilingual, Element, Language
from review_protocol.documents.words import (
    CANNOT_JUDGE,
    CriterionCode,
    LanguageRead,
    Recommendation,
    Role,
)

if TYPE_CHECKING:
    from review_protocol.documents.score import Mark

translate = QCoreApplication.translate


def interface_language() -> Language:
    """The document language that matches the interface: Chinese, else English."""
    is_chinese = QLocale().language() == QLocale.Language.Chinese
    return Language.ZH if is_chinese else Language.EN


def own(text: Bilingual) -> str:
    """A bilingual text in the interface's language, or in the other where that is missing."""
    return text.best(interface_language())


def other(text: Bilingual) -> str | None:
    """The same text in the other language; None where `own` had to fall back to it already."""
    language = interface_language()
    return text.of(language.other) if text.of(language) is not None else None


def area(value: Area) -> str:
    match value:
        case Area.INFRASTRUCTURE:
            return translate("terms", "Internet Infrastructure Construction")
        case Area.CULTURE:
            return translate("terms", "Online Cultural Exchanges and Mutual Learning")
        case Area.ECONOMY:
            return translate("terms", "Innovative Development of the Digital Economy")
        case Area.SECURITY:
            return translate("terms", "Cybersecurity Maintenance")
        case Area.GOVERNANCE:
            return translate("terms", "Global Governance in Cyberspace")
    assert_never(value)


def element(value: Element) -> str:
    match value:
        case Element.BACKGROUND:
            return translate("terms", "Case Background")
        case Element.INTERNATIONAL_COOPERATION:
            return translate("terms", "International cooperation")
        case Element.MODALITIES:
            return translate("terms", "Modalities for implementation")
        case Element.BENEFITS:
            return translate("terms", "Benefits to humanity or society")
    assert_never(value)


def criterion(code: CriterionCode) -> str:
    """The criterion's full name; never shortened."""
    match code:
        case "conceptual_fit":
            return translate("terms", "Conceptual fit")
        case "international_cooperativeness":
            return translate("terms", "International cooperativeness")
        case "benefits":
            return translate("terms", "Benefits to humankind")
    assert_never(code)


def criterion_letter(code: CriterionCode) -> str:
    """The margin letter: F, C, B in Latin scripts, 契 合 惠 in Chinese."""
    match code:
        case "conceptual_fit":
            return translate("terms", "F", "margin letter of Conceptual fit")
        case "international_cooperativeness":
            return translate("terms", "C", "margin letter of International cooperativeness")
        case "benefits":
            return translate("terms", "B", "margin letter of Benefits to humankind")
    assert_never(code)


def mark(value: Mark | None) -> str:
    """A mark as text: the number, "cannot judge", or a dash for none."""
    if value is None:
        return "–"
    if value == CANNOT_JUDGE:
        return translate("terms", "Cannot judge")
    return str(value)


def recommendation(value: Recommendation) -> str:
    match value:
        case Recommendation.OUTSTANDING:
            return translate("terms", "Outstanding")
        case Recommendation.CASEBOOK:
            return translate("terms", "Casebook")
        case Recommendation.NOT_IN_CASEBOOK:
            return translate("terms", "Not in the Casebook")
    assert_never(value)


def familiarity(level: int) -> str:
    """How well the reviewer knows the field, 1 to 3."""
    match level:
        case 1:
            return translate("terms", "Little")
        case 2:
            return translate("terms", "Some")
        case _:
            return translate("terms", "Much")


def language_read(value: LanguageRead) -> str:
    match value:
        case LanguageRead.ZH:
            return translate("terms", "Chinese")
        case LanguageRead.EN:
            return translate("terms", "English")
        case LanguageRead.BOTH:
            return translate("terms", "Both")
    assert_never(value)


def language(value: Language) -> str:
    """A language's name in the interface's language."""
    match value:
        case Language.ZH:
            return translate("terms", "Chinese")
        case Language.EN:
            return translate("terms", "English")
    assert_never(value)


def role(value: Role) -> str:
    match value:
        case Role.REVIEWER:
            return translate("terms", "Reviewer")
        case Role.CHAIR:
            return translate("terms", "Chair of a panel")
        case Role.HEAD:
            return translate("terms", "Head of the review committee")
        case Role.STAFF:
            return translate("terms", "Secretariat")
    assert_never(value)


def expert(pseudonym: int) -> str:
    """An expert by pseudonym: "Expert 07"."""
    return translate("terms", "Expert {number}").format(number=f"{pseudonym:02d}")
