"""What the fields of a form must say together, beyond fitting one by one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from central_server.intake.countries import CountryNames
from central_server.intake.findings import Finding, What
from central_server.intake.form import CaseForm, ProgrammeForm
from central_server.intake.moments import find_zone, in_zone, is_midnight
from review_protocol.documents.score import CRITERIA
from review_protocol.documents.text import Element

SCALE = (1, 10)
"""The marks that this version's desk offers, both ends included."""


def check_case(form: CaseForm, folder: str, file: str, names: CountryNames) -> Iterator[Finding]:
    """The problems of one case that lies in `cases/<folder>`."""
    if form.number != folder:
        yield Finding(What.NUMBER_DIFFERS, file, "number", (form.number, folder))
    if not form.has_text(form.original):
        yield Finding(What.NO_ORIGINAL, file, "original", (form.original.value,))
    yield from _blank_texts(form, file)
    yield from _country_codes(form, file, names)
    for at, (element, language) in enumerate(form.secretariat_translations):
        if not form.elements.of(element).of(language):
            field = f"secretariat_translations[{at}]"
            facts = (element.value, language.value)
            yield Finding(What.TRANSLATION_WITHOUT_TEXT, file, field, facts)


def check_programme(form: ProgrammeForm, file: str) -> Iterator[Finding]:
    """The problems of the programme."""
    areas = Counter(area for panel in form.panels for area in panel.areas)
    for area, count in areas.items():
        if count > 1:
            yield Finding(What.AREA_IN_TWO_PANELS, file, "panels", (area.value,))
    for code, count in Counter(panel.code for panel in form.panels).items():
        if count > 1:
            yield Finding(What.CODE_TWICE, file, "panels", (code,))
    yield from _rubric(form, file)
    yield from _rounds(form, file)
    yield from _rules(form, file)


def _rubric(form: ProgrammeForm, file: str) -> Iterator[Finding]:
    """The desk offers ten marks for three criteria: on another rubric nobody could sign."""
    if form.rubric is None:
        return
    scale = (form.rubric.lowest, form.rubric.highest)
    if scale != SCALE:
        facts = (str(scale[0]), str(scale[1]), "–".join(map(str, SCALE)))
        yield Finding(What.OTHER_SCALE, file, "rubric", facts)
    codes = [criterion.code for criterion in form.rubric.criteria]
    if sorted(codes) != sorted(CRITERIA):
        found = (", ".join(codes), ", ".join(CRITERIA))
        yield Finding(What.OTHER_CRITERIA, file, "rubric.criteria", found)


def _blank_texts(form: CaseForm, file: str) -> Iterator[Finding]:
    for element in Element:
        text = form.elements.of(element)
        for language, sections in (("zh", text.zh), ("en", text.en)):
            for at, section in enumerate(sections):
                field = f"elements.{element.value}.{language}[{at}]"
                if section.heading is not None and not section.heading.strip():
                    yield Finding(What.BLANK, file, f"{field}.heading")
                for number, paragraph in enumerate(section.paragraphs):
                    if not paragraph.strip():
                        yield Finding(What.BLANK, file, f"{field}.paragraphs[{number}]")


def _country_codes(form: CaseForm, file: str, names: CountryNames) -> Iterator[Finding]:
    codes = [("applicant.country", form.applicant.country)]
    codes += [(f"partners[{n}].country", one.country) for n, one in enumerate(form.partners)]
    if form.recommender is not None:
        codes.append(("recommender.country", form.recommender.country))
    codes += [(f"countries.codes[{n}]", code) for n, code in enumerate(form.countries.codes or ())]
    for field, code in codes:
        if code not in names.known:
            yield Finding(What.UNKNOWN_COUNTRY, file, field, (code,))
    for code, count in Counter(form.countries.codes or ()).items():
        if count > 1:
            yield Finding(What.CODE_TWICE, file, "countries.codes", (code,))


def _rounds(form: ProgrammeForm, file: str) -> Iterator[Finding]:
    numbers = [one.number for one in form.rounds]
    if numbers != list(range(1, len(numbers) + 1)):
        found = ", ".join(map(str, numbers))
        yield Finding(What.ROUNDS_NOT_IN_ORDER, file, "rounds", (found,))
    zone = find_zone(form.zone)
    if zone is None:
        yield Finding(What.UNKNOWN_ZONE, file, "zone", (form.zone,))
        return
    for at, one in enumerate(form.rounds):
        opens, closes = in_zone(one.opens, zone), in_zone(one.closes, zone)
        for name, text, moment in (("opens", one.opens, opens), ("closes", one.closes, closes)):
            if moment is None:
                yield Finding(What.NOT_A_TIME, file, f"rounds[{at}].{name}", (text,))
            elif is_midnight(moment) and name == "closes":
                yield Finding(What.MIDNIGHT, file, f"rounds[{at}].{name}", (text, form.zone))
        if opens is not None and closes is not None and opens >= closes:
            facts = (one.opens, one.closes)
            yield Finding(What.CLOSES_FIRST, file, f"rounds[{at}]", facts)


def _rules(form: ProgrammeForm, file: str) -> Iterator[Finding]:
    if form.rules is None:
        return
    known = {one.number for one in form.rounds}
    named = [
        ("rules.casebook_round", form.rules.casebook_round),
        ("rules.outstanding_round", form.rules.outstanding_round),
        *(("rules.counted_rounds", number) for number in form.rules.counted_rounds),
    ]
    for field, number in named:
        if number not in known:
            yield Finding(What.NO_SUCH_ROUND, file, field, (str(number),))
