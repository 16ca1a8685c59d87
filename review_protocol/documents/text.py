"""Text in two languages, and the small vocabulary that every document shares."""

from __future__ import annotations

from enum import StrEnum
from typing import Self

from pydantic import model_validator

from review_protocol.documents.base import CountryCode, Part, ShortText


class Language(StrEnum):
    """A language in which applications are written."""

    ZH = "zh"
    EN = "en"

    @property
    def other(self) -> Language:
        return Language.EN if self is Language.ZH else Language.ZH


class Area(StrEnum):
    """The five areas; a case is entered in exactly one."""

    INFRASTRUCTURE = "infrastructure"
    CULTURE = "culture"
    ECONOMY = "economy"
    SECURITY = "security"
    GOVERNANCE = "governance"


class Element(StrEnum):
    """The four elements of an application, in the order of the form."""

    BACKGROUND = "background"
    INTERNATIONAL_COOPERATION = "international_cooperation"
    MODALITIES = "modalities"
    BENEFITS = "benefits"


class Bilingual(Part):
    """A text in Chinese, in English, or in both; never in neither."""

    zh: ShortText | None
    en: ShortText | None

    @model_validator(mode="after")
    def _not_empty(self) -> Self:
        if self.zh is None and self.en is None:
            raise ValueError("one of zh and en is needed")
        return self

    def of(self, language: Language) -> str | None:
        return self.zh if language is Language.ZH else self.en

    def best(self, language: Language) -> str:
        """The text in this language, or else in the other one."""
        return self.of(language) or self.of(language.other) or ""


class Organisation(Part):
    """An applicant, a partner or a recommender, with the country (region) that it belongs to."""

    name: Bilingual
    country: CountryCode
