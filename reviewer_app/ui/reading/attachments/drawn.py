"""Drawn pages kept for a while, bounded by their bytes."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Collection
from dataclasses import dataclass

from PySide6.QtGui import QImage

from reviewer_app.ui.reading.attachments.wire import Page, Wanted

MOST_BYTES = 128 << 20


@dataclass(frozen=True, slots=True)
class Drawing:
    """A page as an image; the image has no pixels of its own, so both are kept together."""

    page: Page
    image: QImage


class Drawings:
    """The pages drawn last; those in sight are never given up."""

    def __init__(self, most: int = MOST_BYTES) -> None:
        self._most = most
        self._kept: OrderedDict[int, Drawing] = OrderedDict()

    @property
    def bytes(self) -> int:
        """How much is kept."""
        return sum(len(each.page.pixels) for each in self._kept.values())

    def keep(self, page: Page, in_sight: Collection[int]) -> None:
        """Keep a page, and give up what was not looked at longest."""
        image = QImage(
            page.pixels, page.width, page.height, page.stride, QImage.Format.Format_RGB32
        )
        self._kept[page.wanted.index] = Drawing(page, image)
        self._kept.move_to_end(page.wanted.index)
        spare = [index for index in self._kept if index not in in_sight]
        while spare and self.bytes > self._most:
            del self._kept[spare.pop(0)]

    def of(self, index: int, turns: int) -> QImage | None:
        """The page, turned so, in whatever size it was drawn last."""
        drawing = self._kept.get(index)
        if drawing is None or drawing.page.wanted.turns != turns:
            return None
        self._kept.move_to_end(index)
        return drawing.image

    def has(self, wanted: Wanted) -> bool:
        """Whether exactly this was drawn."""
        drawing = self._kept.get(wanted.index)
        return drawing is not None and drawing.page.wanted == wanted

    def forget(self) -> None:
        """Another file."""
        self._kept.clear()
