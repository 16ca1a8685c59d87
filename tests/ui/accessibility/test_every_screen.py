"""Every screen of a reviewer, a chair and the secretariat: by keyboard, by ear and by eye."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from reviewer_app.ui.rooms import ROOMS
from tests.ui.accessibility import audit, heard
from tests.ui.accessibility.walk import PEOPLE, walk

USUAL = (1366, 768)
AT_ONCE = (
    audit.nameless,
    audit.misstated,
    audit.unreachable,
    audit.disordered,
    audit.trapped,
    audit.obscured,
    heard.headed,
    heard.grouped,
    audit.small,
    audit.unseen,
    audit.changing,
    audit.clipped,
    audit.outside,
)
Rule = Callable[[QWidget], list[str]]
Kind = tuple[str, int, tuple[int, int]]


@dataclass
class Walked:
    """The faults that were found, by rule, size of all and size of the window."""

    screens: set[str] = field(default_factory=set)
    faults: dict[Kind, list[str]] = field(default_factory=dict)

    def look(self, rules: tuple[Rule, ...], size: int, window: tuple[int, int]):
        def looked(screen: str, shown: QWidget) -> None:
            self.screens.add(screen)
            for rule in rules:
                found = [f"{screen}: {fault}" for fault in rule(shown)]
                self.faults.setdefault((rule.__name__, size, window), []).extend(found)

        return looked


@pytest.fixture(scope="module")
def walked(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Walked:
    """All screens, gone through once; what the tests look at are plain lines."""
    seen = Walked()
    for who, desk_of in PEOPLE.items():
        with desk_of(tmp_path_factory.mktemp(who)) as (room, rooms):
            walk(room, rooms, USUAL, seen.look(AT_ONCE, 100, USUAL))
    return seen


def test_every_room_was_entered(walked: Walked):
    assert walked.screens == {room.place.value for room in ROOMS}


@pytest.mark.parametrize("rule", AT_ONCE, ids=lambda rule: rule.__name__)
def test_at_the_usual_size(walked: Walked, rule: Rule):
    assert walked.faults[rule.__name__, 100, USUAL] == []
