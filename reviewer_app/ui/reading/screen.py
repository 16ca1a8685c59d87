"""The reading screen as the application takes it in."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial

from PySide6.QtGui import QAccessible

from review_protocol.documents.case_files import files_of
from reviewer_app.services.case_pages import CasePages
from reviewer_app.services.rows import Kept
from reviewer_app.ui.entries import Aside
from reviewer_app.ui.reading.arriving import arrive
from reviewer_app.ui.reading.attachments.saving import SavingOut
from reviewer_app.ui.reading.attachments.view import FileView
from reviewer_app.ui.reading.attachments.view_model import FileViewModel
from reviewer_app.ui.reading.corrected import FromCase
from reviewer_app.ui.reading.differing.view_model import DifferencesViewModel
from reviewer_app.ui.reading.differing.wiring import DifferencesWiring
from reviewer_app.ui.reading.facts_view_model import FactsViewModel
from reviewer_app.ui.reading.marking.aside import note_aside
from reviewer_app.ui.reading.marking.view_model import MarkingViewModel
from reviewer_app.ui.reading.presence import Presence
from reviewer_app.ui.reading.printing import Printing
from reviewer_app.ui.reading.remembered import Room
from reviewer_app.ui.reading.scoring_view_model import ScoringViewModel, SteppingBack
from reviewer_app.ui.reading.state import Leaf, Opened, ReadingState
from reviewer_app.ui.reading.view import ReadingView
from reviewer_app.ui.reading.view_model import ReadingViewModel
from reviewer_app.ui.reading.wired import wired
from reviewer_app.ui.reading.wiring import PrintWiring, SteppingWiring
from reviewer_app.ui.screen import Place, Screen, Supplies, Visit


class ReadingScreen(Screen):
    """Reading, scoring, and stepping back; leads to signing and to the desk."""

    def __init__(
        self,
        view: ReadingView,
        reading: ReadingViewModel,
        scoring: ScoringViewModel,
        stepping_back: SteppingBack,
        file: FileViewModel,
        facts: FactsViewModel,
        marking: MarkingViewModel,
        presence: Presence,
    ) -> None:
        super().__init__(view)
        self.facts, self.marking, self.presence = facts, marking, presence
        self.reading, self.scoring, self.file = reading, scoring, file
        self._view, self.stepping_back, self._arriving = view, stepping_back, False
        self._visit = Visit(Place.READING)
        self.wiring = wired(view, reading, scoring, facts, marking)
        for each in (facts.wrote, marking.wrote):
            each.connect(self._tell_kept)  # a method is let go with the screen, an emit is not
        reading.opened.connect(self._open_sheet)
        reading.changed.connect(self._open_file)
        scoring.kept.connect(self._tell_kept)
        stepping_back.signed.connect(self._tell_signed)
        stepping_back.failed.connect(view.show_failure)
        self.resumed.connect(view.ask_again)
        self.resumed.connect(self.wiring[-1].resume)
        view.back.connect(self._go_back)
        view.pilot.practise.connect(self.left.emit)
        view.sign_asked.connect(self._go_sign)
        view.panel.signed.discuss_asked.connect(self._go_discuss)
        self._from_case = FromCase(reading, view.banner, view.toolbar, view.middle.texts.asks)
        self._from_case.left.connect(self.left.emit)

    def enter(self, case: str | None) -> None:
        """Open the case, or the one that was open anew."""
        number = case or self.reading.state.number
        self._arriving = case is not None
        if number:
            self.reading.open(number, spoken=QAccessible.isActive())

    def expect(self, visit: Visit) -> None:
        """The case is opened for an answer of its sheet, for what a search found, or where one was
        when the desk was locked."""
        self._visit = visit

    def part(self) -> str:
        """The page in front, or the file."""
        state = self.reading.state
        if state.leaf is Leaf.FILE:
            return f"{Leaf.FILE.value} {state.file}"
        return "" if state.leaf is Leaf.TEXT else state.leaf.value

    def leave(self) -> None:
        """Keep what is being typed, and the place."""
        self.scoring.flush()
        self.facts.flush()
        self.marking.flush()
        self.presence.end()
        self.reading.whereabouts.keep()
        self.file.close()

    def editor(self) -> Aside | None:
        """The note that is being typed."""
        return note_aside(self.marking.state)

    def refresh(self) -> None:
        """A sync may have brought receipts or another version."""
        self.scoring.flush()
        self.facts.flush()
        self.enter(None)

    def _open_sheet(self, opened: Opened) -> None:
        self.scoring.open(opened.view, opened.prepared.texts, opened.order)
        sheet = self.scoring.state
        self.presence.begin(sheet.number)
        beside = sheet.standing is not None
        self.facts.open(sheet.number, editable=not sheet.recused, beside=beside)
        if self._arriving:
            arrive(self._visit, opened, self.reading, self._view.pilot)
        self._arriving, self._visit = False, Visit(Place.READING)

    def _open_file(self, state: ReadingState) -> None:
        """The file that is wanted; its process ends where another leaf is shown."""
        files = files_of(state.opened.view.case) if state.opened else ()
        wanted = [file for file in files if file.sha256 == state.file]
        if state.leaf is Leaf.FILE and wanted:
            self.file.open(wanted[0])
        elif self.file.state.file is not None:
            self.file.close()

    def _tell_kept(self, _kept: Kept | None) -> None:
        self.wrote.emit(None)

    def _tell_signed(self, _packet: str) -> None:
        self.enter(None)
        self.wrote.emit(None)

    def _go_back(self, _none: None) -> None:
        self.left.emit(Visit(Place.DESK))

    def _go_sign(self, number: str) -> None:
        self.left.emit(Visit(Place.SIGNING, number))

    def _go_discuss(self, _none: None) -> None:
        self.left.emit(Visit(Place.DISCUSSION, self.scoring.state.number))


def make_screen(supplies: Supplies, steady: Callable[[], float] = time.monotonic) -> Screen:
    """Make the reading screen of an open desk."""
    services, lanes = supplies.services, supplies.lanes
    room = Room(spoken=QAccessible.isActive())
    reading = ReadingViewModel(
        services.desk, lanes.database, supplies.keeps, services.tables, room, steady
    )
    scoring = ScoringViewModel(services.scoring, lanes.database)
    file = FileViewModel(services.desk, lanes.database, lanes.network)
    saving = SavingOut(services.desk, lanes.database)
    view = ReadingView(reading, scoring, FileView(file, saving))
    now = partial(datetime.now, UTC)
    marking = MarkingViewModel(services.highlighting, lanes.database)
    printing = Printing(CasePages(services.desk), lanes, now)
    PrintWiring(view, reading, scoring, marking, printing)
    stepping_back = SteppingBack(services.signing, lanes.database)
    SteppingWiring(view, scoring, stepping_back)
    differences = DifferencesViewModel(services.differing, lanes.database)
    DifferencesWiring(view, reading, scoring, differences)
    facts = FactsViewModel(services.facts_beside, services.signing, lanes.database)
    presence = Presence(view, services.looking_back, lanes.database, steady)
    return ReadingScreen(view, reading, scoring, stepping_back, file, facts, marking, presence)
