"""What is said of differences between the languages: neutrally, never of an error."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import assert_never

from PySide6.QtCore import QCoreApplication

from review_protocol.documents.text import Language
from reviewer_app.reading.case_comparison import Difference, Theme
from reviewer_app.reading.unseen import spelled_out

translate = QCoreApplication.translate

NameOf = Callable[[str], str]
"""The name of a country (region) in the interface's language, by its code."""


def heading(theme: Theme) -> str:
    """Over the differences of one theme."""
    match theme:
        case Theme.MAGNITUDE:
            return translate("differences", "Figures of another magnitude")
        case Theme.VALUE:
            return translate("differences", "Other figures")
        case Theme.DATE:
            return translate("differences", "Dates and times")
        case Theme.ADDRESS:
            return translate("differences", "Addresses")
        case Theme.COUNTRIES:
            return translate("differences", "Countries (regions)")
        case Theme.MISSING:
            return translate("differences", "Without a translation")
        case Theme.LENGTH:
            return translate("differences", "Length")
        case Theme.ONE_SIDED:
            return translate("differences", "In one version only")
    assert_never(theme)


def sentence(difference: Difference, name_of: NameOf) -> str:
    """What differs, in one sentence."""
    zh, en = (spelled_out(spot.exact) if spot else "" for spot in (difference.zh, difference.en))
    match difference.theme:
        case Theme.MAGNITUDE | Theme.VALUE:
            said = translate(
                "differences", "The two versions give different figures: {zh} and {en}"
            )
        case Theme.DATE:
            said = translate(
                "differences", "The two versions give different dates or times: {zh} and {en}"
            )
        case Theme.ADDRESS:
            said = translate(
                "differences", "The two versions give different addresses: {zh} and {en}"
            )
        case Theme.ONE_SIDED if difference.zh:
            said = translate("differences", "Only the Chinese version says {zh}")
        case Theme.ONE_SIDED:
            said = translate("differences", "Only the English version says {en}")
        case Theme.MISSING if difference.zh:
            return translate("differences", "This paragraph is in the Chinese version only")
        case Theme.MISSING:
            return translate("differences", "This paragraph is in the English version only")
        case Theme.LENGTH:
            return translate(
                "differences", "The two versions of this paragraph are of very different length"
            )
        case Theme.COUNTRIES:
            return _countries(difference, name_of)
        case _:
            assert_never(difference.theme)
    return said.format(zh=zh, en=en)


def _countries(difference: Difference, name_of: NameOf) -> str:
    if difference.undeclared:
        said = translate(
            "differences",
            "The text lists countries (regions) that the application does not declare: {names}",
        )
        return said.format(names=_names(difference.undeclared, name_of))
    if difference.spots:
        first = translate("differences", "The two versions list different countries (regions).")
    else:
        first = translate(
            "differences", "The two declared lists of countries (regions) are not the same."
        )
    for codes, said in (
        (difference.only_zh, translate("differences", "Only in Chinese: {names}.")),
        (difference.only_en, translate("differences", "Only in English: {names}.")),
    ):
        if codes:
            more = said.format(names=_names(codes, name_of))
            first = translate("differences", "{first} {more}").format(first=first, more=more)
    return first


def _names(codes: Iterable[str], name_of: NameOf) -> str:
    return translate("differences", ", ", "between names").join(map(name_of, codes))


def side(language: Language) -> str:
    """A version's own name."""
    return "中文" if language is Language.ZH else "English"
