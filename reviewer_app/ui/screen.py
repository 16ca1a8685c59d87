"""What every screen has in common: where it leads, what it is given, how it comes and goes."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from review_protocol.late_dataclasses import dataclass
from reviewer_app.ui.entries import Aside
from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.kit.lane import Lane
from reviewer_app.ui.kit.remember import Keeps

if TYPE_CHECKING:
    from review_protocol.documents.score import Missing
    from reviewer_app.services.assembly import Services
    from reviewer_app.services.desk_rows import DeskLook
    from reviewer_app.services.search_hits import Hit
    from reviewer_app.ui.appearance import Appearance
    from reviewer_app.ui.syncing import Syncing


class Place(StrEnum):
    """The screens; the value is the name of the screen's folder, with a dot within another's."""

    DESK = "desk"
    DECLARE = "declare"
    READING = "reading"
    SIGNING = "signing"
    OVERVIEW = "overview"
    PRACTICE = "reading.practice"
    CORRECTION = "correction"
    DISCUSSION = "panel.discussion"
    MESSAGES = "messages"
    HANDIN = "handin"
    CONNECTION = "connection"
    PANEL = "panel"
    STAFF = "staff"
    PREFERENCES = "preferences"
    DEVICES = "devices"
    SAFETY = "safety"
    RETURNING = "returning"


@dataclass(frozen=True, slots=True)
class Visit:
    """Where somebody wants to go, for which case, and what is to be done there first."""

    place: Place
    case: str | None = None
    lack: Missing | None = None
    files: tuple[Path, ...] = ()
    """Files that were opened or dropped, to be taken in there."""
    hit: Hit | None = None
    """What a search found in the case: to be shown there."""
    part: str = ""
    """What of it was in front when one was there last, as the screen named it by `part`."""
    words: str = ""
    """What somebody may want to write there first."""


@dataclass(frozen=True, slots=True)
class Lanes:
    """The ways off the GUI thread: one at a time for the database, three abreast for the net."""

    database: Lane
    network: Lane


@dataclass(frozen=True, slots=True)
class Supplies:
    """What the application gives to a screen of the open desk."""

    services: Services
    lanes: Lanes
    keeps: Keeps
    syncing: Syncing
    appearance: Appearance
    folder: Path
    look: DeskLook | None = None
    """How the desk stood at its opening; only for the first screen, and None after it."""


@dataclass(frozen=True, slots=True)
class WhileClosed:
    """Work that needs the desk closed, and the words for how it came out. From any thread."""

    work: Callable[[], object]
    told: Callable[[object], str]


class Screen(QObject):
    """One screen as the application knows it; each screen's folder makes its own in `screen.py`.

    The view belongs to the frame; the screen keeps its view model alive.
    """

    left = Event(Visit)
    """The person wants to go somewhere else."""
    wrote: Event[None] = Event()
    """Something was kept or signed: the strip and the other screens read the desk again."""
    closing = Event(WhileClosed)
    """The desk is to be locked, this done while it is closed, and told on the lock."""
    resumed = Event(Aside)
    """The desk was locked over a dialog or an editor of the screen: it is to be opened again."""

    def __init__(self, view: QWidget) -> None:
        super().__init__(view)
        self.view = view

    def enter(self, case: str | None) -> None:
        """It comes into sight: read what is needed, for this case where there is one."""

    def expect(self, visit: Visit) -> None:
        """Told before `enter`: what is to be done there first, beside the case."""

    def leave(self) -> None:
        """It goes out of sight, or the application closes: keep what is being typed."""

    def here(self) -> str | None:
        """The case that one is at within the screen, where the visit did not name it."""
        return None

    def part(self) -> str:
        """What of the case is in front, for `Visit.part`; "" for what is there at first."""
        return ""

    def editor(self) -> Aside | None:
        """An editor that stands open within the screen: the lock puts it aside as it stands."""
        return None

    def refresh(self) -> None:
        """The desk changed while the screen was in sight: after a sync, or by another act."""


@runtime_checkable
class ScreenModule(Protocol):
    """`reviewer_app.ui.<screen>.screen`: where the application finds a screen."""

    make_screen: Callable[[Supplies], Screen]
