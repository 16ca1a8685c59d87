"""The line that says what was done last on a sheet."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from reviewer_app.ui.kit.hearing import announce
from reviewer_app.ui.kit.i18n import Retranslating
from reviewer_app.ui.kit.labels import ElidedLabel, Kind


class LastAct(Retranslating, ElidedLabel):
    """In sight while there is something to say; `act` gives its words in the language in use."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", Kind.SMALL, parent)
        self._act: Callable[[], str] | None = None
        self.hide()

    def say(self, act: Callable[[], str]) -> None:
        """Show it, and have it said."""
        self._act = act
        self.retranslate()
        self.show()
        announce(self, act())

    def forget(self) -> None:
        """Something else was done since."""
        self._act = None
        self.hide()

    def retranslate(self) -> None:
        """The same act in other words."""
        if self._act is not None:
            self.set_text(self._act())
