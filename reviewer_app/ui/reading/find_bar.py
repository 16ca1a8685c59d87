"""The search at the left: words, hits in both languages, the counterpart beside each."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSignalBlocker, QSize, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from reviewer_app.ui import terms
from reviewer_app.ui.kit.buttons import IconButton
from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.kit.fields import SearchField
from reviewer_app.ui.kit.i18n import Retranslating
from reviewer_app.ui.kit.labels import Ground, Kind, Label
from reviewer_app.ui.kit.tips import plain_tip
from reviewer_app.ui.reading.state import Find, Hit

_MARGINS = QSize(24, 14)
"""What the stylesheet and Qt leave around the words of a row."""


class FindBar(Retranslating, Ground):
    """`asked` carries the words, `chosen` the number of a hit, `closed` the wish to go back."""

    asked = Event(str)
    chosen = Event(int)
    closed: Event[None] = Event()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("window", parent)
        self._find = Find()
        self.words = SearchField()
        self._close = IconButton("close", px=16)
        self._count = Label(Kind.SMALL)
        self._last = IconButton("up", px=16)
        self._following = IconButton("down", px=16)
        self.hits = QListWidget()
        self.hits.setWordWrap(True)
        self.hits.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addWidget(self.words, 1)
        head.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        foot = QHBoxLayout()
        foot.setSpacing(0)
        foot.addWidget(self._count, 1)
        foot.addWidget(self._last)
        foot.addWidget(self._following)
        column.addLayout(foot)
        column.addWidget(self.hits, 1)
        self.words.asked.connect(self.asked.emit)
        self.words.returnPressed.connect(self._next)
        self.hits.currentRowChanged.connect(self._choose)
        self._close.clicked.connect(self._leave)
        self._last.clicked.connect(self._back)
        self._following.clicked.connect(self._next)
        self.built()

    def show_find(self, find: Find) -> None:
        """Draw what was found."""
        blocker = QSignalBlocker(self.hits)
        if find.hits != self._find.hits:
            self.hits.clear()
            for hit in find.hits:
                self.hits.addItem(_item(hit))
            self._fit()
        self._find = find
        self.hits.setCurrentRow(find.at)
        blocker.unblock()
        self._say()

    def begin(self) -> None:
        """Ready for words."""
        self.words.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.words.selectAll()

    def retranslate(self) -> None:
        """Words of the search."""
        self.words.set_words(self.tr("Find in both languages"))
        self._close.set_word(self.tr("Close the search"), "Esc")
        self.hits.setAccessibleName(self.tr("Hits"))
        self._last.set_word(self.tr("Previous hit"), "Shift+F3")
        self._following.set_word(self.tr("Next hit"), "F3")
        self._say()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words wrap anew."""
        super().resizeEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape in an empty field closes the search."""
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)

    def _say(self) -> None:
        find = self._find
        for button in (self._last, self._following):
            button.setEnabled(bool(find.hits))
        if not find.text.strip():
            self._count.setText(self.tr("Type a word or a figure."))
        elif find.more:
            text = self.tr("More than {count} hits; type more letters.").format(
                count=len(find.hits)
            )
            self._count.setText(text)
        elif find.hits:
            text = self.tr("Hit {at} of {count}").format(at=find.at + 1, count=len(find.hits))
            self._count.setText(text)
        else:
            self._count.setText(self.tr("Not found in either language."))

    def _fit(self) -> None:
        """Rows as high as their words: Qt would measure them for another width."""
        room = self.hits.viewport().width() - _MARGINS.width()
        space, wrap = QRect(0, 0, max(room, 1), 10_000), Qt.TextFlag.TextWordWrap
        for item in map(self.hits.item, range(self.hits.count())):
            words = self.hits.fontMetrics().boundingRect(space, wrap, item.text())
            item.setSizeHint(QSize(0, words.height() + _MARGINS.height()))

    def _choose(self, row: int) -> None:
        if row >= 0:
            self.chosen.emit(row)

    def _next(self) -> None:
        if self._find.hits and self.words.text() == self._find.text:
            self.chosen.emit(self._find.at + 1)

    def _back(self) -> None:
        self.chosen.emit(self._find.at - 1)

    def _leave(self) -> None:
        self.closed.emit(None)


def _item(hit: Hit) -> QListWidgetItem:
    where = terms.language(hit.language)
    text = f"{where}: …{hit.before}{hit.exact}{hit.after}…\n{hit.other}".strip()
    item = QListWidgetItem(text)
    item.setToolTip(plain_tip(text))
    return item
