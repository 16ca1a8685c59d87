"""Moves caret and panes through the texts as keys ask for it."""

from __future__ import annotations

from PySide6.QtCore import Qt

from review_protocol.documents.text import Element, Language
from reviewer_app.ui.reading.arrangement import Mode
from reviewer_app.ui.reading.counterparts import nearest
from reviewer_app.ui.reading.middle import Middle
from reviewer_app.ui.reading.pair import pane_of
from reviewer_app.ui.reading.pane import ReadingPane
from reviewer_app.ui.reading.spans import Pointed
from reviewer_app.ui.reading.view_model import ReadingViewModel

ABOVE_PX = 48.0
"""How far below the top edge a paragraph comes that was out of sight."""


class Moving:
    """Goes on from where the caret is."""

    def __init__(self, reading: ReadingViewModel, middle: Middle) -> None:
        self._reading, self._middle = reading, middle

    def language(self) -> Language:
        """The language in use: that of the caret in the pane with the focus, else the left one."""
        panes = self._middle.texts.pair.in_sight
        for pane in sorted(panes, key=lambda each: not each.hasFocus()):
            return pane.caret().language
        return self._reading.state.how.left

    def step_pair(self, step: int) -> None:
        """Caret and shading go to the next pair of paragraphs."""
        pair, opened = self._middle.texts.pair, self._reading.state.opened
        if opened is None or not pair.shown:
            return
        language, rows = self.language(), opened.prepared.rows
        pane = pane_of(pair, language)
        both = pair.shown if pane is pair.shelf.stack else (pane.language,)
        row = opened.prepared.row_of(language, pane.caret().block) or 0
        row += step
        while 0 <= row < len(rows) and not any(rows[row].of(each) for each in both):
            row += step
        if 0 <= row < len(rows):
            first = next(each for each in both if rows[row].of(each))
            at = Pointed(first, rows[row].of(first)[0])
            pane.put_caret(at)
            pane.setFocus(Qt.FocusReason.ShortcutFocusReason)
            pair.go_to(first, at.block, above=ABOVE_PX)
            self._middle.texts.shade(first, at.block)

    def step_element(self, step: int) -> None:
        """The next element comes up, or the one before."""
        anchor = self._middle.texts.pair.anchor()
        elements = list(Element)
        here = elements.index(anchor.element) if anchor else 0
        self._middle.texts.show_element(elements[min(max(here + step, 0), len(elements) - 1)])

    def bring_other(self) -> None:
        """The other side comes to where this one is; with one language, it opens below it."""
        pair, opened = self._middle.texts.pair, self._reading.state.opened
        if opened is None or len(opened.prepared.languages) < 2:
            return
        language = self.language()
        pane = pane_of(pair, language)
        at = pane.caret()
        if self._reading.state.how.mode is Mode.FOCUS:
            pair.open_under(at)
        elif len(pair.in_sight) == 2:
            there = nearest(opened.prepared, language, at.block)
            if (above := _height_of(pane, at)) is None:
                pair.go_to(language, at.block, above=ABOVE_PX)
                above = _height_of(pane, at)
            pair.go_to(language.other, there, above=ABOVE_PX if above is None else above)
        self._middle.texts.shade(language, at.block)


def _height_of(pane: ReadingPane, at: Pointed) -> float | None:
    """How far below the top edge a block begins; None where its beginning is out of sight."""
    setting = pane.setting()
    number = pane.held.number(at.language, at.block) if pane.held else None
    if setting is None or number is None:
        return None
    above = setting.tops[number] - pane.verticalScrollBar().value()
    return above if 0 <= above < pane.viewport().height() else None
