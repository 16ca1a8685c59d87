"""Prints a case, or saves it as a PDF, after a warning; the pages are the same."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from reviewer_app.errors import Failure
from reviewer_app.reports.case_paper import CasePaper
from reviewer_app.services.case_pages import CasePages
from reviewer_app.ui.folders import TargetChooser, choose_target
from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.reading.arrangement import Arrangement, Mode
from reviewer_app.ui.reading.font_files import font_files
from reviewer_app.ui.reading.paper import CaseMark, paper_of
from reviewer_app.ui.reading.print_dialog import PrintDialog, Way
from reviewer_app.ui.reading.state import Opened
from reviewer_app.ui.screen import Lanes

if TYPE_CHECKING:
    from pypdfium2 import PdfBitmap

translate = QCoreApplication.translate
DPI = 300
"""Of the pictures that a printer is given; finer ones take longer and look the same."""


class Printing(QObject):
    """`saved` tells where the pages are now, `printed` how many went to the printer, `failed` why
    they did not."""

    saved = Event(Path)
    printed = Event(int)
    failed: Event[Failure] = Event()

    def __init__(
        self,
        pages: CasePages,
        lanes: Lanes,
        now: Callable[[], datetime],
        choose: TargetChooser = choose_target,
    ) -> None:
        super().__init__()
        self._printer: QPrinter | None = None
        self._pages, self._lanes, self._now, self._choose = pages, lanes, now, choose

    def ask(
        self, opened: Opened, how: Arrangement, marks: Sequence[CaseMark], parent: QWidget
    ) -> None:
        """Say what it means, ask how and where to, and do it."""
        both = len(opened.prepared.languages) == 2
        dialog = PrintDialog(both=both, columns=how.mode is not Mode.STACKED, parent=parent)
        agreed = dialog.exec() == QDialog.DialogCode.Accepted
        way, wanted = dialog.way, dialog.wanted
        dialog.deleteLater()
        if not agreed:
            return
        paper = in_letters(paper_of(opened, how.left, wanted, marks, self._now()), how)
        if way is Way.FILE:
            title = translate("paper", "Save this case as a PDF")
            target = self._choose(parent, title, f"{paper.number}.pdf")
            if target is not None:
                self.save(paper, target)
            return
        printer = choose_printer(parent)
        if printer is not None:
            self.print_on(printer, paper)

    def save(self, paper: CasePaper, target: Path) -> None:
        """Write it."""
        work = partial(self._pages.save, paper, target)
        self._lanes.database.run(work, owner=self, done=self.saved.emit, failed=self._fail)

    def print_on(self, printer: QPrinter, paper: CasePaper) -> None:
        """Draw it, and give the printer one page after the other."""
        self._printer = printer
        work = partial(self._pages.draw, paper)
        self._lanes.database.run(work, owner=self, done=self._picture, failed=self._fail)

    def _picture(self, pdf: bytes) -> None:
        work = partial(pictures_of, pdf)
        self._lanes.network.run(work, owner=self, done=self._put_out, failed=self._fail)

    def _put_out(self, pages: Sequence[QImage]) -> None:
        printer, self._printer = self._printer, None
        if printer is not None:
            put_out(printer, pages)
            self.printed.emit(len(pages))

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, Failure):
            raise error
        self.failed.emit(error)


def in_letters(paper: CasePaper, how: Arrangement) -> CasePaper:
    """The paper in the families that are chosen for the screen, where they can be embedded."""
    return replace(paper, zh_fonts=font_files(how.zh.family), en_fonts=font_files(how.en.family))


def choose_printer(parent: QWidget) -> QPrinter | None:
    """The system's own dialog; None when the person goes back."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    dialog = QPrintDialog(printer, parent)
    chosen = dialog.exec() == QDialog.DialogCode.Accepted
    dialog.deleteLater()
    return printer if chosen else None


def put_out(printer: QPrinter, pages: Sequence[QImage]) -> None:
    """Paint the pages, each as large as the paper takes it."""
    painter = QPainter(printer)
    for number, page in enumerate(pages):
        if number:
            printer.newPage()
        room = printer.pageLayout().paintRectPixels(printer.resolution())
        size = page.size().scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
        painter.drawImage(QRectF(0, 0, size.width(), size.height()), page)
    painter.end()


def pictures_of(pdf: bytes, dpi: int = DPI) -> tuple[QImage, ...]:
    """The pages as pictures for a printer; 0.1 s a page of 300 dpi, on a lane."""
    import pypdfium2  # late: a start prints nothing

    document = pypdfium2.PdfDocument(pdf)
    try:
        return tuple(_picture(page.render(scale=dpi / 72, rev_byteorder=True)) for page in document)
    finally:
        document.close()


def _picture(bitmap: PdfBitmap) -> QImage:
    size, form = (bitmap.width, bitmap.height), QImage.Format.Format_RGB888
    return QImage(bytes(bitmap.buffer), *size, bitmap.stride, form).copy()
