"""The ways for who has no connection: a hand-in file out, a batch or receipts in."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reviewer_app.services.rows import DeliveryState, OutboxRow
from reviewer_app.ui.folders import FileChooser, TargetChooser, choose_files, choose_target
from reviewer_app.ui.handin import files_words
from reviewer_app.ui.handin.files_view_model import FilesState, FilesViewModel
from reviewer_app.ui.kit.buttons import Button, Role
from reviewer_app.ui.kit.card import Card
from reviewer_app.ui.kit.i18n import Retranslating
from reviewer_app.ui.kit.labels import Kind, Label


class FilesCard(Retranslating, QWidget):
    """`choose` asks for files and `choose_target` for a place; tests answer in their stead."""

    def __init__(
        self,
        view_model: FilesViewModel,
        *,
        choose: FileChooser = choose_files,
        choose_target: TargetChooser = choose_target,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._model = view_model
        self._choose, self._choose_target = choose, choose_target
        self._rows: Sequence[OutboxRow] = ()
        self._card = Card()
        self._lying = Label(Kind.BODY)
        self._save = Button(Role.DEFAULT, "upload")
        self._take = Button(Role.DEFAULT, "download")
        self._copy = Button(Role.QUIET, "copy")
        self._card.content.setSpacing(8)
        for widget in (self._lying, self._save, self._take):
            self._card.content.addWidget(widget)
        self._card.content.addWidget(self._copy, 0, Qt.AlignmentFlag.AlignLeft)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._card)
        self._save.clicked.connect(self.ask_target)
        self._take.clicked.connect(self._ask_files)
        self._copy.clicked.connect(view_model.copy)
        view_model.changed.connect(self._draw)
        view_model.text_ready.connect(_to_clipboard)
        self.built()

    def show_rows(self, rows: Sequence[OutboxRow]) -> None:
        """The outbox is this one now."""
        self._rows = rows
        self._draw(self._model.state)

    def retranslate(self) -> None:
        """Words of the head and of the buttons, then the state again."""
        self._card.set_heading(
            self.tr("Without a connection"),
            self.tr(
                "Sealed files go by mail or on a stick. What comes back can be dropped anywhere "
                "on this window."
            ),
        )
        self._save.setText(self.tr("Save hand-in file…"))
        self._take.setText(self.tr("Take in a file…"))
        self._copy.setText(self.tr("Copy as text for a mail"))
        self._draw(self._model.state)

    def _draw(self, state: FilesState) -> None:
        waits = any(row.state is not DeliveryState.RECEIVED for row in self._rows)
        self._lying.setText(files_words.lying(self._rows, offered=state.offered))
        self._lying.setVisible(bool(self._lying.text()))
        self._save.setEnabled(not state.busy)
        self._take.setEnabled(not state.busy)
        self._copy.setEnabled(waits and not state.busy)

    def ask_target(self) -> None:
        """Ask where the hand-in file is to be written, and write it."""
        today = QDate.currentDate().toString(Qt.DateFormat.ISODate)
        name = files_words.file_name(today)
        path = self._choose_target(self, self.tr("Save the hand-in file"), name)
        if path is not None:
            self._model.save(path)

    def _ask_files(self) -> None:
        paths = self._choose(self, self.tr("Take in a batch or receipts"))
        if paths:
            self._model.take(paths)


def _to_clipboard(text: str) -> None:
    QGuiApplication.clipboard().setText(text)
