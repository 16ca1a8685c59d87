"""Reads a whole import: everything that is wrong with it at once, or programme and cases."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypeVar

from central_server.intake.attachments import ReadAttachment, read_attachments
from central_server.intake.checks import check_case, check_programme
from central_server.intake.countries import CountryNames, read_countries
from central_server.intake.fields import read_form
from central_server.intake.findings import CannotImport, Finding, What
from central_server.intake.form import (
    CaseForm,
    CountriesTableForm,
    GlossaryForm,
    ProgrammeForm,
)
from central_server.intake.own_tables import (
    build_countries,
    build_glossary,
    check_countries,
    check_glossary,
)
from central_server.intake.sources import COUNTRIES, GLOSSARY, PROGRAMME, Source
from central_server.intake.text import read_text
from review_protocol.documents.base import Part
from review_protocol.documents.own_tables import Glossary, NamedCountries
from review_protocol.documents.text import Area

_Form = TypeVar("_Form", bound=Part)
_PLACE = re.compile(r"cases/([^/]+)/(case\.json|attachments/[^/]+)")


@dataclass(frozen=True, slots=True)
class ReadCase:
    """One case as read, with the codes of its countries and its attachments."""

    form: CaseForm
    codes: tuple[str, ...]
    attachments: tuple[ReadAttachment, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """An import without problems; `programme` is None where the source has none."""

    programme: ProgrammeForm | None
    glossary: Glossary | None
    countries: NamedCountries | None
    cases: tuple[ReadCase, ...]
    remarks: tuple[Finding, ...]


def read_import(
    source: Source,
    *,
    areas: frozenset[Area] | None = None,
    countries: NamedCountries | None = None,
) -> Reading:
    """Read everything; raises CannotImport with all problems where there is any.

    `areas` are those of the panels of the programme that is there already; None where the import
    must bring its own programme. `countries` is the table that is there already.
    """
    whole = _Whole(source)
    programme = whole.programme(needed=areas is None)
    if programme is not None:
        areas = frozenset(area for panel in programme.panels for area in panel.areas)
    glossary = whole.glossary()
    own = whole.countries()
    whole.names = read_countries(own or countries)
    cases = tuple(whole.cases(areas))
    if whole.problems:
        raise CannotImport(tuple(whole.problems), tuple(whole.remarks))
    return Reading(programme, glossary, own, cases, tuple(whole.remarks))


@dataclass(slots=True)
class _Whole:
    source: Source
    names: CountryNames = field(default_factory=read_countries)
    problems: list[Finding] = field(init=False)
    remarks: list[Finding] = field(init=False)

    def __post_init__(self) -> None:
        self.problems = list(self.source.problems)
        self.remarks = list(self.source.remarks)

    def programme(self, *, needed: bool) -> ProgrammeForm | None:
        if needed and PROGRAMME not in self.source.files:
            self.problems.append(Finding(What.NO_PROGRAMME, PROGRAMME))
        form = self._form(ProgrammeForm, PROGRAMME)
        if form is not None:
            self.problems += check_programme(form, PROGRAMME)
        return form

    def glossary(self) -> Glossary | None:
        """The programme's own terms, where the source brings any."""
        form = self._form(GlossaryForm, GLOSSARY)
        problems = tuple(check_glossary(form, GLOSSARY)) if form is not None else ()
        self.problems += problems
        return None if form is None or problems else build_glossary(form)

    def countries(self) -> NamedCountries | None:
        """The organiser's table of countries (regions), where the source brings one."""
        form = self._form(CountriesTableForm, COUNTRIES)
        problems = tuple(check_countries(form, COUNTRIES)) if form is not None else ()
        self.problems += problems
        return None if form is None or problems else build_countries(form)

    def _form(self, form: type[_Form], file: str) -> _Form | None:
        """A file as its form; None where it is not there, or does not fit."""
        if file not in self.source.files:
            return None
        clean = read_text(self.source.read(file), file)
        self.problems += clean.problems
        self.remarks += clean.remarks
        if clean.problems:
            return None
        read, problems = read_form(form, clean.value, file)
        self.problems += problems
        return read

    def cases(self, areas: frozenset[Area] | None) -> Iterator[ReadCase]:
        folders: dict[str, None] = {}
        for name in sorted(self.source.files):
            place = _PLACE.fullmatch(name)
            if place is not None:
                folders[place[1]] = None
            elif name.startswith("cases/"):
                self.problems.append(Finding(What.STRAY_FILE, name))
        if not folders and not {GLOSSARY, COUNTRIES} & set(self.source.files):
            self.problems.append(Finding(What.NO_CASES, "cases"))
        owners: dict[str, str] = {}
        for folder in folders:
            case = self._case(folder, areas)
            if case is None:
                continue
            for attachment in case.attachments:
                owner = owners.setdefault(attachment.sha256, attachment.place)
                if owner != attachment.place:
                    finding = Finding(What.ATTACHMENT_SHARED, attachment.place, "", (owner,))
                    self.problems.append(finding)
            yield case

    def _case(self, folder: str, areas: frozenset[Area] | None) -> ReadCase | None:
        place = f"cases/{folder}"
        file = f"{place}/case.json"
        if file not in self.source.files:
            self.problems.append(Finding(What.NO_CASE_FILE, place))
            return None
        form = self._form(CaseForm, file)
        if form is None:
            return None
        self.problems += check_case(form, folder, file, self.names)
        if areas is not None and form.area not in areas:
            self.problems.append(Finding(What.AREA_WITHOUT_PANEL, file, "area", (form.area.value,)))
        attachments, problems = read_attachments(self.source, form, place, file)
        self.problems += problems
        return ReadCase(form, self._codes(form, file), attachments)

    def _codes(self, form: CaseForm, file: str) -> tuple[str, ...]:
        """The codes given, or those of the names, each once; names not found are reported."""
        found: dict[str, None] = {}
        for language, names in (("zh", form.countries.zh), ("en", form.countries.en)):
            for at, name in enumerate(names):
                code = self.names.code_of(name)
                if code is not None:
                    found[code] = None
                else:
                    place = f"countries.{language}[{at}]"
                    self.remarks.append(Finding(What.COUNTRY_NOT_FOUND, file, place, (name,)))
        return form.countries.codes if form.countries.codes is not None else tuple(found)
