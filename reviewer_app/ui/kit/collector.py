"""Garbage collected on the GUI thread alone: elsewhere a dead Qt object would be freed off it."""

import gc
import time

from PySide6.QtCore import QObject, QTimer

_EVERY_MS = 500
_OLDEST = 2
ONE_FRAME = 0.016


class GuiCollector(QObject):
    """Takes Python's automatic collection over, from the GUI thread, until ``stop``.

    A cycle that holds a widget may otherwise be found by a worker's thread, and Qt objects must
    not be destroyed there. The generations and their thresholds stay as Python has them. A search
    of all that the app is made of takes 60 to 120 ms, in which nothing scrolls: so what there is at
    the beginning is passed over, and what the first work leaves is searched once and never again;
    nor is what a later search took longer for than a frame, such as a panel of thousands of cases.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._was_enabled = gc.isenabled()
        self._settled = False
        gc.disable()
        gc.freeze()
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(self.collect_due)
        self._timer.start()

    def collect_due(self) -> int:
        """Collect the oldest generation that is due; how many objects were unreachable."""
        counts, thresholds = gc.get_count(), gc.get_threshold()
        due = max((age for age in range(3) if counts[age] > thresholds[age] > 0), default=None)
        if due is None:
            return 0
        if due == 0 or (self._settled and due < _OLDEST):
            return gc.collect(due)
        begun = time.perf_counter()
        found = gc.collect()
        if not self._settled or time.perf_counter() - begun > ONE_FRAME:
            gc.freeze()
            self._settled = True
        return found

    def stop(self) -> None:
        """Hand collection back to Python."""
        self._timer.stop()
        gc.unfreeze()
        if self._was_enabled:
            gc.enable()
