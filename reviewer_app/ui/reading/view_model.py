"""Opens a case for reading and remembers how and where it is read."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace

from reviewer_app.errors import Failure
from reviewer_app.services.differing import CaseDifferences
from reviewer_app.services.preparing import HasTables
from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.kit.lane import Lane
from reviewer_app.ui.kit.remember import Keeps
from reviewer_app.ui.reading.arrangement import Arrangement
from reviewer_app.ui.reading.desks import OpensCases
from reviewer_app.ui.reading.kept_place import beginning
from reviewer_app.ui.reading.opening import Opening
from reviewer_app.ui.reading.pace import Stretch, shares
from reviewer_app.ui.reading.remembered import (
    Room,
    keep_arrangement,
    keep_folds,
    kept_arrangement,
    kept_folds,
)
from reviewer_app.ui.reading.seeking import Choose, Seeking, Sought
from reviewer_app.ui.reading.shown import Shown
from reviewer_app.ui.reading.state import NONE_FOUND, Find, Leaf, Opened, ReadingState
from reviewer_app.ui.reading.whereabouts import Whereabouts
from reviewer_app.ui.single_keys import KeyChoice, kept_choice


class ReadingViewModel(Shown):
    """Moves the reading screen from state to state; `opened` comes with each case made ready."""

    opened = Event(Opened)

    def __init__(
        self,
        desk: OpensCases,
        lane: Lane,
        keeps: Keeps,
        tables: HasTables,
        room: Room,
        steady: Callable[[], float] = time.monotonic,
    ) -> None:
        how, folds = kept_arrangement(keeps, room), kept_folds(keeps, narrow=False)
        super().__init__(ReadingState(how=how, folds=folds))
        self._desk = desk
        self._lane = lane
        self._keeps = keeps
        self._tables = tables
        self._room = room
        self._seeking = Seeking(lane, self._fail)
        self._seeking.found.connect(self._show_found)
        self.whereabouts = Whereabouts(desk, lane, self._fail, steady)
        self.whereabouts.read.connect(self._mark_read)

    @property
    def keys(self) -> KeyChoice:
        """The single keys as they are chosen now."""
        return kept_choice(self._keeps)

    def open(self, number: str, *, spoken: bool = False) -> None:
        """Open a case where its reader left it; the same case again is read anew from the desk.

        Its texts are shown first, and what stands around them a turn of the lane later. `spoken`:
        a screen reader listens, maybe only since the screen was made."""
        how = self._state.how
        if spoken and not self._room.spoken:
            self._room = replace(self._room, spoken=True)
            how = kept_arrangement(self._keeps, self._room)
            self._show(replace(self._state, how=how))
        if number != self._state.number:
            self.whereabouts.keep()
            self._show(ReadingState(number=number, opening=True, how=how, folds=self._state.folds))
        opening = Opening(self._desk, self._tables, number)
        self._lane.run(opening.read, owner=self, done=self._take, failed=self._fail)
        self._lane.run(opening.again, owner=self, done=self._go_on, failed=self._fail)

    def show_leaf(self, leaf: Leaf, file: str | None = None) -> None:
        """Show texts, facts or a file in the middle."""
        self._show(replace(self._state, leaf=leaf, file=file))

    def arrange(self, how: Arrangement | None = None, *, tight: bool | None = None) -> None:
        """Another mode, other sides or faces: all of it is remembered. `tight` is told where there
        is no room for two columns, or is again: the mode is then the one for such a width."""
        if how is not None:
            keep_arrangement(self._keeps, how, self._state.how, self._room)
        elif tight is not None and tight is not self._room.tight:
            self._room = replace(self._room, tight=tight)
            how = kept_arrangement(self._keeps, self._room)
        self._show(replace(self._state, how=how or self._state.how))

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

    def find(self, text: str, choose: Choose | None = None) -> None:
        """Look for words in both languages, from where the reader is; "" shows an empty list.
        `choose` says which of the hits is gone to; None leads to the next one from here."""
        opened = self._state.opened
        if opened is None:
            return
        here, since = self.whereabouts.anchor, self._state.find.since
        if since is None or here != self._led_to:
            since = here or beginning(opened.prepared)
        self._seeking.seek(opened.prepared, Sought(text, since, choose))

    def show_hit(self, at: int) -> None:
        """Go to a hit, round and round."""
        find = self._state.find
        if find.hits:
            shown = replace(find, at=at % len(find.hits), since=None)
            self._show(replace(self._state, find=shown, leaf=Leaf.TEXT), shown.hits[shown.at])

    def open_find(self, *, open_it: bool = True) -> None:
        """Open the search as it was left, or close it: who chose none of its hits, and has not gone
        elsewhere himself, is back where he was."""
        find, opened = self._state.find, self._state.opened
        if open_it and opened is not None:
            self._seeking.make_ready(opened.prepared)
        stayed = not open_it and self.whereabouts.anchor == self._led_to
        shown = replace(find, open=open_it, since=find.since if open_it else None)
        self._show(replace(self._state, find=shown), find.since if stayed else None)

    def _take(self, opened: Opened) -> None:
        if opened.view.row.number != self._state.number:
            return
        before, prepared = self._state.opened, opened.prepared
        state = replace(self._state, opened=opened, failure=None)
        if before is None:
            number = opened.view.row.number
            known = opened.known
            self.whereabouts.begin(number, prepared, known)
            state = replace(state, start=known.anchor, apart=known.apart, read=opened.read)
        elif prepared != before.prepared:  # a sync brought another version, or other tables
            known = self.whereabouts.renew(prepared)
            read, find = shares(prepared, known.read), self._seeking.again(state.find, prepared)
            state = replace(state, start=known.anchor, apart=known.apart, read=read)
            state = replace(state, find=find, differences=NONE_FOUND)
        self._show(state)

    def _go_on(self, opened: Opened | None) -> None:
        """The texts are there; what is around them follows."""
        if opened is not None and opened is self._state.opened:
            if self._state.opening:
                self._show(replace(self._state, opening=False))
            self.opened.emit(opened)

    def _show_found(self, find: Find) -> None:
        leaf = Leaf.TEXT if find.hits else self._state.leaf
        to = find.hits[find.at] if find.hits else find.since
        self._show(replace(self._state, find=find, leaf=leaf), to)

    def tell_differences(self, found: CaseDifferences) -> None:
        """The languages of the open case were compared."""
        if found.number == self._state.number:
            self._show(replace(self._state, differences=found))

    def _mark_read(self, stretches: frozenset[Stretch]) -> None:
        if self._state.opened is not None:
            read = shares(self._state.opened.prepared, stretches)
            self._show(replace(self._state, read=read))

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, Failure):
            raise error
        self._show(replace(self._state, opening=False, failure=error))
