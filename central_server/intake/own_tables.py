"""glossary.json and countries.json of an import: what their forms cannot say, and the documents."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from central_server.intake.countries import brought_along, name_key, named, names_of
from central_server.intake.findings import Finding, What
from central_server.intake.form import CountriesTableForm, GlossaryForm
from review_protocol.documents.own_tables import (
    MOST_NAMES,
    Glossary,
    GlossaryTerm,
    NamedCountries,
)

_HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af]")
_CODE = re.compile(r"[A-Z]{2}")
_PAIR, _ROW = 2, 3


def check_glossary(form: GlossaryForm, file: str) -> Iterator[Finding]:
    """Pairs that are none, sides that are empty or the wrong way round, terms given twice."""
    for at, term in enumerate(form.terms):
        place = f"terms[{at}]"
        if len(term) != _PAIR:
            yield Finding(What.NOT_A_PAIR, file, place)
            continue
        yield from _sides(term[0], term[1], file, place, 0)
    counts = Counter(term[0] for term in form.terms if term)
    for zh, count in counts.items():
        if count > 1:
            yield Finding(What.CODE_TWICE, file, "terms", (zh,))


def check_countries(form: CountriesTableForm, file: str) -> Iterator[Finding]:
    """Rows that are none, codes of another form or given twice, names of two countries."""
    wrong = False
    for at, row in enumerate(form.countries):
        place = f"countries[{at}]"
        if not _ROW <= len(row) <= _ROW + MOST_NAMES:
            wrong = True
            yield Finding(What.NOT_A_ROW, file, place, (str(len(row)),))
            continue
        if not _CODE.fullmatch(row[0]):
            wrong = True
            yield Finding(What.WRONG_FORM, file, f"{place}[0]", (row[0], "^[A-Z]{2}$"))
        yield from _sides(row[1], row[2], file, place, 1)
    for code, count in Counter(row[0] for row in form.countries if row).items():
        if count > 1:
            yield Finding(What.CODE_TWICE, file, "countries", (code,))
    if not wrong:
        yield from _names(form, file)


def _names(form: CountriesTableForm, file: str) -> Iterator[Finding]:
    """A name belongs to one code; also to none of those that are left to the project's table."""
    own = named(form.countries)
    listed = {country.code for country in own}
    shown = [country for country in brought_along() if country.code not in listed]
    codes = {name_key(name): country.code for country in shown for name in (country.zh, country.en)}
    for at, country in enumerate(own):
        for name in names_of(country):
            code = codes.setdefault(name_key(name), country.code)
            if code != country.code:
                place = f"countries[{at}]"
                yield Finding(What.NAMES_TWO, file, place, (name, code, country.code))


def _sides(zh: str, en: str, file: str, place: str, first: int) -> Iterator[Finding]:
    for at, text in enumerate((zh, en), first):
        if not text.strip():
            yield Finding(What.BLANK, file, f"{place}[{at}]")
    if zh.strip() and not _HAN.search(zh):
        yield Finding(What.NOT_CHINESE, file, f"{place}[{first}]", (zh,))


def build_glossary(form: GlossaryForm) -> Glossary:
    """The document, from a form without findings."""
    terms = (GlossaryTerm(zh=zh.strip(), en=en.strip()) for zh, en in form.terms)
    return Glossary(terms=tuple(terms))


def build_countries(form: CountriesTableForm) -> NamedCountries:
    """The document, from a form without findings."""
    return NamedCountries(countries=named(form.countries), traps=form.traps)
