"""A programme's own glossary and table of countries (regions): documents beside its rule file.

Each travels as a file of a batch with the role `headers` and without a case: what may be seen
before declaring, and what an app that does not know its kind keeps and never opens.
"""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from review_protocol.documents.base import CountryCode, Document, Part, ShortText

MOST_TERMS = 5_000
MOST_COUNTRIES = 1_000
MOST_NAMES = 50


class GlossaryTerm(Part):
    """An official term of the programme in both languages."""

    zh: ShortText
    en: ShortText


class Glossary(Document):
    """The programme's terms; those that the app brings along stand below them."""

    kind: ClassVar[str] = "glossary"

    terms: Annotated[tuple[GlossaryTerm, ...], Field(max_length=MOST_TERMS)]


class NamedCountry(Part):
    """A country (region): its code for matching, its names to show, others it is known by."""

    code: CountryCode
    zh: ShortText
    en: ShortText
    aliases: Annotated[tuple[ShortText, ...], Field(max_length=MOST_NAMES)]


class NamedCountries(Document):
    """The organiser's table in its order; what it lacks is taken from the app's own.

    `traps` are phrases that contain a name without meaning it.
    """

    kind: ClassVar[str] = "named-countries"

    countries: Annotated[tuple[NamedCountry, ...], Field(max_length=MOST_COUNTRIES)]
    traps: Annotated[tuple[ShortText, ...], Field(max_length=MOST_COUNTRIES)]
