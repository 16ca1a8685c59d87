"""The search in a file: words, hits with what stands around them, forward and back."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from reviewer_app.reading.unseen import spelled_out
from reviewer_app.ui.kit.buttons import IconButton
from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.kit.fields import SearchField
from reviewer_app.ui.kit.i18n import Retranslating
from reviewer_app.ui.kit.labels import Ground, Kind, Label
from reviewer_app.ui.kit.stylesheet import scaled
from reviewer_app.ui.kit.tips import plain_tip
from reviewer_app.ui.reading.attachments.finding import FileFind, FileHit

WIDTH_PX = 240


class FileFindPanel(Retranslating, Ground):
    """`asked` carries the search as it is wanted."""

    asked = Event(FileFind)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("window", parent)
        self._find = FileFind()
        self._paged = True
        self.words = SearchField()
        self._back = IconButton("up", px=16)
        self._on = IconButton("down", px=16)
        self._close = IconButton("close", px=16)
        self.count = Label(Kind.SMALL)
        self.hits = QListWidget()
        self.hits.setWordWrap(True)
        self.hits.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFixedWidth(scaled(WIDTH_PX))
        self._lay_out()
        self.words.asked.connect(self._ask)
        self.words.returnPressed.connect(self._next)
        self.hits.currentRowChanged.connect(self._choose)
        self._on.clicked.connect(self._next)
        self._back.clicked.connect(self._previous)
        self._close.clicked.connect(self._leave)
        self.built()

    def show_find(self, find: FileFind, *, paged: bool) -> None:
        """Draw what was found so far; hits that are listed stay where they are."""
        blocker = QSignalBlocker(self.hits)
        listed = self._find.hits if paged == self._paged else ()
        self._paged = paged
        if find.hits[: len(listed)] != listed or not find.hits:
            self.hits.clear()
            listed = ()
        for hit in find.hits[len(listed) :]:
            self.hits.addItem(self._item(hit))
        begun = find.open and not self._find.open
        self._find = find
        self.hits.setCurrentRow(find.at)
        blocker.unblock()
        self.setVisible(find.open)
        if begun:
            self.begin()
        self._say()

    def begin(self) -> None:
        """Ready for words."""
        self.words.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.words.selectAll()

    def retranslate(self) -> None:
        """Words of the search."""
        self.words.set_words(self.tr("Find in this file"))
        self._back.set_word(self.tr("Previous hit"))
        self._on.set_word(self.tr("Next hit"), "Enter")
        self._close.set_word(self.tr("Close the search"), "Esc")
        self.hits.setAccessibleName(self.tr("Hits"))
        self._say()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes the search."""
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addWidget(self.words, 1)
        head.addWidget(self._close)
        below = QHBoxLayout()
        below.setSpacing(4)
        below.addWidget(self.count, 1)
        below.addWidget(self._back)
        below.addWidget(self._on)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addLayout(below)
        column.addWidget(self.hits, 1)

    def _item(self, hit: FileHit) -> QListWidgetItem:
        words = spelled_out(f"…{hit.before}{hit.exact}{hit.after}…")
        if self._paged:
            page = self.tr("Page {page}").format(page=hit.index + 1)
            words = f"{page}\n{words}"
        item = QListWidgetItem(words)
        item.setToolTip(plain_tip(words))
        return item

    def _say(self) -> None:
        find = self._find
        for button in (self._back, self._on):
            button.setEnabled(bool(find.hits))
        if not find.text.strip():
            self.count.setText(self.tr("Type a word or a figure."))
        elif find.more:
            words = self.tr("More than {count} hits; type more letters.")
            self.count.setText(words.format(count=len(find.hits)))
        elif not find.done:
            words = self.tr("Hits: {count} · page {page} of {pages}…")
            self.count.setText(
                words.format(count=len(find.hits), page=find.looked, pages=find.pages)
            )
        elif find.hits:
            words = self.tr("Hit {at} of {count}")
            self.count.setText(words.format(at=find.at + 1, count=len(find.hits)))
        else:
            self.count.setText(self.tr("Not found in this file."))

    def _ask(self, text: str) -> None:
        self.asked.emit(replace(self._find, open=True, text=text))

    def _choose(self, row: int) -> None:
        if row >= 0:
            self.asked.emit(replace(self._find, at=row))

    def _next(self) -> None:
        self._step(1)

    def _previous(self) -> None:
        self._step(-1)

    def _step(self, step: int) -> None:
        if self._find.hits and self.words.text() == self._find.text:
            self.asked.emit(replace(self._find, at=(self._find.at + step) % len(self._find.hits)))

    def _leave(self) -> None:
        self.asked.emit(FileFind())
