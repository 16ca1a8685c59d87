"""The card on locking: after how long, and how one locks oneself."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from reviewer_app.ui.kit.card import Card
from reviewer_app.ui.kit.choice import ChoiceRow, Option
from reviewer_app.ui.kit.fields import Field
from reviewer_app.ui.kit.i18n import Retranslating
from reviewer_app.ui.kit.remember import Keeps
from reviewer_app.ui.lock_choice import LOCK_AFTER, LockAfter, chosen


class LockCard(Retranslating, QWidget):
    """Takes effect at once."""

    def __init__(self, keeps: Keeps) -> None:
        super().__init__()
        self._keeps = keeps
        options: list[Option[LockAfter]] = [
            Option(each, partial(self._words, each)) for each in LockAfter
        ]
        self._choice = ChoiceRow[LockAfter](options, value=chosen(keeps))
        self._field = Field(self._choice)
        self._card = Card()
        self._card.content.addWidget(self._field)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._card)
        self._choice.chosen.connect(self._keep)
        self.built()

    def refresh(self) -> None:
        """Show what stands."""
        self._choice.set_value(chosen(self._keeps))

    def retranslate(self) -> None:
        """All words, in the language now in use."""
        self._card.set_heading(
            self.tr("Lock"),
            self.tr(
                "The desk also locks when this computer sleeps, and at once with Ctrl+L. What you "
                "typed is kept; you come back to where you were."
            ),
        )
        self._field.set_label(self.tr("Lock by itself after"))

    def _words(self, each: LockAfter) -> str:
        if each is LockAfter.NEVER:
            return self.tr("Never")
        return self.tr("{count} minutes").format(count=each.value)

    def _keep(self, choice: LockAfter) -> None:
        self._keeps.set(LOCK_AFTER, choice.value)
