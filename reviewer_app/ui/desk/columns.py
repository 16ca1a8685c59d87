"""The columns of the list of cases."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale

from review_protocol.documents.words import CANNOT_JUDGE, CRITERIA
from reviewer_app.services.desk_rows import CaseRow, CaseSort, CaseState
from reviewer_app.ui import states, terms
from reviewer_app.ui.kit.columns import Align, Column
from reviewer_app.ui.kit.palette import Tone

if TYPE_CHECKING:
    from review_protocol.documents.score import Mark

translate = QCoreApplication.translate
_EN_SPACE = "\u2002"


def case_columns() -> tuple[Column[CaseRow], ...]:
    """Place in one's own order, number, title, area, countries, state, marks."""
    return (*_what_it_is(), *_how_it_stands())


def _what_it_is() -> tuple[Column[CaseRow], ...]:
    return (
        Column(
            "position",
            lambda: translate("DeskView", "#"),
            lambda row: QLocale().toString(row.position),
            tone=_quiet,
            align=Align.RIGHT,
            sort=CaseSort.POSITION,
            tooltip=lambda _: translate("DeskView", "Your own order, drawn by lot"),
            width=52,
        ),
        Column(
            "number",
            lambda: translate("DeskView", "No."),
            lambda row: row.number,
            tone=_quiet,
            sort=CaseSort.NUMBER,
            width=128,
        ),
        Column(
            "title",
            lambda: translate("DeskView", "Case"),
            lambda row: terms.own(row.name),
            tone=_quiet,
            sort=CaseSort.TITLE,
            detail=lambda row: terms.other(row.name) or "",
            width=320,
            stretch=True,
        ),
        Column(
            "area",
            lambda: translate("DeskView", "Area"),
            lambda row: terms.area(row.area),
            tone=_quiet,
            sort=CaseSort.AREA,
            width=208,
        ),
    )


def _how_it_stands() -> tuple[Column[CaseRow], ...]:
    return (
        Column(
            "countries",
            lambda: translate("DeskView", "Countries (regions)"),
            lambda row: QLocale().toString(row.countries),
            tone=_quiet,
            align=Align.RIGHT,
            sort=CaseSort.COUNTRIES,
            tooltip=_countries,
            width=136,
        ),
        Column(
            "state",
            lambda: translate("DeskView", "State"),
            lambda row: states.case_state(row.state),
            tone=_quiet,
            sort=CaseSort.STATE,
            detail=lambda row: " · ".join(map(states.case_flag, row.flags)),
            shape=lambda row: states.case_shape(row.state),
            width=196,
        ),
        Column(
            "marks",
            lambda: translate("DeskView", "Your marks"),
            lambda row: marks_in_short(row.marks),
            align=Align.CENTRE,
            tooltip=marks_in_full,
            width=104,
        ),
    )


def _quiet(row: CaseRow) -> Tone | None:
    """A case that was withdrawn stands back."""
    return Tone.NEUTRAL if row.state is CaseState.CASE_WITHDRAWN else None


def marks_in_short(marks: tuple[Mark | None, ...]) -> str:
    """The marks in the rubric's order; nothing before the first one."""
    if all(mark is None for mark in marks):
        return ""
    return _EN_SPACE.join("?" if mark == CANNOT_JUDGE else terms.mark(mark) for mark in marks)


def marks_in_full(row: CaseRow) -> str:
    """The marks by the criteria's names, in the order of the programme's rubric."""
    if not marks_in_short(row.marks):
        return ""
    names = (terms.criterion(code) for code in CRITERIA)
    pairs = zip(names, row.marks, strict=False)
    return "\n".join(f"{name}: {terms.mark(mark)}" for name, mark in pairs)


def _countries(row: CaseRow) -> str:
    if row.joint:
        return translate("DeskView", "Joint application with international partners")
    return translate("DeskView", "Not a joint application with international partners")
