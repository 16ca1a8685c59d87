"""Consequences beside a list: bars with figures by area and country, and minima to ask about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from review_protocol.documents.text import Area
from reviewer_app.services.panel.proposed_rows import Share
from reviewer_app.ui import terms
from reviewer_app.ui.kit.buttons import IconButton
from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.kit.i18n import Retranslating
from reviewer_app.ui.kit.labels import ElidedLabel, Kind
from reviewer_app.ui.kit.stylesheet import palette_in_use, scaled
from reviewer_app.ui.panel.lists import words
from reviewer_app.ui.panel_words import whole

BAR_PX = 8


class ShareRow(QWidget):
    """A group's name, so many of so many, and a bar of them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = ElidedLabel()
        self._figures = QLabel()
        self._figures.setTextFormat(Qt.TextFormat.PlainText)
        self._figures.setProperty("kit", Kind.MUTED.value)
        self._bar = _Bar()
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._name, 1)
        head.addWidget(self._figures)
        self.foot = QHBoxLayout()
        self.foot.setSpacing(4)
        self.foot.addWidget(self._bar, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(head)
        column.addLayout(self.foot)

    def show_share(self, name: str, share: Share, longest: int) -> None:
        """Draw it; `longest` is the number of cases that fills the whole width."""
        figures = words.share(share.listed, share.among)
        self._name.set_text(name)
        self._figures.setText(figures)
        self._bar.show_share(share, longest)
        self.setAccessibleName(f"{name}: {figures}")


class _Bar(QWidget):
    """The listed filled, the others as an outline: readable without colour."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._share, self._longest = Share("", 0, 0), 1
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_share(self, share: Share, longest: int) -> None:
        """Draw it."""
        self._share, self._longest = share, max(longest, 1)
        self.update()

    def sizeHint(self) -> QSize:
        """As high as a bar."""
        return QSize(scaled(80), scaled(BAR_PX) + 2)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Outline and filling from the left."""
        palette, painter = palette_in_use(), QPainter(self)
        unit = (self.width() - 1) / self._longest
        high = self.height() - 2
        painter.setPen(QColor(palette.edge))
        if self._share.among:
            painter.drawRect(QRectF(0.5, 0.5, self._share.among * unit - 1, high))
        if self._share.listed:
            box = QRectF(0.5, 0.5, self._share.listed * unit - 1, high)
            painter.setBrush(QColor(palette.accent))
            painter.drawRect(box)
        painter.end()


@dataclass(frozen=True, slots=True)
class Least:
    """At least so many of an area."""

    area: Area
    least: int


class AreaRow(Retranslating, QWidget):
    """An area's share of the list, and how many of it there should be at least."""

    stepped = Event(Least)

    def __init__(self, area: Area, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._area, self._least = area, 0
        self._share = ShareRow()
        self._words = QLabel()
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setProperty("kit", Kind.SMALL.value)
        self._fewer, self._more = IconButton("minus", px=16), IconButton("plus", px=16)
        self._words.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        for part in (self._words, self._fewer, self._more):
            self._share.foot.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._share)
        self._fewer.clicked.connect(self._less)
        self._more.clicked.connect(self._raise)
        self.built()

    def show_area(self, share: Share, longest: int, least: int, *, may_grow: bool) -> None:
        """Draw the share and what is asked."""
        self._least = least
        self._share.show_share(terms.area(self._area), share, longest)
        self._fewer.setEnabled(least > 0)
        self._more.setEnabled(may_grow)
        self.retranslate()

    def retranslate(self) -> None:
        """What is asked, and the buttons."""
        name = terms.area(self._area)
        asked = self.tr("at least {least}").format(least=whole(self._least))
        self._words.setText(asked if self._least else self.tr("no minimum"))
        self._words.setMinimumWidth(scaled(76))
        self._fewer.set_word(self.tr("{area}: ask for fewer").format(area=name))
        self._more.set_word(self.tr("{area}: ask for more").format(area=name))

    def _less(self) -> None:
        self.stepped.emit(Least(self._area, self._least - 1))

    def _raise(self) -> None:
        self.stepped.emit(Least(self._area, self._least + 1))


def longest_of(shares: Sequence[Share]) -> int:
    """The number of cases that fills a bar's width."""
    return max((share.among for share in shares), default=1)
