"""What the two languages of a case say differently, and what of it a reviewer has put away."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, replace

from sqlalchemy import Connection

from reviewer_app.errors import DiskFull, FolderReadOnly
from reviewer_app.models.dismissed import bring_back, dismissed_of, flag_figures, put_away
from reviewer_app.models.rows import CaseFlag
from reviewer_app.models.store import Store
from reviewer_app.reading.case_comparison import FIGURES, Difference
from reviewer_app.services.preparing import Preparing
from reviewer_app.services.rows import CaseView


@dataclass(frozen=True, slots=True)
class CaseDifferences:
    """All differences of a case, and the keys of those that are put away.

    They are for this reader alone: no part of a score, and in no packet.
    """

    number: str = ""
    found: tuple[Difference, ...] = ()
    dismissed: frozenset[str] = frozenset()

    @property
    def left(self) -> tuple[Difference, ...]:
        """Those that are not put away."""
        return tuple(each for each in self.found if each.key not in self.dismissed)

    @property
    def figures_differ(self) -> bool:
        """Whether there is one that lists tell of."""
        return any(each.theme in FIGURES for each in self.left)


class Differing:
    """Compares the languages of a case, and remembers what was put away."""

    def __init__(self, store: Store, preparing: Preparing) -> None:
        self._store = store
        self._preparing = preparing

    def of(self, view: CaseView) -> CaseDifferences:
        """The differences of an opened case; takes some hundredths of a second.

        Lists tell from then on what is left of them: a text that came anew was compared without
        what had been put away.
        """
        found = self._preparing.differences(view.case, view.alignments)
        number = view.row.number
        with self._store.read() as connection:
            now = CaseDifferences(number, found, dismissed_of(connection, number))
        if now.figures_differ is not (CaseFlag.FIGURES_DIFFER in view.row.flags):
            with suppress(DiskFull, FolderReadOnly):
                self._store.perform(
                    lambda connection: flag_figures(connection, number, differ=now.figures_differ)
                )
        return now

    def dismiss(self, differences: CaseDifferences, key: str) -> CaseDifferences:
        """Put a difference away, durably before this returns."""
        return self._keep(
            replace(differences, dismissed=differences.dismissed | {key}), key, away=True
        )

    def show_again(self, differences: CaseDifferences, key: str) -> CaseDifferences:
        """Undo that."""
        return self._keep(
            replace(differences, dismissed=differences.dismissed - {key}), key, away=False
        )

    def _keep(self, now: CaseDifferences, key: str, *, away: bool) -> CaseDifferences:
        def work(connection: Connection) -> CaseDifferences:
            (put_away if away else bring_back)(connection, now.number, key)
            flag_figures(connection, now.number, differ=now.figures_differ)
            return now

        return self._store.perform(work)
