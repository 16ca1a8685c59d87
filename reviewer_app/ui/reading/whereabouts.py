"""Where a case is being read, and which of its rows have been: kept after a pause, said in text."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject

from review_protocol.documents.text import Element, Language
from reviewer_app.services.rows import ReadingPlace
from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.kit.lane import Lane
from reviewer_app.ui.reading.anchoring import Anchor, Sight
from reviewer_app.ui.reading.desks import OpensCases
from reviewer_app.ui.reading.pausing import after_pause
from reviewer_app.ui.reading.prepared import TITLE, Block, Prepared

PAUSE_MS = 1000
"""What has stood in sight so long counts as read; then the place is kept."""


class Whereabouts(QObject):
    """Follows one case at a time; `read` carries the rows read so far."""

    read: Event[frozenset[int]] = Event()

    def __init__(self, desk: OpensCases, lane: Lane, failed: Callable[[Exception], None]) -> None:
        super().__init__()
        self._desk, self._lane, self._failed = desk, lane, failed
        self._number = ""
        self._prepared: Prepared | None = None
        self._anchor: Anchor | None = None
        self._moved = False
        self._sight: frozenset[int] = frozenset()
        self._rows: frozenset[int] = frozenset()
        self._pause = after_pause(self, PAUSE_MS, self._rest)

    @property
    def anchor(self) -> Anchor | None:
        """Where the reader is; None before anything moved."""
        return self._anchor

    def begin(
        self, number: str, prepared: Prepared, place: ReadingPlace | None
    ) -> tuple[Anchor | None, frozenset[int]]:
        """Another case; where it was being read, and the rows read before."""
        self.keep()
        self._number, self._prepared = number, prepared
        self._anchor, self._rows = kept_place(place, prepared)
        self._sight = frozenset()
        return self._anchor, self._rows

    def renew(self, prepared: Prepared) -> tuple[Anchor | None, frozenset[int]]:
        """Another version of the open case: the line of it where the reader is, and the rows of it
        whose texts were all read before."""
        before = self._prepared
        if before is not None:
            self._rows = carried_rows(self._rows, before, prepared)
        if before is not None and self._anchor is not None:
            self._anchor, self._moved = carried(self._anchor, before, prepared), True
        self._prepared, self._sight = prepared, frozenset()
        self.keep()
        return self._anchor, self._rows

    def see(self, rows: frozenset[int]) -> None:
        """These rows are in sight; after a pause they are read."""
        self._sight = rows
        self._pause.start()

    def move(self, sight: Sight) -> None:
        """The reader has gone here; kept after a pause, and when the screen is left."""
        self._anchor, self._moved = sight.anchor, True
        self.see(sight.rows)

    def keep(self) -> None:
        """Remember where the reader is, and what was read."""
        self._pause.stop()
        anchor, prepared = self._anchor, self._prepared
        if self._moved and anchor is not None and prepared is not None:
            self._moved = False
            place = place_of(anchor, self._rows, prepared)
            work = partial(self._desk.mark_read, self._number, place)
            self._lane.run(work, owner=self, done=_nothing, failed=self._failed)

    def _rest(self) -> None:
        if not self._sight <= self._rows:
            self._rows |= self._sight
            self.read.emit(self._rows)
        self.keep()


def shares(prepared: Prepared, read: frozenset[int]) -> dict[Element, float]:
    """Which part of each element was read, 0 to 1, by the length of its rows; 0 where it is
    missing."""
    whole = dict.fromkeys(Element, 0)
    done = dict.fromkeys(Element, 0)
    for at in range(len(prepared.rows)):
        for there in _blocks(prepared, at):
            if there.unit != TITLE:
                whole[there.element] += len(there.text)
                done[there.element] += len(there.text) * (at in read)
    return {each: done[each] / whole[each] if whole[each] else 0.0 for each in Element}


def place_of(anchor: Anchor, read: frozenset[int], prepared: Prepared) -> ReadingPlace:
    """What is kept: the line, and the units read in each language."""
    units: dict[str, dict[str, list[int]]] = {}
    for at in sorted(read):
        for there in _blocks(prepared, at):
            sides = units.setdefault(there.element, {})
            sides.setdefault(there.language, []).append(there.unit)
    more = json.dumps([anchor.language, anchor.offset, units], separators=(",", ":"))
    return ReadingPlace(anchor.element, max(anchor.unit, TITLE), more)


def kept_place(
    place: ReadingPlace | None, prepared: Prepared
) -> tuple[Anchor | None, frozenset[int]]:
    """The line and the rows that were kept; what another version of the app wrote is passed
    over."""
    if place is None:
        return None, frozenset()
    try:
        language, offset, units = json.loads(place.more)
        anchor = Anchor(Language(language), place.element, place.unit, int(offset))
        return anchor, frozenset(_rows(prepared, units))
    except (ValueError, TypeError, AttributeError):
        return Anchor(prepared.languages[0], place.element, place.unit), frozenset()


def carried_rows(read: frozenset[int], before: Prepared, now: Prepared) -> frozenset[int]:
    """The rows of another version that say nothing but what stood in rows read before."""
    known = {_saying(block) for at in read for block in _blocks(before, at)}
    rows = ((at, [_saying(block) for block in _blocks(now, at)]) for at in range(len(now.rows)))
    return frozenset(at for at, said in rows if said and known.issuperset(said))


def carried(anchor: Anchor, before: Prepared, now: Prepared) -> Anchor:
    """The same line in another version; where its own text is no longer there, as far below the
    last text before it that still is."""
    old = [unit.text for unit in before.texts[anchor.element, anchor.language].units]
    new = [unit.text for unit in now.texts[anchor.element, anchor.language].units]
    for at in range(min(anchor.unit, len(old) - 1), -1, -1):
        same = [unit for unit, text in enumerate(new) if text == old[at]]
        if same:
            nearest = min(same, key=lambda unit: abs(unit - at))
            return replace(anchor, unit=min(nearest + anchor.unit - at, len(new) - 1))
    return replace(anchor, unit=min(anchor.unit, len(new) - 1))


def _saying(block: Block) -> tuple[Element, Language, str]:
    return block.element, block.language, block.text


def _blocks(prepared: Prepared, row: int) -> Iterator[Block]:
    for language in Language:
        for index in prepared.rows[row].of(language):
            yield prepared.sides[language].blocks[index]


def _rows(prepared: Prepared, units: Mapping[str, Mapping[str, Iterable[int]]]) -> Iterator[int]:
    known = {
        (element, language, unit)
        for element, sides in units.items()
        for language, numbers in sides.items()
        for unit in numbers
    }
    for at in range(len(prepared.rows)):
        if any((b.element, b.language, b.unit) in known for b in _blocks(prepared, at)):
            yield at


def _nothing(_none: None) -> None:
    """A place is kept: there is nothing to show."""
