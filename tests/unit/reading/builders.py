"""Builders of what is read, with valid defaults."""

from review_protocol.documents.case import (
    Case,
    CaseHeaders,
    Countries,
    Elements,
    ElementText,
    EnteredBefore,
    Section,
)
from review_protocol.documents.text import Area, Bilingual, Language, Organisation


def a_section(heading: str | None, paragraphs: tuple[str, ...]) -> Section:
    return Section(heading=heading, paragraphs=paragraphs)


def an_organisation(country: str) -> Organisation:
    return Organisation(name=Bilingual(zh="机构", en="Organisation"), country=country)


def an_element(*, zh: bool = True, en: bool = True) -> ElementText:
    return ElementText(
        zh=(a_section(None, ("正文",)),) if zh else (),
        en=(a_section(None, ("Text",)),) if en else (),
    )


def a_case(
    *,
    countries: tuple[str, ...] = ("CN", "KE"),
    partners: tuple[str, ...] = ("KE",),
    benefits: ElementText | None = None,
    entered_before: int | None = None,
) -> Case:
    """A joint application from China that lacks nothing."""
    name = Bilingual(zh="案例", en="Case")
    return Case(
        headers=CaseHeaders(
            number="WIC-2026-900",
            version=1,
            name=name,
            area=Area.ECONOMY,
            applicant=an_organisation("CN"),
            partners=tuple(an_organisation(country) for country in partners),
            recommender=None,
            countries=Countries(zh=(), en=(), codes=countries),
            illustrative=True,
        ),
        original=Language.ZH,
        elements=Elements(
            background=an_element(),
            international_cooperation=an_element(),
            modalities=an_element(),
            benefits=benefits or an_element(),
        ),
        secretariat_translations=(),
        entered_before=EnteredBefore(year=entered_before, name=name) if entered_before else None,
        attachments=(),
    )
