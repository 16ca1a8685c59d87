"""The sheet on which the first start happens: one page at a time, in the middle of the window."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from reviewer_app.ui.kit.banner import Banner
from reviewer_app.ui.kit.buttons import Button, Role
from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.kit.i18n import Retranslating
from reviewer_app.ui.kit.labels import Ground, Kind, Label
from reviewer_app.ui.kit.stylesheet import scaled
from reviewer_app.ui.welcome.state import WelcomeState

SHEET_PX = 600


class Sheet(Retranslating, Ground):
    """Title, sentence, banner, `content`, and below it the way back and the way on.

    Made to be inherited; the page calls `built` when it is complete.
    """

    back_pressed: Event[None] = Event()
    next_pressed: Event[None] = Event()

    def __init__(self) -> None:
        super().__init__("window")
        self._step = Label(Kind.SMALL)
        self._title = Label(Kind.TITLE)
        self._sentence = Label(Kind.MUTED)
        self.banner = Banner()
        self.content = QVBoxLayout()
        self.content.setSpacing(16)
        self.back = Button(Role.QUIET, "back")
        self.next = Button(Role.ACCENT)
        self.ways = QHBoxLayout()
        self.ways.setSpacing(8)
        self.ways.addWidget(self.back)
        self.ways.addStretch(1)
        self.ways.addWidget(self.next)
        self._arrange()
        self.back.clicked.connect(self._tell_back)
        self.next.clicked.connect(self._tell_next)
        for widget in (self._step, self.back):
            widget.hide()

    def set_heading(self, title: str, sentence: str = "", step: str = "") -> None:
        """What this page is, in one sentence, and which of how many it is."""
        self._title.setText(title)
        self._sentence.setText(sentence)
        self._sentence.setVisible(bool(sentence))
        self._step.setText(step)
        self._step.setVisible(bool(step))
        self.setAccessibleName(title)

    def set_ways(self, onward: str, back: str = "") -> None:
        """Words of the ways on and back; "" hides one."""
        self.next.setText(onward)
        self.next.setVisible(bool(onward))
        self.back.setText(back)
        self.back.setVisible(bool(back))

    def focus_first(self) -> None:
        """Put the keyboard where the page begins."""
        self.next.setFocus()

    def _arrange(self) -> None:
        page = QWidget()
        page.setMaximumWidth(scaled(SHEET_PX))
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        words = QVBoxLayout()
        words.setSpacing(4)
        for label in (self._step, self._title, self._sentence):
            words.addWidget(label)
        column.addLayout(words)
        column.addWidget(self.banner)
        column.addLayout(self.content)
        column.addLayout(self.ways)
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(24, 24, 24, 40)
        row.addStretch(1)
        row.addWidget(page, 100)
        row.addStretch(1)
        row.setAlignment(page, Qt.AlignmentFlag.AlignTop)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(holder)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)

    def _tell_back(self) -> None:
        self.back_pressed.emit(None)

    def _tell_next(self) -> None:
        self.next_pressed.emit(None)


class WelcomePage(Sheet):
    """A page of the first start until this computer is enrolled."""

    def draw(self, state: WelcomeState) -> None:
        """Show this state."""
        raise NotImplementedError
