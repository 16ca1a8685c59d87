"""Moves a meeting from case to case; it decides nothing and writes nothing."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QObject

from reviewer_app.services.panel.compared_rows import PanelComparison
from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.panel.charts.scale import Scale
from reviewer_app.ui.panel.ladder.rung import scale_of
from reviewer_app.ui.panel.meeting.agenda import Agenda, Order, agenda
from reviewer_app.ui.panel.official import Official
from reviewer_app.ui.panel.state import PanelState

NOWHERE = Agenda()
UNSIGNED = Official()
WHOLE = Scale(1, 10)


@dataclass(frozen=True, slots=True)
class MeetingState:
    """The cases in their order, the figures that count, and the scale that all share."""

    agenda: Agenda = NOWHERE
    found: PanelComparison | None = None
    scale: Scale = WHOLE
    official: Official = UNSIGNED


class MeetingModel(QObject):
    """`changed` carries what the room sees."""

    changed = Event(MeetingState)

    def __init__(self) -> None:
        super().__init__()
        self._state = MeetingState()

    @property
    def state(self) -> MeetingState:
        return self._state

    def take(self, panel: PanelState, official: Official, number: str | None = None) -> None:
        """Show this panel's figures; begin at `number`, or stay at the case in front.

        Only the figures that count: no question asked beside them comes into a meeting.
        """
        if panel.table is None:
            return
        here, found = self._state.agenda.here, panel.compared.official
        stay = number or (here.row.number if here is not None else None)
        rubric = panel.table.rubric
        self._show(
            MeetingState(
                agenda(panel.table, found, self._state.agenda.order, stay),
                found,
                scale_of(found.cases if found else (), rubric.lowest, rubric.highest),
                official,
            )
        )

    def step(self, by: int) -> None:
        """So many cases on, or back."""
        self._go(self._state.agenda.step(by))

    def order_by(self, order: Order) -> None:
        """Another order, at the same case."""
        now = self._state.agenda
        self._go(now.ordered(order))

    def find(self, typed: str) -> bool:
        """Go to the case of this number; False where there is none."""
        found = self._state.agenda.find(typed)
        if found is not None:
            self._go(found)
        return found is not None

    def _go(self, there: Agenda) -> None:
        self._show(replace(self._state, agenda=there))

    def _show(self, state: MeetingState) -> None:
        self._state = state
        self.changed.emit(state)
