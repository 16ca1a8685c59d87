"""The home effect in careful words: how much, in how many reviews, and what chance alone does."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from reviewer_app.panel.home import HomeEffect
from reviewer_app.ui.panel.compared_words import joined
from reviewer_app.ui.panel.state import Compared
from reviewer_app.ui.panel_words import decimal, whole

translate = QCoreApplication.translate
LIKELY = 0.05
"""Chances below which a difference is hardly chance alone."""
LEAST = 0.05
"""Points that are shown as a difference at all."""


def home(compared: Compared) -> str:
    """Of the applicant's country (region), and of the others involved; or that it is not known."""
    if not compared.is_home_sought:
        return translate("ladder", "Cases from the experts’ own countries (regions): looking…")
    found = compared.home
    if found is None:
        return translate(
            "ladder",
            "Whether experts score cases from their own country (region) differently is not known "
            "here: nobody tells which reviews come from there.",
        )
    own = translate("ladder", "the applicant’s country (region)")
    other = translate("ladder", "another country (region) involved")
    return joined([_effect(own, found.applicant), _effect(other, found.involved)])


def _effect(whose: str, found: HomeEffect | None) -> str:
    if found is None:
        return translate("ladder", "Reviews from {whose}: too few to tell.").format(whose=whose)
    shown = translate(
        "ladder",
        "Reviews from {whose}: {points} points against what colleagues from elsewhere say, in "
        "{count} reviews; {chance}.",
    )
    return shown.format(
        whose=whose,
        points=_signed(found.points),
        count=whole(found.reviews),
        chance=_chance(found.chance),
    )


def _signed(points: float) -> str:
    if abs(points) < LEAST:
        return decimal(0.0, 1)
    return f"{'+' if points > 0 else '−'}{decimal(abs(points), 1)}"


def _chance(chance: float) -> str:
    p = translate("ladder", "p < .001") if chance < 0.001 else ""
    p = p or translate("ladder", "p = {p}").format(p=decimal(chance, 3 if chance < 0.1 else 2))
    if chance < LIKELY:
        return translate("ladder", "hardly chance alone: {p}").format(p=p)
    return translate("ladder", "could be chance: {p}").format(p=p)
