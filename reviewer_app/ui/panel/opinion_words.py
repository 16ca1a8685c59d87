"""One expert's review in words: state, marks with the anchor's band, the last answers."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from review_protocol.documents.programme import Band, Rubric
from review_protocol.documents.score import CriterionAnswer
from reviewer_app.services.panel.rows import CellState, EarlierScore, Opinion, PanelCell
from reviewer_app.ui import dates, states, terms
from reviewer_app.ui import panel_words as words

translate = QCoreApplication.translate


def arrival(opinion: Opinion) -> str:
    """The receipt's number, when it was received, in which round; and what was scored before it."""
    if opinion.leaf is None:
        return ""
    cell = opinion.cell
    parts = [translate("panel", "Receipt no. {number}").format(number=words.whole(opinion.leaf))]
    if opinion.received_at is not None:
        parts.append(dates.day_and_time(opinion.received_at))
    if cell.round is not None:
        parts.append(translate("panel", "Round {number}").format(number=cell.round))
    return " · ".join([*parts, *map(_earlier, cell.earlier)])


def _earlier(score: EarlierScore) -> str:
    """A score that counted until a later one took its place."""
    text = translate("panel", "before it {score} (round {number})")
    return text.format(score=words.decimal(score.composite, 1), number=score.round)


def standing(cell: PanelCell) -> str:
    """Why a review does not count, in a sentence; "" for one that does."""
    if cell.state is CellState.RECEIVED:
        return ""
    if cell.state is CellState.HELD and cell.disposition is not None:
        return states.disposition(cell.disposition)
    return words.cell_state(cell.state)


def band_of(rubric: Rubric, answer: CriterionAnswer) -> Band | None:
    """The anchored band in which the mark lies."""
    criterion = rubric.criterion(answer.criterion)
    if criterion is None or not isinstance(answer.mark, int):
        return None
    mark = answer.mark
    return next((band for band in criterion.bands if band.low <= mark <= band.high), None)


def band(rubric: Rubric, answer: CriterionAnswer) -> str:
    """The band's range and its anchor sentence."""
    found = band_of(rubric, answer)
    if found is None:
        return ""
    return f"{found.low}–{found.high}  {terms.own(found.anchor)}"


def last_answers(cell: PanelCell) -> tuple[tuple[str, str], ...]:
    """What was asked last, named: recommendation, familiarity, language read."""
    pairs: list[tuple[str, str]] = []
    if cell.recommendation is not None:
        name = translate("panel", "Overall recommendation")
        pairs.append((name, terms.recommendation(cell.recommendation)))
    if cell.familiarity is not None:
        pairs.append((translate("panel", "Familiarity"), terms.familiarity(cell.familiarity)))
    if cell.language_read is not None:
        name = translate("panel", "Language read")
        pairs.append((name, terms.language_read(cell.language_read)))
    if cell.other_version:
        pairs.append((translate("panel", "Text of the case"), earlier_text()))
    return tuple(pairs)


def earlier_text() -> str:
    """That a score was signed before a correction and stands for what was read then."""
    return translate("panel", "An earlier version; not confirmed for the corrected text")
