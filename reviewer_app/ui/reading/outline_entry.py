"""One entry of the outline: where it leads, its words in lines, and its sign when folded."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QSize
from PySide6.QtGui import QFont, QFontMetrics

from review_protocol.documents.text import Element
from reviewer_app.ui.kit.buttons import Toggle
from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.kit.labels import set_property
from reviewer_app.ui.kit.stylesheet import scaled
from reviewer_app.ui.kit.tips import give_tip
from reviewer_app.ui.kit.wrapping import broken
from reviewer_app.ui.reading.state import Leaf

WIDTH_PX = 180
_EDGES_PX = 20
_BAR_PX = 12
"""Of the scroll bar, which is there where the entries are too many."""
_LOW_PX = 32


@dataclass(frozen=True, slots=True)
class Destination:
    """Where an entry of the outline leads."""

    leaf: Leaf
    element: Element | None = None
    file: str | None = None


class OutlineEntry(Toggle):
    """One entry: its word, notes below, struck where missing, a tick where read.

    Folded, a sign stands for the word, and a warning for the notes.
    """

    chosen = Event(Destination)

    def __init__(self, destination: Destination, sign: str) -> None:
        super().__init__("entry")
        self.destination = destination
        self._sign = sign
        self._words = ""
        self._warns = self._read = False
        self.clicked.connect(self._tell)

    def sizeHint(self) -> QSize:
        """As high as its lines, and never too low for a finger."""
        hint = super().sizeHint()
        return QSize(hint.width(), max(hint.height(), scaled(_LOW_PX)))

    def minimumSizeHint(self) -> QSize:
        """No line is ever cut in its height; the outline decides the width."""
        return QSize(0, self.sizeHint().height())

    def say(
        self,
        words: str,
        *,
        notes: list[str],
        number: int | None = None,
        missing: bool = False,
        read: bool = False,
        most: int | None = None,
    ) -> None:
        """Show words, after their number if they have one, in at most so many lines; and notes."""
        font = self.font()
        font.setStrikeOut(missing)
        self.setFont(font)
        shown = f"{words}  ✓" if read else words
        self._words = "\n".join(self._lines(shown, number, most) + self._noted(notes))
        self._warns, self._read = any("⚠" in note for note in notes), read
        named = words if number is None else f"{number}  {words}"
        give_tip(self, "\n".join([named, *notes]))
        self.setAccessibleName(", ".join([named, *notes]))

    def fold(self, *, folded: bool) -> None:
        """Show the sign, or the words."""
        note = "⚠" if self._warns else "✓" if self._read else ""
        shown = f"{self._sign}\n{note}".strip() if folded else self._words
        set_property(self, "folded", "true" if folded else "false")
        self.setText(shown.replace("&", "&&"))

    def _lines(self, words: str, number: int | None, most: int | None) -> list[str]:
        """Lines below the first stand below its words, not below the number."""
        font, room = self._bold(), self._room()
        if number is None:
            return broken(words, font, room, most)
        first, metrics = f"{number}  ", QFontMetrics(font)
        indent = metrics.horizontalAdvance(first)
        spaces = " " * round(indent / max(1, metrics.horizontalAdvance(" ")))
        lines = broken(words, font, room - indent, most)
        return [(spaces if at else first) + line for at, line in enumerate(lines)]

    def _noted(self, notes: list[str]) -> list[str]:
        return [line for note in notes for line in broken(note, self._bold(), self._room())]

    def _bold(self) -> QFont:
        """The font of an entry that is chosen: its lines must not break anew then."""
        self.ensurePolished()
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        return font

    def _room(self) -> int:
        return scaled(WIDTH_PX) - _BAR_PX - _EDGES_PX

    def _tell(self) -> None:
        self.setChecked(True)
        self.chosen.emit(self.destination)
