"""How far what a face shows is official: read beside every heading of the panel's room."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import Protocol

from PySide6.QtCore import QCoreApplication, QObject

from review_protocol.documents.panel_acts import FinalListPacket
from reviewer_app.services.panel.compared_rows import NOTHING_ASKED, WhatIf
from reviewer_app.services.panel.final_plan import names_others
from reviewer_app.services.panel.heads_documents import HeadsPacket
from reviewer_app.services.panel.rows import PanelTable
from reviewer_app.ui import dates
from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.kit.lane import Lane
from reviewer_app.ui.kit.palette import Tone

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Official:
    """What bears on it."""

    hidden: int = 0
    """Cases whose scores this person may not see."""
    asked: WhatIf = NOTHING_ASKED
    """The question beside the list that has changed the figures that are shown."""
    is_of_panel: bool = False
    """Whether only some of the programme's cases are here."""
    final: HeadsPacket[FinalListPacket] | None = None
    """The list that the head signed last."""
    is_behind: bool = False
    """Whether other decisions count now than that one names."""


def tag(found: Official) -> tuple[str, Tone]:
    """In two or three words."""
    if found.hidden or found.asked != NOTHING_ASKED:
        return translate("official", "Not the official list"), Tone.CARE
    if found.is_of_panel:
        return translate("official", "Your panel’s cases only"), Tone.NEUTRAL
    if found.final is None:
        return translate("official", "Draft until signed"), Tone.NEUTRAL
    time = dates.day_and_time(found.final.at)
    if found.is_behind:
        words = translate("official", "Decisions changed since the list of {time}")
        return words.format(time=time), Tone.CARE
    if found.final.leaf is None:
        words = translate("official", "Final list signed {time}, not received yet")
        return words.format(time=time), Tone.NEUTRAL
    return translate("official", "Official list signed {time}").format(time=time), Tone.GOOD


class TellsFinal(Protocol):
    """The service `HeadsComparisons`, as this needs it."""

    def final_list(self) -> HeadsPacket[FinalListPacket] | None: ...


class OfficialModel(QObject):
    """Knows the final list that stands; `changed` says that it was looked for, and `found` whether
    there is one."""

    changed: Event[None] = Event()
    found = Event(bool)

    def __init__(self, heads: TellsFinal, lane: Lane) -> None:
        super().__init__()
        self._heads, self._lane = heads, lane
        self.final: HeadsPacket[FinalListPacket] | None = None
        self._table: PanelTable | None = None
        self._looked = Official()

    def of(self, table: PanelTable, asked: WhatIf = NOTHING_ASKED) -> Official:
        """How far the figures of this table are. Its rows, maybe 30,000, are looked at once."""
        if table is not self._table or self.final is not self._looked.final:
            self._table, self._looked = table, _official(table, self.final)
        return replace(self._looked, asked=asked)

    def want(self) -> None:
        """Look for it: something was signed, or came."""
        self._lane.run(
            partial(self._heads.final_list), owner=self, done=self._read, failed=_is_told_elsewhere
        )

    def _read(self, final: HeadsPacket[FinalListPacket] | None) -> None:
        self.final = final
        self.found.emit(final is not None)
        self.changed.emit(None)


def _official(table: PanelTable, final: HeadsPacket[FinalListPacket] | None) -> Official:
    return Official(
        hidden=sum(row.withheld for row in table.rows),
        is_of_panel=not table.covers_programme,
        final=final,
        is_behind=final is not None and names_others(final, table.rows),
    )


def _is_told_elsewhere(_error: Exception) -> None:
    """The list itself says why it cannot be read."""
