"""Single keys of the reading screen: which key means which gesture, and the list of them."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QGridLayout, QVBoxLayout, QWidget

from reviewer_app.ui.kit.labels import Kind, Label

translate = QCoreApplication.translate


class Gesture(StrEnum):
    """What a key asks for."""

    NEXT_PAIR = "next-pair"
    LAST_PAIR = "last-pair"
    NEXT_ELEMENT = "next-element"
    LAST_ELEMENT = "last-element"
    SWAP = "swap"
    LOCK = "lock"
    OTHER_HERE = "other-here"
    FOCUS = "focus"
    FIND = "find"
    NEXT_HIT = "next-hit"
    LAST_HIT = "last-hit"
    PRINT = "print"
    ATTACH_1 = "attach-1"
    ATTACH_2 = "attach-2"
    ATTACH_3 = "attach-3"
    SCORE = "score"
    COMMENT = "comment"
    UNSCORED = "unscored"
    ON = "on"
    DONE = "done"
    UNDO = "undo"
    LARGER = "larger"
    SMALLER = "smaller"
    USUAL_SIZE = "usual-size"
    LETTERS = "letters"
    KEYS = "keys"
    ESCAPE = "escape"


_PLAIN = {
    Qt.Key.Key_J: Gesture.NEXT_PAIR,
    Qt.Key.Key_K: Gesture.LAST_PAIR,
    Qt.Key.Key_BracketRight: Gesture.NEXT_ELEMENT,
    Qt.Key.Key_BracketLeft: Gesture.LAST_ELEMENT,
    Qt.Key.Key_S: Gesture.SWAP,
    Qt.Key.Key_L: Gesture.LOCK,
    Qt.Key.Key_Period: Gesture.OTHER_HERE,
    Qt.Key.Key_F: Gesture.FOCUS,
    Qt.Key.Key_Slash: Gesture.FIND,
    Qt.Key.Key_1: Gesture.ATTACH_1,
    Qt.Key.Key_2: Gesture.ATTACH_2,
    Qt.Key.Key_3: Gesture.ATTACH_3,
    Qt.Key.Key_G: Gesture.SCORE,
    Qt.Key.Key_C: Gesture.COMMENT,
    Qt.Key.Key_U: Gesture.UNSCORED,
    Qt.Key.Key_Return: Gesture.ON,
    Qt.Key.Key_Enter: Gesture.ON,
    Qt.Key.Key_Question: Gesture.KEYS,
    Qt.Key.Key_Escape: Gesture.ESCAPE,
}
_CTRL = {
    Qt.Key.Key_F: Gesture.FIND,
    Qt.Key.Key_Z: Gesture.UNDO,
    Qt.Key.Key_Return: Gesture.DONE,
    Qt.Key.Key_Enter: Gesture.DONE,
    Qt.Key.Key_Plus: Gesture.LARGER,
    Qt.Key.Key_Equal: Gesture.LARGER,
    Qt.Key.Key_Minus: Gesture.SMALLER,
    Qt.Key.Key_0: Gesture.USUAL_SIZE,
    Qt.Key.Key_T: Gesture.LETTERS,
    Qt.Key.Key_P: Gesture.PRINT,
}


def gesture_of(event: QKeyEvent) -> Gesture | None:
    """The gesture of a key; none of them has Alt or Meta."""
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    key = Qt.Key(event.key())
    if modifiers == Qt.KeyboardModifier.ControlModifier:
        return _CTRL.get(key)
    if key == Qt.Key.Key_F3:
        back = modifiers == Qt.KeyboardModifier.ShiftModifier
        return Gesture.LAST_HIT if back else Gesture.NEXT_HIT
    shifted = modifiers == Qt.KeyboardModifier.ShiftModifier and key == Qt.Key.Key_Question
    if modifiers == Qt.KeyboardModifier.NoModifier or shifted:
        return _PLAIN.get(key)
    return None


class KeyList(QDialog):
    """All keys on one page."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(translate("keys", "Keys"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(6)
        rows = key_words()
        half = (len(rows) + 1) // 2
        for at, (keys, words) in enumerate(rows):
            column = 0 if at < half else 2
            top = Qt.AlignmentFlag.AlignTop
            grid.addWidget(Label(Kind.STRONG, keys), at % half, column, top)
            grid.addWidget(Label(Kind.BODY, words), at % half, column + 1, top)
        for column, stretch in enumerate((2, 5, 2, 5)):
            grid.setColumnStretch(column, stretch)
        column_ = QVBoxLayout(self)
        column_.setContentsMargins(24, 20, 24, 20)
        column_.setSpacing(12)
        column_.addWidget(Label(Kind.HEADING, translate("keys", "Keys")))
        column_.addWidget(Label(Kind.MUTED, translate("keys", "None acts while you are typing.")))
        column_.addLayout(grid)
        column_.addStretch(1)
        self.setMinimumWidth(760)


def key_words() -> list[tuple[str, str]]:
    """Every key and what it does."""
    return [
        ("J  K", translate("keys", "Next, previous pair of paragraphs")),
        ("[  ]", translate("keys", "Previous, next element")),
        (translate("keys", "Space"), translate("keys", "A page on")),
        ("Tab", translate("keys", "To the other pane")),
        ("S", translate("keys", "Swap sides")),
        ("L", translate("keys", "Lock or free the two sides")),
        (".", translate("keys", "Bring the other side here; with one language, open it below")),
        ("F", translate("keys", "One language, and back")),
        ("Ctrl+F  /", translate("keys", "Find in both languages")),
        ("F3  Shift+F3", translate("keys", "Next, previous hit")),
        ("Ctrl+P", translate("keys", "Print or save this case")),
        ("Ctrl++  Ctrl+−  Ctrl+0", translate("keys", "Larger, smaller, usual text")),
        ("Ctrl+T", translate("keys", "Letters of the language")),
        ("1  2  3", translate("keys", "Attach the selected text to a criterion")),
        ("G", translate("keys", "To the score")),
        ("1 … 9  0", translate("keys", "In a score: the mark, 0 is 10")),
        ("← →", translate("keys", "In a score: one less, one more")),
        ("Enter", translate("keys", "In a score: the next criterion")),
        ("C", translate("keys", "Comment")),
        ("U", translate("keys", "The next that is missing")),
        ("Ctrl+Enter", translate("keys", "Out of a comment; read back and sign")),
        ("Ctrl+Z", translate("keys", "Undo one step")),
        ("?", translate("keys", "This list")),
    ]
