"""Fields: a label above, what is wrong below, searching, and passphrases."""

import math

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from reviewer_app.ui.kit.buttons import IconButton
from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.kit.hearing import announce
from reviewer_app.ui.kit.i18n import Retranslating
from reviewer_app.ui.kit.icons import icon_pixmap
from reviewer_app.ui.kit.labels import Kind, Label, set_property
from reviewer_app.ui.kit.palette import Tone
from reviewer_app.ui.kit.stylesheet import palette_in_use, scaled

SEARCH_PAUSE_MS = 150
GLASS_PX = CROSS_PX = 16
REVEAL_KEY = "F8"
_CANCEL = QKeySequence.StandardKey.Cancel


class Field(QWidget):
    """An input with its label above and a hint or a sentence of what is wrong below."""

    def __init__(self, entry: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entry = entry
        self._label = Label(Kind.STRONG)
        self._hint = Label(Kind.SMALL)
        self._error = Label(Kind.ERROR)
        self._label.setBuddy(entry)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for widget in (self._label, entry, self._error, self._hint):
            column.addWidget(widget)
        self._error.hide()
        self._hint.hide()
        self.setFocusProxy(entry)

    def set_label(self, label: str, hint: str = "") -> None:
        """Name the field."""
        self._label.setText(label)
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))
        self.entry.setAccessibleName(label)

    def set_error(self, sentence: str) -> None:
        """Say what is wrong and what to do; "" when all is well."""
        self._error.setText(sentence)
        self._error.setVisible(bool(sentence))
        target = self.entry.findChild(QLineEdit) or self.entry
        set_property(target, "wrong", "true" if sentence else "false")
        target.setAccessibleDescription(sentence)
        announce(target, sentence, at_once=True)


class SearchField(Retranslating, QLineEdit):
    """Searches as one types, after a short pause; Escape empties it, Enter asks at once."""

    asked = Event(str)

    def __init__(self, parent: QWidget | None = None, *, pause_ms: int = SEARCH_PAUSE_MS) -> None:
        """`pause_ms` after the last letter it asks; with 0 at every letter, before it is drawn."""
        super().__init__(parent)
        self._told = ""
        # Qt's own pictures in a field stay as small as they are beside larger letters
        self._glass = QLabel(self)
        self._glass.setTextFormat(Qt.TextFormat.PlainText)
        self._empty = IconButton("close", px=CROSS_PX, parent=self)
        self._empty.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._empty.hide()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(pause_ms)
        self.setProperty("kit", "search")
        self.textChanged.connect(self._wait)
        self.returnPressed.connect(self._ask)
        self._empty.clicked.connect(self._begin_anew)
        self._pause.timeout.connect(self._ask)
        self.built()

    def set_words(self, placeholder: str) -> None:
        """Say what is searched."""
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)

    def retranslate(self) -> None:
        """What empties the field has no words."""
        self._empty.set_word(self.tr("Empty this field"), "Esc")

    def restyle(self) -> None:
        """Draw the glass, as large as the letters are."""
        self._glass.setPixmap(icon_pixmap("search", palette_in_use().muted, GLASS_PX))
        self._lay_out()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The glass stands before the words, the cross behind them."""
        super().resizeEvent(event)
        self._lay_out()

    def _lay_out(self) -> None:
        glass, side = scaled(GLASS_PX), scaled(CROSS_PX + 8)
        self.setTextMargins(glass + 10, 0, side + 4, 0)
        self._glass.setGeometry(8, (self.height() - glass) // 2, glass, glass)
        self._empty.setFixedSize(side, side)
        self._empty.move(self.width() - side - 4, (self.height() - side) // 2)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape empties a field that has something in it."""
        if event.matches(_CANCEL) and self.text():
            self.clear()
            self._ask()
        else:
            super().keyPressEvent(event)

    def _begin_anew(self) -> None:
        self.clear()
        self._ask()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _wait(self, text: str) -> None:
        self._empty.setVisible(bool(text))
        if self._pause.interval():
            self._pause.start()
        else:
            self._ask()

    def _ask(self) -> None:
        self._pause.stop()
        if self.text() != self._told:
            self._told = self.text()
            self.asked.emit(self._told)


class PassphraseField(Retranslating, QWidget):
    """A passphrase that can be looked at; with ``hint`` it says how strong a new one is."""

    changed = Event(str)
    entered: Event[None] = Event()
    left: Event[None] = Event()

    def __init__(self, *, hint: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._line = QLineEdit()
        self._line.setEchoMode(QLineEdit.EchoMode.Password)
        self._reveal = IconButton("eye")
        self._reveal.setCheckable(True)
        # Tab leads to the next field: a space typed there must not show the passphrase
        self._reveal.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._reveal.setShortcut(REVEAL_KEY)
        self._strength = _Strength() if hint else None
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self._line, 1)
        row.addWidget(self._reveal)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(row)
        if self._strength is not None:
            column.addWidget(self._strength)
        self.setFocusProxy(self._line)
        self._reveal.toggled.connect(self._show_letters)
        self._line.textChanged.connect(self._tell)
        self._line.returnPressed.connect(self._enter)
        self._line.editingFinished.connect(self._leave)
        self.built()

    def text(self) -> str:
        """What was typed."""
        return self._line.text()

    def clear(self) -> None:
        """Empty it."""
        self._line.clear()

    def retranslate(self) -> None:
        """Words of the field."""
        shown = self._reveal.isChecked()
        word = self.tr("Hide the passphrase") if shown else self.tr("Show it")
        self._reveal.set_word(word, REVEAL_KEY)
        self._line.setAccessibleName(self.tr("Passphrase"))
        self._rate()

    def _show_letters(self, shown: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        self._line.setEchoMode(mode)
        self.retranslate()

    def _tell(self, text: str) -> None:
        self._rate()
        self.changed.emit(text)

    def _enter(self) -> None:
        self.entered.emit(None)

    def _leave(self) -> None:
        self.left.emit(None)

    def _rate(self) -> None:
        if self._strength is None:
            return
        steps = (
            (self.tr("Four or five words in a row are easy to keep in mind"), None),
            (self.tr("Weak: can be guessed in hours"), Tone.BAD),
            (self.tr("Fair: add another word"), Tone.CARE),
            (self.tr("Good"), Tone.GOOD),
            (self.tr("Strong"), Tone.GOOD),
        )
        strength = passphrase_strength(self._line.text())
        self._strength.show_strength(strength, *steps[strength])


class _Strength(QWidget):
    """How strong a new passphrase is: a bar, and a sentence beside it."""

    def __init__(self) -> None:
        super().__init__()
        self._bar = QProgressBar()
        self._bar.setRange(0, 4)
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(96)
        self._sentence = Label(Kind.SMALL)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._bar)
        row.addWidget(self._sentence, 1)

    def show_strength(self, strength: int, sentence: str, tone: Tone | None) -> None:
        """``strength`` is 0 (empty) to 4."""
        self._bar.setValue(strength)
        self._sentence.setText(sentence)
        self._sentence.set_tone(tone)


def passphrase_strength(text: str) -> int:
    """A rough strength, 0 (empty) to 4: bits by alphabet and different characters.

    It knows no dictionary; it only keeps people from very short and repeated ones.
    """
    if not text:
        return 0
    sizes = (
        (26, any(c.islower() and c.isascii() for c in text)),
        (26, any(c.isupper() and c.isascii() for c in text)),
        (10, any(c.isdigit() for c in text)),
        (33, any(c.isascii() and not c.isalnum() for c in text)),
        (3000, any(not c.isascii() for c in text)),
    )
    alphabet = sum(size for size, present in sizes if present)
    effective = min(len(text), 2 * len(set(text)))
    bits = effective * math.log2(max(alphabet, 2)) * 0.7
    return 1 + sum(bits >= bound for bound in (36, 55, 75))
