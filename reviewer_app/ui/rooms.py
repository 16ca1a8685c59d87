"""Which screens there are, for whom, and what the rail calls them; it imports none of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

from PySide6.QtCore import QCoreApplication

from review_protocol.documents.words import Role
from review_protocol.late_dataclasses import dataclass
from reviewer_app.ui.kit.rail import RailEntry
from reviewer_app.ui.screen import Place

translate = QCoreApplication.translate
EVERYBODY: Final = frozenset(Role)
READERS: Final = frozenset({Role.REVIEWER, Role.CHAIR})
DECLARING: Final = READERS | {Role.HEAD}


@dataclass(frozen=True, slots=True)
class Room:
    """A screen: who may enter, and its entry in the rail, or `under` whose entry it is."""

    place: Place
    roles: frozenset[Role]
    icon: str = ""
    title: Callable[[], str] | None = None
    below: bool = False
    under: Place | None = None

    def is_for(self, roles: tuple[Role, ...]) -> bool:
        return bool(self.roles & set(roles))


ROOMS: Final = (
    Room(Place.DESK, READERS, "desk", lambda: translate("rooms", "Desk")),
    Room(Place.DECLARE, DECLARING, under=Place.DESK),
    Room(Place.READING, READERS, under=Place.DESK),
    Room(Place.SIGNING, READERS, under=Place.DESK),
    Room(Place.OVERVIEW, READERS, under=Place.DESK),
    Room(Place.PRACTICE, READERS, under=Place.DESK),
    Room(Place.CORRECTION, READERS, under=Place.DESK),
    Room(Place.DISCUSSION, READERS, under=Place.DESK),
    Room(
        Place.PANEL,
        frozenset({Role.CHAIR, Role.HEAD}),
        "panel",
        lambda: translate("rooms", "Panel"),
    ),
    Room(Place.STAFF, frozenset({Role.STAFF}), "staff", lambda: translate("rooms", "Secretariat")),
    Room(Place.MESSAGES, EVERYBODY, "note", lambda: translate("rooms", "Messages"), below=True),
    Room(Place.HANDIN, EVERYBODY, "sync", lambda: translate("rooms", "Hand-in"), below=True),
    Room(Place.CONNECTION, EVERYBODY, under=Place.HANDIN),
    Room(
        Place.PREFERENCES,
        EVERYBODY,
        "preferences",
        lambda: translate("rooms", "Preferences"),
        below=True,
    ),
    Room(Place.DEVICES, EVERYBODY, under=Place.PREFERENCES),
    Room(Place.SAFETY, EVERYBODY, under=Place.PREFERENCES),
    Room(Place.RETURNING, EVERYBODY, under=Place.PREFERENCES),
)


def rail_entries(rooms: Iterable[Room]) -> tuple[RailEntry, ...]:
    """The entries of those rooms that have one."""
    return tuple(
        RailEntry(room.place, room.icon, room.title, below=room.below)
        for room in rooms
        if room.title is not None
    )
