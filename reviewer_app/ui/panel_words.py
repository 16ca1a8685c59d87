"""Scores of a panel in words: cells, figures, what is compared."""

from __future__ import annotations

from typing import assert_never

from PySide6.QtCore import QCoreApplication, QLocale

from review_protocol.documents.dossier import Decider
from review_protocol.documents.programme import Recommendation, Rubric
from reviewer_app.services.panel.rows import (
    CellState,
    DecisionView,
    Figures,
    PanelCaseRow,
    PanelCell,
)
from reviewer_app.ui import states, terms
from reviewer_app.ui.kit.shapes import Shape
from reviewer_app.ui.panel_order import (
    HasCells,
    Measure,
    cannot_judge,
    cell_of,
    figures_of,
    scores,
    value_of,
)

translate = QCoreApplication.translate

CANNOT_JUDGE_SIGN = "?"
NOT_ASKED_SIGN = "·"
HIDDEN_SIGN = "–"
SIGNS = frozenset({CANNOT_JUDGE_SIGN, NOT_ASKED_SIGN, HIDDEN_SIGN})
SHAPES = {
    CellState.MISSING: Shape.TODO,
    CellState.HELD: Shape.WARNING,
    CellState.WITHDRAWN: Shape.WAITING,
    CellState.RECUSED: Shape.STOPPED,
    CellState.CONFLICT: Shape.LOCKED,
}


def measure(value: Measure) -> str:
    """What is compared."""
    return translate("panel", "In all") if value == "overall" else terms.criterion(value)


def cell_state(value: CellState) -> str:
    match value:
        case CellState.MISSING:
            return translate("panel", "Not received")
        case CellState.RECEIVED:
            return translate("panel", "Received")
        case CellState.HELD:
            return translate("panel", "Held, not counted")
        case CellState.WITHDRAWN:
            return translate("panel", "Score withdrawn")
        case CellState.RECUSED:
            return translate("panel", "Recused")
        case CellState.CONFLICT:
            return translate("panel", "Conflict of interest")
    assert_never(value)


def outcome(value: Recommendation) -> str:
    """What a panel decides, where an expert only recommends."""
    match value:
        case Recommendation.OUTSTANDING:
            return translate("panel", "Outstanding")
        case Recommendation.CASEBOOK:
            return translate("panel", "Casebook")
        case Recommendation.NOT_IN_CASEBOOK:
            return translate("panel", "Not in the Casebook")
    assert_never(value)


def decided(decision: DecisionView) -> str:
    """What was decided, and by whom."""
    return _decided_by(decision).format(outcome=outcome(decision.outcome))


def _decided_by(decision: DecisionView) -> str:
    if decision.is_own:
        return translate("panel", "Decided by you: {outcome}")
    match decision.by:
        case None:
            return translate("panel", "Decided: {outcome}")
        case Decider.CHAIR:
            return translate("panel", "Decided by the panel’s chair: {outcome}")
        case Decider.CHAIRS_DEPUTY:
            return translate("panel", "Decided by the chair’s deputy: {outcome}")
        case Decider.HEAD:
            return translate("panel", "Decided by the head: {outcome}")
        case Decider.HEADS_DEPUTY:
            return translate("panel", "Decided by the head’s deputy: {outcome}")
    assert_never(decision.by)


def cell_shape(cell: PanelCell) -> Shape | None:
    """The sign of a cell that holds no figure; None where a figure or a word stands."""
    return SHAPES.get(cell.state)


def cell_text(row: HasCells, pseudonym: int, by: Measure) -> str:
    """A figure, or a sign where there is none; "" where a shape stands instead."""
    cell = cell_of(row, pseudonym)
    if cell is None:
        return HIDDEN_SIGN if row.withheld else NOT_ASKED_SIGN
    value = value_of(cell, by)
    if value is None:
        return CANNOT_JUDGE_SIGN if cell.state is CellState.RECEIVED else ""
    return decimal(value, 1) if by == "overall" else decimal(value, 0)


def cell_words(row: HasCells, pseudonym: int, by: Measure) -> str:
    """A cell for copies and screen readers: the figure or the state's words."""
    cell = cell_of(row, pseudonym)
    if cell is None:
        hidden = translate("panel", "Hidden from you")
        return hidden if row.withheld else translate("panel", "Not asked")
    if cell.state is CellState.HELD and cell.disposition is not None:
        return states.disposition(cell.disposition)
    if cell.state is not CellState.RECEIVED:
        return cell_state(cell.state)
    return terms.mark("cannot_judge") if cannot_judge(cell, by) else cell_text(row, pseudonym, by)


def cell_sentence(row: HasCells, pseudonym: int, by: Measure) -> str:
    """Everything that a cell says, for its tool tip."""
    cell = cell_of(row, pseudonym)
    notes = [cell_words(row, pseudonym, by)]
    if cell is not None and cell.amended:
        notes.append(translate("panel", "amended"))
    if cell is not None and cell.disclosed:
        notes.append(translate("panel", "a tie is disclosed"))
    return translate("panel", "{expert}: {what}").format(
        expert=terms.expert(pseudonym), what=" · ".join(notes)
    )


def decimal(value: float | None, places: int) -> str:
    """A figure with so many decimals in the interface's way; a dash for none."""
    return "–" if value is None else QLocale().toString(value, "f", places)


def whole(value: int) -> str:
    """A whole number with the interface's separators."""
    return QLocale().toString(value)


def span(figures: Figures, by: Measure) -> str:
    """Lowest to highest."""
    if figures.lowest is None or figures.highest is None:
        return "–"
    places = 1 if by == "overall" else 0
    return f"{decimal(figures.lowest, places)}–{decimal(figures.highest, places)}"


def distribution(row: PanelCaseRow, by: Measure, rubric: Rubric) -> str:
    """The strip of dots in words."""
    values = sorted(scores(row, by))
    if not values:
        return translate("panel", "No counted score")
    listed = ", ".join(decimal(value, 1 if by == "overall" else 0) for value in values)
    return translate("panel", "Scores on {low}–{high}: {scores}; mean {mean}").format(
        low=rubric.lowest,
        high=rubric.highest,
        scores=listed,
        mean=decimal(figures_of(row, by).mean, 2),
    )
