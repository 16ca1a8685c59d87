"""What the head issued beside what is computed here: a table of cases, and one of experts."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reviewer_app.services.panel.heads_comparison import IssuedCase, IssuedComparison, IssuedExpert
from reviewer_app.ui import terms
from reviewer_app.ui.kit.choice import ChoiceRow, Option
from reviewer_app.ui.kit.columns import Align, Column
from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.kit.i18n import Retranslating
from reviewer_app.ui.kit.labels import Kind, Label
from reviewer_app.ui.kit.palette import Tone
from reviewer_app.ui.kit.screens import Stack
from reviewer_app.ui.kit.table import Table
from reviewer_app.ui.panel.trust import words
from reviewer_app.ui.panel_words import decimal, whole

translate = QCoreApplication.translate


class IssuedPane(Retranslating, QWidget):
    """Drawn while there is an issued comparison; `opened` carries the number of a case."""

    opened = Event(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._issued: IssuedComparison | None = None
        self._heading, self._said = Label(Kind.HEADING), Label(Kind.MUTED)
        self._differs = Label(Kind.BODY)
        self._differs.set_tone(Tone.CARE)
        self._which = ChoiceRow[str](
            [Option(name, partial(_part, name)) for name in ("cases", "experts")], value="cases"
        )
        self._cases = Table[IssuedCase](
            _case_columns(), lambda each: each.number, name="issued-cases"
        )
        self._experts = Table[IssuedExpert](
            _expert_columns(), lambda each: each.pseudonym, name="issued-experts"
        )
        self._tables = Stack()
        for table in (self._cases, self._experts):
            self._tables.add(table)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 0, 0, 0)
        column.setSpacing(8)
        for part in (self._heading, self._said, self._differs, self._which):
            column.addWidget(part)
        column.addWidget(self._tables, 1)
        self._which.chosen.connect(self._turn)
        self._cases.opened.connect(self._open)
        self.built()

    def show_issued(self, issued: IssuedComparison | None) -> None:
        """Draw it, or nothing."""
        self._issued = issued
        self.setVisible(issued is not None)
        if issued is not None:
            self._cases.set_rows(issued.cases)
            self._experts.set_rows(issued.experts)
            self.retranslate()

    def retranslate(self) -> None:
        """Draw its words in the language now in use."""
        self._which.setAccessibleName(self.tr("What of the comparison is shown"))
        self._cases.setAccessibleName(self.tr("Cases as the head signed them"))
        self._experts.setAccessibleName(self.tr("Experts as the head signed them"))
        issued = self._issued
        if issued is None:
            return
        self._heading.setText(words.issued_heading(issued))
        self._said.setText(words.issued_sentence(issued))
        differs = words.issued_differs(issued)
        self._differs.setText(differs)
        self._differs.setVisible(bool(differs))

    def _turn(self, name: str) -> None:
        self._which.set_value(name)
        self._tables.show_page(self._cases if name == "cases" else self._experts)

    def _open(self, case: IssuedCase) -> None:
        self.opened.emit(case.number)


def _part(name: str) -> str:
    return translate("trust", "Cases") if name == "cases" else translate("trust", "Experts")


def _case_columns() -> tuple[Column[IssuedCase], ...]:
    return (
        Column[IssuedCase](
            "case",
            lambda: translate("trust", "Case"),
            lambda each: each.number,
            detail=_note,
            width=150,
            stretch=True,
        ),
        _case("reviews", lambda: translate("trust", "Reviews"), _reviews, 84),
        _case(
            "raw", lambda: translate("trust", "Mean, head"), lambda each: decimal(each.raw, 2), 120
        ),
        _case(
            "adjusted",
            lambda: translate("trust", "Adjusted, head"),
            lambda each: decimal(each.adjusted, 2),
            120,
        ),
        _case(
            "here",
            lambda: translate("trust", "Adjusted, here"),
            lambda each: decimal(None if each.here is None else each.here.adjusted, 2),
            120,
        ),
        _case("rank", lambda: translate("trust", "Place 5–95%, head"), _rank, 140),
    )


def _expert_columns() -> tuple[Column[IssuedExpert], ...]:
    return (
        Column[IssuedExpert](
            "expert",
            lambda: translate("trust", "Expert"),
            lambda each: terms.expert(each.pseudonym),
            width=140,
            stretch=True,
        ),
        _expert("n", lambda: translate("trust", "Reviews"), lambda each: whole(each.reviews), 84),
        _expert(
            "leniency",
            lambda: translate("trust", "Against colleagues, head"),
            lambda each: _strictness(each.leniency),
            180,
        ),
        _expert(
            "here",
            lambda: translate("trust", "Against colleagues, here"),
            lambda each: _strictness(each.here),
            180,
        ),
    )


def _case(
    key: str, title: Callable[[], str], text: Callable[[IssuedCase], str], width: int
) -> Column[IssuedCase]:
    return Column[IssuedCase](key, title, text, Align.RIGHT, width=width)


def _expert(
    key: str, title: Callable[[], str], text: Callable[[IssuedExpert], str], width: int
) -> Column[IssuedExpert]:
    return Column[IssuedExpert](key, title, text, Align.RIGHT, width=width)


def _strictness(leniency: float | None) -> str:
    if leniency is None:
        return "–"
    points = decimal(abs(leniency), 2)
    if leniency < 0:
        return translate("trust", "stricter by {points}").format(points=points)
    return translate("trust", "milder by {points}").format(points=points)


def _note(each: IssuedCase) -> str:
    return translate("trust", "other scores here") if each.differs else ""


def _reviews(each: IssuedCase) -> str:
    here = 0 if each.here is None else each.here.reviews
    if here == each.reviews:
        return whole(each.reviews)
    return translate("trust", "{head}, here {here}").format(
        head=whole(each.reviews), here=whole(here)
    )


def _rank(each: IssuedCase) -> str:
    if each.rank_low is None or each.rank_high is None:
        return "–"
    return f"{whole(each.rank_low)}–{whole(each.rank_high)}"
