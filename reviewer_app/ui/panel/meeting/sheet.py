"""One case as a room sees it: who leaves, large words that grow with the window, and the bar."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reviewer_app.ui import terms
from reviewer_app.ui.kit.fonts import interface_font
from reviewer_app.ui.kit.hearing import Heard, hear_as
from reviewer_app.ui.kit.labels import Kind, Label, line
from reviewer_app.ui.kit.palette import Tone
from reviewer_app.ui.panel.meeting import words
from reviewer_app.ui.panel.meeting.model import MeetingState
from reviewer_app.ui.panel.meeting.picture import LargeRung

NAME, FIGURES, LEAVING, TEXT, SMALL = 2.0, 1.6, 1.5, 1.1, 0.9
"""Sizes of letters, in shares of the room's own."""


class CaseSheet(QWidget):
    """Draws the case in front; `fit` gives it letters for its room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kit", "content")
        self._px = 0.0
        self._number, self._name, self._other = Label(), Label(), Label(Kind.MUTED)
        self._where, self._means, self._zones = Label(Kind.MUTED), Label(), Label()
        self._rung, self._legend = LargeRung(), Label(Kind.MUTED)
        self._said, self._decided, self._leaving = Label(), Label(), Label()
        hear_as(self._name, Heard.TITLE)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 12, 0)
        column.setSpacing(12)
        column.addStretch(1)
        for part in (self._leaving, line()):
            column.addWidget(part)
        for part in (self._number, self._name, self._other, self._where):
            column.addWidget(part)
        column.addSpacing(8)
        column.addWidget(self._means)
        column.addWidget(self._rung)
        for part in (self._legend, self._zones, self._said, self._decided):
            column.addWidget(part)
        column.addStretch(2)

    def show_state(self, state: MeetingState) -> None:
        """Draw the case in front; nothing where there is none."""
        stop = state.agenda.here
        self.setVisible(stop is not None)
        if stop is None:
            return
        row, case = stop.row, stop.case
        other = terms.other(row.name)
        self._number.setText(words.counted(state.agenda, row.number, state.official))
        self._name.setText(terms.own(row.name))
        self._other.setText(other or "")
        self._other.setVisible(bool(other))
        self._where.setText(words.where(row))
        self._means.setText("" if case is None else words.means(case))
        self._means.setVisible(case is not None)
        there = case is not None and state.found is not None
        self._zones.setText(words.zones(case, state.found) if case and state.found else "")
        self._zones.setVisible(there)
        self._rung.show_case(case, state.scale, self._means.text())
        self._said.setText(words.said(stop, state.found))
        self._decided.setText(words.decided(row))
        self._decided.setVisible(bool(self._decided.text()))
        self._leaving.setText(words.leaving(stop))
        self._leaving.set_tone(Tone.CARE if words.somebody_leaves(stop) else None)
        self._legend.setVisible(case is not None)
        self._legend.setText(words.legend())
        if self._px:
            self.fit(self._px)  # words that change their tone take the small letters of the style

    def fit(self, px: float) -> None:
        """Letters of this many pixels, headings and figures larger."""
        self._px = px
        self._rung.fit(px)
        sizes = (
            (self._number, TEXT, False),
            (self._name, NAME, True),
            (self._other, TEXT, False),
            (self._where, SMALL, False),
            (self._legend, SMALL, False),
            (self._means, FIGURES, True),
            (self._zones, TEXT, True),
            (self._said, TEXT, False),
            (self._decided, TEXT, True),
            (self._leaving, LEAVING, True),
        )
        for label, times, bold in sizes:
            font = interface_font(round(px * times))
            font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
            label.setFont(font)
            label.setAlignment(Qt.AlignmentFlag.AlignLeft)
