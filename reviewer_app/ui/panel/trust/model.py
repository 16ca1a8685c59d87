"""Reads what the head issued, beside a panel's own figures, off the GUI thread."""

from __future__ import annotations

from functools import partial
from typing import Protocol

from PySide6.QtCore import QObject

from reviewer_app.services.panel.compared_rows import PanelComparison
from reviewer_app.services.panel.heads_comparison import IssuedComparison
from reviewer_app.services.panel.rows import PanelTable
from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.kit.lane import Lane


class TellsIssued(Protocol):
    """The service `HeadsComparisons`, as the screen needs it."""

    def issued(
        self, table: PanelTable, found: PanelComparison | None
    ) -> IssuedComparison | None: ...


class TrustModel(QObject):
    """`changed` says that what the head issued is read; `failed` why it could not be."""

    changed: Event[None] = Event()
    failed = Event(Exception)

    def __init__(self, heads: TellsIssued, lane: Lane) -> None:
        super().__init__()
        self._heads, self._lane = heads, lane
        self._of: tuple[PanelTable, PanelComparison | None] | None = None
        self.issued: IssuedComparison | None = None

    def want(self, table: PanelTable, found: PanelComparison | None) -> None:
        """Somebody looks at it: read it where that was not done for these figures."""
        if self._of is not None and self._of[0] is table and self._of[1] is found:
            return
        self._of = table, found
        self._lane.run(
            partial(self._heads.issued, table, found),
            owner=self,
            done=self._read,
            failed=self.failed.emit,
        )

    def _read(self, issued: IssuedComparison | None) -> None:
        self.issued = issued
        self.changed.emit(None)
