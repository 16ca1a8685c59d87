"""A long act in the middle of a screen: what, how far, how long yet, and the way to stop it."""

import time
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from reviewer_app.ui.kit.buttons import Button, Role
from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.kit.i18n import Retranslating
from reviewer_app.ui.kit.labels import Kind, Label, Panel
from reviewer_app.ui.kit.strip import LongAct, show_progress


class Pace:
    """Estimates how many seconds are left from how it has gone so far."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._begun: tuple[float, int] | None = None

    def left(self, done: int, total: int | None) -> float | None:
        """Seconds left, or None while there is too little (under 2 s) to tell from."""
        now = self._clock()
        if self._begun is None or done < self._begun[1]:
            self._begun = (now, done)
        began, first = self._begun
        if total is None or done <= first or now - began < 2:
            return None
        return (total - done) * (now - began) / (done - first)


def time_left(seconds: float | None) -> str:
    """Seconds left as words, "" where nobody knows."""
    if seconds is None:
        return ""
    if seconds < 60:
        return QCoreApplication.translate("TimeLeft", "less than a minute left")
    minutes = round(seconds / 60)
    return QCoreApplication.translate("TimeLeft", "about %n min left", "", minutes)


class ProgressCard(Retranslating, Panel):
    """Draws a ``LongAct``; ``cancelled`` tells that the person wants it to stop."""

    cancelled: Event[None] = Event()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("card", parent)
        self._label = Label(Kind.STRONG)
        self._figures = Label(Kind.MUTED)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._cancel = Button(Role.DEFAULT)
        words = QVBoxLayout()
        words.setSpacing(8)
        words.addWidget(self._label)
        words.addWidget(self._bar)
        words.addWidget(self._figures)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 12, 16, 12)
        row.setSpacing(16)
        row.addLayout(words, 1)
        row.addWidget(self._cancel)
        self._cancel.clicked.connect(self._tell)
        self.built()

    def show_act(self, act: LongAct, figures: str = "") -> None:
        """Draw how far it is; ``figures`` in words ("12 of 40 files · 3.1 of 9.8 MB")."""
        self._label.setText(act.label)
        self._figures.setText(" · ".join(part for part in (figures, act.left) if part))
        self._figures.setVisible(bool(self._figures.text()))
        show_progress(self._bar, act.done, act.total)
        self._bar.setAccessibleName(act.label)
        self._cancel.setVisible(act.can_cancel)

    def retranslate(self) -> None:
        """Words of the button."""
        self._cancel.setText(self.tr("Cancel"))

    def _tell(self) -> None:
        self.cancelled.emit(None)
