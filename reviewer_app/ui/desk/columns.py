"""The columns of the list of cases."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

from reviewer_app.services.desk_rows import CaseRow, CaseSort, CaseState
from reviewer_app.ui import mark_words, states, terms
from reviewer_app.ui.kit.columns import Align, Column
from reviewer_app.ui.kit.palette import Tone

translate = QCoreApplication.translate


def case_columns() -> tuple[Column[CaseRow], ...]:
    """Place in one's own order, number, title, area, countries, state, marks."""
    return (*_which(), *_what(), *_how_it_stands())


def _which() -> tuple[Column[CaseRow], ...]:
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
            whole=True,
            width=104,
        ),
    )


def _what() -> tuple[Column[CaseRow], ...]:
    return (
        Column(
            "title",
            lambda: translate("DeskView", "Case"),
            lambda row: terms.own(row.name),
            tone=_quiet,
            sort=CaseSort.TITLE,
            detail=lambda row: terms.other(row.name) or "",
            tooltip=_case,
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
            lambda row: mark_words.in_short(row.marks) if _marked(row) else "",
            align=Align.CENTRE,
            tooltip=lambda row: mark_words.in_full(row.marks) if _marked(row) else "",
            spoken=lambda row: mark_words.in_full(row.marks) if _marked(row) else "",
            about=mark_words.letters,
            whole=True,
            width=132,
        ),
    )


def _quiet(row: CaseRow) -> Tone | None:
    """A case that was withdrawn stands back."""
    return Tone.NEUTRAL if row.state is CaseState.CASE_WITHDRAWN else None


def _marked(row: CaseRow) -> bool:
    return any(mark is not None for mark in row.marks)


def _case(row: CaseRow) -> str:
    """The whole name, and what a narrow window has no column for."""
    countries = translate("DeskView", "Countries (regions): {count}")
    lines = (
        terms.own(row.name),
        terms.other(row.name),
        terms.area(row.area),
        countries.format(count=QLocale().toString(row.countries)),
    )
    return "\n".join(line for line in lines if line)


def _countries(row: CaseRow) -> str:
    if row.joint:
        return translate("DeskView", "Joint application with international partners")
    return translate("DeskView", "Not a joint application with international partners")
