"""Codes of countries (regions) from the names that applicants write, by the organiser's table."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files

FORMAT = "countries/1"
_REMARK = re.compile(r"\s*\([^()]*\)\s*$")


@dataclass(frozen=True, slots=True)
class CountryNames:
    """Every name of the table, as `_key` makes it, with its code."""

    codes: Mapping[str, str]
    known: frozenset[str]

    def code_of(self, name: str) -> str | None:
        """The code of a name as it stands in a list, also without a remark in brackets."""
        return self.codes.get(_key(name)) or self.codes.get(_key(_REMARK.sub("", _plain(name))))


def read_countries() -> CountryNames:
    """The table that the project brings along."""
    table = files("reviewer_app.resources") / "countries" / "countries.json"
    content = json.loads(table.read_text(encoding="utf-8"))
    if content["format"] != FORMAT:
        raise ValueError(f"not a table of countries in the form {FORMAT}")
    rows = content["countries"]
    return CountryNames(
        {_key(name): code for code, *names in rows for name in names},
        frozenset(code for code, *_ in rows),
    )


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).translate({0x2019: "'", 0x2010: "-", 0x2011: "-"})


def _key(name: str) -> str:
    """Letter case, accents, stops, white space and a leading article aside."""
    bare = unicodedata.normalize("NFKD", _plain(name))
    letters = "".join(c for c in bare if not unicodedata.combining(c)).casefold()
    return " ".join(letters.replace(".", "").split()).removeprefix("the ")
