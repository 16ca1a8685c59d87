"""The practice case as the application takes it in: the reading screen, and a commentary behind."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QAccessible

from reviewer_app.services.practice import Practice, practice_case, practice_commentary
from reviewer_app.ui.kit.banner import Message
from reviewer_app.ui.kit.i18n import Retranslating
from reviewer_app.ui.kit.palette import Tone
from reviewer_app.ui.kit.screens import Stack
from reviewer_app.ui.reading.attachments.saving import SavingOut
from reviewer_app.ui.reading.attachments.view import FileView
from reviewer_app.ui.reading.attachments.view_model import FileViewModel
from reviewer_app.ui.reading.differing.view_model import DifferencesViewModel
from reviewer_app.ui.reading.differing.wiring import DifferencesWiring
from reviewer_app.ui.reading.facts_view_model import FactsViewModel
from reviewer_app.ui.reading.marking.view_model import MarkingViewModel
from reviewer_app.ui.reading.practice.commentary_view import CommentaryView
from reviewer_app.ui.reading.remembered import Room
from reviewer_app.ui.reading.scoring_view_model import ScoringViewModel
from reviewer_app.ui.reading.state import Opened
from reviewer_app.ui.reading.view import ReadingView
from reviewer_app.ui.reading.view_model import ReadingViewModel
from reviewer_app.ui.reading.wired import wired
from reviewer_app.ui.screen import Place, Screen, Supplies, Visit


class PracticePages(Retranslating, Stack):
    """The case with its sheet, and the commentary."""

    def __init__(self, reader: ReadingView) -> None:
        super().__init__()
        self.reader = reader
        self.commentary = CommentaryView()
        for page in (self.reader, self.commentary):
            self.add(page)
        self.built()

    def retranslate(self) -> None:
        """Say all the time that this is practice."""
        self.reader.banner.show_message(
            Message(
                self.tr("Practice: an invented case"),
                Tone.ACCENT,
                self.tr(
                    "Read it, quote from it, mark it. Nothing of it is kept when you lock the desk "
                    "or close the app, and nothing is signed, sent or counted."
                ),
                dismissible=False,
            )
        )


class PracticeScreen(Screen):
    """Reading and scoring to try out; leads to the commentary, and back to the desk."""

    def __init__(
        self,
        pages: PracticePages,
        practice: Practice,
        reading: ReadingViewModel,
        scoring: ScoringViewModel,
        facts: FactsViewModel,
        marking: MarkingViewModel,
        listened: Callable[[], bool],
    ) -> None:
        super().__init__(pages)
        self.marking = marking
        self._pages, self._practice, self._listened = pages, practice, listened
        self.reading, self.scoring, self.facts = reading, scoring, facts
        view = pages.reader
        self.wiring = wired(view, reading, scoring, facts, marking)
        reading.opened.connect(self._open_sheet)
        view.back.connect(self._go_back)
        view.sign_asked.connect(self._compare)
        pages.commentary.back_pressed.connect(self._read_on)
        pages.commentary.again.connect(self._begin_anew)
        pages.commentary.done.connect(self._go_back)

    def enter(self, case: str | None) -> None:
        """The practice case, where it was left."""
        self._pages.show_page(self._pages.reader)
        self.reading.open(practice_case().number, spoken=self._listened())

    def leave(self) -> None:
        """What is being typed stays until the app is closed."""
        self.scoring.flush()
        self.facts.flush()
        self.marking.flush()
        self.reading.whereabouts.keep()

    def _open_sheet(self, opened: Opened) -> None:
        self.scoring.open(opened.view, opened.prepared.texts, opened.order)
        self.facts.open(opened.view.row.number, editable=True, beside=False)
        self._pages.reader.pilot.to_text()

    def _compare(self, _number: str) -> None:
        self._pages.commentary.show_answers(self.scoring.state.answers, practice_commentary())
        self._pages.show_page(self._pages.commentary)

    def _read_on(self, _none: None) -> None:
        self._pages.show_page(self._pages.reader)

    def _begin_anew(self, _none: None) -> None:
        self.leave()
        self._practice.begin_anew()
        self.enter(None)

    def _go_back(self, _none: None) -> None:
        self.left.emit(Visit(Place.DESK))


def make_screen(supplies: Supplies, listened: Callable[[], bool] = QAccessible.isActive) -> Screen:
    """The same parts as of the reading screen, over the practice in place of the desk. `listened`
    says whether a screen reader listens."""
    services, lanes = supplies.services, supplies.lanes
    practice = services.practice
    room = Room(spoken=listened())
    reading = ReadingViewModel(practice, lanes.database, supplies.keeps, services.tables, room)
    scoring = ScoringViewModel(practice, lanes.database, practice=True)
    file = FileViewModel(services.desk, lanes.database, lanes.network)  # the case has no files
    view = ReadingView(reading, scoring, FileView(file, SavingOut(services.desk, lanes.database)))
    differences = DifferencesViewModel(practice.differing, lanes.database)
    DifferencesWiring(view, reading, scoring, differences)
    facts = FactsViewModel(practice.facts, services.signing, lanes.database)
    marking = MarkingViewModel(practice.marks, lanes.database)
    view.toolbar.leave_out_printing()
    return PracticeScreen(PracticePages(view), practice, reading, scoring, facts, marking, listened)
