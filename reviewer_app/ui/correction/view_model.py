"""Compares the versions of one case, and confirms the score for the new one."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial

from review_protocol.documents.text import Bilingual
from reviewer_app.errors import Failure
from reviewer_app.services.corrections import Correction, Corrections
from reviewer_app.services.desk import Desk
from reviewer_app.services.signing import Signing
from reviewer_app.ui.correction.state import CorrectionState
from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.kit.lane import Lane
from reviewer_app.ui.stateful import Stateful


@dataclass(frozen=True, slots=True)
class _Found:
    name: Bilingual
    correction: Correction | None


class CorrectionModel(Stateful[CorrectionState]):
    """One case at a time."""

    wrote: Event[None] = Event()

    def __init__(
        self, corrections: Corrections, desk: Desk, signing: Signing, database: Lane
    ) -> None:
        super().__init__(CorrectionState())
        self._corrections = corrections
        self._desk = desk
        self._signing = signing
        self._database = database

    def open(self, number: str) -> None:
        """Compare this case with what it was."""
        if number != self._state.number:
            self._show(CorrectionState(number))
        work = partial(self._find, number)
        self._database.run(work, owner=self, done=self._found, failed=self._failed)

    def confirm(self, reason: str) -> None:
        """Sign the same answers for the new text."""
        self._show(replace(self._state, confirming=True, failure=None))
        work = partial(self._corrections.confirm, self._state.number, self._signing, reason)
        self._database.run(work, owner=self, done=self._confirmed, failed=self._failed)

    def dismiss(self) -> None:
        """Put away what was told."""
        self._show(replace(self._state, failure=None, confirmed=False))

    def _find(self, number: str) -> _Found:
        return _Found(self._desk.row(number).name, self._corrections.correction(number))

    def _found(self, found: _Found) -> None:
        self._show(
            replace(
                self._state,
                name=found.name,
                correction=found.correction,
                is_loaded=True,
                confirming=False,
            )
        )

    def _confirmed(self, _packet: str) -> None:
        self._show(replace(self._state, confirming=False, confirmed=True))
        self.wrote.emit(None)
        self.open(self._state.number)

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, Failure):
            raise error
        self._show(replace(self._state, is_loaded=True, confirming=False, failure=error))
