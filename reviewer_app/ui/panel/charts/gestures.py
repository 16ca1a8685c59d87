"""What can be done with any chart: copied and saved as a picture, saved and read as a table."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QMenu, QWidget

from reviewer_app.sync.clock import Clock
from reviewer_app.ui.folders import TargetChooser
from reviewer_app.ui.kit.buttons import Button, Role
from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.panel.charts.files import FileKind, content_of, file_name, image
from reviewer_app.ui.panel.charts.shown import Shown

Keep = Callable[[Callable[[], bytes], Path], None]
"""Has a file written whose content is made off the GUI thread."""


class ChartGestures(QObject):
    """`turned` tells whether the chart is wanted as a plain table; `buttons` go to the page."""

    turned = Event(bool)

    def __init__(
        self,
        shown: Callable[[], Shown | None],
        keep: Keep,
        clock: Clock,
        choose: TargetChooser,
        page: QWidget,
        *,
        has_table: bool = True,
    ) -> None:
        """Without `has_table` the chart is told in words where it stands already."""
        super().__init__(page)
        self._shown, self._keep, self._clock, self._choose = shown, keep, clock, choose
        self._page, self._has_table = page, has_table
        self._copy = Button(Role.DEFAULT, "copy", page)
        self._save = Button(Role.DEFAULT, "save", page)
        self._as_table = Button(Role.DEFAULT, "columns", page)
        self._as_table.setVisible(has_table)
        self.is_table = False
        self.kinds = QMenu(page)
        for kind in FileKind:
            self.kinds.addAction("").setData(kind.value)
        self.kinds.triggered.connect(self._save_as)
        self._copy.clicked.connect(self._copy_picture)
        self._save.clicked.connect(self._open_kinds)
        self._as_table.clicked.connect(self._turn)

    @property
    def buttons(self) -> tuple[Button, ...]:
        """From left to right."""
        pictures = (self._copy, self._save)
        return (*pictures, self._as_table) if self._has_table else pictures

    def retranslate(self) -> None:
        """Words of buttons and menu."""
        self._copy.setText(self.tr("Copy picture"))
        self._save.setText(self.tr("Save as…"))
        self._as_table.setText(self.tr("As picture") if self.is_table else self.tr("As table"))
        words = {
            FileKind.PNG: self.tr("Picture for letters and slides (PNG)"),
            FileKind.SVG: self.tr("Drawing, sharp at any size (SVG)"),
            FileKind.CSV: self.tr("Table for a spreadsheet (CSV)"),
        }
        for action in self.kinds.actions():
            action.setText(words[FileKind(action.data())])

    def set_enabled(self, *, enabled: bool) -> None:
        """Nothing can be done with a chart that is not there."""
        for button in self.buttons:
            button.setEnabled(enabled)

    def save(self, kind: FileKind) -> None:
        """Ask where to, and have it written."""
        shown, made_at = self._shown(), self._clock()
        if shown is None:
            return
        name = file_name(kind, shown, made_at)
        target = self._choose(self._page, self.tr("Save this chart"), name)
        if target is not None:
            self._keep(content_of(kind, shown, made_at), target)

    def _copy_picture(self) -> None:
        shown = self._shown()
        if shown is not None:
            QGuiApplication.clipboard().setImage(image(shown))

    def _open_kinds(self) -> None:
        self.kinds.popup(self._save.mapToGlobal(QPoint(0, self._save.height() + 4)))

    def _save_as(self, action: QAction) -> None:
        self.save(FileKind(action.data()))

    def _turn(self) -> None:
        self.is_table = not self.is_table
        self.retranslate()
        self.turned.emit(self.is_table)
