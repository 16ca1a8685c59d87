"""Carries out what keys ask for: in the texts, in the sheet, and between them."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Qt

from review_protocol.documents.score import CriterionCode, Missing
from review_protocol.documents.text import Element, Language
from reviewer_app.ui.reading.arrangement import Mode
from reviewer_app.ui.reading.edits import Attach
from reviewer_app.ui.reading.keys import Gesture, KeyList
from reviewer_app.ui.reading.middle import Middle
from reviewer_app.ui.reading.pair import counterpart_of
from reviewer_app.ui.reading.score_panel import KEYS, ScorePanel
from reviewer_app.ui.reading.scoring_view_model import ScoringViewModel
from reviewer_app.ui.reading.state import Leaf
from reviewer_app.ui.reading.view_model import ReadingViewModel

_ATTACH = {Gesture.ATTACH_1: 1, Gesture.ATTACH_2: 2, Gesture.ATTACH_3: 3}


class Pilot(QObject):
    """Knows the parts of the screen; each gesture is one short act."""

    def __init__(
        self,
        reading: ReadingViewModel,
        scoring: ScoringViewModel,
        middle: Middle,
        panel: ScorePanel,
    ) -> None:
        super().__init__(middle)
        self._reading = reading
        self._scoring = scoring
        self._middle = middle
        self._panel = panel

    def perform(self, gesture: Gesture) -> bool:
        """Do it; False where it means nothing here."""
        if gesture in _ATTACH:
            self.attach(_criterion(_ATTACH[gesture]))
            return True
        if gesture in (Gesture.NEXT_PAIR, Gesture.LAST_PAIR):
            self._step_pair(1 if gesture is Gesture.NEXT_PAIR else -1)
        elif gesture in (Gesture.NEXT_ELEMENT, Gesture.LAST_ELEMENT):
            self._step_element(1 if gesture is Gesture.NEXT_ELEMENT else -1)
        elif gesture in (Gesture.LARGER, Gesture.SMALLER):
            step = 1 if gesture is Gesture.LARGER else -1
            how = self._reading.state.how
            self._reading.arrange(how.resized(self._language(), step))
        elif gesture is Gesture.OTHER_HERE:
            self._bring_other()
        elif gesture is Gesture.UNDO:
            self._scoring.undo()
        elif gesture is Gesture.KEYS:
            KeyList(self._middle.window()).exec()
        else:
            return self._arrange(gesture) or self._score(gesture)
        return True

    def attach(self, code: CriterionCode) -> None:
        """Put the selected text to a criterion."""
        quote = self._middle.texts.quote() if self._reading.state.leaf is Leaf.TEXT else None
        if quote is not None:
            self._scoring.edit(Attach(code, quote))
            self._middle.texts.deselect()

    def _arrange(self, gesture: Gesture) -> bool:
        how = self._reading.state.how
        if gesture is Gesture.SWAP:
            self._reading.arrange(how.swapped())
        elif gesture is Gesture.LOCK:
            mode = Mode.FREE if how.mode is Mode.ALIGNED else Mode.ALIGNED
            self._reading.arrange(replace(how, mode=mode))
        elif gesture is Gesture.FOCUS:
            self._reading.arrange(how.focused(self._language()))
        elif gesture is Gesture.FIND:
            self._reading.find(self._reading.state.find.text)
        else:
            return False
        return True

    def _score(self, gesture: Gesture) -> bool:
        state = self._scoring.state
        in_hand = self._panel.in_hand()
        if gesture is Gesture.SCORE and state.current is not None:
            self._reading.fold(panel=True)
            self._panel.go_to(state.current)
        elif gesture is Gesture.COMMENT and state.current is not None:
            self._reading.fold(panel=True)
            self._panel.go_to(in_hand or state.current, comment=True)
        elif gesture is Gesture.UNSCORED and state.missing:
            self.fill_in(state.missing[0])
        elif gesture is Gesture.ON and in_hand is not None:
            self._panel.go_on()
        elif gesture is Gesture.DONE:
            self._panel.foot.sign.click()
        elif gesture is Gesture.ESCAPE and self._panel.isAncestorOf(self._panel.focusWidget()):
            self.to_text()
        else:
            return False
        return True

    def fill_in(self, lack: Missing) -> None:
        """The focus goes to where the sheet lacks an answer."""
        self._reading.fold(panel=True)
        self._panel.jump(lack)

    def to_text(self) -> None:
        """The focus goes to the text."""
        pair = self._middle.texts.pair
        if pair.shown:
            pair.panes[pair.shown[0]].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _language(self) -> Language:
        """The side in use: the one with the focus, else the left one."""
        pair = self._middle.texts.pair
        focused = [each for each in pair.shown if pair.panes[each].hasFocus()]
        shown = focused or list(pair.shown) or [self._reading.state.how.left]
        return shown[0]

    def _step_pair(self, step: int) -> None:
        """Caret and shading go to the next pair of paragraphs."""
        pair, opened = self._middle.texts.pair, self._reading.state.opened
        if opened is None or not pair.shown:
            return
        language, rows = self._language(), opened.prepared.rows
        pane = pair.panes[language]
        row = opened.prepared.row_of(language, pane.caret_block()) or 0
        row += step
        while 0 <= row < len(rows) and not rows[row].of(language):
            row += step
        if 0 <= row < len(rows):
            block = rows[row].of(language)[0]
            pane.put_caret(block)
            pane.setFocus(Qt.FocusReason.ShortcutFocusReason)
            pair.go_to(language, block, above=48.0)
            self._middle.texts.shade(language, block)

    def _step_element(self, step: int) -> None:
        anchor = self._middle.texts.pair.anchor()
        elements = list(Element)
        here = elements.index(anchor.element) if anchor else 0
        self._middle.texts.show_element(elements[min(max(here + step, 0), len(elements) - 1)])

    def _bring_other(self) -> None:
        """Scroll the other side to the counterpart of where this one is."""
        pair, opened = self._middle.texts.pair, self._reading.state.opened
        how = self._reading.state.how
        if opened is None:
            return
        if how.mode is Mode.SINGLE:
            self._reading.arrange(how.swapped())
        elif len(pair.shown) == 2:
            language = self._language()
            block = pair.panes[language].caret_block()
            there = counterpart_of(opened.prepared, language, block)
            pair.go_to(language.other, there, above=48.0)
            self._middle.texts.shade(language, block)


def _criterion(key: int) -> CriterionCode:
    return next(code for code, number in KEYS.items() if number == key)
