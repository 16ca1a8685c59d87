"""What all dialogs are: words and fields that scroll on a small screen, buttons always in sight."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QLabel, QVBoxLayout, QWidget

from reviewer_app.ui.kit.flow import Flow
from reviewer_app.ui.kit.i18n import Retranslating
from reviewer_app.ui.kit.page import UprightScroll
from reviewer_app.ui.kit.stylesheet import scaled

_EDGE_PX, _ABOVE_PX = 24, 20
_OF_SCREEN = 0.94


class Dialog(Retranslating, QDialog):
    """Put what is said and asked into ``body``; give the buttons from left to right.

    It is `width` pixels wide for the usual text, as high as its words need, and never larger
    than the screen. Made to be inherited: call `built` when it is complete.
    """

    def __init__(self, width: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._usual = width
        self._has_new_words = False
        self.setModal(True)
        self._content = QWidget()
        self._content.setProperty("kit", "content")
        self._content.installEventFilter(self)
        self.body = QVBoxLayout(self._content)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(12)
        self._buttons = Flow(at_end=True)
        self._scroll = UprightScroll(self._content)
        column = QVBoxLayout(self)
        column.setContentsMargins(_EDGE_PX, _ABOVE_PX, _EDGE_PX, _ABOVE_PX)
        column.setSpacing(20)
        column.addWidget(self._scroll, 1)
        column.addWidget(self._buttons)

    def add_buttons(self, *buttons: QWidget) -> None:
        """Let these stand at the right below everything, the act last."""
        for button in buttons:
            self._buttons.add(button)

    def showEvent(self, event: QShowEvent) -> None:
        """Be as high as the wrapped words need at this width."""
        self.grow()
        super().showEvent(event)
        focused, layout = self.focusWidget(), self.layout()
        if focused is not None and layout is not None:
            layout.activate()
            self._scroll.ensureWidgetVisible(focused)

    def changeEvent(self, event: QEvent) -> None:
        """Words of another language need another height, once all of them are set."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._has_new_words = self.isVisible()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """All new words are set by the time at which they ask to be laid out."""
        if self._has_new_words and event.type() == QEvent.Type.LayoutRequest:
            self._has_new_words = False
            self.grow()
        return super().eventFilter(watched, event)

    def grow(self) -> None:
        """Take the room that the words need now, as far as the screen has it."""
        room = self.screen().availableSize() * _OF_SCREEN
        width = max(min(scaled(self._usual), room.width()), self.minimumWidth())
        for label in self._content.findChildren(QLabel):
            label.ensurePolished()  # a heading has its own face before it is measured
        inner = width - 2 * _EDGE_PX
        self.body.activate()
        words = self.body.totalHeightForWidth(inner) if self.body.hasHeightForWidth() else 0
        words = max(words, self._content.minimumSizeHint().height())
        wanted = 2 * _ABOVE_PX + words + 20 + self._buttons.heightForWidth(inner)
        self.setMinimumSize(width, min(wanted, room.height()))
        self.resize(self.minimumSize())
