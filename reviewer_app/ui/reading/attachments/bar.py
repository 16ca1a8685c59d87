"""Above a file: its name, which page, how large, turned how, its words, and the search."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from reviewer_app.ui import terms
from reviewer_app.ui.kit.buttons import IconButton
from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.kit.flow import Flow
from reviewer_app.ui.kit.fold import Fold
from reviewer_app.ui.kit.i18n import Retranslating
from reviewer_app.ui.kit.labels import ElidedLabel, Kind, Label
from reviewer_app.ui.kit.stylesheet import scaled
from reviewer_app.ui.kit.tips import give_tip
from reviewer_app.ui.reading.attachments.state import FileState, Shown
from reviewer_app.ui.single_keys import KeyChoice, SingleKey


class Wish(StrEnum):
    """What a button asks for."""

    BACK = "back"
    ON = "on"
    SMALLER = "smaller"
    LARGER = "larger"
    FIT_WIDTH = "fit width"
    FIT_PAGE = "fit page"
    TURN = "turn"
    PLAIN = "plain"
    FIND = "find"


_ICONS = {
    Wish.BACK: "up",
    Wish.ON: "down",
    Wish.SMALLER: "zoom-out",
    Wish.LARGER: "zoom-in",
    Wish.FIT_WIDTH: "fit-width",
    Wish.FIT_PAGE: "fit-page",
    Wish.TURN: "rotate",
    Wish.PLAIN: "words",
    Wish.FIND: "search",
}
_OF_PAGES = (Wish.SMALLER, Wish.LARGER, Wish.FIT_WIDTH, Wish.FIT_PAGE, Wish.TURN)
_OF_MANY = (Wish.BACK, Wish.ON)
_GROUPS = (
    _OF_MANY,
    (Wish.PLAIN, Wish.FIND),
    (Wish.SMALLER, Wish.LARGER),
    (Wish.FIT_WIDTH, Wish.FIT_PAGE, Wish.TURN),
)
HEIGHT_PX = 36
NAME_PX = 160
"""What a name keeps beside the tools; with less they have lines of their own."""


class FileBar(Retranslating, QWidget):
    """`wished` carries what a button asks for, `page_asked` the index of a page."""

    wished = Event(Wish)
    page_asked = Event(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = FileState()
        self._choice = KeyChoice()
        self._scale = 1.0
        self._title = ElidedLabel("", Kind.STRONG)
        self.page = QLineEdit()
        self.page.setValidator(QIntValidator(1, 100_000, self.page))
        self.page.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.page.setFixedWidth(scaled(48))
        self.count = Label(Kind.MUTED)
        self.size_now = Label(Kind.SMALL)
        self.buttons = {wish: IconButton(icon) for wish, icon in _ICONS.items()}
        self.buttons[Wish.PLAIN].setCheckable(True)
        self._groups = {self._group(wishes): wishes for wishes in _GROUPS}
        self._lay_out()
        self.page.editingFinished.connect(self._ask_page)
        for button in self.buttons.values():
            button.clicked.connect(self._wish)
        self.built()

    def show_state(self, state: FileState, page: int, scale: float) -> None:
        """Draw the file's name and where it is; `scale` 1.0 is as large as on paper."""
        self._state, self._scale = state, scale
        self._title.set_text(terms.own(state.file.title) if state.file else "")
        pages, many = bool(state.pages), len(state.pages) > 1
        picture = state.shown is Shown.PICTURE
        for wish, button in self.buttons.items():
            if wish in _OF_PAGES:
                button.setVisible(pages and not state.plain)
            elif wish in _OF_MANY:
                button.setVisible(many)
            elif wish is Wish.PLAIN:
                button.setVisible(pages and not picture)
                button.setChecked(state.plain)
            else:
                button.setVisible((pages and not picture) or state.words is not None)
        for group, wishes in self._groups.items():
            group.setVisible(any(not self.buttons[wish].isHidden() for wish in wishes))
        self.size_now.setVisible(pages and not state.plain)
        self.page.setVisible(many)
        self.count.setVisible(many)
        if not self.page.hasFocus():
            self.page.setText(str(page + 1))
        self._say()

    def name_keys(self, choice: KeyChoice) -> None:
        """Tell of the keys as the person chose them."""
        if choice != self._choice:
            self._choice = choice
            self.retranslate()

    def retranslate(self) -> None:
        """Words of the buttons."""
        words = {
            Wish.BACK: (self.tr("Previous page"), "PageUp"),
            Wish.ON: (self.tr("Next page"), "PageDown"),
            Wish.SMALLER: (self.tr("Smaller"), "−"),
            Wish.LARGER: (self.tr("Larger"), "+"),
            Wish.FIT_WIDTH: (self.tr("Fit the width"), "0"),
            Wish.FIT_PAGE: (self.tr("Fit the whole page"), ""),
            Wish.TURN: (self.tr("Turn to the right"), self._choice.named(SingleKey.TURN)),
            Wish.PLAIN: (
                self.tr("Words of this page as plain text"),
                self._choice.named(SingleKey.WORDS),
            ),
            Wish.FIND: (self.tr("Find in this file"), "Ctrl+F"),
        }
        for wish, (word, keys) in words.items():
            self.buttons[wish].set_word(word, keys)
        self.page.setAccessibleName(self.tr("Page"))
        give_tip(self.page, self.tr("Type a page and press Enter"))
        self._say()

    def _lay_out(self) -> None:
        for label in (self.count, self.size_now):
            label.setWordWrap(False)
        self.size_now.setMinimumWidth(scaled(40))
        self.size_now.setAlignment(Qt.AlignmentFlag.AlignCenter)
        tools = Flow(*self._groups, gap=12)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.setMinimumHeight(scaled(HEIGHT_PX))
        column.addWidget(Fold(self._title, tools, least=NAME_PX, middle=True))

    def _group(self, wishes: tuple[Wish, ...]) -> QWidget:
        """Buttons that stay together, with what stands between them."""
        between = {Wish.BACK: (self.page, self.count), Wish.SMALLER: (self.size_now,)}
        group = QWidget()
        row = QHBoxLayout(group)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for wish in wishes:
            for widget in (self.buttons[wish], *between.get(wish, ())):
                row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        return group

    def _say(self) -> None:
        self.count.setText(self.tr("of {count}").format(count=len(self._state.pages)))
        self.size_now.setText(self.tr("{percent}%").format(percent=round(self._scale * 100)))

    def _ask_page(self) -> None:
        if self.page.hasAcceptableInput() and self._state.pages:
            self.page_asked.emit(min(int(self.page.text()), len(self._state.pages)) - 1)

    def _wish(self) -> None:
        for wish, button in self.buttons.items():
            if button is self.sender():
                self.wished.emit(wish)
