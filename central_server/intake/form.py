"""The form in which a programme and its cases are imported: strict models, and their JSON Schema.

`python -m central_server.intake.form` writes the schema to docs/import-schema.json.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, StringConstraints
from pydantic.json_schema import models_json_schema

from review_protocol.documents.base import CaseNumber, CountryCode, PanelCode, Part, ShortText
from review_protocol.documents.case import Elements, EnteredBefore, FileName
from review_protocol.documents.own_tables import MOST_COUNTRIES, MOST_TERMS
from review_protocol.documents.programme import Panel, Rubric, Rules, Secretariat
from review_protocol.documents.text import Area, Bilingual, Element, Language, Organisation

SCHEMA = Path("docs/import-schema.json")

Moment = Annotated[str, StringConstraints(pattern=r"^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?")]
"""A time such as 2026-07-31T18:00 in the programme's zone, or with +08:00 or Z of its own."""


class CountriesForm(Part):
    """Countries (regions) in the applicant's words; codes, where absent, are found from these."""

    zh: tuple[ShortText, ...]
    en: tuple[ShortText, ...]
    codes: tuple[CountryCode, ...] | None = None


class AttachmentForm(Part):
    """A file in the case's attachments folder: a PDF, a picture, a text, or another one."""

    file: FileName
    title: Bilingual
    language: Language


class CaseForm(Part):
    """case.json: one application."""

    format: Literal["practice-case/1"]
    number: CaseNumber
    name: Bilingual
    area: Area
    original: Language
    illustrative: bool = False
    applicant: Organisation
    partners: tuple[Organisation, ...] = ()
    recommender: Organisation | None = None
    countries: CountriesForm
    elements: Elements
    secretariat_translations: tuple[tuple[Element, Language], ...] = ()
    entered_before: EnteredBefore | None = None
    attachments: tuple[AttachmentForm, ...] = ()

    def has_text(self, language: Language) -> bool:
        """Whether any element has text in this language."""
        return any(self.elements.of(element).of(language) for element in Element)


class PanelForm(Panel):
    """A panel, and the areas whose cases it decides."""

    code: PanelCode


class RoundForm(Part):
    """A round of review; `closes` is the deadline for arrival at the server."""

    number: Annotated[int, Field(ge=1, le=9)]
    opens: Moment
    closes: Moment
    reviews_per_case: Annotated[int, Field(ge=1, le=50)]
    file_grace_hours: Annotated[int, Field(ge=0, le=720)] = 72


class ProgrammeForm(Part):
    """programme.json: the year's programme, its panels, rounds and rules."""

    format: Literal["practice-programme/1"]
    name: Bilingual
    organiser: Bilingual
    year: Annotated[int, Field(ge=2021, le=2100)]
    illustrative: bool = False
    zone: ShortText
    secretariat: Secretariat
    panels: Annotated[tuple[PanelForm, ...], Field(min_length=1)]
    undertaking: Bilingual
    rounds: Annotated[tuple[RoundForm, ...], Field(min_length=1)]
    rubric: Rubric | None = None
    rules: Rules | None = None


class GlossaryForm(Part):
    """glossary.json: the programme's official terms, each `[Chinese, English]`."""

    format: Literal["glossary/1"]
    source: ShortText | None = None
    terms: Annotated[tuple[tuple[ShortText, ...], ...], Field(max_length=MOST_TERMS)]


class CountriesTableForm(Part):
    """countries.json: the organiser's table, each row `[code, Chinese, English, other names…]`."""

    format: Literal["countries/1"]
    source: ShortText | None = None
    traps: Annotated[tuple[ShortText, ...], Field(max_length=MOST_COUNTRIES)] = ()
    countries: Annotated[tuple[tuple[ShortText, ...], ...], Field(max_length=MOST_COUNTRIES)]


def schema_text() -> str:
    """The JSON Schema (draft 2020-12) of all files, as it stands in docs/import-schema.json."""
    forms = (ProgrammeForm, CaseForm, GlossaryForm, CountriesTableForm)
    keys, schema = models_json_schema(
        [(form, "validation") for form in forms], ref_template="#/$defs/{model}"
    )
    whole = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "programme.json, case.json, glossary.json and countries.json of an import",
        "oneOf": [keys[form, "validation"] for form in forms],
        **schema,
    }
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


if __name__ == "__main__":
    SCHEMA.write_text(schema_text(), encoding="utf-8")
