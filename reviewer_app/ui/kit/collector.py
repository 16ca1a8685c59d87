"""Garbage collected on the GUI thread alone: elsewhere a dead Qt object would be freed off it."""

import gc

from PySide6.QtCore import QObject, QTimer

_EVERY_MS = 500


class GuiCollector(QObject):
    """Takes Python's automatic collection over, from the GUI thread, until ``stop``.

    A cycle that holds a widget may otherwise be found by a worker's thread, and Qt objects must
    not be destroyed there. The generations and their thresholds stay as Python has them.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._was_enabled = gc.isenabled()
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(self.collect_due)
        self._timer.start()

    def collect_due(self) -> int:
        """Collect the oldest generation that is due; how many objects were unreachable."""
        counts, thresholds = gc.get_count(), gc.get_threshold()
        due = [age for age in range(len(counts)) if counts[age] > thresholds[age] > 0]
        return gc.collect(max(due)) if due else 0

    def stop(self) -> None:
        """Hand collection back to Python."""
        self._timer.stop()
        if self._was_enabled:
            gc.enable()
