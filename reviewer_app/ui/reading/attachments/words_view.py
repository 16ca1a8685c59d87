"""Plain words on a plain ground: a text file, or the words of a page for eyes, ears and keys."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from review_protocol.documents.text import Language
from review_protocol.suspicious import hidden_marks
from reviewer_app.ui import unseen_words
from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.kit.fonts import Script, reading_font
from reviewer_app.ui.kit.i18n import Retranslating
from reviewer_app.ui.kit.labels import Kind, Label
from reviewer_app.ui.kit.palette import Tone
from reviewer_app.ui.reading_sizes import usual_px

_SCRIPTS = {Language.ZH: Script.HAN, Language.EN: Script.LATIN}


@dataclass(frozen=True, slots=True)
class Written:
    """A text as it is shown, hidden marks written out; `places` has the offset of each character
    shown in the text, and of its end."""

    shown: str
    places: tuple[int, ...]

    @property
    def plain(self) -> bool:
        return len(self.places) == 0

    def source(self, at: int) -> int:
        """From an offset of what is shown, in UTF-16 units, to the text's own in code points."""
        units = self.shown.encode("utf-16-le")[: 2 * at]
        points = len(units.decode("utf-16-le", "ignore"))
        return points if self.plain else self.places[points]

    def shown_at(self, offset: int) -> int:
        """From the text's own offset to one of what is shown, in UTF-16 units."""
        at = offset
        if not self.plain:
            at = next(i for i, place in enumerate(self.places) if place >= offset)
        return len(self.shown[:at].encode("utf-16-le")) // 2


def written(text: str) -> Written:
    """A text with every hidden mark as `[U+202E]`, so that it moves and hides nothing."""
    marks = {at for at, _ in hidden_marks(text)}
    if not marks:
        return Written(text, ())
    pieces: list[str] = []
    places: list[int] = []
    for at, character in enumerate(text):
        piece = f"[U+{ord(character):04X}]" if at in marks else character
        pieces.append(piece)
        places += [at] * len(piece)
    return Written("".join(pieces), (*places, len(text)))


class WordsView(Retranslating, QWidget):
    """Draws one text; `menu_asked` asks for what can be done with the selected words."""

    menu_asked = Event(QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._written = Written("", ())
        self._notes = Label(Kind.SMALL)
        self.text = _Words(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._notes)
        column.addWidget(self.text, 1)
        self.built()

    def show_text(self, text: str, language: Language, note: str = "") -> None:
        """Draw a text in the face of its language, with a note above it."""
        found = written(text)
        if found.shown != self._written.shown or not self.text.toPlainText():
            self.text.setPlainText(found.shown)
        self._written = found
        self.text.setFont(reading_font(_SCRIPTS[language], usual_px(language)))
        notes = [each for each in (note, unseen_words.warning(text)) if each]
        self._notes.setText("\n".join(notes))
        self._notes.set_tone(Tone.CARE if "⚠" in self._notes.text() else None)
        self._notes.setVisible(bool(notes))

    def span(self) -> tuple[int, int] | None:
        """The selected offsets of the text itself; None where nothing is selected."""
        cursor = self.text.textCursor()
        if not cursor.hasSelection():
            return None
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        return self._written.source(start), self._written.source(end)

    def reveal(self, start: int, end: int) -> None:
        """Select these characters and bring them into sight."""
        cursor = self.text.textCursor()
        cursor.setPosition(self._written.shown_at(start))
        cursor.setPosition(self._written.shown_at(end), QTextCursor.MoveMode.KeepAnchor)
        self.text.setTextCursor(cursor)
        self.text.centerCursor()

    def retranslate(self) -> None:
        """The name of the text."""
        self.text.setAccessibleName(self.tr("Text of the file"))


class _Words(QPlainTextEdit):
    """Read with keys and mouse, never written; single keys are the screen's."""

    def __init__(self, view: WordsView) -> None:
        super().__init__()
        self._view = view
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setCursorWidth(2)
        self.setTabChangesFocus(True)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """What can be done with the selected words."""
        self._view.menu_asked.emit(event.globalPos())
