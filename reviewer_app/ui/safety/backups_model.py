"""The backups of an open desk: lists them, makes one, reads one through before it is restored."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from reviewer_app.models.backups import Backup, Reason
from reviewer_app.models.restoring import BackupPreview
from reviewer_app.services.at_rest import AtRest
from reviewer_app.services.backups import BackupSkipped
from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.kit.lane import Lane
from reviewer_app.ui.matter import Matter, Standing

KEPT = "kept"


@dataclass(frozen=True, slots=True)
class Previewed:
    """A backup, and what is in it."""

    backup: Backup
    preview: BackupPreview


class BackupsModel(Matter[tuple[Backup, ...]]):
    """`previewed` asks whether the backup that was read through is to be restored."""

    previewed = Event(Previewed)

    def __init__(self, at_rest: AtRest, lane: Lane) -> None:
        super().__init__(lane, lambda: at_rest.backups.list())
        self._at_rest = at_rest

    def keep_now(self) -> None:
        """Make one more."""
        self.perform(KEPT, partial(_keep, self._at_rest))

    def ask(self, backup: Backup) -> None:
        """Read it through, and say what is in it."""
        if self._state.busy:
            return
        self._show(Standing(self._state.value, busy=True))
        work = partial(_preview, self._at_rest, backup)
        self._lane.run(work, owner=self, done=self._tell, failed=self._fail)

    def _tell(self, previewed: Previewed) -> None:
        self._show(Standing(self._state.value))
        self.previewed.emit(previewed)


def _keep(at_rest: AtRest) -> None:
    outcome = at_rest.backups.keep(Reason.ASKED)
    if isinstance(outcome, BackupSkipped):
        raise outcome.failure


def _preview(at_rest: AtRest, backup: Backup) -> Previewed:
    return Previewed(backup, at_rest.restoring.preview(backup))
