"""Keeps the first column of a table in sight while the others are scrolled sideways."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView

from reviewer_app.ui.kit.cells import CellDelegate


class PinnedColumn(QTableView):
    """Lies over the table's first column and shows the same rows and the same selection."""

    def __init__(self, table: QTableView) -> None:
        super().__init__(table)
        self._table = table
        self.setModel(table.model())
        self.setSelectionModel(table.selectionModel())
        self.setItemDelegate(CellDelegate(self))
        self._take_habits()
        for column in range(1, table.model().columnCount()):
            self.setColumnHidden(column, True)
        upright, header = table.verticalScrollBar(), table.horizontalHeader()
        upright.valueChanged.connect(self.verticalScrollBar().setValue)
        self.verticalScrollBar().valueChanged.connect(upright.setValue)
        table.horizontalScrollBar().valueChanged.connect(self._follow)
        header.sectionResized.connect(self._follow)
        header.sortIndicatorChanged.connect(self._follow)
        self.horizontalHeader().sectionClicked.connect(header.sectionClicked)
        self.activated.connect(table.activated)
        table.installEventFilter(self)
        self._follow()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the table's size and style."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.LayoutRequest):
            self._follow()
        return super().eventFilter(watched, event)

    def _take_habits(self) -> None:
        self.setObjectName("pinned")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("kit", "pinned")
        self.setFocusProxy(self._table)
        self.setSelectionBehavior(self._table.selectionBehavior())
        self.setSelectionMode(self._table.selectionMode())
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.verticalHeader().setVisible(False)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionsClickable(True)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setMinimumSectionSize(1)

    def _follow(self) -> None:
        """Take width, height, row height and the mark of the order from the table."""
        table, header = self._table, self._table.horizontalHeader()
        wide = header.sectionSize(0)
        self.verticalHeader().setDefaultSectionSize(table.verticalHeader().defaultSectionSize())
        self.horizontalHeader().setFixedHeight(header.height())
        self.setColumnWidth(0, wide)
        self.horizontalHeader().setSortIndicatorShown(header.isSortIndicatorShown())
        self.horizontalHeader().setSortIndicator(
            header.sortIndicatorSection(), header.sortIndicatorOrder()
        )
        frame = table.frameWidth()
        high = header.height() + table.viewport().height()
        self.setGeometry(frame, frame, wide, high)
        self.setVisible(table.horizontalScrollBar().value() > 0)
