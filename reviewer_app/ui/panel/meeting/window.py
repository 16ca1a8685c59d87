"""The meeting view for a projector: one case at a time, large, without private notes."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reviewer_app.ui.kit.buttons import ENTERS, Button, IconButton, Role
from reviewer_app.ui.kit.choice import ChoiceRow, Option
from reviewer_app.ui.kit.fields import SearchField
from reviewer_app.ui.kit.flow import Flow
from reviewer_app.ui.kit.i18n import Retranslating
from reviewer_app.ui.kit.labels import Ground, Kind, Label
from reviewer_app.ui.kit.page import UprightScroll
from reviewer_app.ui.kit.palette import Tone
from reviewer_app.ui.kit.stylesheet import TEXT_PX, scaled
from reviewer_app.ui.panel.meeting import words
from reviewer_app.ui.panel.meeting.agenda import Order, Stop
from reviewer_app.ui.panel.meeting.model import MeetingModel, MeetingState
from reviewer_app.ui.panel.meeting.sheet import CaseSheet

LINES = 42
"""Lines of usual text that a full screen would hold: letters are as high as one of them."""
SEARCH_PX = 220
STEPS = {
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_PageDown: 1,
    Qt.Key.Key_Space: 1,
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageUp: -1,
    Qt.Key.Key_Home: -1_000_000,
    Qt.Key.Key_End: 1_000_000,
}

PAGES = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_Space: 1, Qt.Key.Key_PageUp: -1}
"""What first shows the rest of a case that has no room at once."""


class MeetingWindow(Retranslating, Ground):
    """Draws a `MeetingState` on the whole screen; arrows and space go on, Escape ends it."""

    def __init__(self, model: MeetingModel, parent: QWidget | None = None) -> None:
        super().__init__("window", parent)
        self.setWindowFlag(Qt.WindowType.Window)
        self._model = model
        self._search = SearchField(pause_ms=0)
        self._order = ChoiceRow[Order]([Option(each, partial(words.order, each)) for each in Order])
        self._missed = Label(Kind.STRONG)
        self._back, self._next = IconButton("back"), IconButton("forward")
        self._end = Button(Role.DEFAULT, "close")
        self._sheet = CaseSheet()
        self._here: Stop | None = None
        self._none = Label(Kind.HEADING)
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 16, 32, 16)
        bar = Flow(self._search, self._missed, self._order, gap=12)
        buttons: tuple[QWidget, ...] = (self._back, self._next, self._end)
        for button in buttons:
            bar.add(button)
        column.addWidget(bar)
        column.addWidget(self._none)
        self._scroll = UprightScroll(self._sheet)
        column.addWidget(self._scroll, 1)
        self._missed.setWordWrap(False)
        self._missed.set_tone(Tone.CARE)
        self._missed.hide()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._search.returnPressed.connect(self._find)
        self._order.chosen.connect(model.order_by)
        self._back.clicked.connect(self._go_back)
        self._next.clicked.connect(self._go_on)
        self._end.clicked.connect(self.close)
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        find.activated.connect(self._search.setFocus)
        model.changed.connect(self._draw)
        self.built()

    def begin(self) -> None:
        """Take the whole screen, the keyboard on the case; the projector's, where there is one."""
        room = self.parentWidget()
        others = [each for each in QGuiApplication.screens() if room and each != room.screen()]
        if others:
            self.setGeometry(others[0].geometry())
        self.showFullScreen()
        self.raise_()
        self.activateWindow()
        self.setFocus()

    def retranslate(self) -> None:
        """Words of the bar, then the case again."""
        self.setWindowTitle(self.tr("Meeting view"))
        self._search.set_words(self.tr("Case number (Ctrl+F)"))
        self._order.setAccessibleName(self.tr("Order of the cases"))
        self._back.set_word(self.tr("Case before"), "←")
        self._next.set_word(self.tr("Next case"), "→")
        self._end.setText(self.tr("End (Esc)"))
        self._none.setText(self.tr("No case is here yet."))
        self._draw(self._model.state)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Letters as large as the screen lets them be."""
        super().resizeEvent(event)
        self._search.setFixedWidth(scaled(SEARCH_PX))
        self._sheet.fit(max(scaled(TEXT_PX), self.height() / LINES))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """On, back, to the ends, and out."""
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape or key == Qt.Key.Key_F11:
            self.close()
        elif key in PAGES and self._scrolls(PAGES[key]):
            pass
        elif key in STEPS:
            self._model.step(STEPS[key])
        elif event.text().isdigit():
            self._search.setFocus()
            self._search.insert(event.text())  # behind what was typed, in place of what is marked
        elif key in ENTERS and self._search.text():
            self._find()
        else:
            super().keyPressEvent(event)

    def _draw(self, state: MeetingState) -> None:
        now = state.agenda
        self._order.set_value(now.order)
        self._none.setVisible(now.here is None)
        self._missed.hide()
        self._sheet.show_state(state)
        if now.here != self._here:
            self._here = now.here
            self._scroll.verticalScrollBar().setValue(0)

    def _go_back(self) -> None:
        self._model.step(-1)

    def _go_on(self) -> None:
        self._model.step(1)

    def _scrolls(self, pages: int) -> bool:
        """Show more of this case, where there is more in that direction."""
        bar = self._scroll.verticalScrollBar()
        before = bar.value()
        bar.setValue(before + pages * bar.pageStep())
        return bar.value() != before

    def _find(self) -> None:
        typed = self._search.text()
        if self._model.find(typed):
            self._search.clear()
            self.setFocus()
        else:
            self._missed.setText(self.tr("No case has the number “{typed}”").format(typed=typed))
            self._missed.show()
            self._search.selectAll()
