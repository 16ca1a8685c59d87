"""A card: a heading, words beside it, and content below."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLayout, QVBoxLayout, QWidget

from reviewer_app.ui.kit.buttons import Button, Role
from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.kit.i18n import Retranslating
from reviewer_app.ui.kit.icons import icon_pixmap
from reviewer_app.ui.kit.labels import Kind, Label, Panel
from reviewer_app.ui.kit.stylesheet import palette_in_use


class Card(Panel):
    """Put widgets into ``content``; ``set_heading`` names it, ``add_action`` stands right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("card", parent)
        self._heading = Label(Kind.HEADING)
        self._sentence = Label(Kind.MUTED)
        self._heading.hide()
        self._sentence.hide()
        self._head = QHBoxLayout()
        self._head.setSpacing(8)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._heading)
        words.addWidget(self._sentence)
        self._head.addLayout(words, 1)
        self.content = QVBoxLayout()
        self.content.setSpacing(12)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addLayout(self._head)
        column.addLayout(self.content)
        self._column = column

    def add_foot(self, foot: QLayout) -> None:
        """Put a layout below all that is, and will be, in ``content``."""
        self._column.addLayout(foot)

    def set_heading(self, heading: str, sentence: str = "") -> None:
        """Name the card, with one muted sentence."""
        self._heading.setText(heading)
        self._heading.setVisible(bool(heading))
        self._sentence.setText(sentence)
        self._sentence.setVisible(bool(sentence))
        self.setAccessibleName(heading)

    def add_action(self, widget: QWidget) -> None:
        """Put a button at the right of the heading."""
        self._head.addWidget(widget, 0, Qt.AlignmentFlag.AlignTop)


_WORDS_PX = 420


class EmptyState(Retranslating, QWidget):
    """What will come here and how: picture, heading, sentence, one action, perhaps another way."""

    acted: Event[None] = Event()
    acted_otherwise: Event[None] = Event()

    def __init__(self, icon_name: str = "tray", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon_name = icon_name
        self._picture = QLabel()
        self._heading = Label(Kind.HEADING)
        self._sentence = Label(Kind.MUTED)
        self._action = Button(Role.DEFAULT)
        self._other = Button(Role.QUIET)
        for button in (self._action, self._other):
            button.hide()
        column = QVBoxLayout(self)
        column.setSpacing(8)
        column.addStretch(2)
        for widget in (self._picture, self._heading, self._sentence):
            column.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(8)
        for button in (self._action, self._other):
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        for label in (self._heading, self._sentence):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            label.setFixedWidth(_WORDS_PX)
        self._action.clicked.connect(self._act)
        self._other.clicked.connect(self._act_otherwise)
        self.built()

    def set_words(
        self, heading: str, sentence: str = "", action: str = "", other: str = ""
    ) -> None:
        """Say it; an action, and another way below it, appear when they have words."""
        self._heading.setText(heading)
        self._sentence.setText(sentence)
        self._action.setText(action)
        self._action.setVisible(bool(action))
        self._other.setText(other)
        self._other.setVisible(bool(other))
        self._make_room()

    def restyle(self) -> None:
        """Draw the picture in a quiet colour."""
        self._picture.setPixmap(icon_pixmap(self._icon_name, palette_in_use().edge, 48))
        self._make_room()

    def showEvent(self, event: QShowEvent) -> None:
        """The words have their own face now."""
        super().showEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        """As high as the wrapped words are: a centred label is asked for one line."""
        for label in (self._heading, self._sentence):
            label.setMinimumHeight(max(0, label.heightForWidth(_WORDS_PX)))

    def _act(self) -> None:
        self.acted.emit(None)

    def _act_otherwise(self) -> None:
        self.acted_otherwise.emit(None)
