"""The two panes as one: rows at one height, one offset while locked, the place kept."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QSplitter, QWidget

from review_protocol.documents.text import Element, Language
from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.kit.stylesheet import scaled
from reviewer_app.ui.reading.arrangement import SHARES, Arrangement, Mode
from reviewer_app.ui.reading.layout import PaneLayout
from reviewer_app.ui.reading.pane import ReadingPane
from reviewer_app.ui.reading.pane_header import PaneColumn
from reviewer_app.ui.reading.placing import CHIP_PX, Measured, Placed, place_aligned, place_alone
from reviewer_app.ui.reading.prepared import TITLE, PaneRow, Prepared
from reviewer_app.ui.reading.typography import Typography


@dataclass(frozen=True, slots=True)
class Anchor:
    """A unit at the top of a pane, and how far the pane is scrolled below the unit's top."""

    language: Language
    element: Element
    unit: int
    below: float = 0.0


class PanePair(QSplitter):
    """Draws a prepared case; `moved` tells where the reader is after scrolling.

    `divided` carries the left pane's part of the width when the handle was moved.
    """

    moved = Event(Anchor)
    divided = Event(float)
    placed: Event[None] = Event()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.panes = {language: ReadingPane(language) for language in Language}
        self.columns = {language: PaneColumn(pane) for language, pane in self.panes.items()}
        self.found: dict[Language, Placed] = {}
        self._prepared: Prepared | None = None
        self._how = Arrangement()
        self._type: dict[Language, Typography] = {}
        self._fresh: set[Language] = set()
        self._anchor: Anchor | None = None
        self._widths: dict[Language, int] = {}
        self._arranging = self._following = False
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self.setChildrenCollapsible(False)
        for language, pane in self.panes.items():
            self.addWidget(self.columns[language])
            pane.resized.connect(self._resettle)
            pane.verticalScrollBar().valueChanged.connect(self._follow)
        self._soon.timeout.connect(self._settle)
        self.splitterMoved.connect(self._divide)

    @property
    def shown(self) -> tuple[Language, ...]:
        """The languages in sight, the left one first."""
        if self._prepared is None:
            return ()
        languages = self._prepared.languages
        if len(languages) == 1:
            return languages
        left = self._how.left
        return (self._how.alone or left,) if self._how.mode is Mode.SINGLE else (left, left.other)

    @property
    def locked(self) -> bool:
        return self._how.mode is Mode.ALIGNED and len(self.shown) == 2

    def show_case(self, prepared: Prepared, how: Arrangement, anchor: Anchor | None) -> None:
        """Show another case, at the place where its reader was."""
        self._prepared = prepared
        self._how = how
        self._anchor = anchor
        self._set_type(how)
        for language in self.shown:
            self._load(language)
        self._lay_out()

    def show_arrangement(self, how: Arrangement) -> None:
        """Other sizes, sides or modes; the place is kept."""
        if how == self._how or self._prepared is None:
            return
        if how == replace(self._how, share=how.share):  # the person is moving the handle
            self._how = how
            return
        self._anchor = self.anchor()
        self._how = how
        self._set_type(how)
        self._lay_out()

    def anchor(self) -> Anchor | None:
        """Where the reader is: the first unit in sight on the left side."""
        if self._prepared is None or not self.shown:
            return None
        language = self.shown[0]
        setting = self.panes[language].setting()
        if setting is None or not setting.styles:
            return self._anchor
        y = float(self.panes[language].verticalScrollBar().value())
        index = _first_in_sight(setting, y)
        block = self._prepared.sides[language].blocks[index]
        return Anchor(language, block.element, block.unit, y - setting.tops[index])

    def go_to(self, language: Language, block: int, *, above: float = 8.0) -> None:
        """Scroll so that a block stands near the top."""
        setting = self.panes[language].setting()
        if setting is not None:
            self.panes[language].verticalScrollBar().setValue(int(setting.tops[block] - above))

    def _load(self, language: Language) -> None:
        if self._prepared is not None:
            side = self._prepared.sides[language]
            if self.panes[language].side is not side:
                self.panes[language].show_side(side, self._type[language])
                self._fresh.add(language)

    def _set_type(self, how: Arrangement) -> None:
        for language in Language:
            known = self._type.get(language)
            if known is None or known.px != how.px(language):
                self._type[language] = Typography(language, how.px(language))
                self._fresh.add(language)

    def _lay_out(self) -> None:
        """Show the panes that are wanted, in their order, and set them."""
        self._arranging = True
        shown = self.shown
        for place, language in enumerate(shown):
            self._load(language)
            self.insertWidget(place, self.columns[language])
            policy = Qt.ScrollBarPolicy.ScrollBarAlwaysOn
            if self.locked and place == 0:
                policy = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
            self.panes[language].setVerticalScrollBarPolicy(policy)
        for language, column in self.columns.items():
            column.setVisible(language in shown)
        if len(shown) == 2:
            share = round(10_000 * self._how.share)
            self.setSizes([share, 10_000 - share])
        self._arranging = False
        self._settle()

    def _divide(self) -> None:
        left, right, *_ = *self.sizes(), 0
        if left and right:
            self.divided.emit(min(max(left / (left + right), SHARES[0]), SHARES[1]))

    def _resettle(self, _none: None) -> None:
        """Another width: once for both panes, and not while they are being arranged."""
        if not self._arranging and self._prepared is not None:
            self._anchor = self._anchor or self.anchor()
            self._soon.start()

    def _settle(self) -> None:
        """Set all lines, place all blocks, and go back to the place."""
        self._soon.stop()
        widths = {each: self.panes[each].viewport().width() for each in self.shown}
        if self._prepared is None or not self.isVisible():
            return
        self._arranging = True
        for language in self.shown:
            fresh = language in self._fresh
            if fresh or widths[language] != self._widths.get(language):
                self.panes[language].arrange(self._type[language], fresh=fresh)
            self._fresh.discard(language)
        self._widths.update(widths)
        self.found = _placed(self._prepared.rows, self.panes, self.shown, locked=self.locked)
        for language, found in self.found.items():
            setting = self.panes[language].setting()
            if setting is not None:
                setting.place(found.tops, found.height)
        if self._anchor is not None:
            _restore(self._prepared, self.panes, self.shown, self._anchor)
        self._anchor = None
        self._arranging = False
        self.placed.emit(None)

    def _follow(self, value: int) -> None:
        """While locked, one offset; then tell where the reader is."""
        if self._arranging or self._following:
            return
        if self.locked:
            self._following = True
            for language in self.shown:
                self.panes[language].verticalScrollBar().setValue(value)
            self._following = False
        anchor = self.anchor()
        if anchor is not None:
            self.moved.emit(anchor)

    def showEvent(self, event: QShowEvent) -> None:
        """The first time in sight is the first time with a width."""
        super().showEvent(event)
        self._soon.start()


def _first_in_sight(setting: PaneLayout, y: float) -> int:
    """The index of the first block that has a line at or below a height."""
    index = setting.block_at(y)
    over = y >= setting.tops[index] + setting.heights_between(index, index)[0]
    return min(index + 1, len(setting.tops) - 1) if over else index


def _placed(
    rows: Sequence[PaneRow],
    panes: Mapping[Language, ReadingPane],
    shown: Sequence[Language],
    *,
    locked: bool,
) -> dict[Language, Placed]:
    sides = {language: _measured(panes[language]) for language in shown}
    if locked:
        return place_aligned(rows, sides, scaled(CHIP_PX))
    return {each: place_alone(rows, each, side, scaled(CHIP_PX)) for each, side in sides.items()}


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


def _restore(
    prepared: Prepared,
    panes: Mapping[Language, ReadingPane],
    shown: Sequence[Language],
    anchor: Anchor,
) -> None:
    """Scroll every side to the anchored unit, or to its counterpart."""
    block = prepared.sides[anchor.language].find(anchor.element, anchor.unit)
    if block is None:
        block = prepared.sides[anchor.language].find(anchor.element, TITLE) or 0
    for language in shown:
        target = block
        if language is not anchor.language:
            target = counterpart_of(prepared, anchor.language, block)
        setting = panes[language].setting()
        if setting is not None:
            y = setting.tops[target] + anchor.below
            panes[language].verticalScrollBar().setValue(round(y))


def counterpart_of(prepared: Prepared, language: Language, block: int) -> int:
    """The other side's block beside a block, or the nearest above where there is none."""
    row = prepared.row_of(language, block) or 0
    for at in range(row, -1, -1):
        there = prepared.rows[at].of(language.other)
        if there:
            return there[0]
    return 0
