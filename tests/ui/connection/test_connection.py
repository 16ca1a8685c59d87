"""The connection page: each step in words, progress, an end in the middle, and text to hand on."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from reviewer_app.errors import CertificateFault, UntrustedCertificate
from reviewer_app.models.facts import FactName, keep_fact
from reviewer_app.services.findings import Finding, Outcome, Step, StepFound
from reviewer_app.ui.connection.screen import ConnectionScreen
from reviewer_app.ui.connection.state import ConnectionState
from reviewer_app.ui.connection.view import ConnectionView
from reviewer_app.ui.connection.view_model import ConnectionModel
from reviewer_app.ui.connection.words import as_text, step_words
from reviewer_app.ui.kit.buttons import Button
from reviewer_app.ui.kit.i18n import Languages
from reviewer_app.ui.kit.lane import Lane
from reviewer_app.ui.screen import Place
from reviewer_app.ui.wording import sentence_of
from tests.builders.desk import a_desk
from tests.ui.screens import supplied, words_of

SERVER = "https://reviews.example.org"
NAME = StepFound(
    Step.NAME,
    Outcome.GOOD,
    Finding.NAME_FOUND,
    {"host": "reviews.example.org", "addresses": "203.0.113.7"},
)
FILTER = StepFound(
    Step.TLS,
    Outcome.NOTED,
    Finding.PRIVATE_AUTHORITY,
    {"issuer": "Example Employer Ltd", "until": "2027-03-01"},
)
SIGN_IN = StepFound(
    Step.PROXY, Outcome.BAD, Finding.PROXY_SIGN_IN, {"proxy": "proxy.example.org:3128"}
)
EVERY_FACT = {
    "server": "2026-07-20T08:00:00Z",
    "own": "2024-07-20T08:00:00Z",
    "known": "2026-07-01T08:00:00Z",
    "clock": "2024-07-20T08:00:00Z",
    "seconds": "-63072000",
    "size": "1204",
    "since": "2026-01-01",
    "until": "2027-01-01",
    **dict.fromkeys(
        ("host", "addresses", "address", "port", "reason", "proxy", "status", "issuer"), "x"
    ),
    **dict.fromkeys(("subject", "names", "leads_to", "version", "deployment"), "x"),
}


class TriesInMemory:
    """Finds what it was told to find; `go` lets the next step end."""

    def __init__(self, *found: StepFound) -> None:
        self.findings = {each.step: each for each in found}
        self.go = threading.Event()
        self.go.set()
        self.ended = False

    def server(self) -> str:
        return SERVER

    def diagnosis(self) -> TriesInMemory:
        return self

    def run(self, step: Step) -> StepFound:
        assert self.go.wait(10)
        return self.findings.get(step) or StepFound(step, Outcome.SKIPPED, Finding.NOT_TRIED)

    def end(self) -> None:
        self.ended = True
        self.go.set()


class Room:
    def __init__(self, qtbot: QtBot, tries: TriesInMemory) -> None:
        Languages(QApplication.instance()).use("en")
        self.qtbot, self.tries, self.lane = qtbot, tries, Lane("network", 3)
        self.model = ConnectionModel(tries, self.lane)
        self.view = ConnectionView(self.model, "1.2.3")
        qtbot.addWidget(self.view)
        self.view.resize(1024, 640)
        self.view.show()

    def settle(self) -> None:
        self.qtbot.waitUntil(lambda: self.model.state.trying is None)

    def press(self, words: str) -> None:
        (button,) = [b for b in self.view.findChildren(Button) if b.text() == words]
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    def words(self) -> str:
        labels = self.view.findChildren(QLabel)
        return "\n".join(label.text() for label in labels if label.isVisible())


@pytest.fixture
def room(qtbot: QtBot) -> Iterator[Room]:
    room = Room(qtbot, TriesInMemory(NAME, FILTER, SIGN_IN))
    yield room
    room.tries.go.set()
    room.lane.close()


def test_each_step_is_told_and_where_the_way_ends(room: Room):
    room.model.start()
    room.settle()
    words = room.words()
    assert "reviews.example.org was found: 203.0.113.7." in words
    assert "The way ends at: Proxy" in words
    assert "proxy.example.org:3128 wants a name and a password, or other ones." in words
    assert "Your work is safe on this computer." in words
    assert "“Example Employer Ltd”, which is not a public authority" in words
    assert "What you hand in stays sealed" in words


def test_a_proxy_that_stops_the_way_leads_to_its_settings(room: Room):
    asked: list[None] = []
    room.view.proxy_wanted.connect(asked.append)
    room.model.start()
    room.settle()
    room.press("Proxy settings…")
    assert len(asked) == 1


def test_it_is_stopped_in_the_middle_of_a_step(room: Room):
    room.tries.go.clear()
    room.model.start()
    room.qtbot.waitUntil(lambda: room.model.state.server == SERVER)
    assert "trying…" in room.words()
    room.press("Cancel")
    room.settle()
    assert room.tries.ended
    assert "Stopped. Not every step was tried." in room.words()
    room.press("Check again")
    room.settle()
    assert "The way ends at: Proxy" in room.words()


def test_the_text_for_the_secretariat(room: Room):
    room.model.start()
    room.settle()
    room.press("Copy as text")
    text = QGuiApplication.clipboard().text()
    assert text.startswith(f"Connection of Reviewer Workstation 1.2.3 to {SERVER}\n")
    assert "■ Proxy: fails\n" in text
    assert "tls: private-authority (issuer=Example Employer Ltd; until=2027-03-01)" in text


@pytest.mark.parametrize("language", ["en", "zh_CN"])
@pytest.mark.parametrize("finding", list(Finding))
def test_every_finding_has_words_in_both_languages(qtbot: QtBot, finding: Finding, language: str):
    """Chinese sentences hold Chinese; nothing shows a raw key or an open brace."""
    languages = Languages(QApplication.instance())
    languages.use(language)
    outcome = Outcome.BAD if finding is not Finding.NOT_TRIED else Outcome.SKIPPED
    state = ConnectionState(SERVER, (StepFound(Step.TLS, outcome, finding, EVERY_FACT),))
    said = step_words(state, Step.TLS)
    whole = f"{said.name} {said.outcome} {said.sentence} {said.advice}"
    languages.use("en")
    assert "{" not in whole
    assert finding is Finding.NOT_TRIED or said.sentence
    assert any("\u4e00" <= each <= "\u9fff" for each in said.sentence or said.name) is (
        language == "zh_CN"
    )
    assert as_text(state, "1").count("{") == 0


def test_the_page_looks_at_once_and_leads_back_and_to_the_settings(
    qtbot: QtBot, tmp_path: Path
) -> None:
    with a_desk(tmp_path, cases=1) as desk, supplied(desk) as given:
        with desk.store.write() as connection:
            keep_fact(connection, FactName.SERVER, "http://127.0.0.1:9")
        screen = ConnectionScreen(given.supplies)
        view = given.show(screen, qtbot)
        qtbot.waitUntil(lambda: screen.model.state.ended is not None)
        assert "127.0.0.1 refuses connections at port 9." in words_of(view)
        view.back_pressed.emit(None)
        view.proxy_wanted.emit(None)
        screen.leave()
        assert [visit.place for visit in given.visits] == [Place.HANDIN, Place.PREFERENCES]


@pytest.mark.parametrize(
    ("language", "date"), [("en", "Saturday, July 20, 2024"), ("zh_CN", "2024年7月20日")]
)
def test_a_certificate_that_does_not_fit_the_clock_names_the_clocks_date(
    qtbot: QtBot, language: str, date: str
):
    failure = UntrustedCertificate(
        SERVER, "not yet valid", CertificateFault.NOT_YET_VALID, "2024-07-20T12:00:00Z"
    )
    languages = Languages(QApplication.instance())
    languages.use(language)
    told = sentence_of(failure)
    languages.use("en")
    assert date in told.body
