"""The panes as one: rows at one height or one below the other, one offset, the place kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QSplitter, QWidget

from review_protocol.documents.text import Language
from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.kit.focus import has_focus_within
from reviewer_app.ui.kit.stylesheet import scaled
from reviewer_app.ui.reading.anchoring import (
    Anchor,
    Sight,
    anchor_of,
    go_back,
    in_sight,
    show_block,
)
from reviewer_app.ui.reading.arrangement import SHARES, Arrangement, Mode
from reviewer_app.ui.reading.counterparts import nearest, rows_from
from reviewer_app.ui.reading.handing_on import hand_caret, hand_focus
from reviewer_app.ui.reading.pace import Stretch
from reviewer_app.ui.reading.pane import ReadingPane
from reviewer_app.ui.reading.pane_header import PaneColumn
from reviewer_app.ui.reading.placing import CHIP_PX, Measured, Placed, place_aligned, place_down
from reviewer_app.ui.reading.prepared import PaneRow, Prepared
from reviewer_app.ui.reading.shelf import Shelf
from reviewer_app.ui.reading.spans import Pointed


class PanePair(QSplitter):
    """Draws a prepared case; `moved` tells where the reader is after scrolling.

    `divided` carries the left pane's part of the width when the handle was moved; `placed` is
    told whenever blocks stand elsewhere.
    """

    moved = Event(Sight)
    divided = Event(float)
    placed: Event[None] = Event()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.shelf = Shelf()
        self.panes = self.shelf.panes
        self.prepared: Prepared | None = None
        self._how = Arrangement()
        self._opened: frozenset[int] = frozenset()
        self._anchor: Anchor | None = None
        self._apart: dict[ReadingPane, Anchor] = {}
        self._stood: tuple[tuple[PaneColumn, ...], int, Mode] | None = None
        self._arranging = False
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self.setChildrenCollapsible(False)
        for column in self.shelf.all:
            self.addWidget(column)
            column.pane.resized.connect(self._resettle)
            column.pane.verticalScrollBar().valueChanged.connect(self._follow)
        self._soon.timeout.connect(self._settle)
        self.splitterMoved.connect(self._divide)

    @property
    def in_sight(self) -> tuple[ReadingPane, ...]:
        """The panes in sight, the left one first."""
        return tuple(column.pane for column in self.columns())

    @property
    def shown(self) -> tuple[Language, ...]:
        """The languages in sight, the left or upper one first."""
        if self.in_sight == (self.shelf.stack,):
            return (self._how.left, self._how.left.other)
        return tuple(pane.language for pane in self.in_sight)

    def show_case(
        self,
        prepared: Prepared,
        how: Arrangement,
        anchor: Anchor | None,
        apart: Sequence[Anchor] = (),
    ) -> None:
        """Show another case, at the place where its reader was; on sides that are free, each at
        its own."""
        self.prepared, self._how, self._anchor = prepared, how, anchor
        self._opened, self._apart = frozenset(), {}
        if how.mode is Mode.FREE:
            self._apart = {pane_of(self, each.language): each for each in apart}
        self._lay_out()

    def show_arrangement(self, how: Arrangement) -> None:
        """Other faces, sides or modes; the place is kept."""
        if how == self._how or self.prepared is None:
            return
        if how == replace(self._how, share=how.share):  # the person is moving the handle
            self._how = how
            return
        if (how.mode, how.alone) != (self._how.mode, self._how.alone):
            self._opened, self._apart = frozenset(), {}
        self._anchor = self.anchor()
        self._how = how
        self._lay_out()

    def anchor(self) -> Anchor | None:
        """Where the reader is: the first line in sight on the left side."""
        if self._anchor is None and self.in_sight:
            return anchor_of(self.in_sight[0])
        return self._anchor

    def open_under(self, at: Pointed) -> None:
        """In focus, open what says the same under a paragraph, and what only the other language has
        between it and the next one; again, and it is closed."""
        if self.prepared is None or self._how.mode is not Mode.FOCUS:
            return
        rows = rows_from(self.prepared, at)
        if rows:
            self._anchor = self.anchor()
            self._opened = self._opened - rows if rows <= self._opened else self._opened | rows
            self._lay_out()
            self.in_sight[0].put_caret(at)

    def go_to(self, language: Language, block: int, *, above: float = 8.0) -> None:
        """Scroll so that a block is near the top; in focus, one of the other language is opened
        below its counterpart, or below what stands above it."""
        if self.prepared is not None:
            held = pane_of(self, language).held
            if held is not None and held.number(language, block) is None:
                self.open_under(Pointed(language.other, nearest(self.prepared, language, block)))
            show_block(self.prepared, pane_of(self, language), (language, block), above)

    def columns(self) -> tuple[PaneColumn, ...]:
        """The panes in sight with their headers."""
        return self.shelf.in_sight(self.prepared, self._how) if self.prepared else ()

    def _lay_out(self) -> None:
        """Show the panes that are wanted, in their order, and set them."""
        if self.prepared is None:
            return
        columns, share = self.columns(), round(10_000 * self._how.share)
        self._arranging = True
        for column in columns:
            self.shelf.fill(column.pane, self.prepared, self._how, self._opened)
        caret: Pointed | None = None
        if self._stood != (columns, share, self._how.mode):
            caret = _stand(self, columns, share, self._how.mode)
            self._stood = (columns, share, self._how.mode)
        self._arranging = False
        self._settle()
        if caret is not None:
            hand_caret(self.prepared, caret, pane_of(self, caret.language))

    def _divide(self) -> None:
        left, right, *_ = *(size for size in self.sizes() if size), 0, 0
        if left and right:
            self.divided.emit(min(max(left / (left + right), SHARES[0]), SHARES[1]))

    def _resettle(self, _none: None) -> None:
        """Another width: once for all panes, and not while they are being arranged."""
        if not self._arranging and self.prepared is not None:
            self._anchor = self.anchor()
            self._soon.start()

    def _settle(self) -> None:
        """Set all lines, place all blocks, and go back to the place."""
        self._soon.stop()
        if self.prepared is None or not self.isVisible():
            return
        self._arranging = True
        for pane in self.in_sight:
            self.shelf.arrange(pane)
        _place(self.prepared.rows, self.in_sight, self._how.mode)
        if self._anchor is not None:
            _go_back(self, self.prepared, self._anchor, locked=self._how.mode is Mode.ALIGNED)
            for pane, anchor in self._apart.items():
                go_back(self.prepared, pane, anchor)
        self._arranging = False
        self.placed.emit(None)

    def _follow(self, value: int) -> None:
        """While locked, one offset; then tell where the reader is."""
        if self._arranging:
            return
        if self._how.mode is Mode.ALIGNED:
            self._arranging = True
            for pane in self.in_sight:
                pane.verticalScrollBar().setValue(value)
            self._arranging = False
        self._anchor = anchor_of(self.in_sight[0]) if self.in_sight else None
        if self._how.mode is Mode.FREE:
            self._apart = _each_place(self.in_sight)
        if self._anchor is not None:
            apart = tuple(self._apart.values())
            self.moved.emit(Sight(self._anchor, stretches_in_sight(self), apart))

    def showEvent(self, event: QShowEvent) -> None:
        """The first time in sight is the first time with a width."""
        super().showEvent(event)
        settings = (pane.setting() for pane in self.in_sight)
        if any(each is not None and not each.styles for each in settings):
            self._settle()  # it came out of sight, and is painted before a timer is heard
        self._soon.start()


def pane_of(pair: PanePair, language: Language) -> ReadingPane:
    """The pane in sight in which a language stands; the first in sight where none does."""
    sight = pair.in_sight or (pair.panes[language],)
    own = [pane for pane in sight if pane is pair.shelf.stack or pane.language is language]
    return own[0] if own else sight[0]


def stretches_in_sight(pair: PanePair) -> frozenset[Stretch]:
    """What of the case is in sight, on either side."""
    if pair.prepared is None:
        return frozenset()
    return frozenset().union(*(in_sight(pair.prepared, pane) for pane in pair.in_sight))


def _each_place(panes: Sequence[ReadingPane]) -> dict[ReadingPane, Anchor]:
    """Sides that are free of each other are read at places of their own."""
    found = {pane: anchor_of(pane) for pane in panes}
    return {pane: anchor for pane, anchor in found.items() if anchor is not None}


def _go_back(pair: PanePair, prepared: Prepared, anchor: Anchor, *, locked: bool) -> None:
    """To the anchored line; while locked, the other side is scrolled by as much."""
    first = pane_of(pair, anchor.language)
    go_back(prepared, first, anchor)
    for pane in pair.in_sight:
        if locked:
            pane.verticalScrollBar().setValue(first.verticalScrollBar().value())
        elif pane is not first:
            go_back(prepared, pane, anchor)


def _stand(pair: PanePair, columns: Sequence[PaneColumn], share: int, mode: Mode) -> Pointed | None:
    """Bring columns into sight, in their order, with the bar at the right where they are locked.

    The caret that was in use, where its pane leaves the sight."""
    for place, column in enumerate(columns):
        pair.insertWidget(place, column)
        policy = Qt.ScrollBarPolicy.ScrollBarAlwaysOn
        if place + 1 < len(columns) and mode is Mode.ALIGNED:
            policy = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        column.pane.setVerticalScrollBarPolicy(policy)
        column.show()
    caret = None
    for column in (each for each in pair.shelf.all if each not in columns):
        if has_focus_within(column):
            caret = column.pane.caret() if pair.shelf.holds(column.pane, pair.prepared) else None
            hand_focus(pane_of(pair, column.pane.caret().language))
        column.hide()
    if len(columns) == 2:
        pair.setSizes([share, 10_000 - share, 0])
    return caret


def _place(rows: Sequence[PaneRow], panes: Sequence[ReadingPane], mode: Mode) -> None:
    """Tell each pane's layout where its blocks stand."""
    if mode is Mode.ALIGNED and len(panes) == 2:
        sides = {pane.language: _measured(pane) for pane in panes}
        found = place_aligned(rows, sides, scaled(CHIP_PX))
        for pane in panes:
            _put(pane, found[pane.language])
        return
    for pane in panes:
        if pane.held is not None:
            both = mode is Mode.STACKED and len(pane.held.languages) == 2
            side, chip = _measured(pane), scaled(CHIP_PX)
            alone = mode is Mode.FOCUS
            _put(pane, place_down(rows, pane.held.rows, side, chip, both=both, alone=alone))


def _put(pane: ReadingPane, placed: Placed) -> None:
    setting = pane.setting()
    if setting is not None:
        pane.placed = placed
        setting.place(placed.tops, placed.height)


def _measured(pane: ReadingPane) -> Measured:
    setting = pane.setting()
    if setting is None:
        return Measured((), (), (), ())
    styles = setting.styles
    return Measured(
        setting.heights(),
        [style.above for style in styles],
        [style.below for style in styles],
        [style.ascent for style in styles],
    )
