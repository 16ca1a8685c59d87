"""A card: a heading, words beside it, and content below."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLayout, QVBoxLayout, QWidget

from reviewer_app.ui.kit.buttons import Button, Role
from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.kit.flow import Flow
from reviewer_app.ui.kit.fold import Fold
from reviewer_app.ui.kit.hearing import Heard, hear_as
from reviewer_app.ui.kit.i18n import Retranslating
from reviewer_app.ui.kit.icons import icon_pixmap
from reviewer_app.ui.kit.labels import Kind, Label, Panel
from reviewer_app.ui.kit.stylesheet import palette_in_use, scaled


class Card(Panel):
    """Put widgets into ``content``; ``set_heading`` names it, ``add_action`` stands right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("card", parent)
        hear_as(self, Heard.GROUP)
        self._heading = Label(Kind.HEADING)
        self._sentence = Label(Kind.MUTED)
        self._heading.hide()
        self._sentence.hide()
        self._actions = Flow()
        self._has_actions = False
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._heading)
        words.addWidget(self._sentence)
        self.content = QVBoxLayout()
        self.content.setSpacing(12)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        self._head = Fold(words, self._actions)
        self._head.hide()
        column.addWidget(self._head)
        column.addLayout(self.content)
        self._column = column

    def lead(self) -> None:
        """Be all that the screen has: the heading is the screen's title, for screen readers too."""
        hear_as(self._heading, Heard.TITLE)

    def add_foot(self, foot: QLayout) -> None:
        """Put a layout below all that is, and will be, in ``content``."""
        self._column.addLayout(foot)

    def set_heading(self, heading: str, sentence: str = "") -> None:
        """Name the card, with one muted sentence."""
        self._heading.setText(heading)
        self._heading.setVisible(bool(heading))
        self._sentence.setText(sentence)
        self._sentence.setVisible(bool(sentence))
        self._head.setVisible(bool(heading or sentence or self._has_actions))
        self.setAccessibleName(heading)

    def add_action(self, widget: QWidget) -> None:
        """Put a button at the right of the heading."""
        self._actions.add(widget)
        self._has_actions = True
        self._head.show()


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
        column.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignHCenter)
        for label in (self._heading, self._sentence):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            row = QHBoxLayout()  # with an alignment the column would ask it for one line
            row.addStretch(0)
            row.addWidget(label, 1)
            row.addStretch(0)
            column.addLayout(row)
        column.addSpacing(8)
        for button in (self._action, self._other):
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
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

    def restyle(self) -> None:
        """Draw the picture in a quiet colour."""
        self._picture.setPixmap(icon_pixmap(self._icon_name, palette_in_use().edge, 48))
        for label in (self._heading, self._sentence):
            label.setMaximumWidth(scaled(_WORDS_PX))

    def _act(self) -> None:
        self.acted.emit(None)

    def _act_otherwise(self) -> None:
        self.acted_otherwise.emit(None)
