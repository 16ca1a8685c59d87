"""Codes of countries (regions) from the names that applicants write: the organiser's own table,
and below it the one that the project brings along."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from review_protocol.documents.own_tables import NamedCountries, NamedCountry

FORMAT = "countries/1"
_REMARK = re.compile(r"\s*\([^()]*\)\s*$")


@dataclass(frozen=True, slots=True)
class CountryNames:
    """Every name of the table, as `name_key` makes it, with its code."""

    codes: Mapping[str, str]
    known: frozenset[str]

    def code_of(self, name: str) -> str | None:
        """The code of a name as it stands in a list, also without a remark in brackets."""
        found = self.codes.get(name_key(name))
        return found or self.codes.get(name_key(_REMARK.sub("", _plain(name))))


def read_countries(own: NamedCountries | None = None) -> CountryNames:
    """The names of the organiser's table, and those that it leaves to the project's."""
    rows = (*brought_along(), *(own.countries if own is not None else ()))
    # what is named later wins: a name of the organiser's table is taken from any other code
    codes = {name_key(name): row.code for row in rows for name in names_of(row)}
    return CountryNames(codes, frozenset(row.code for row in rows))


@cache
def brought_along() -> tuple[NamedCountry, ...]:
    """The table that the project brings along."""
    table = files("reviewer_app.resources") / "countries" / "countries.json"
    content = json.loads(table.read_text(encoding="utf-8"))
    if content["format"] != FORMAT:
        raise ValueError(f"not a table of countries in the form {FORMAT}")
    return named(content["countries"])


def named(rows: Iterable[Iterable[str]]) -> tuple[NamedCountry, ...]:
    """Rows of the file's form `[code, Chinese, English, other names…]`."""
    return tuple(
        NamedCountry(code=code, zh=zh, en=en, aliases=tuple(others))
        for code, zh, en, *others in rows
    )


def names_of(country: NamedCountry) -> tuple[str, ...]:
    """All its names, those that are shown first."""
    return (country.zh, country.en, *country.aliases)


def name_key(name: str) -> str:
    """Letter case, accents, stops, white space and a leading article aside."""
    bare = unicodedata.normalize("NFKD", _plain(name))
    letters = "".join(c for c in bare if not unicodedata.combining(c)).casefold()
    return " ".join(letters.replace(".", "").split()).removeprefix("the ")


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).translate({0x2019: "'", 0x2010: "-", 0x2011: "-"})
