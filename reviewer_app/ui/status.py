"""What the status strip says: saved, what is where, and whether the server was reached."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final

from PySide6.QtCore import QCoreApplication, QLocale, QObject

from review_protocol.late_dataclasses import dataclass
from reviewer_app.errors import ExpectedFailure, PassphraseNeeded
from reviewer_app.services.desk import Desk
from reviewer_app.services.desk_rows import DeskOverview
from reviewer_app.sync.clock import Clock, moment, utc_now
from reviewer_app.ui import dates
from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.kit.lane import Lane
from reviewer_app.ui.kit.palette import Tone
from reviewer_app.ui.kit.shapes import Shape
from reviewer_app.ui.kit.strip import StripPart, StripState
from reviewer_app.ui.screen import Place
from reviewer_app.ui.syncing import NOT_TRIED, SyncState

translate = QCoreApplication.translate
WARN_BEFORE: Final = timedelta(hours=48)


@dataclass(frozen=True, slots=True)
class Status:
    """The desk as a whole, and how the last sync went."""

    overview: DeskOverview | None = None
    sync: SyncState = NOT_TRIED


class StatusViewModel(QObject):
    """Reads the overview again whenever something was written."""

    changed = Event(Status)

    def __init__(self, desk: Desk, lane: Lane) -> None:
        super().__init__()
        self._desk = desk
        self._lane = lane
        self._status = Status()

    @property
    def status(self) -> Status:
        return self._status

    def refresh(self, _wrote: None = None) -> None:
        """Read the desk again; may be connected to an event."""
        self._lane.run(self._desk.overview, owner=self, done=self.take, failed=self._failed)

    def take_sync(self, sync: SyncState) -> None:
        """The sync went on."""
        self._show(replace(self._status, sync=sync))

    def take(self, overview: DeskOverview) -> None:
        """The desk was read."""
        self._show(replace(self._status, overview=overview))

    def _failed(self, error: Exception) -> None:
        # the screen in sight reads the same desk, and says it
        if not isinstance(error, ExpectedFailure):
            raise error

    def _show(self, status: Status) -> None:
        if status != self._status:
            self._status = status
            self.changed.emit(status)


def strip_state(status: Status, clock: Clock = utc_now) -> StripState:
    """The strip in the interface's language."""
    if status.overview is None:
        return StripState()
    parts = (*_kept(status.overview), *_packets(status.overview, clock()), *_connection(status))
    action = "" if status.sync.running else translate("status", "Sync now")
    return StripState(parts, action, status.sync.act)


def _kept(overview: DeskOverview) -> tuple[StripPart, ...]:
    if overview.last_kept is None:
        return ()
    at = dates.time_or_day(overview.last_kept)
    words = translate("status", "Saved {time}").format(time=at)
    return (StripPart(words, Shape.DONE, what="saved"),)


def rail_notes(overview: DeskOverview | None) -> dict[Place, str]:
    """The figures beside rooms: packets to hand in, messages to read."""
    waiting, unread = (0, 0) if overview is None else (overview.waiting, overview.unread)
    counts = {Place.HANDIN: waiting, Place.MESSAGES: unread}
    return {place: QLocale().toString(count) if count else "" for place, count in counts.items()}


def _urgent(overview: DeskOverview, now: datetime) -> str | None:
    """That packets are here only and the round closes within two days; None where all is well."""
    state = overview.round
    if not overview.waiting or state is None or now < moment(state.closes) - WARN_BEFORE:
        return None
    count = QLocale().toString(overview.waiting)
    if state.closed is not None or now >= moment(state.closes):
        words = translate("status", "Packets on this computer: {count}; the round has closed")
        return words.format(count=count)
    words = translate("status", "Packets on this computer: {count}; the round closes {time}")
    return words.format(count=count, time=dates.time_or_day(state.closes))


def _packets(overview: DeskOverview, now: datetime) -> tuple[StripPart, ...]:
    parts = []
    urgent = _urgent(overview, now)
    if urgent is not None:
        parts.append(StripPart(urgent, Shape.WARNING, Tone.CARE, f"urgent {overview.waiting}"))
    elif overview.waiting:
        words = translate("status", "Packets on this computer: {count}")
        count = QLocale().toString(overview.waiting)
        said = words.format(count=count)
        parts.append(StripPart(said, Shape.SENT, what=f"here {overview.waiting}"))
    if overview.received and overview.last_leaf is not None:
        words = translate("status", "Packets received: {count} (last no. {last})")
        count = QLocale().toString(overview.received)
        last = QLocale().toString(overview.last_leaf)
        said = words.format(count=count, last=last)
        parts.append(StripPart(said, what=f"received {overview.received}"))
    return tuple(parts)


def _connection(status: Status) -> tuple[StripPart, ...]:
    sync, overview = status.sync, status.overview
    if sync.offline_since is not None:
        since = dates.time_or_day(sync.offline_since)
        words = translate("status", "Offline since {time}").format(time=since)
        return (StripPart(words, Shape.WAITING, Tone.NEUTRAL, "offline"),)
    if isinstance(sync.failure, PassphraseNeeded):
        words = translate("status", "Passphrase needed to sync")
        return (StripPart(words, Shape.LOCKED, what="passphrase"),)
    if sync.failure is not None:
        # the words for failures are loaded with the first one
        from reviewer_app.ui.wording import sentence_of

        kind = type(sync.failure).__name__
        return (StripPart(sentence_of(sync.failure).title, Shape.WARNING, what=kind),)
    if overview is not None and overview.last_sync is not None:
        at = dates.time_or_day(overview.last_sync)
        return (StripPart(translate("status", "Synced {time}").format(time=at), what="synced"),)
    return ()
