"""The columns of a table of cases × experts, and its text for a spreadsheet."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication

from review_protocol.documents.programme import Rubric
from reviewer_app.services.panel.rows import PanelCaseRow
from reviewer_app.ui import hidden_words, terms
from reviewer_app.ui import panel_words as words
from reviewer_app.ui.kit.columns import Align, Column
from reviewer_app.ui.kit.shapes import GLYPHS, Shape
from reviewer_app.ui.panel_order import EXPERT, Measure, figures_of

translate = QCoreApplication.translate
EXPERT_PX = 42
TITLE_PX = 220
Now = Callable[[], Measure]


def score_columns(
    experts: tuple[int, ...], rubric: Rubric, now: Now
) -> tuple[Column[PanelCaseRow], ...]:
    """The case, every expert, the figures, the strip; `now` is what is compared."""
    return (
        Column[PanelCaseRow](
            "case",
            lambda: translate("panel", "Case"),
            lambda row: terms.own(row.name),
            sort="number",
            detail=case_detail,
            tooltip=case_sentence,
            width=TITLE_PX,
        ),
        *(_expert(pseudonym, now) for pseudonym in experts),
        *_figures(now),
        Column[PanelCaseRow](
            "strip",
            lambda: translate("panel", "Distribution"),
            lambda row: words.distribution(row, now(), rubric),
            tooltip=lambda row: words.distribution(row, now(), rubric),
            width=136,
        ),
    )


def case_detail(row: PanelCaseRow) -> str:
    """The number, and the decision once there is one."""
    if row.withheld:
        hidden = hidden_words.hidden_briefly(row.hidden)
        return f"{row.number} · {GLYPHS[Shape.LOCKED]} {hidden}"
    if row.decision is None:
        return row.number
    return f"{row.number} · {GLYPHS[Shape.DONE]} {decision_text(row)}"


def case_sentence(row: PanelCaseRow) -> str:
    """Number, title in both languages, and the decision."""
    lines = (row.number, terms.own(row.name), terms.other(row.name), decision_text(row))
    return "\n".join(line for line in lines if line)


def decision_text(row: PanelCaseRow) -> str:
    """The decision that stands, in words."""
    if row.decision is None:
        return translate("panel", "Undecided")
    return words.outcome(row.decision.outcome)


def _expert(pseudonym: int, now: Now) -> Column[PanelCaseRow]:
    def text(row: PanelCaseRow) -> str:
        return words.cell_words(row, pseudonym, now())

    def tooltip(row: PanelCaseRow) -> str:
        return words.cell_sentence(row, pseudonym, now())

    return Column[PanelCaseRow](
        f"{EXPERT}{pseudonym}",
        lambda: f"{pseudonym:02d}",
        text,
        Align.CENTRE,
        sort=f"{EXPERT}{pseudonym}",
        tooltip=tooltip,
        width=EXPERT_PX,
    )


def _figures(now: Now) -> tuple[Column[PanelCaseRow], ...]:
    kinds: tuple[tuple[str, Callable[[], str], Callable[[PanelCaseRow], str], int], ...] = (
        ("n", lambda: "n", lambda row: words.whole(figures_of(row, now()).n), 46),
        (
            "mean",
            lambda: translate("panel", "Mean"),
            lambda row: words.decimal(figures_of(row, now()).mean, 2),
            66,
        ),
        (
            "median",
            lambda: translate("panel", "Median"),
            lambda row: words.decimal(figures_of(row, now()).median, 1),
            72,
        ),
        (
            "range",
            lambda: translate("panel", "Range"),
            partial(_range, now),
            78,
        ),
        (
            "sd",
            lambda: translate("panel", "SD"),
            lambda row: words.decimal(figures_of(row, now()).sd, 2),
            70,
        ),
    )
    return tuple(
        Column[PanelCaseRow](key, title, text, Align.RIGHT, sort=key, width=width)
        for key, title, text, width in kinds
    )


def _range(now: Now, row: PanelCaseRow) -> str:
    return words.span(figures_of(row, now()), now())
