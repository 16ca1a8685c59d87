"""Which experts may be given a case: areas, languages, ties of organisation; and whose panel."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from review_protocol.documents.case import Case
from review_protocol.documents.programme import Programme
from review_protocol.documents.text import Area, Element, Language, Organisation


@dataclass(frozen=True, slots=True)
class Reviewer:
    """What decides which cases an expert may be given; without areas, those of all areas."""

    person: str
    languages: frozenset[Language]
    areas: frozenset[Area] = frozenset()
    organisations: frozenset[str] = frozenset()
    """Names as `organisation_key` makes them."""
    country: str | None = None
    panel: str | None = None
    """Of which all of the areas are; None for who is of no panel, or of several."""


@dataclass(frozen=True, slots=True)
class Application:
    """What decides who may be given a case."""

    number: str
    area: Area
    readings: tuple[frozenset[Language], ...]
    """For each element that has text, the languages that it has text in."""
    organisations: frozenset[str] = frozenset()
    """Names of applicant, partners and recommender, as `organisation_key` makes them."""
    country: str | None = None
    """The applicant's."""
    panel: str | None = None

    def allows(self, reviewer: Reviewer) -> bool:
        """Whether the expert's areas, languages and organisations admit this case."""
        return (not reviewer.areas or self.area in reviewer.areas) and self.can_read(reviewer)

    def crosses(self, reviewer: Reviewer) -> bool:
        """Whether this is for an expert of another panel to read, whatever their areas."""
        apart = None not in (self.panel, reviewer.panel) and self.panel != reviewer.panel
        return apart and self.can_read(reviewer)

    def can_read(self, reviewer: Reviewer) -> bool:
        """Whether the expert's languages and organisations admit this case."""
        return all(
            reading & reviewer.languages for reading in self.readings
        ) and self.organisations.isdisjoint(reviewer.organisations)

    def same_country(self, reviewer: Reviewer) -> bool:
        """Whether the expert is from the applicant's country: avoided, never excluded."""
        return self.country is not None and self.country == reviewer.country


def application(case: Case, panel: str | None = None) -> Application:
    """What of a case decides who may review it."""
    headers = case.headers
    tied = [headers.applicant, *headers.partners]
    if headers.recommender is not None:
        tied.append(headers.recommender)
    texts = [case.elements.of(element) for element in Element]
    readings = [frozenset(language for language in Language if text.of(language)) for text in texts]
    return Application(
        number=case.number,
        area=headers.area,
        panel=panel,
        readings=tuple(reading for reading in readings if reading),
        organisations=frozenset(key for one in tied for key in organisation_keys(one)),
        country=headers.applicant.country,
    )


def organisation_keys(organisation: Organisation) -> frozenset[str]:
    """The keys of both names."""
    names = (organisation.name.zh, organisation.name.en)
    return frozenset(organisation_key(name) for name in names if name)


def organisation_key(name: str) -> str:
    """A name for comparing: width, letter case, accents, punctuation, spaces, article aside."""
    bare = unicodedata.normalize("NFKD", name).casefold().replace("&", " and ")
    letters = "".join(
        " " if unicodedata.category(c)[0] in "PZSC" else c
        for c in bare
        if not unicodedata.combining(c)
    )
    return " ".join(letters.split()).removeprefix("the ")


def panel_of_areas(programme: Programme, areas: frozenset[Area]) -> str | None:
    """The panel whose areas these are; None where there are none, or of more panels than one."""
    panels = {programme.panel_of(area) for area in areas}
    panel = panels.pop() if len(panels) == 1 else None
    return None if panel is None else panel.code
