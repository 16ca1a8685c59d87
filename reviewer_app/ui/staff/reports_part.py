"""The reports' part: which report, formats, language, folder, and what was written."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from reviewer_app.services.secretariat import ReportFormat, ReportLanguage
from reviewer_app.ui.folders import FolderChooser, FolderOpener
from reviewer_app.ui.kit.banner import Message
from reviewer_app.ui.kit.buttons import Button, Role
from reviewer_app.ui.kit.card import Card
from reviewer_app.ui.kit.choice import ChoiceRow, Option
from reviewer_app.ui.kit.i18n import Retranslating
from reviewer_app.ui.kit.labels import ElidedLabel, Kind, Label
from reviewer_app.ui.kit.page import READING_WIDTH, UprightScroll
from reviewer_app.ui.kit.palette import Tone
from reviewer_app.ui.kit.stylesheet import scaled
from reviewer_app.ui.kit.ticks import Tick
from reviewer_app.ui.score_words import rests_on
from reviewer_app.ui.staff.reports_model import Order, ReportsState
from reviewer_app.ui.staff.state import StaffState
from reviewer_app.ui.staff.view_model import StaffViewModel
from reviewer_app.ui.wording import sentence

FORMATS: tuple[ReportFormat, ...] = ("pdf", "xlsx", "csv", "json")
FORMAT_WORDS = {"pdf": "PDF", "xlsx": "Excel (XLSX)", "csv": "CSV", "json": "JSON"}


class ReportsPart(Retranslating, QWidget):
    """Two reports share formats and language; scores only once the round is closed."""

    def __init__(
        self,
        view_model: StaffViewModel,
        *,
        choose: FolderChooser,
        show_folder: FolderOpener,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._model, self._choose, self._show_folder = view_model, choose, show_folder
        self._how, self._what, self._written = Card(), Card(), Card()
        self._boxes = [Tick(FORMAT_WORDS[each]) for each in FORMATS]
        self._boxes[0].setChecked(True)
        self._boxes[1].setChecked(True)
        self._language = ChoiceRow[ReportLanguage](
            [
                Option[ReportLanguage]("both", self._both),
                Option[ReportLanguage]("zh", lambda: "中文"),
                Option[ReportLanguage]("en", lambda: "English"),
            ],
            value="both",
        )
        self._rests = Label(Kind.MUTED)
        self._scores = Button(Role.ACCENT, "download")
        self._progress = Button(Role.DEFAULT, "download")
        self._open = Button(Role.DEFAULT)
        self._files = QVBoxLayout()
        self._lay_out()
        for box in self._boxes:
            box.toggled.connect(self._look)
        self._scores.clicked.connect(self._export_scores)
        self._progress.clicked.connect(self._export_progress)
        self._open.clicked.connect(self._open_folder)
        view_model.reports.changed.connect(self._draw)
        self.built()

    def show_state(self, state: StaffState) -> None:
        """Draw what may be exported now."""
        table = state.results
        self._rests.setText("" if table is None else rests_on(table))
        self._rests.setVisible(table is not None)
        ready = self.tr("Every score, comment and figure, with what it rests on in its head.")
        waits = self.tr("Scores are exported once the round is closed; progress at any time.")
        self._what.set_heading(self.tr("Report"), ready if table is not None else waits)
        self._look()

    def retranslate(self) -> None:
        """Words of the cards."""
        self._how.set_heading(self.tr("Formats and language"))
        self._scores.setText(self.tr("Export score report…"))
        self._progress.setText(self.tr("Export progress report…"))
        self._open.setText(self.tr("Open folder"))
        self._written.set_heading(self.tr("Written"))
        self.show_state(self._model.state)
        self._draw(self._model.reports.state)

    def message(self) -> Message:
        """Why nothing was written; an empty message where all went well."""
        failure = self._model.reports.state.failure
        if failure is None:
            return Message("")
        told = sentence(failure)
        return Message(told.title, Tone.CARE, more=told.body)

    def _lay_out(self) -> None:
        boxes = QHBoxLayout()
        boxes.setSpacing(24)
        for box in self._boxes:
            boxes.addWidget(box)
        boxes.addStretch(1)
        self._how.content.addLayout(boxes)
        self._how.content.addWidget(self._language)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self._scores)
        buttons.addWidget(self._progress)
        buttons.addStretch(1)
        self._what.content.addWidget(self._rests)
        self._what.content.addLayout(buttons)
        self._written.add_action(self._open)
        self._written.content.addLayout(self._files)
        cards = QWidget()
        cards.setProperty("kit", "content")
        column = QVBoxLayout(cards)
        column.setContentsMargins(0, 0, 12, 0)
        column.setSpacing(12)
        for card in (self._how, self._what, self._written):
            card.setMaximumWidth(scaled(READING_WIDTH))
            column.addWidget(card)
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(UprightScroll(cards))

    def _draw(self, state: ReportsState) -> None:
        while (item := self._files.takeAt(0)) is not None:
            widget = item.widget()
            if isinstance(widget, QLabel | QWidget):
                widget.hide()
                widget.deleteLater()
        for path in state.files:
            self._files.addWidget(ElidedLabel(str(path)))
        self._written.setVisible(bool(state.files))
        self._look()

    def _look(self) -> None:
        some = any(box.isChecked() for box in self._boxes)
        idle = not self._model.reports.state.is_writing
        state = self._model.state
        self._scores.setEnabled(some and idle and state.results is not None)
        self._progress.setEnabled(some and idle and state.progress is not None)

    def _order(self) -> Order | None:
        folder = self._choose(self, self.tr("Export into"))
        if folder is None:
            return None
        pairs = zip(FORMATS, self._boxes, strict=True)
        chosen = tuple(name for name, box in pairs if box.isChecked())
        return Order(folder, chosen, self._language.value or "both")

    def _export_scores(self) -> None:
        order = self._order()
        if order is not None:
            self._model.reports.export_scores(order)

    def _export_progress(self) -> None:
        progress = self._model.state.progress
        order = self._order()
        if order is not None and progress is not None:
            self._model.reports.export_progress(order, progress)

    def _open_folder(self) -> None:
        files: tuple[Path, ...] = self._model.reports.state.files
        if files:
            self._show_folder(files[0].parent)

    def _both(self) -> str:
        return self.tr("Both languages")
