"""Names and order of countries (regions) from the organiser's table, and their codes in a text."""

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal

from reviewer_app.reading.figures import folded

FORMAT = "countries/1"
_REMARK = re.compile(r"\s*\([^()]*\)\s*$")


@dataclass(frozen=True, slots=True)
class Country:
    """An ISO 3166-1 alpha-2 code for matching, the names shown, and other names it is known by."""

    code: str
    zh: str
    en: str
    aliases: tuple[str, ...] = ()


class CountryTable:
    """Countries (regions) 国家（地区） in the table's order."""

    def __init__(self, countries: Iterable[Country], *, traps: Iterable[str] = ()) -> None:
        """`traps` are phrases that contain a name without meaning it.

        Raises ValueError where two countries (regions) have the same name.
        """
        self.countries = tuple(countries)
        self._by_code = {country.code: country for country in self.countries}
        self._position = {country.code: i for i, country in enumerate(self.countries)}
        self._by_name: dict[str, str] = {}
        spelled: dict[str, str] = {}
        for country in self.countries:
            for name in (country.zh, country.en, *country.aliases):
                if self._by_name.setdefault(_key(name), country.code) != country.code:
                    raise ValueError(
                        f"{name!r} names {self._by_name[_key(name)]} and {country.code}"
                    )
                spelled[_plain(name)] = country.code
        self._spelled = spelled
        self.traps = tuple(traps)

    @classmethod
    def load(cls, text: str) -> "CountryTable":
        """Read `resources/countries/countries.json`; raises ValueError for another form."""
        content = json.loads(text)
        if not isinstance(content, dict) or content.get("format") != FORMAT:
            raise ValueError(f"not a table of countries in the form {FORMAT}")
        rows = content["countries"]
        return cls(
            (Country(row[0], row[1], row[2], tuple(row[3:])) for row in rows),
            traps=content["traps"],
        )

    def __contains__(self, code: str) -> bool:
        return code in self._by_code

    def name(self, code: str, language: Literal["zh", "en"]) -> str:
        """The name to show; a code that the table does not know is shown as it is."""
        country = self._by_code.get(code)
        if country is None:
            return code
        return country.zh if language == "zh" else country.en

    def code_of(self, name: str) -> str | None:
        """The code of a name that stands alone, such as an entry of a list, in any letter case.

        Where the table does not have the name, it is tried without what follows in brackets.
        """
        return self._by_name.get(_key(name)) or self._by_name.get(
            _key(_REMARK.sub("", _plain(name)))
        )

    def codes_of(self, text: str) -> tuple[str, ...]:
        """Codes of all names in a running text, each once, in the order of their first mention.

        The longest name wins (South Sudan is not Sudan); English names count as whole words and
        with the capitals of the table.
        """
        return tuple(dict.fromkeys(code for _, _, code in self.mentions(text)))

    def mentions(self, text: str) -> Iterator[tuple[int, int, str]]:
        """The names in a running text: code points from and to, and the code."""
        for match in self._pattern.finditer(_plain(text)):
            code = self._spelled.get(match[0])
            if code is not None:
                yield match.start(), match.end(), code

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        # Made at the first use: it takes longer than reading the table.
        return _pattern([*self._spelled, *map(_plain, self.traps)])

    def ordered(self, codes: Iterable[str]) -> tuple[str, ...]:
        """Codes in the table's order, each once; unknown ones last, by code."""
        last = len(self.countries)
        return tuple(sorted(set(codes), key=lambda code: (self._position.get(code, last), code)))


def laid_over(own: Sequence[Country], traps: Iterable[str], below: CountryTable) -> CountryTable:
    """An organiser's table over another one: its names, its order, then what it does not list.

    A name means who has it first, the organiser's table before the other one; whoever's shown
    name is another's already is left out.
    """
    owners: dict[str, str] = {}
    first = _admitted(own, owners)
    also = {country.code: (country.zh, country.en, *country.aliases) for country in below.countries}
    first = [
        replace(each, aliases=(*each.aliases, *_free(also.get(each.code, ()), each.code, owners)))
        for each in first
    ]
    listed = {country.code for country in first}
    rest = _admitted([each for each in below.countries if each.code not in listed], owners)
    return CountryTable([*first, *rest], traps=(*traps, *below.traps))


def _admitted(countries: Iterable[Country], owners: dict[str, str]) -> list[Country]:
    """Those whose shown names are free, with the other names that are; `owners` learns of them."""
    found: dict[str, Country] = {}
    for country in countries:
        shown = [owners.setdefault(_key(name), country.code) for name in (country.zh, country.en)]
        if country.code not in found and set(shown) == {country.code}:
            found[country.code] = country
    return [
        replace(country, aliases=_free(country.aliases, country.code, owners))
        for country in found.values()
    ]


def _free(names: Iterable[str], code: str, owners: dict[str, str]) -> tuple[str, ...]:
    return tuple(name for name in names if owners.setdefault(_key(name), code) == code)


def _plain(text: str) -> str:
    """Full-width characters as ASCII, typographic apostrophes and hyphens as plain ones."""
    return folded(text).translate({0x2019: "'", 0x2010: "-", 0x2011: "-", 0xA0: " "})


def _key(name: str) -> str:
    """Letter case, accents, white space and a leading article aside."""
    bare = unicodedata.normalize("NFKD", _plain(name))
    letters = "".join(c for c in bare if not unicodedata.combining(c)).casefold()
    words = " ".join(letters.replace(".", "").split())
    return words.removeprefix("the ")


def _pattern(names: Iterable[str]) -> re.Pattern[str]:
    """Every name, the longest first; Latin ones as whole words."""
    longest_first = sorted(set(names), key=lambda name: (-len(name), name))
    han = [name for name in longest_first if name[0] >= "\u2e80"]
    latin = [name for name in longest_first if name[0] < "\u2e80"]
    return re.compile(f"{_one_of(han)}|(?<![A-Za-z]){_one_of(latin)}(?![A-Za-z])")


def _one_of(names: Sequence[str]) -> str:
    """The alternatives behind a look at the first character, which is what makes it fast."""
    first = "".join(sorted({re.escape(name[0]) for name in names}))
    return f"(?:(?=[{first}])(?:{'|'.join(map(re.escape, names))}))" if names else "(?!)"
