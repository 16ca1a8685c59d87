"""Draws the choice of single keys: alone, with Ctrl, or off, and which letter means what."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from reviewer_app.ui.kit.buttons import Button, Role
from reviewer_app.ui.kit.card import Card
from reviewer_app.ui.kit.choice import ChoiceRow, Option
from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.kit.i18n import Retranslating
from reviewer_app.ui.kit.key_positions import latin_key
from reviewer_app.ui.kit.labels import Kind, Label
from reviewer_app.ui.kit.remember import Keeps
from reviewer_app.ui.single_keys import KeyChoice, KeyMode, SingleKey, keep_choice, kept_choice

translate = QCoreApplication.translate
KEY_PX = 116


class KeysCard(Retranslating, Card):
    """Every change is kept at once; the reading screen asks for it at each key."""

    def __init__(self, keeps: Keeps, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keeps = keeps
        self._mode = ChoiceRow[KeyMode](
            [
                Option(KeyMode.ALONE, lambda: self.tr("Alone")),
                Option(KeyMode.CTRL, lambda: self.tr("With Ctrl+Shift")),
                Option(KeyMode.OFF, lambda: self.tr("Off")),
            ]
        )
        self.keys = {key: KeyButton() for key in SingleKey}
        self._names = {key: Label(Kind.BODY) for key in SingleKey}
        self._hint = Label(Kind.SMALL)
        self._usual = Button(Role.QUIET, "undo")
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        half = (len(SingleKey) + 1) // 2
        for at, key in enumerate(SingleKey):
            column = 0 if at < half else 2
            grid.addWidget(self.keys[key], at % half, column)
            grid.addWidget(self._names[key], at % half, column + 1)
            self.keys[key].pressed_key.connect(self._change)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(3, 1)
        self.content.addWidget(self._mode)
        self.content.addLayout(grid)
        self.content.addWidget(self._hint)
        self.content.addWidget(self._usual, 0, Qt.AlignmentFlag.AlignLeft)
        self._mode.chosen.connect(self._choose_mode)
        self._usual.clicked.connect(self._use_usual)
        self.built()

    def retranslate(self) -> None:
        """All words, in the language now in use."""
        self.set_heading(
            self.tr("Single keys while reading"),
            self.tr(
                "None acts while you are typing. Keys go by their place on the keyboard where "
                "a layout has no Latin letters."
            ),
        )
        self._mode.setAccessibleName(self.tr("Single keys"))
        self._usual.setText(self.tr("The usual keys"))
        for key, label in self._names.items():
            label.setText(key_word(key))
        self.draw(kept_choice(self._keeps))

    def draw(self, choice: KeyChoice) -> None:
        """Show what stands."""
        self._mode.set_value(choice.mode)
        for key, button in self.keys.items():
            button.show_key(choice.shown(key))
            button.setEnabled(choice.mode is not KeyMode.OFF)
            name = self.tr("{act}: {key}").format(act=key_word(key), key=choice.shown(key))
            button.setAccessibleName(name)
        self._usual.setVisible(bool(choice.letters))
        words = self.tr(
            "To change one, press its button and then the key; Delete leaves it without."
        )
        if choice.taken:
            words = self.tr(
                "To change one, press its button and then the key; Delete leaves it without. "
                "O, P and Z with Ctrl+Shift have a meaning already."
            )
        self._hint.setText(words)

    def _choose_mode(self, mode: KeyMode) -> None:
        self._keep(replace(kept_choice(self._keeps), mode=mode))

    def _change(self, letter: str) -> None:
        pressed = self.sender()
        for key, button in self.keys.items():
            if button is pressed:
                self._keep(kept_choice(self._keeps).changed(key, letter))

    def _use_usual(self) -> None:
        self._keep(replace(kept_choice(self._keeps), letters={}))

    def _keep(self, choice: KeyChoice) -> None:
        keep_choice(self._keeps, choice)
        self.draw(choice)


class KeyButton(Button):
    """Shows a key; pressed, it waits for another one. `pressed_key` carries it, "" for none."""

    pressed_key = Event(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Role.DEFAULT, parent=parent)
        self._key = ""
        self._waits = False
        self.setMinimumWidth(KEY_PX)
        self.clicked.connect(self._wait)

    def show_key(self, key: str) -> None:
        """Show this key."""
        self._key, self._waits = key, False
        self.setText(key.replace("&", "&&"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the key that is pressed; Escape leaves it as it was."""
        if not self._waits:
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Escape:
            self.show_key(self._key)
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.pressed_key.emit("")
        elif letter := latin_key(event):
            self.pressed_key.emit(letter)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Who goes elsewhere changes nothing."""
        super().focusOutEvent(event)
        self.show_key(self._key)

    def _wait(self) -> None:
        self._waits = True
        self.setText(self.tr("Press a key"))


def key_word(key: SingleKey) -> str:
    """What a single key does."""
    return {
        SingleKey.NEXT_PAIR: translate("single keys", "Next pair of paragraphs"),
        SingleKey.LAST_PAIR: translate("single keys", "Previous pair of paragraphs"),
        SingleKey.LAST_ELEMENT: translate("single keys", "Previous element"),
        SingleKey.NEXT_ELEMENT: translate("single keys", "Next element"),
        SingleKey.SWAP: translate("single keys", "Swap sides"),
        SingleKey.LOCK: translate("single keys", "Lock or free the two sides"),
        SingleKey.OTHER_HERE: translate("single keys", "Bring the other side here"),
        SingleKey.FOCUS: translate("single keys", "One language, and back"),
        SingleKey.FIND: translate("single keys", "Find in both languages"),
        SingleKey.ATTACH_1: translate("single keys", "Attach to conceptual fit"),
        SingleKey.ATTACH_2: translate("single keys", "Attach to international cooperativeness"),
        SingleKey.ATTACH_3: translate("single keys", "Attach to benefits to humankind"),
        SingleKey.HIGHLIGHT: translate("single keys", "Highlight, or take the highlight away"),
        SingleKey.NOTE: translate("single keys", "Note for yourself"),
        SingleKey.SCORE: translate("single keys", "To the score"),
        SingleKey.COMMENT: translate("single keys", "Comment"),
        SingleKey.UNSCORED: translate("single keys", "The next that is missing"),
        SingleKey.WORDS: translate("single keys", "Words of a file's page"),
        SingleKey.TURN: translate("single keys", "Turn a file's page"),
        SingleKey.DIFFERENCES: translate("single keys", "Differences between the languages"),
        SingleKey.EXPLAIN: translate("single keys", "Explain what is at the caret"),
        SingleKey.KEYS: translate("single keys", "List of keys"),
    }[key]
