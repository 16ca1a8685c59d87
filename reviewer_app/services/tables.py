"""The tables that texts are read with: the programme's own as its batch brings them, the app's
below them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from review_protocol.documents.own_tables import Glossary, NamedCountries
from reviewer_app.models.documents import body_of
from reviewer_app.models.own_tables import own_table_ids
from reviewer_app.models.store import Store
from reviewer_app.reading.countries import Country, CountryTable, laid_over
from reviewer_app.reading.lexicon import DictionaryLexicon, Lexicon, Term, terms_of, with_own


@dataclass(frozen=True, slots=True)
class Tables:
    """Names of countries (regions), official terms, and what translates what."""

    countries: CountryTable
    terms: tuple[Term, ...]
    lexicon: Lexicon


class BatchTables:
    """Those of the batch that stands."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._ids: dict[str, str] | None = None
        self._tables: Tables | None = None

    @property
    def at_hand(self) -> Tables:
        """As they were last read, and the first time read: from a lane."""
        return self._tables or self.renew()

    @property
    def in_sight(self) -> Tables:
        """As they were last read, for the window: the app's own where that was never."""
        return self._tables or shipped_tables()

    def renew(self) -> Tables:
        """A batch may have brought others; read only what is another one than before."""
        with self._store.read() as connection:
            ids = own_table_ids(connection)
            if self._tables is None or ids != self._ids:
                glossary = body_of(connection, Glossary, ids.get(Glossary.kind, ""))
                named = body_of(connection, NamedCountries, ids.get(NamedCountries.kind, ""))
                self._tables, self._ids = _made(glossary, named), ids
        return self._tables


def _made(glossary: Glossary | None, named: NamedCountries | None) -> Tables:
    shipped = shipped_tables()
    countries, terms, lexicon = shipped.countries, shipped.terms, shipped.lexicon
    if named is not None:
        own = [Country(row.code, row.zh, row.en, row.aliases) for row in named.countries]
        countries = laid_over(own, named.traps, countries)
    if glossary is not None:
        terms = with_own([Term(each.zh, each.en) for each in glossary.terms], terms)
        lexicon = DictionaryLexicon(_packed_dictionary, terms)
    return Tables(countries, terms, lexicon)


@cache
def shipped_tables() -> Tables:
    """What the app brings along; the dictionary is read when a text is aligned."""
    return Tables(bundled_countries(), bundled_terms(), bundled_lexicon())


@cache
def bundled_countries() -> CountryTable:
    """The app's own table of countries (regions); read on first use."""
    path = files("reviewer_app.resources") / "countries" / "countries.json"
    return CountryTable.load(path.read_text(encoding="utf-8"))


@cache
def bundled_lexicon() -> DictionaryLexicon:
    """The app's dictionary, read when a text is aligned, and the glossary that it brings along."""
    return DictionaryLexicon(_packed_dictionary, bundled_terms())


@cache
def bundled_terms() -> tuple[Term, ...]:
    """The official terms in both languages that the app brings along."""
    resources = files("reviewer_app.resources")
    return terms_of((resources / "glossary" / "glossary.json").read_text(encoding="utf-8"))


def _packed_dictionary() -> bytes:
    return (files("reviewer_app.resources") / "dictionary" / "words.txt.xz").read_bytes()
