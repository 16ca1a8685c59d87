"""The list that stands in the place of the cases while somebody searches."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QLocale, QModelIndex, QSignalBlocker, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QVBoxLayout, QWidget

from reviewer_app.services.search import Found
from reviewer_app.ui.desk.found_cells import FoundCells
from reviewer_app.ui.desk.found_model import FoundModel, FoundRow
from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.kit.i18n import Retranslating
from reviewer_app.ui.kit.labels import Kind, Label

_NEAR = 200
"""Pixels above the end at which the next page is asked for."""


class FoundList(Retranslating, QWidget):
    """``opened`` carries the row that was meant, ``end_reached`` the wish for more, ``left`` the
    wish to go on typing."""

    opened = Event(FoundRow)
    end_reached: Event[None] = Event()
    left: Event[None] = Event()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._found = Found.nothing()
        self._count = Label(Kind.SMALL)
        self._model = FoundModel()
        self.list = _Rows()
        self.list.setModel(self._model)
        self._cells = FoundCells(self._model, self.list)
        self.list.setItemDelegate(self._cells)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._count)
        column.addWidget(self.list, 1)
        self.setFocusProxy(self.list)
        self.list.entered_by_key.connect(self._open)
        self.list.clicked.connect(self._open)
        self.list.left.connect(self.left.emit)
        self.list.verticalScrollBar().valueChanged.connect(self._tell_end)
        self.built()

    @property
    def rows(self) -> tuple[FoundRow, ...]:
        """The rows now shown."""
        return self._model.rows

    def show_found(self, found: Found) -> None:
        """Draw what was found; nothing is told."""
        if found is self._found:
            return
        here = self.list.currentIndex().row()
        same = found.query == self._found.query
        self._found = found
        if self._model.show_found(found):
            self.list.begin_at(here if same and 0 <= here < len(self.rows) else 0)
        self._count_cases()

    def retranslate(self) -> None:
        """How many there are, and every row."""
        self.list.setAccessibleName(self.tr("Cases that have the words"))
        self._count_cases()
        self.restyle()

    def restyle(self) -> None:
        """Rows as high as the letters want."""
        self._cells.measure_again()
        self.list.scheduleDelayedItemsLayout()

    def _count_cases(self) -> None:
        words = self.tr("Cases with these words: {count}, the best match first")
        self._count.setText(words.format(count=QLocale().toString(self._found.total)))

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            self.opened.emit(self.rows[index.row()])

    def _tell_end(self, value: int) -> None:
        if value >= self.list.verticalScrollBar().maximum() - _NEAR and not self._found.is_whole:
            self.end_reached.emit(None)


class _Rows(QListView):
    """Escape, or the arrow up in the first row, leads back to the words."""

    left: Event[None] = Event()
    entered_by_key = Event(QModelIndex)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("found")
        self.setMouseTracking(True)
        self.setViewportMargins(1, 0, 1, 0)  # rows leave the ring of the focus in sight
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)

    def begin_at(self, row: int) -> None:
        """Make this row of other ones the current one."""
        index = self.model().index(row, 0)
        if self.hasFocus():
            self.setCurrentIndex(index)
            return
        # all is drawn anew anyway: the rows are not to be measured before
        with QSignalBlocker(self.selectionModel()):
            self.selectionModel().setCurrentIndex(
                index, QItemSelectionModel.SelectionFlag.ClearAndSelect
            )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """All other keys as usual."""
        first = self.currentIndex().row() <= 0 and event.key() == Qt.Key.Key_Up
        if event.key() == Qt.Key.Key_Escape or first:
            self.left.emit(None)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered_by_key.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)
