"""Restoring a backup where the desk does not open though the passphrase is right."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout

from reviewer_app.errors import ExpectedFailure
from reviewer_app.models.backups import Backup
from reviewer_app.models.restoring import BackupPreview
from reviewer_app.services.restoring import Restored, Restoring
from reviewer_app.ui.backup_words import backup_columns, restore_question, restored_words
from reviewer_app.ui.kit.buttons import Button, Role
from reviewer_app.ui.kit.dialogs import confirmed
from reviewer_app.ui.kit.labels import Kind, Label
from reviewer_app.ui.kit.lane import Lane
from reviewer_app.ui.kit.table import Table
from reviewer_app.ui.told import tell, told_label
from reviewer_app.ui.unlock.help_page import HelpPage


@dataclass(frozen=True, slots=True)
class _Found:
    restoring: Restoring
    backups: tuple[Backup, ...]


class RestoringPage(HelpPage):
    """The list of backups, the newest chosen."""

    def __init__(self, folder: Path, passphrase: str, lane: Lane) -> None:
        """Opens the keys with the passphrase at once; the desk itself stays closed."""
        super().__init__(narrow=True)
        self._lane = lane
        self._found: _Found | None = None
        self._table = Table[Backup](backup_columns(), lambda row: row.path, name="lost")
        self._none = Label(Kind.BODY)
        self._act = Button(Role.ACCENT, "undo")
        self._told = told_label()
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self._act)
        self.content.addWidget(self._none)
        self.content.addWidget(self._table, 1)
        self.content.addWidget(self._told)
        self.content.addLayout(row)
        self._none.hide()
        self.back_pressed.connect(self.give_up)
        self._table.chosen.connect(self._look)
        self._act.clicked.connect(self._read)
        self._act.setEnabled(False)
        self.built()
        lane.run(partial(_find, folder, passphrase), owner=self, done=self._show, failed=self._fail)

    def retranslate(self) -> None:
        """All words, in the language now in use."""
        self.set_heading(
            self.tr("Restore a backup"),
            self.tr(
                "The desk's database cannot be read, and your passphrase is right. A backup takes "
                "its place; the damaged one is set aside, and what can be read in it is taken over."
            ),
        )
        self.set_back(self.tr("Open your desk"))
        self._none.setText(
            self.tr(
                "There is no backup here. What the server has receipted is safe there; ask the "
                "secretariat for a new invitation, and keep this folder for its help."
            )
        )
        self._act.setText(self.tr("Restore…"))

    def _show(self, found: _Found) -> None:
        self._found = found
        self._table.set_rows(found.backups)
        self._table.setVisible(bool(found.backups))
        self._none.setVisible(not found.backups)
        if found.backups:
            self._table.choose(found.backups[0].path)
            self._table.setFocus()
        self._act.setEnabled(bool(found.backups))

    def _look(self, _row: Backup) -> None:
        self._act.setEnabled(True)

    def _read(self) -> None:
        """Read it through, so that it can be said what is in it."""
        backup = self._table.current()
        if self._found is None or backup is None:
            return
        self._begin()
        work = partial(self._found.restoring.preview, backup)
        done = partial(self._ask, backup)
        self._lane.run(work, owner=self, done=done, failed=self._fail)

    def _ask(self, backup: Backup, preview: BackupPreview) -> None:
        self._act.setEnabled(True)
        if self._found is not None and confirmed(restore_question(backup, preview), self):
            self._begin()
            work = partial(self._found.restoring.restore, backup)
            self._lane.run(work, owner=self, done=self._done, failed=self._fail)

    def _begin(self) -> None:
        self._act.setEnabled(False)
        tell(self._told, None, "")

    def _done(self, restored: Restored) -> None:
        self.left.emit(restored_words(restored))

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, ExpectedFailure):
            raise error
        self._act.setEnabled(self._found is not None)
        tell(self._told, error, "")


def _find(folder: Path, passphrase: str) -> _Found:
    restoring = Restoring.with_passphrase(folder, passphrase)
    return _Found(restoring, restoring.backups())
