"""Names and facts beside each other; the facts wrap."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget


class PairsLayout(QGridLayout):
    """Rows of a name and its fact, the facts as wide as there is room.

    Not a `QFormLayout`: that one keeps the places of its rows when only their heights have
    changed, so that wrapped words are cut after a change of language.
    """

    def __init__(self, pairs: Iterable[tuple[QLabel, QWidget]], parent: QWidget | None = None):
        super().__init__(parent)
        self.setContentsMargins(0, 0, 0, 0)
        self.setHorizontalSpacing(12)
        self.setVerticalSpacing(6)
        self.setColumnStretch(1, 1)
        for row, (name, fact) in enumerate(pairs):
            name.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
            self.addWidget(name, row, 0)
            self.addWidget(fact, row, 1)
