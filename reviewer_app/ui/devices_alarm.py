"""Says over every room that something about one's computers needs a word, until it has it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QObject, QTimer

from reviewer_app.errors import ExpectedFailure, LogSplit
from reviewer_app.ui.kit.banner import Banner, Message
from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.kit.lane import Lane
from reviewer_app.ui.kit.palette import Tone
from reviewer_app.ui.screen import Place, Visit

if TYPE_CHECKING:
    from reviewer_app.services.assembly import Services
    from reviewer_app.services.device_rows import DevicesLook
    from reviewer_app.ui.syncing import SyncState

translate = QCoreApplication.translate
FIRST_AFTER_MS: Final = 2_000
"""The list of cases is to be there before anything is looked for."""


class DevicesAlarm(QObject):
    """Draws into a banner that somebody else has put in sight; `left` leads to the page."""

    left = Event(Visit)

    def __init__(self, services: Services, lane: Lane, banner: Banner) -> None:
        super().__init__()
        self._services = services
        self._lane = lane
        self._banner = banner
        self._look: DevicesLook | None = None
        self._over = False
        self._first = QTimer(self)
        self._first.setSingleShot(True)
        self._first.setInterval(FIRST_AFTER_MS)
        self._first.timeout.connect(self.refresh)
        banner.acted.connect(self._go)

    def start(self) -> None:
        """Look soon."""
        self._first.start()

    def stop(self) -> None:
        """The desk is closed or locked: nothing of it stays in sight."""
        self._over = True
        self._first.stop()
        self._look = None
        self._banner.show_message(Message(""))

    def take_sync(self, sync: SyncState) -> None:
        """A sync ended; where the server's record contradicts itself, that is said."""
        if not sync.running and isinstance(sync.failure, LogSplit):
            self.refresh()

    def refresh(self, _nothing: object = None) -> None:
        """Look again; may be connected to any event."""
        self._lane.run(self._ask, owner=self, done=self._take, failed=_quiet)

    def retranslate(self, _nothing: object = None) -> None:
        """The same in the language now in use."""
        self._take(self._look)

    def _ask(self) -> DevicesLook | None:
        return self._services.devices.alarm()

    def _take(self, look: DevicesLook | None) -> None:
        if self._over:  # asked for before the desk was locked
            return
        self._look = look
        if look is None:
            self._banner.show_message(Message(""))
            return
        # the words are loaded with the first alarm
        from reviewer_app.ui.device_words import alarm

        action = translate("Devices", "Look")
        self._banner.show_message(Message(alarm(look), Tone.CARE, action=action, dismissible=False))

    def _go(self, _message: Message) -> None:
        if self._look is not None:
            self.left.emit(Visit(Place.DEVICES))


def _quiet(error: Exception) -> None:
    # the screen in sight reads the same desk, and says it
    if not isinstance(error, ExpectedFailure):
        raise error
