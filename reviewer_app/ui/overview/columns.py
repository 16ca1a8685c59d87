"""The columns of one's own cases in the order of one's marks."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from reviewer_app.services.own_marks import OwnCase
from reviewer_app.ui import mark_words, states, terms
from reviewer_app.ui.kit.columns import Align, Column
from reviewer_app.ui.overview import words

translate = QCoreApplication.translate


def own_columns(narrow: Callable[[], bool]) -> tuple[Column[OwnCase], ...]:
    """Case, marks, their mean, recommendation with the state, and how long it was open.

    Asked whether the table is `narrow`: the mean then stands below the marks.
    """
    return (*_judged(narrow), *_how_it_stands())


def _mean(case: OwnCase) -> str:
    return "–" if case.mean is None else words.tenths(case.mean)


def _below(case: OwnCase) -> str:
    return translate("OverviewView", "Mean {mean}").format(mean=_mean(case))


def _judged(narrow: Callable[[], bool]) -> tuple[Column[OwnCase], ...]:
    return (
        Column[OwnCase](
            "case",
            lambda: translate("OverviewView", "Case"),
            lambda case: terms.own(case.name),
            detail=lambda case: case.number,
            width=110,
            stretch=True,
        ),
        Column[OwnCase](
            "marks",
            lambda: translate("OverviewView", "Your marks"),
            words.marks,
            detail=lambda case: _below(case) if narrow() else "",
            align=Align.CENTRE,
            tooltip=words.marks_in_full,
            spoken=words.marks_in_full,
            about=mark_words.letters,
            width=124,
        ),
        Column[OwnCase](
            "mean",
            lambda: translate("OverviewView", "Mean"),
            _mean,
            align=Align.RIGHT,
            width=64,
        ),
    )


def _how_it_stands() -> tuple[Column[OwnCase], ...]:
    return (
        Column[OwnCase](
            "recommendation",
            lambda: translate("OverviewView", "Recommendation"),
            lambda case: (
                "–" if case.recommendation is None else terms.recommendation(case.recommendation)
            ),
            detail=lambda case: states.case_state(case.state),
            width=184,
        ),
        Column[OwnCase](
            "open",
            lambda: translate("OverviewView", "Open for"),
            lambda case: words.duration(case.seconds),
            align=Align.RIGHT,
            whole=True,
            width=100,
        ),
    )
