"""An application: what the reviewer declares on (the headers), and what is read (the case)."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal, Self

from pydantic import Field, StringConstraints, model_validator

from review_protocol.documents.base import (
    CaseNumber,
    Count,
    CountryCode,
    Document,
    Hash,
    Part,
    ShortText,
)
from review_protocol.documents.text import Area, Bilingual, Element, Language, Organisation

Paragraph = Annotated[str, StringConstraints(min_length=1, max_length=100_000)]
FileName = Annotated[str, StringConstraints(pattern=r"^[^/\\\x00-\x1f]{1,200}$")]


class Countries(Part):
    """Countries (regions) involved: the applicant's own words; codes are for matching only."""

    zh: tuple[ShortText, ...]
    en: tuple[ShortText, ...]
    codes: tuple[CountryCode, ...]


class Section(Part):
    """A heading, where there is one, and its paragraphs."""

    heading: ShortText | None
    paragraphs: Annotated[tuple[Paragraph, ...], Field(min_length=1)]


class ElementText(Part):
    """One element of the form in both languages; an empty tuple where a language is missing."""

    zh: tuple[Section, ...]
    en: tuple[Section, ...]

    def of(self, language: Language) -> tuple[Section, ...]:
        return self.zh if language is Language.ZH else self.en


class Elements(Part):
    """The four elements in the order of the form."""

    background: ElementText
    international_cooperation: ElementText
    modalities: ElementText
    benefits: ElementText

    def of(self, element: Element) -> ElementText:
        match element:
            case Element.BACKGROUND:
                return self.background
            case Element.INTERNATIONAL_COOPERATION:
                return self.international_cooperation
            case Element.MODALITIES:
                return self.modalities
            case Element.BENEFITS:
                return self.benefits


class EnteredBefore(Part):
    """The applicant's own statement that the project is already in a Casebook."""

    year: Annotated[int, Field(ge=2021, le=2100)]
    name: Bilingual


class Attachment(Part):
    """A file of the application; its bytes travel as a file of the batch under `sha256`."""

    file: FileName
    title: Bilingual
    language: Language
    media_type: Literal["application/pdf"]
    sha256: Hash
    length: Count


class SecretariatTranslation(Part):
    """A text that the secretariat, not the applicant, translated."""

    element: Element
    language: Language


class CaseHeaders(Document):
    """What a reviewer may see of a case before declaring: names, organisations, countries."""

    kind: ClassVar[str] = "case-headers"

    number: CaseNumber
    version: Annotated[int, Field(ge=1)]
    name: Bilingual
    area: Area
    applicant: Organisation
    partners: tuple[Organisation, ...]
    recommender: Organisation | None
    countries: Countries
    illustrative: bool


class Case(Document):
    """One version of an application, in both languages; its id is the case hash."""

    kind: ClassVar[str] = "case"

    headers: CaseHeaders
    original: Language
    elements: Elements
    secretariat_translations: tuple[SecretariatTranslation, ...]
    entered_before: EnteredBefore | None
    attachments: tuple[Attachment, ...]

    @model_validator(mode="after")
    def _original_has_text(self) -> Self:
        if not any(self.elements.of(element).of(self.original) for element in Element):
            raise ValueError("the original language has no text")
        return self

    @property
    def number(self) -> str:
        return self.headers.number

    @property
    def languages(self) -> tuple[Language, ...]:
        """The languages in which at least one element has text."""
        return tuple(
            language
            for language in Language
            if any(self.elements.of(element).of(language) for element in Element)
        )
