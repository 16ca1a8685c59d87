"""A message that stays where it belongs: tone, sentence, one action, and a way to dismiss it."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from review_protocol.late_dataclasses import dataclass
from reviewer_app.ui.kit.buttons import Button, IconButton, Role
from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.kit.fold import Fold
from reviewer_app.ui.kit.hearing import Heard, announce, hear_as
from reviewer_app.ui.kit.i18n import Retranslating
from reviewer_app.ui.kit.icons import icon_pixmap
from reviewer_app.ui.kit.labels import Kind, Label, Panel, set_property
from reviewer_app.ui.kit.palette import Tone
from reviewer_app.ui.kit.stylesheet import palette_in_use

_ICONS = {
    Tone.NEUTRAL: "info",
    Tone.ACCENT: "info",
    Tone.GOOD: "check",
    Tone.CARE: "warning",
    Tone.BAD: "warning",
}


@dataclass(frozen=True, slots=True)
class Message:
    """What a banner says: a sentence, more below it if needed, one action if there is one."""

    text: str
    tone: Tone = Tone.NEUTRAL
    more: str = ""
    action: str = ""
    dismissible: bool = True
    key: str = ""


class Banner(Retranslating, Panel):
    """Shows one message; ``acted`` and ``dismissed`` carry the message."""

    acted = Event(Message)
    dismissed = Event(Message)

    def __init__(self, message: Message | None = None, parent: QWidget | None = None) -> None:
        super().__init__("banner", parent)
        hear_as(self, Heard.ALERT)
        self._message = message or Message("")
        self._is_drawn = False
        self._words: Callable[[], Message] | None = None
        self._picture = QLabel(self)
        self._text = Label(Kind.STRONG)
        self._more = Label(Kind.BODY)
        self._action = Button(Role.DEFAULT)
        self._close = IconButton("close", px=16)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._text)
        words.addWidget(self._more)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 8, 8)
        row.setSpacing(12)
        row.addWidget(self._picture)
        row.addWidget(Fold(words, self._action, middle=True), 1)
        row.addWidget(self._close, 0, Qt.AlignmentFlag.AlignVCenter)
        self._action.clicked.connect(self._act)
        self._close.clicked.connect(self._dismiss)
        self.show_message(self._message)
        self.built()

    def show_message(self, message: Message) -> None:
        """Say this; an empty text hides the banner."""
        self._words = None
        is_there = self.isHidden() != bool(message.text)
        if self._is_drawn and is_there and message == self._message:
            return  # every change of a page says again what it says
        self._is_drawn = True
        if message != self._message or self.isHidden():
            whole = " ".join(each for each in (message.text, message.more) if each)
            announce(self, whole, at_once=message.tone is Tone.BAD)
        self._message = message
        self._text.setText(message.text)
        set_property(self._text, "kit", (Kind.STRONG if message.more else Kind.BODY).value)
        self._more.setText(message.more)
        self._more.setVisible(bool(message.more))
        self._action.setText(message.action)
        self._action.setVisible(bool(message.action))
        self._close.setVisible(message.dismissible)
        self.setAccessibleName(message.text)
        set_property(self, "tone", message.tone.value)
        self.setVisible(bool(message.text))
        self.restyle()

    def say(self, words: Callable[[], Message]) -> None:
        """Say what `words` answers now, and what it answers after each change of language."""
        self.show_message(words())
        self._words = words

    def retranslate(self) -> None:
        """Name the button that has no word; say again what stands there."""
        self._close.set_word(self.tr("Dismiss"))
        if self._words is not None and not self.isHidden():
            self.say(self._words)

    def restyle(self) -> None:
        """Draw the sign in the tone's colour."""
        colour = palette_in_use().tone(self._message.tone)
        self._picture.setPixmap(icon_pixmap(_ICONS[self._message.tone], colour))

    def _act(self) -> None:
        self.acted.emit(self._message)

    def _dismiss(self) -> None:
        self.hide()
        self.dismissed.emit(self._message)
