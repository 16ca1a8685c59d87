"""Carries out what keys ask for: in the texts, in the sheet, and between them."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QObject

from review_protocol.documents.score import CriterionCode, Missing
from review_protocol.documents.text import Language
from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.reading.attaching import Attaching
from reviewer_app.ui.reading.attachments.bar import Wish
from reviewer_app.ui.reading.in_hand import InHand
from reviewer_app.ui.reading.key_list import KeyList
from reviewer_app.ui.reading.keys import Gesture
from reviewer_app.ui.reading.letters_menu import ask_letters
from reviewer_app.ui.reading.middle import Middle
from reviewer_app.ui.reading.moving import Moving
from reviewer_app.ui.reading.score_panel import KEYS, ScorePanel
from reviewer_app.ui.reading.scoring_view_model import ScoringViewModel
from reviewer_app.ui.reading.state import Leaf
from reviewer_app.ui.reading.undoing import Undoing
from reviewer_app.ui.reading.view_model import ReadingViewModel
from reviewer_app.ui.screen import Place, Visit

_ATTACH = {Gesture(key): code for code, key in KEYS.items()}
_SIZES = {Gesture.LARGER: 1, Gesture.SMALLER: -1, Gesture.USUAL_SIZE: 0}
_STEPS = {Gesture.NEXT_HIT: 1, Gesture.LAST_HIT: -1}


_IN_FILE = {
    Gesture.FIND: Wish.FIND,
    Gesture.LARGER: Wish.LARGER,
    Gesture.SMALLER: Wish.SMALLER,
    Gesture.USUAL_SIZE: Wish.FIT_WIDTH,
    Gesture.NEXT_PAIR: Wish.ON,
    Gesture.LAST_PAIR: Wish.BACK,
    Gesture.WORDS: Wish.PLAIN,
    Gesture.TURN: Wish.TURN,
}
"""What keys mean while a file is shown."""


class Performs(Protocol):
    """Carries out some gestures before anybody else is asked."""

    def perform(self, gesture: Gesture) -> bool: ...


class Pilot(QObject):
    """Knows the parts of the screen; each gesture is one short act.

    `practise`: the list of keys leads to the practice case; `print_asked`: pages are wanted.
    """

    practise = Event(Visit)
    print_asked: Event[None] = Event()

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
        self._in_hand = InHand(panel)
        self._moving = Moving(reading, middle)
        self.attaching = Attaching(reading, scoring, middle, panel)
        self.marker: Performs | None = None
        self.undoing: Undoing | None = None

    def perform(self, gesture: Gesture) -> bool:
        """Do it; False where it means nothing here."""
        if self.marker is not None and self.marker.perform(gesture):
            return True
        if self._reading.state.leaf is Leaf.FILE and gesture in _IN_FILE:
            self._middle.file.perform(_IN_FILE[gesture])
            return True
        if gesture in _ATTACH:
            self.attach(_ATTACH[gesture])
            return True
        if gesture in (Gesture.NEXT_PAIR, Gesture.LAST_PAIR):
            self._moving.step_pair(1 if gesture is Gesture.NEXT_PAIR else -1)
        elif gesture in (Gesture.NEXT_ELEMENT, Gesture.LAST_ELEMENT):
            self._moving.step_element(1 if gesture is Gesture.NEXT_ELEMENT else -1)
        elif gesture in _SIZES:
            how = self._reading.state.how
            self._reading.arrange(how.resized(self._moving.language(), _SIZES[gesture]))
        elif gesture is Gesture.PRINT:
            self.print_asked.emit(None)
        elif gesture is Gesture.LETTERS:
            self.ask_letters(self._moving.language())
        elif gesture is Gesture.OTHER_HERE:
            self._moving.bring_other()
        elif gesture in (Gesture.UNDO, Gesture.REDO) and self.undoing is not None:
            self.undoing.step(forth=gesture is Gesture.REDO)
        elif gesture is Gesture.DIFFERENCES:
            self.turn_to_differences()
        elif gesture is Gesture.EXPLAIN:
            self._middle.texts.explaining.tell_caret()
        elif gesture is Gesture.KEYS:
            self._list_keys()
        else:
            return self._arrange(gesture) or self._score(gesture)
        return True

    def turn_to_differences(self) -> None:
        """To the page of differences, or from it back to the text."""
        here = self._reading.state.leaf is Leaf.DIFFERENCES
        self._reading.show_leaf(Leaf.TEXT if here else Leaf.DIFFERENCES)
        self.to_text()

    def ask_letters(self, language: Language) -> None:
        """Let the person choose the letters of a language."""
        pair, how = self._middle.texts.pair, self._reading.state.how
        heads = [c.heads[language] for c in pair.columns() if language in c.heads]
        if heads:
            self._reading.arrange(ask_letters(how, language, heads[0].letters))

    def _list_keys(self) -> None:
        shown = KeyList(self._reading.keys, self._middle.window())
        shown.exec()
        if shown.practise:
            self.practise.emit(Visit(Place.PRACTICE))
        shown.deleteLater()

    def attach(self, code: CriterionCode) -> None:
        """Put the selected text to a criterion."""
        self.attaching.attach(code)

    def _arrange(self, gesture: Gesture) -> bool:
        how = self._reading.state.how
        if gesture is Gesture.SWAP:
            self._reading.arrange(how.swapped())
        elif gesture is Gesture.LOCK:
            self._reading.arrange(how.locked())
        elif gesture is Gesture.FOCUS:
            self._reading.arrange(how.focused(self._moving.language()))
        elif gesture is Gesture.FIND:
            self._reading.open_find()
        elif gesture in _STEPS and self._reading.state.find.hits:
            self._reading.open_find()
            self._reading.show_hit(self._reading.state.find.at + _STEPS[gesture])
        else:
            return False
        return True

    def _score(self, gesture: Gesture) -> bool:
        state = self._scoring.state
        in_hand = self._in_hand.criterion()
        if gesture is Gesture.SCORE and state.current is not None:
            self._reading.fold(panel=True)
            self._panel.go_to(state.current)
        elif gesture is Gesture.COMMENT and state.current is not None:
            self._reading.fold(panel=True)
            self._panel.go_to(in_hand or state.current, comment=True)
        elif gesture is Gesture.UNSCORED and state.missing:
            self.fill_in(self._in_hand.next_missing(state.missing))
        elif gesture is Gesture.ON and in_hand is not None:
            self._in_hand.go_on()
        elif gesture is Gesture.DONE:
            self._panel.foot.sign.click()
        elif gesture is Gesture.ESCAPE and self._in_hand.is_inside():
            self.to_text()
        else:
            return False
        return True

    def fill_in(self, lack: Missing) -> None:
        """The focus goes to where the sheet lacks an answer."""
        self._reading.fold(panel=True)
        self._panel.jump(lack)

    def to_text(self) -> None:
        """The focus goes to the text, or to the page or file in its place."""
        self._middle.take_focus(self._reading.state.leaf)
