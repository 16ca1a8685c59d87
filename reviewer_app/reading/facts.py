"""What can be counted of an application: eligibility, and how its country lists differ."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from reviewer_app.reading.countries import CountryTable

ELEMENTS = ("background", "international_cooperation", "modalities", "benefits")
FEWEST_COUNTRIES = 2


@dataclass(frozen=True, slots=True)
class Presence:
    """Whether an element has text in Chinese and in English."""

    zh: bool
    en: bool


@dataclass(frozen=True, slots=True)
class CaseFacts:
    """Facts beside the scores, never part of them.

    `countries` counts the declared countries (regions) alone, not those of applicant and partners;
    `missing_elements` are absent in both languages, `one_language_elements` in one of them.
    """

    countries: int
    enough_countries: bool
    joint_international: bool
    entered_before: int | None
    missing_elements: tuple[str, ...]
    one_language_elements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CountryDifferences:
    """Codes that only one list names, and names, as written, that the table does not know."""

    only_zh: tuple[str, ...]
    only_en: tuple[str, ...]
    unknown_zh: tuple[str, ...]
    unknown_en: tuple[str, ...]

    @property
    def differ(self) -> bool:
        return bool(self.only_zh or self.only_en)


def case_facts(
    *,
    countries: Iterable[str],
    applicant: str,
    partners: Iterable[str],
    entered_before: int | None,
    elements: Mapping[str, Presence],
) -> CaseFacts:
    """Facts of one case; countries, applicant and partners as ISO 3166-1 alpha-2 codes."""
    count = len(set(countries))
    present = [(name, elements.get(name, Presence(zh=False, en=False))) for name in ELEMENTS]
    return CaseFacts(
        countries=count,
        enough_countries=count >= FEWEST_COUNTRIES,
        joint_international=any(partner != applicant for partner in partners),
        entered_before=entered_before,
        missing_elements=tuple(name for name, p in present if not (p.zh or p.en)),
        one_language_elements=tuple(name for name, p in present if p.zh != p.en),
    )


def country_differences(
    zh: Iterable[str], en: Iterable[str], table: CountryTable
) -> CountryDifferences:
    """Compare the declared lists of the two languages; an empty list differs from nothing."""
    codes_zh, unknown_zh = _known(zh, table)
    codes_en, unknown_en = _known(en, table)
    both = bool(codes_zh) and bool(codes_en)
    return CountryDifferences(
        only_zh=table.ordered(codes_zh - codes_en) if both else (),
        only_en=table.ordered(codes_en - codes_zh) if both else (),
        unknown_zh=unknown_zh,
        unknown_en=unknown_en,
    )


def _known(names: Iterable[str], table: CountryTable) -> tuple[set[str], tuple[str, ...]]:
    codes: set[str] = set()
    unknown: list[str] = []
    for name in names:
        code = table.code_of(name)
        if code is None:
            unknown.append(name)
        else:
            codes.add(code)
    return codes, tuple(unknown)
