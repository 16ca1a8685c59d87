"""A file that is not shown inside the app, saved out after a warning."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QDialog, QWidget

from review_protocol.documents.case_files import AnyFile
from reviewer_app.errors import Failure
from reviewer_app.reading.unseen import spelled_out
from reviewer_app.services.attachments import safe_name
from reviewer_app.services.desk import Desk
from reviewer_app.ui.folders import TargetChooser, choose_target
from reviewer_app.ui.kit.dialogs import Confirm, Question
from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.kit.lane import Lane

translate = QCoreApplication.translate


class SavingOut(QObject):
    """`saved` tells where a file is now, `failed` why it is not."""

    saved = Event(Path)
    failed: Event[Failure] = Event()

    def __init__(self, desk: Desk, lane: Lane, choose: TargetChooser = choose_target) -> None:
        super().__init__()
        self._desk = desk
        self._lane = lane
        self._choose = choose

    def ask(self, file: AnyFile, parent: QWidget) -> None:
        """Warn, ask where to, and write."""
        dialog = Confirm(warning(file), parent)
        agreed = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        if not agreed:
            return
        title = translate("SavingOut", "Save a copy of the attachment")
        target = self._choose(parent, title, safe_name(file.file))
        if target is not None:
            self.write(file, target)

    def write(self, file: AnyFile, target: Path) -> None:
        """Write it."""
        work = partial(_save, self._desk, file, target)
        self._lane.run(work, owner=self, done=self.saved.emit, failed=self._fail)

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, Failure):
            raise error
        self.failed.emit(error)


def warning(file: AnyFile) -> Question:
    """What is to be known before a file leaves the desk."""
    return Question(
        translate("SavingOut", "Save this file outside the desk?"),
        translate(
            "SavingOut",
            "“{file}” cannot be shown inside the app. Outside it, another program opens it, and "
            "what such a file does then is beyond this app.",
        ).format(file=spelled_out(file.file)),
        translate("SavingOut", "Choose where to save it"),
        (
            translate(
                "SavingOut", "The copy is not encrypted: who can read the folder can read it."
            ),
            translate(
                "SavingOut",
                "Closing the round here does not erase it: delete it yourself, as you undertook.",
            ),
            translate("SavingOut", "Open it only if you expected a file of this kind."),
        ),
        danger=True,
    )


def _save(desk: Desk, file: AnyFile, target: Path) -> Path:
    return desk.attachments.save(file, target)
