"""The whole reading screen of a desk with given texts: outline, toolbar, texts and score sheet."""

import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from types import SimpleNamespace
from typing import NamedTuple, cast

from PySide6.QtCore import QCoreApplication, QEvent

from benchmarks._window import deliver
from review_protocol.documents.case import Case
from reviewer_app.ui.kit.lane import Lane
from reviewer_app.ui.kit.remember import KeepsInMemory
from reviewer_app.ui.reading.pair import PanePair
from reviewer_app.ui.reading.screen import ReadingScreen, make_screen
from reviewer_app.ui.reading.state import Opened, ReadingState
from reviewer_app.ui.reading.view import ReadingView
from reviewer_app.ui.screen import Lanes, Supplies

SIZE = (1280, 760)
MOST_SECONDS = 30


class Took(NamedTuple):
    """Milliseconds of the GUI thread's CPU: until the texts are painted, until all the screen is,
    until all is at rest."""

    texts: float
    painted: float
    rest: float


@dataclass(frozen=True, slots=True)
class Reading:
    """A reading screen in sight, and the numbers under which it opens the texts."""

    screen: ReadingScreen
    lanes: Lanes
    numbers: Mapping[str, str]

    def open(self, name: str) -> Took:
        """Open a case, and let all that follows come to rest."""
        texts: list[float] = []
        painted: list[float] = []

        def read(state: ReadingState) -> None:
            if state.opened is not None:
                texts.append(time.thread_time())  # the view, told before, has painted them

        def paint(_opened: Opened) -> None:
            QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
            self.screen.view.repaint()
            painted.append(time.thread_time())

        self.screen.reading.changed.connect(read)
        self.screen.reading.opened.connect(paint)
        begun = time.thread_time()
        self.screen.enter(self.numbers[name])
        self.settle()
        ended = time.thread_time()
        self.screen.reading.opened.disconnect(paint)
        self.screen.reading.changed.disconnect(read)
        return Took(*((each - begun) * 1000 for each in (texts[0], painted[0], ended)))

    @property
    def pair(self) -> PanePair:
        """The panes with the texts."""
        view = self.screen.view
        assert isinstance(view, ReadingView)
        return view.middle.texts.pair

    def settle(self) -> None:
        """Until nothing is under way and all of it is painted."""
        for _ in range(3):
            for lane in (self.lanes.database, self.lanes.network):
                assert lane.wait_idle(MOST_SECONDS)
            deliver()


@contextmanager
def a_reading_screen(cases: Mapping[str, Case]) -> Iterator[Reading]:
    """On a desk whose cases have these texts; the rest of each is of the sample programme."""
    from tests.builders.desk import a_desk
    from tests.builders.sample import some_cases

    given = {
        name: case.model_copy(update={"elements": texts.elements, "original": texts.original})
        for case, (name, texts) in zip(some_cases(len(cases)), cases.items(), strict=True)
    }
    numbers = {name: case.number for name, case in given.items()}
    lanes = Lanes(Lane("database"), Lane("network", 3))
    with (
        TemporaryDirectory() as folder,
        a_desk(Path(folder), texts=tuple(given.values())) as desk,
    ):
        supplies = SimpleNamespace(
            services=desk.services, lanes=lanes, keeps=KeepsInMemory(), syncing=None,
            appearance=None, folder=Path(folder),
        )  # fmt: skip
        screen = make_screen(cast("Supplies", supplies))
        assert isinstance(screen, ReadingScreen)
        screen.view.resize(*SIZE)
        screen.view.show()
        reading = Reading(screen, lanes, numbers)
        try:
            reading.settle()
            yield reading
        finally:
            screen.leave()
            reading.settle()
            screen.view.close()
            screen.view.deleteLater()
            deliver()
            lanes.network.close()
            lanes.database.close()
