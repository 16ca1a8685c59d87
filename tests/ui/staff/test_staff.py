"""The secretariat's screen: progress without scores, closing with a reason, reports."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel
from pytestqt.qtbot import QtBot

from review_protocol.documents.notice import Words
from review_protocol.documents.people import Role
from reviewer_app.errors import ConnectionStep, NoConnection
from reviewer_app.services.questions import Answered, AskedQuestion
from reviewer_app.ui.kit.buttons import Button, Toggle
from reviewer_app.ui.kit.i18n import Languages
from reviewer_app.ui.kit.labels import ElidedLabel
from reviewer_app.ui.kit.lane import Lane
from reviewer_app.ui.kit.table import Table
from reviewer_app.ui.scoretable import ScoreTable
from reviewer_app.ui.staff.progress import Standing, Step, StepState, standing, steps
from reviewer_app.ui.staff.reports_model import Order
from reviewer_app.ui.staff.view import StaffView
from reviewer_app.ui.staff.view_model import StaffViewModel, Told
from reviewer_app.ui.syncing import Syncing
from tests.builders.panel import a_panel
from tests.ui.handin.outboxes import OutboxInMemory
from tests.ui.staff.offices import QUIET, Office, a_person


class Room:
    """The screen with its collaborators."""

    def __init__(self, qtbot: QtBot, folder: Path, office: object) -> None:
        Languages(QApplication.instance()).use("en")
        self.qtbot, self.office, self.now = qtbot, office, QUIET
        self.asked, self.opened = [], []
        self.reason: str | None = "All have delivered."
        self.database, self.network = Lane("database"), Lane("network", 3)
        self.syncing = Syncing(OutboxInMemory(()), self.network, self.database)
        self.model = StaffViewModel(
            office, self.syncing, database=self.database, clock=lambda: self.now
        )
        self.view = StaffView(
            self.model,
            ask=self._ask,
            sure=self._sure,
            choose=lambda *_: folder,
            show_folder=self.opened.append,
        )
        self.view.use_zone("Asia/Shanghai")
        qtbot.addWidget(self.view)
        self.view.resize(1286, 728)
        self.view.show()

    def _ask(self, question, _parent, _text="", _name="") -> str | None:
        self.asked.append(question)
        return self.reason

    def _sure(self, question, _parent) -> bool:
        self.asked.append(question)
        return self.reason is not None

    def settle(self) -> None:
        for _ in range(3):
            assert self.network.wait_idle(20)
            assert self.database.wait_idle(20)

    def refresh(self) -> None:
        self.press("Refresh")
        self.settle()

    def press(self, text: str) -> None:
        button = self.button(text)
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    def button(self, text: str) -> Button:
        return next(b for b in self.buttons() if b.text() == text)

    def buttons(self) -> list[Button]:
        """All that are not drawn anew just now."""
        found = self.view.findChildren(Button)
        return [b for b in found if not b.isHidden() and not b.parentWidget().isHidden()]

    def tab(self, text: str) -> None:
        next(b for b in self.view.findChildren(Toggle) if b.text() == text).click()

    def words(self) -> str:
        labels = self.view.findChildren(QLabel)
        return "\n".join(label.text() for label in labels if label.isVisible())

    def close(self) -> None:
        self.network.close()
        self.database.close()


@pytest.fixture
def room(qtbot: QtBot, tmp_path: Path) -> Iterator[Room]:
    room = Room(qtbot, tmp_path, Office())
    yield room
    room.close()


def test_whoever_owes_most_comes_first_and_staff_are_no_reviewers(room: Room) -> None:
    room.refresh()
    people = room.view.findChild(Table, "people").rows
    assert [row.name for row in people[:3]] == ["Fatima Zahra", "Amina Diallo", "Lin Wei 林蔚"]
    assert "Secretariat" not in {row.name for row in people}
    assert "no scores are shown here while the round is open" in room.words()


def test_no_name_stands_beside_a_pseudonym(room: Room) -> None:
    room.refresh()
    model = room.view.findChild(Table, "people").model()
    role = Qt.ItemDataRole.AccessibleTextRole
    read = [model.index(row, c).data(role) for row in range(12) for c in range(9)]
    assert not [text for text in read if "Expert 0" in text or "Expert 1" in text]


def test_within_48_hours_of_closing_the_screen_says_whom_to_call(room: Room) -> None:
    room.refresh()
    assert not room.view.banner.isVisible()
    room.now = datetime(2026, 7, 30, 9, 0, tzinfo=UTC)
    room.refresh()
    assert room.view.banner.isVisible()
    assert "Fatima Zahra, Amina Diallo, Lin Wei 林蔚, José Álvarez, Ngozi Okafor" in room.words()


@pytest.mark.parametrize(
    ("changes", "soon", "expected"),
    [
        ({"received": 4}, False, Standing.OWING),
        ({"received": 4}, True, Standing.CALL),
        ({"received": 16}, True, Standing.DONE),
        ({"received": 15, "held": 1}, True, Standing.DONE),
        ({"received": 13, "recused": 2, "conflicts": 1}, False, Standing.DONE),
        ({"enrolled": None}, False, Standing.INVITED),
        ({"enrolled": None}, True, Standing.CALL),
        ({"enrolled": None, "declined": "2026-07-01T00:00:00Z"}, True, Standing.DECLINED),
        ({"assigned": 0, "received": 0}, True, Standing.IDLE),
    ],
)
def test_how_a_reviewer_stands(changes: dict[str, object], soon: bool, expected: Standing) -> None:
    assert standing(a_person(0, **changes), soon=soon) is expected


def test_the_year_stands_as_steps_with_what_they_lack() -> None:
    found = {row.step: row for row in steps(Office().progress(), reported=False)}
    assert (found[Step.CASES].state, found[Step.CASES].count) == (StepState.DONE, 40)
    assert (found[Step.INVITED].state, found[Step.INVITED].lacking) == (StepState.PART, 1)
    assert found[Step.OPEN].state is StepState.DONE
    assert found[Step.CLOSED].state is StepState.PART
    assert found[Step.REPORTS].state is StepState.TODO


def test_closing_says_what_is_missing_and_needs_a_reason(room: Room) -> None:
    room.refresh()
    room.reason = None
    room.press("Close round…")
    room.settle()
    assert room.office.reasons == []
    assert "reviews are missing, from 8 of 12 experts" in room.asked[0].text
    room.reason = "The deadline has passed."
    with room.qtbot.waitSignal(room.model._event_turned):
        room.press("Close round…")
    room.settle()
    assert room.office.reasons == ["The deadline has passed."]
    assert "Close round…" not in {b.text() for b in room.buttons()}


def test_scores_come_after_closing_and_not_before(room: Room) -> None:
    room.refresh()
    room.tab("Results")
    assert "No scores before the round is closed" in room.words()
    room.press("Close round…")
    room.settle()
    assert len(room.view.findChild(ScoreTable).table.rows) == 40
    assert "rubric" in room.words()


def test_the_score_report_is_exported_after_closing(room: Room, tmp_path: Path) -> None:
    room.refresh()
    room.tab("Reports")
    assert not room.button("Export score report…").isEnabled()
    room.press("Close round…")
    room.settle()
    next(b for b in room.view.findChildren(QCheckBox) if b.text() == "CSV").click()
    room.press("Export score report…")
    room.settle()
    assert room.office.orders == [("scores", tmp_path, ("pdf", "xlsx", "csv"), "both")]
    room.press("Open folder")
    assert room.opened == [tmp_path]
    assert steps(room.model.state.progress, reported=True)[-1].state is StepState.DONE


def test_progress_is_exported_at_any_time(room: Room, tmp_path: Path) -> None:
    room.refresh()
    room.tab("Reports")
    room.tab("English")
    room.press("Export progress report…")
    room.settle()
    assert room.office.orders == [("progress", tmp_path, ("pdf", "xlsx"), "en")]


def test_without_a_network_the_last_progress_stays(room: Room) -> None:
    room.refresh()
    room.office.failure = NoConnection("reviews.example.org", ConnectionStep.TCP)
    room.refresh()
    assert "No connection to reviews.example.org." in room.words()
    assert room.view.findChild(Table, "people").rows


def test_a_real_round_is_closed_compared_and_reported(qtbot: QtBot, tmp_path: Path) -> None:
    with a_panel(tmp_path, role=Role.STAFF) as panel:
        for expert, mark in zip(panel.experts.values(), (5, 7, 9), strict=True):
            expert.score(panel.case(0), mark)
        panel.collect()
        panel.close_round()
        secretariat = panel.desk.services.secretariat
        room = Room(qtbot, tmp_path, secretariat)
        room.model._seen(Told(Office(closed=True).progress(), None))
        room.settle()
        number = panel.case(0).number
        means = {row.number: row.overall.mean for row in room.model.state.results.rows}
        assert means[number] == 7.0
        order = Order(tmp_path, ("json", "csv"), "both")
        room.model.reports.export_scores(order)
        room.settle()
        assert {path.suffix for path in room.model.reports.state.files} == {".json", ".csv"}
        assert all(path.is_file() for path in room.model.reports.state.files)
        room.close()


def test_cases_are_called_by_their_titles(room: Room) -> None:
    room.refresh()
    room.tab("By case")
    model = room.view.findChild(Table, "progress").model()
    assert [model.index(0, column).data() for column in (0, 1)] == [
        "WIC-2026-001",
        "Wells with Wi-Fi",
    ]


def test_a_closed_round_is_opened_again_with_a_reason(room: Room) -> None:
    room.office.closed = True
    room.refresh()
    room.tab("Results")
    assert len(room.view.findChild(ScoreTable).table.rows) == 40
    room.reason = None
    room.press("Open round again…")
    room.settle()
    assert room.office.reasons == []
    assert room.asked[0].title == "Open round 1 again?"
    assert "Its deadline has passed" in room.asked[0].text
    room.reason = "Two experts had no network."
    with room.qtbot.waitSignal(room.model._event_turned):
        room.press("Open round again…")
    room.settle()
    assert room.office.reasons == ["Two experts had no network."]
    assert "No scores before the round is closed" in room.words()
    buttons = {b.text() for b in room.buttons()}
    assert buttons & {"Close round…", "Open round again…"} == {"Close round…"}


def test_closing_during_a_look_follows_it(room: Room) -> None:
    room.refresh()
    room.office.go.clear()
    room.model.refresh()
    room.model.rounds.close_round("The deadline has passed.")
    assert room.model.state.is_busy
    assert room.office.reasons == []
    with room.qtbot.waitSignal(room.model._event_turned, timeout=5000):
        room.office.go.set()
    room.settle()
    assert room.office.reasons == ["The deadline has passed."]


def test_what_was_written_can_be_read_in_both_languages(room: Room) -> None:
    room.office.written = tuple(Path(f"/exports/scores-{place}.csv") for place in range(12))
    room.refresh()
    room.tab("Reports")
    room.press("Export progress report…")
    room.settle()
    room.view.setFixedSize(1024, 560)  # as little as the window of the application leaves it
    languages = Languages(QApplication.instance())  # one: another does not take its words away
    for code in ("en", "zh_CN", "en"):
        languages.use(code)
        room.qtbot.waitUntil(lambda: is_readable(written(room)))
        told = [label.text for label in written(room)]
        assert told == [str(path) for path in room.office.written]


def is_readable(lines: list[ElidedLabel]) -> bool:
    """Whether all lines are there, as high as their letters, and none lies on another."""
    high = all(line.height() >= line.fontMetrics().height() for line in lines)
    apart = all(below.y() - above.y() >= above.height() for above, below in pairwise(lines))
    return len(lines) == 12 and high and apart


def written(room: Room) -> list[ElidedLabel]:
    """The lines of the list of files."""
    labels = room.view.findChildren(ElidedLabel)
    return [label for label in labels if label.isVisible() and "scores-" in label.text]


def test_questions_are_read_while_the_round_is_open(room: Room) -> None:
    asked = AskedQuestion(
        "ab" * 32, "p-1", "WIC-2026-001", "Which annex?", "2026-07-10T09:00:00Z", 7
    )
    room.office.asked = (asked,)
    room.refresh()
    room.tab("Questions")
    table = room.view.findChild(Table, "questions")
    room.qtbot.waitUntil(lambda: table.rows == (asked,))
    assert table.isVisible()
    assert "Which annex?" in room.words()
    assert "central-server answer abababababab" in room.words()


def test_answered_questions_say_so_with_the_answer(room: Room) -> None:
    asked = AskedQuestion(
        "ab" * 32, "p-1", "WIC-2026-001", "Which annex?", "2026-07-10T09:00:00Z", 7
    )
    given = Answered(Words(zh="附件二。", en="Annex 2."), "2026-07-11T09:00:00Z")
    answered = replace(asked, packet="cd" * 32, text="Which year?", answers=(given,))
    room.office.asked = (asked, answered)
    room.refresh()
    room.tab("Questions")
    table = room.view.findChild(Table, "questions")
    model = table.model()
    assert [model.index(row, 3).data() for row in range(2)] == ["Open", "Answered"]
    assert "Copy the command" in {b.text() for b in room.buttons()}
    room.office.asked = (answered,)
    room.refresh()
    assert "Annex 2.\n附件二。" in room.words()
    assert "Copy the command" not in {b.text() for b in room.buttons()}
