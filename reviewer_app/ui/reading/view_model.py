"""Opens a case for reading and remembers how and where it is read."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QObject, QTimer

from review_protocol.documents.text import Element, Language
from reviewer_app.errors import Failure
from reviewer_app.reading.countries import CountryTable
from reviewer_app.services.desk import Desk
from reviewer_app.services.rows import ReadingPlace
from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.kit.lane import Lane
from reviewer_app.ui.kit.remember import Keeps
from reviewer_app.ui.reading.arrangement import Arrangement, Mode
from reviewer_app.ui.reading.comparing import FigurePair, compared
from reviewer_app.ui.reading.facts_sheet import fact_sheet
from reviewer_app.ui.reading.finding import find_in
from reviewer_app.ui.reading.pair import Anchor
from reviewer_app.ui.reading.prepared import TITLE, prepare
from reviewer_app.ui.reading.remembered import (
    keep_arrangement,
    keep_folds,
    kept_arrangement,
    kept_folds,
)
from reviewer_app.ui.reading.state import Find, Leaf, Opened, ReadingState

KEEP_PLACE_MS = 1000


class ReadingViewModel(QObject):
    """Moves the reading screen from state to state; `opened` comes with each case made ready."""

    changed = Event(ReadingState)
    opened = Event(Opened)

    def __init__(
        self, desk: Desk, lane: Lane, keeps: Keeps, countries: Callable[[], CountryTable]
    ) -> None:
        super().__init__()
        self._desk = desk
        self._lane = lane
        self._keeps = keeps
        self._countries = countries
        self._state = ReadingState(
            how=kept_arrangement(keeps), folds=kept_folds(keeps, narrow=False)
        )
        self._anchor: Anchor | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(KEEP_PLACE_MS)
        self._pause.timeout.connect(self.keep_place)

    @property
    def state(self) -> ReadingState:
        return self._state

    def open(self, number: str) -> None:
        """Open a case where its reader left it; the same case again is read anew from the desk."""
        if number != self._state.number:
            self.keep_place()
            self._anchor = None
            self._show(
                ReadingState(
                    number=number, opening=True, how=self._state.how, folds=self._state.folds
                )
            )
        self._lane.run(
            partial(_open, self._desk, self._countries, number),
            owner=self,
            done=self._take,
            failed=self._fail,
        )

    def show_leaf(self, leaf: Leaf, file: str | None = None) -> None:
        """Show texts, facts or a file in the middle."""
        self._show(replace(self._state, leaf=leaf, file=file))

    def arrange(self, how: Arrangement) -> None:
        """Another mode, other sides or sizes; sizes and shares are remembered."""
        keep_arrangement(self._keeps, how, self._state.how)
        self._show(replace(self._state, how=how))

    def fold(
        self,
        *,
        outline: bool | None = None,
        panel: bool | None = None,
        narrow: bool | None = None,
    ) -> None:
        """Fold a side pane, or open it; `narrow` is told where the window has another width."""
        folds = self._state.folds
        if narrow is not None:
            folds = replace(kept_folds(self._keeps, narrow=narrow), panel=folds.panel)
        if outline is not None or panel is not None:
            folds = replace(
                folds,
                outline=folds.outline if outline is None else outline,
                panel=folds.panel if panel is None else panel,
            )
            keep_folds(self._keeps, folds)
        self._show(replace(self._state, folds=folds))

    def find(self, text: str) -> None:
        """Look for words in both languages; "" shows an empty list."""
        opened = self._state.opened
        found = find_in(opened.prepared, text) if opened else Find(open=True, text=text)
        leaf = Leaf.TEXT if found.hits else self._state.leaf
        self._show(replace(self._state, find=found, leaf=leaf))

    def show_hit(self, at: int) -> None:
        """Go to a hit, round and round."""
        find = self._state.find
        if find.hits:
            shown = replace(find, at=at % len(find.hits))
            self._show(replace(self._state, find=shown, leaf=Leaf.TEXT))

    def close_find(self) -> None:
        self._show(replace(self._state, find=Find()))

    def move(self, anchor: Anchor) -> None:
        """The reader is here; kept after a pause, and when the screen is left."""
        self._anchor = anchor
        read = self._state.read | {anchor.element}
        if read != self._state.read:
            self._show(replace(self._state, read=read))
        self._pause.start()

    def keep_place(self) -> None:
        """Remember where the reader is."""
        self._pause.stop()
        anchor, number = self._anchor, self._state.number
        if anchor is None or not number:
            return
        self._anchor = None
        mode = json.dumps([self._state.how.mode, anchor.language, self._state.how.left])
        place = ReadingPlace(anchor.element, max(anchor.unit, TITLE), mode)
        self._lane.run(
            partial(self._desk.mark_read, number, place),
            owner=self,
            done=_nothing,
            failed=self._fail,
        )

    def _take(self, opened: Opened) -> None:
        if opened.view.row.number != self._state.number:
            return
        first = self._state.opened is None
        state = replace(self._state, opening=False, opened=opened, failure=None)
        if first:
            start, how = _start(opened.view.place, state.how)
            read = frozenset({start.element if start else Element.BACKGROUND})
            state = replace(state, start=start, how=how, read=read)
        self._show(state)
        self.opened.emit(opened)
        if first:
            self._lane.run(
                partial(_compare, opened), owner=self, done=self._mark_figures, failed=self._fail
            )

    def _mark_figures(self, found: _Compared) -> None:
        if found.number == self._state.number:
            self._show(replace(self._state, figures=found.figures))

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, Failure):
            raise error
        self._show(replace(self._state, opening=False, failure=error))

    def _show(self, state: ReadingState) -> None:
        self._state = state
        self.changed.emit(state)


def _open(desk: Desk, countries: Callable[[], CountryTable], number: str) -> Opened:
    view = desk.open(number)
    prepared = prepare(view.case, view.alignments)
    return Opened(view, prepared, fact_sheet(view.case, countries()), desk.criteria_order())


@dataclass(frozen=True, slots=True)
class _Compared:
    number: str
    figures: Mapping[int, FigurePair]


def _compare(opened: Opened) -> _Compared:
    return _Compared(opened.view.row.number, compared(opened.prepared))


def _start(place: ReadingPlace | None, how: Arrangement) -> tuple[Anchor | None, Arrangement]:
    """Where and how a case was read last; a mode of another app version is passed over."""
    if place is None:
        return None, how
    try:
        mode, language, left = json.loads(place.mode)
        alone = Language(language) if mode == Mode.SINGLE else None
        how = replace(how, mode=Mode(mode), left=Language(left), alone=alone)
        return Anchor(Language(language), place.element, place.unit), how
    except ValueError:
        return Anchor(how.left, place.element, place.unit), how


def _nothing(_none: None) -> None:
    """A place is kept: there is nothing to show."""
