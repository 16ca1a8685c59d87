"""Keys of the reading screen: which key means which gesture, and what each does in words."""

from __future__ import annotations

from enum import StrEnum
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from reviewer_app.ui.single_keys import KeyChoice, SingleKey

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
    WORDS = "words"
    TURN = "turn"
    DIFFERENCES = "differences"
    EXPLAIN = "explain"
    ATTACH_1 = "attach-1"
    ATTACH_2 = "attach-2"
    ATTACH_3 = "attach-3"
    HIGHLIGHT = "highlight"
    NOTE = "note"
    SCORE = "score"
    COMMENT = "comment"
    UNSCORED = "unscored"
    ON = "on"
    DONE = "done"
    UNDO = "undo"
    REDO = "redo"
    LARGER = "larger"
    SMALLER = "smaller"
    USUAL_SIZE = "usual-size"
    LETTERS = "letters"
    KEYS = "keys"
    ESCAPE = "escape"


_PLAIN = {
    Qt.Key.Key_Return: Gesture.ON,
    Qt.Key.Key_Enter: Gesture.ON,
    Qt.Key.Key_Escape: Gesture.ESCAPE,
}
_CTRL = {
    Qt.Key.Key_F: Gesture.FIND,
    Qt.Key.Key_Z: Gesture.UNDO,
    Qt.Key.Key_Y: Gesture.REDO,
    Qt.Key.Key_Return: Gesture.DONE,
    Qt.Key.Key_Enter: Gesture.DONE,
    Qt.Key.Key_Plus: Gesture.LARGER,
    Qt.Key.Key_Equal: Gesture.LARGER,
    Qt.Key.Key_Minus: Gesture.SMALLER,
    Qt.Key.Key_0: Gesture.USUAL_SIZE,
    Qt.Key.Key_T: Gesture.LETTERS,
    Qt.Key.Key_P: Gesture.PRINT,
}

_CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def gesture_of(event: QKeyEvent, choice: KeyChoice, *, typing: bool = False) -> Gesture | None:
    """The gesture of a key, single keys as the person chose them; none has Alt or Meta.

    While somebody types no single key acts, with Ctrl neither: a field lets go of what it has no
    use for.
    """
    single = choice.meant(event)
    if single is not None and typing:
        return None
    if single is not None:
        return Gesture(single)
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    key = Qt.Key(event.key())
    if modifiers == Qt.KeyboardModifier.ControlModifier:
        return _CTRL.get(key)
    if modifiers == _CTRL_SHIFT:
        return Gesture.REDO if key == Qt.Key.Key_Z else None
    if key == Qt.Key.Key_F3:
        back = modifiers == Qt.KeyboardModifier.ShiftModifier
        return Gesture.LAST_HIT if back else Gesture.NEXT_HIT
    return _PLAIN.get(key) if modifiers == Qt.KeyboardModifier.NoModifier else None


def is_typing(view: QWidget) -> bool:
    """Whether the focus is in a field in which somebody can type."""
    focused = view.window().focusWidget()
    fields = (QLineEdit, QPlainTextEdit, QTextEdit)
    return isinstance(focused, fields) and not focused.isReadOnly()


def key_words(choice: KeyChoice) -> list[tuple[str, str]]:
    """Every key and what it does, single keys as the person chose them."""
    return [*_reading_words(choice), *_scoring_words(choice)]


def _reading_words(choice: KeyChoice) -> list[tuple[str, str]]:
    wheel, keys = translate("keys", "Ctrl+wheel"), partial(_listed, choice)
    return [
        (
            keys(SingleKey.NEXT_PAIR, SingleKey.LAST_PAIR),
            translate("keys", "Next, previous pair of paragraphs"),
        ),
        (
            keys(SingleKey.LAST_ELEMENT, SingleKey.NEXT_ELEMENT),
            translate("keys", "Previous, next element"),
        ),
        (translate("keys", "Space"), translate("keys", "A page on")),
        ("Tab", translate("keys", "To the other pane")),
        (keys(SingleKey.SWAP), translate("keys", "Swap sides")),
        (keys(SingleKey.LOCK), translate("keys", "Lock or free the two sides")),
        (
            keys(SingleKey.OTHER_HERE),
            translate("keys", "Bring the other side here; with one language, open it below"),
        ),
        (keys(SingleKey.FOCUS), translate("keys", "One language, and back")),
        (f"Ctrl+F  {keys(SingleKey.FIND)}", translate("keys", "Find in both languages")),
        ("F3  Shift+F3", translate("keys", "Next, previous hit")),
        ("Ctrl+P", translate("keys", "Print or save this case")),
        (f"Ctrl++  Ctrl+−  Ctrl+0  {wheel}", translate("keys", "Larger, smaller, usual text")),
        ("Ctrl+T", translate("keys", "Letters of the language")),
        (
            keys(SingleKey.ATTACH_1, SingleKey.ATTACH_2, SingleKey.ATTACH_3),
            translate("keys", "Attach the selected text to a criterion"),
        ),
        (
            keys(SingleKey.HIGHLIGHT),
            translate("keys", "Highlight the selection or sentence; again, and it is gone"),
        ),
        (
            keys(SingleKey.NOTE),
            translate("keys", "Note for yourself on the selection or paragraph"),
        ),
    ]


def _scoring_words(choice: KeyChoice) -> list[tuple[str, str]]:
    keys = partial(_listed, choice)
    return [
        (keys(SingleKey.DIFFERENCES), translate("keys", "Differences, and back to the text")),
        (
            keys(SingleKey.EXPLAIN),
            translate("keys", "What the figure or term at the caret means"),
        ),
        (keys(SingleKey.WORDS), translate("keys", "In a file: the words of the page")),
        (keys(SingleKey.TURN), translate("keys", "In a file: turn the page")),
        (keys(SingleKey.SCORE), translate("keys", "To the score")),
        ("1 … 9  0", translate("keys", "In a score: the mark, 0 is 10")),
        ("← →", translate("keys", "In a score: one less, one more")),
        ("Enter", translate("keys", "In a score: the next criterion")),
        (keys(SingleKey.COMMENT), translate("keys", "Comment")),
        (keys(SingleKey.UNSCORED), translate("keys", "The next that is missing")),
        ("Ctrl+Enter", translate("keys", "Out of a comment; read back and sign")),
        ("Ctrl+Z", translate("keys", "Undo one step")),
        ("Ctrl+Shift+Z  Ctrl+Y", translate("keys", "Do again what was undone")),
        ("Esc", translate("keys", "Out of the sheet, back to the text")),
        ("Ctrl+C", translate("keys", "Copy the selected words")),
        ("Ctrl+Shift+O", translate("keys", "Show or hide the outline")),
        ("Ctrl+Shift+P", translate("keys", "Show or hide the score panel")),
        ("Alt+Left", translate("keys", "Back to the desk")),
        (keys(SingleKey.KEYS), translate("keys", "This list")),
    ]


def _listed(choice: KeyChoice, *single: SingleKey) -> str:
    return "  ".join(choice.shown(each) for each in single)
