"""The card with the backups: what is there, one more now, and the way to restore one."""

from __future__ import annotations

from reviewer_app.models.backups import Backup
from reviewer_app.ui.act_card import ActCard
from reviewer_app.ui.backup_words import backup_columns
from reviewer_app.ui.kit.buttons import Button, Role
from reviewer_app.ui.kit.i18n import Retranslating
from reviewer_app.ui.kit.labels import Kind, Label
from reviewer_app.ui.kit.stylesheet import scaled
from reviewer_app.ui.kit.table import Table
from reviewer_app.ui.matter import Standing
from reviewer_app.ui.safety.backups_model import KEPT, BackupsModel

ROWS_PX = 190


class BackupsCard(Retranslating, ActCard):
    """Newest first; restoring is asked about before anything is done."""

    def __init__(self, model: BackupsModel) -> None:
        self._now, self._restore = Button(Role.DEFAULT, "save"), Button(Role.DEFAULT, "undo")
        super().__init__(self._now, self._restore)
        self._model = model
        self._table = Table[Backup](backup_columns(), lambda row: row.path, name="backups")
        self._none = Label(Kind.MUTED)
        self._table.setFixedHeight(scaled(ROWS_PX))
        for widget in (self._none, self._table):
            self.content.addWidget(widget)
        self._table.chosen.connect(self._look)
        self._table.opened.connect(self._open)
        self._now.clicked.connect(model.keep_now)
        self._restore.clicked.connect(self._ask)
        model.changed.connect(self._draw)
        self.built()

    def retranslate(self) -> None:
        """All words, in the language now in use."""
        self.set_heading(
            self.tr("Backups"),
            self.tr(
                "Made by itself after each signature and every hour, locked like the desk, and "
                "each read back when it was made. They lie on this computer: they do not help "
                "where it is lost."
            ),
        )
        self._none.setText(
            self.tr("There is none yet. The first is made with your next signature.")
        )
        self._now.setText(self.tr("Back up now"))
        self._restore.setText(self.tr("Restore…"))
        self._draw(self._model.state)

    def _draw(self, state: Standing[tuple[Backup, ...]]) -> None:
        rows = state.value or ()
        self._table.set_rows(rows)
        self._table.setVisible(bool(rows))
        self._none.setVisible(state.value == ())
        self._now.setEnabled(not state.busy)
        self._restore.setVisible(bool(rows))
        self._restore.setEnabled(not state.busy and self._table.current() is not None)
        done = self.tr("Backed up, and read back.") if state.done == KEPT else ""
        self.tell(state.failure, done)

    def _look(self, _row: Backup) -> None:
        self._draw(self._model.state)

    def _open(self, row: Backup) -> None:
        self._model.ask(row)

    def _ask(self) -> None:
        row = self._table.current()
        if row is not None:
            self._model.ask(row)
