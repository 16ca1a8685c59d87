"""The status strip: what is saved, what is where, one action, the language, the long act."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QSizePolicy, QWidget

from review_protocol.late_dataclasses import dataclass
from reviewer_app.ui.kit.buttons import Button, IconButton, Role
from reviewer_app.ui.kit.choice import ChoiceRow, Option
from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.kit.flow import FlowLayout
from reviewer_app.ui.kit.hearing import Heard, announce, hear_as
from reviewer_app.ui.kit.i18n import Retranslating
from reviewer_app.ui.kit.labels import ElidedLabel, Kind, Panel
from reviewer_app.ui.kit.palette import Tone
from reviewer_app.ui.kit.shapes import Shape
from reviewer_app.ui.kit.state import ShapeMark
from reviewer_app.ui.kit.stylesheet import palette_in_use, scaled

LEAST_PX = 40
_GAP = 17
_LINE_PX = 14


@dataclass(frozen=True, slots=True)
class StripPart:
    """One statement ("Saved 12:04"), with a shape before it where it is a state.

    `what` is what it says apart from the time and the language; when that is new, it is announced.
    """

    text: str
    shape: Shape | None = None
    tone: Tone | None = None
    what: str = ""

    @property
    def news(self) -> str:
        return self.what or self.text


@dataclass(frozen=True, slots=True)
class LongAct:
    """A long act: what, how far (``total`` None: unknown), and the time left in words."""

    label: str
    done: int = 0
    total: int | None = None
    left: str = ""
    can_cancel: bool = True


@dataclass(frozen=True, slots=True)
class StripState:
    """All that the strip says; ``action`` is the word of its one button ("" for none)."""

    parts: tuple[StripPart, ...] = ()
    action: str = ""
    act: LongAct | None = None


class StatusStrip(Retranslating, Panel):
    """Draws a ``StripState``; tells of its button, of *cancel* and of the language chosen."""

    acted: Event[None] = Event()
    cancelled: Event[None] = Event()
    language_chosen = Event(str)

    def __init__(
        self, languages: Sequence[Option[str]] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__("strip", parent)
        hear_as(self, Heard.STATUS)
        self._state = StripState()
        self._parts = _Parts()
        self._action = Button(Role.DEFAULT)
        self._action.hide()
        self._act: _LongActView | None = None
        self._languages = ChoiceRow[str](languages, quiet=True)
        self._languages.setVisible(len(languages) > 1)
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 8, 4)
        row.setSpacing(12)
        row.addWidget(self._parts, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._action)
        row.addWidget(self._languages)
        self._action.clicked.connect(self._tell_action)
        self._languages.chosen.connect(self.language_chosen.emit)
        self.built()

    @property
    def state(self) -> StripState:
        """What is said now."""
        return self._state

    def show_state(self, state: StripState) -> None:
        """Draw this state."""
        if state.parts != self._state.parts:
            self._parts.show_parts(state.parts)
        self._action.setText(state.action)
        self._action.setVisible(bool(state.action))
        self._show_act(state.act)
        self._announce(state)
        self._state = state

    def show_language(self, code: str) -> None:
        """Mark the language in use."""
        self._languages.set_value(code)

    def add_tool(self, tool: QWidget) -> None:
        """Take in a small button, beside the languages."""
        self._row.insertWidget(self._row.count() - 1, tool)
        self.setTabOrder(self._action, tool)

    def restyle(self) -> None:
        """As high as its buttons want."""
        self.setMinimumHeight(scaled(LEAST_PX))

    def retranslate(self) -> None:
        """Name what has no word."""
        self._languages.setAccessibleName(self.tr("Language"))
        self.setAccessibleName(self.tr("Status"))

    def _show_act(self, act: LongAct | None) -> None:
        """What draws an act is made for the first one: a start has none."""
        if self._act is None:
            if act is None:
                return
            self._act = _LongActView()
            self._act.cancelled.connect(self.cancelled.emit)
            self._row.insertWidget(1, self._act)
            self.setTabOrder(self._action, self._act.cancel)
        self._act.setVisible(act is not None)
        if act is not None:
            self._act.show_act(act)

    def _announce(self, state: StripState) -> None:
        """Say what was not so before; the first state is what one finds, and no news."""
        known = {part.news for part in self._state.parts}
        news = [part.text for part in state.parts if known and part.news not in known]
        if state.act is not None and (self._state.act or LongAct("")).label != state.act.label:
            news.append(state.act.label)
        announce(self, "; ".join(news))

    def _tell_action(self) -> None:
        self.acted.emit(None)


class _Parts(QWidget):
    """The statements side by side with a line between them, on more lines where need be."""

    def __init__(self) -> None:
        super().__init__()
        self._flow = FlowLayout(self, gap=_GAP, line_gap=2)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_parts(self, parts: Sequence[StripPart]) -> None:
        """Say these."""
        while (item := self._flow.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for part in parts:
            self._flow.addWidget(_Part(part))

    def paintEvent(self, event: QPaintEvent) -> None:
        """A line between neighbours."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setPen(QColor(palette_in_use().line))
        items = map(self._flow.itemAt, range(self._flow.count()))
        places = [item.geometry() for item in items if item is not None]
        for one, other in pairwise(places):
            if one.right() < other.left():
                x, middle = (one.right() + other.left()) // 2, other.center().y()
                painter.drawLine(x, middle - _LINE_PX // 2, x, middle + _LINE_PX // 2)
        painter.end()


class _Part(QWidget):
    """A statement, with its shape before it."""

    def __init__(self, part: StripPart) -> None:
        super().__init__()
        words = ElidedLabel(part.text, Kind.SMALL)
        words.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        if part.shape is not None:
            row.addWidget(ShapeMark(part.shape, part.tone))
        row.addWidget(words)


class _LongActView(Retranslating, QWidget):
    """What is going on, how far it is, and the way to stop it."""

    cancelled: Event[None] = Event()

    def __init__(self) -> None:
        super().__init__()
        self._label = ElidedLabel("", Kind.SMALL)
        self._label.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._bar = QProgressBar()
        self._bar.setFixedWidth(96)
        self._bar.setTextVisible(False)
        self.cancel = IconButton("close", px=16)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._label)
        row.addWidget(self._bar)
        row.addWidget(self.cancel)
        self.cancel.clicked.connect(self._tell)
        self.built()

    def show_act(self, act: LongAct) -> None:
        """Draw how far it is."""
        self._label.set_text(" · ".join(part for part in (act.label, act.left) if part))
        show_progress(self._bar, act.done, act.total)
        self.cancel.setVisible(act.can_cancel)

    def retranslate(self) -> None:
        """Name the button that has no word."""
        self.cancel.set_word(self.tr("Cancel"))

    def _tell(self) -> None:
        self.cancelled.emit(None)


def show_progress(bar: QProgressBar, done: int, total: int | None) -> None:
    """Set a bar in thousandths (byte counts do not fit its 32 bits), moving where unknown."""
    if total is None:
        bar.setRange(0, 0)
    else:
        bar.setRange(0, 1000)
        bar.setValue(1000 if total <= 0 else min(1000, done * 1000 // total))
