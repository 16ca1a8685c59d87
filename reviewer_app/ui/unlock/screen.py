"""The lock as the application takes it in."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QStackedWidget

from reviewer_app.errors import ExpectedFailure
from reviewer_app.opening import OpenDesk
from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.kit.lane import Lane
from reviewer_app.ui.locked import Locked
from reviewer_app.ui.screen import Screen
from reviewer_app.ui.unlock.help_page import HelpPage
from reviewer_app.ui.unlock.state import Help
from reviewer_app.ui.unlock.view import UnlockView
from reviewer_app.ui.unlock.view_model import UnlockViewModel


class UnlockScreen(Screen):
    """`opened` carries the desk that the passphrase opened."""

    opened = Event(OpenDesk)

    def __init__(
        self, open_desk: Callable[[str], OpenDesk], lane: Lane, folder: Path | None = None
    ) -> None:
        """`folder` is where help is looked for when the desk does not open."""
        self.model = UnlockViewModel(open_desk, lane)
        self._lane = lane
        self._folder = folder
        self._help: HelpPage | None = None
        self._lock = UnlockView(self.model)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._lock)
        super().__init__(self._pages)
        self.model.opened.connect(self._tell)
        self._lock.helped.connect(self._show_help)

    def enter(self, case: str | None) -> None:
        """Let the person type at once."""
        self._lock.focus_field()

    def recall(
        self, recall: Callable[[], bytes | None], open_desk: Callable[[bytes], OpenDesk], ask: Lane
    ) -> None:
        """Try the key that this computer's keyring remembers before anything is typed."""
        self.model.recall(recall, open_desk, ask)

    def refuse(self, failure: ExpectedFailure) -> None:
        """Say why this profile is not opened here and now."""
        self.model.refuse(failure)

    def show_locked(self, locked: Locked) -> None:
        """Say why the desk, open until now, is locked."""
        self.model.show_locked(locked)

    def _tell(self, desk: OpenDesk) -> None:
        self._lock.forget()
        self.opened.emit(desk)

    def _show_help(self, way: Help) -> None:
        if self._folder is None or self.model.state.busy or self._help is not None:
            return
        page = _recovery(self._folder, self._lane)
        if way is Help.RESTORE:
            page = _restoring(self._folder, self._lock.passphrase(), self._lane)
        page.left.connect(self._return)
        self._help = page
        self._pages.addWidget(page)
        self._pages.setCurrentWidget(page)

    def _return(self, told: str) -> None:
        """Back to the lock; what came of it stands there."""
        page, self._help = self._help, None
        self._pages.setCurrentWidget(self._lock)
        if page is not None:
            self._pages.removeWidget(page)
            page.deleteLater()
        if told:
            self._lock.forget()
            self.model.tell(told)
        self._lock.focus_field()


def _recovery(folder: Path, lane: Lane) -> HelpPage:
    # only who forgot the passphrase needs these
    from reviewer_app.services.recovering import Recovering
    from reviewer_app.ui.unlock.recovery_model import RecoveryModel
    from reviewer_app.ui.unlock.recovery_page import RecoveryPage

    return RecoveryPage(RecoveryModel(Recovering(folder), lane))


def _restoring(folder: Path, passphrase: str, lane: Lane) -> HelpPage:
    # only whose desk is damaged needs it
    from reviewer_app.ui.unlock.restoring_page import RestoringPage

    return RestoringPage(folder, passphrase, lane)
