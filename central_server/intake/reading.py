"""Reads a whole import: everything that is wrong with it at once, or programme and cases."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from central_server.intake.attachments import ReadAttachment, read_attachments
from central_server.intake.checks import check_case, check_programme
from central_server.intake.countries import CountryNames, read_countries
from central_server.intake.fields import read_form
from central_server.intake.findings import CannotImport, Finding, What
from central_server.intake.form import CaseForm, ProgrammeForm
from central_server.intake.sources import PROGRAMME, Source
from central_server.intake.text import read_text
from review_protocol.documents.text import Area

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
    cases: tuple[ReadCase, ...]
    remarks: tuple[Finding, ...]


def read_import(source: Source, *, areas: frozenset[Area] | None = None) -> Reading:
    """Read everything; raises CannotImport with all problems where there is any.

    `areas` are those of the panels of the programme that is there already; None where the import
    must bring its own programme.
    """
    whole = _Whole(source, read_countries())
    programme = whole.programme(needed=areas is None)
    if programme is not None:
        areas = frozenset(area for panel in programme.panels for area in panel.areas)
    cases = tuple(whole.cases(areas))
    if whole.problems:
        raise CannotImport(tuple(whole.problems), tuple(whole.remarks))
    return Reading(programme, cases, tuple(whole.remarks))


@dataclass(slots=True)
class _Whole:
    source: Source
    names: CountryNames
    problems: list[Finding] = field(init=False)
    remarks: list[Finding] = field(init=False)

    def __post_init__(self) -> None:
        self.problems = list(self.source.problems)
        self.remarks = list(self.source.remarks)

    def programme(self, *, needed: bool) -> ProgrammeForm | None:
        if PROGRAMME not in self.source.files:
            if needed:
                self.problems.append(Finding(What.NO_PROGRAMME, PROGRAMME))
            return None
        clean = read_text(self.source.read(PROGRAMME), PROGRAMME)
        self.problems += clean.problems
        self.remarks += clean.remarks
        if clean.problems:
            return None
        form, problems = read_form(ProgrammeForm, clean.value, PROGRAMME)
        self.problems += problems
        if form is not None:
            self.problems += check_programme(form, PROGRAMME)
        return form

    def cases(self, areas: frozenset[Area] | None) -> Iterator[ReadCase]:
        folders: dict[str, None] = {}
        for name in sorted(self.source.files):
            place = _PLACE.fullmatch(name)
            if place is not None:
                folders[place[1]] = None
            elif name.startswith("cases/"):
                self.problems.append(Finding(What.STRAY_FILE, name))
        if not folders:
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
        clean = read_text(self.source.read(file), file)
        self.problems += clean.problems
        self.remarks += clean.remarks
        if clean.problems:
            return None
        form, problems = read_form(CaseForm, clean.value, file)
        self.problems += problems
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
