"""The first start before a server answers: what is typed stays, and every failure is said."""

import socket
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from review_protocol.crockford import encode_code
from review_protocol.documents.people import InvitationLetter, Role
from reviewer_app.opening import open_desk
from reviewer_app.services.enrolment import Enrolment
from reviewer_app.ui.appearance import LANGUAGE_OPTIONS
from reviewer_app.ui.kit.buttons import Button
from reviewer_app.ui.kit.choice import ChoiceRow
from reviewer_app.ui.kit.i18n import Languages
from reviewer_app.ui.kit.lane import Lane
from reviewer_app.ui.screen import Lanes
from reviewer_app.ui.welcome.code_page import CodePage
from reviewer_app.ui.welcome.screen import WelcomeScreen
from reviewer_app.ui.welcome.state import Stage
from tests.builders.desk import CHEAP
from tests.ui.screens import press, words_of

CODE = encode_code(bytes(range(16)))


class Start:
    """The welcome for a profile that is not there yet."""

    def __init__(self, folder: Path, qtbot: QtBot) -> None:
        Languages(QApplication.instance()).use("en")
        self.folder, self.qtbot = folder, qtbot
        self.lanes = Lanes(Lane("desk"), Lane("network", 3))
        self.screen = WelcomeScreen(
            Enrolment(folder, cost=CHEAP),
            partial(open_desk, folder),
            self.lanes,
            ChoiceRow[str](LANGUAGE_OPTIONS, value="en"),
        )
        self.model, self.view = self.screen.model, self.screen.view
        qtbot.addWidget(self.view)
        self.view.resize(1024, 640)
        self.view.show()
        qtbot.waitExposed(self.view)
        self.screen.enter(None)

    def fields(self) -> list[QLineEdit]:
        return [entry for entry in self.view.findChildren(QLineEdit) if entry.isVisible()]

    def type(self, entry: QLineEdit, text: str) -> None:
        entry.selectAll()
        self.qtbot.keyClicks(entry, text)

    def settle(self) -> None:
        for _ in range(2):
            assert self.lanes.database.wait_idle()
            assert self.lanes.network.wait_idle()

    def button(self, words: str) -> Button:
        (found,) = [
            b for b in self.view.findChildren(Button) if b.text() == words and b.isVisible()
        ]
        return found


@pytest.fixture
def start(tmp_path: Path, qtbot: QtBot) -> Iterator[Start]:
    start = Start(tmp_path / "profile", qtbot)
    yield start
    start.lanes.network.close()
    start.lanes.database.close()


@pytest.fixture
def nobody() -> str:
    """The address of a port on which nobody listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return f"http://127.0.0.1:{probe.getsockname()[1]}"


def a_letter(server: str) -> InvitationLetter:
    return InvitationLetter(
        server=server, code=CODE, programme="Cases", person_name="Amina", role=Role.REVIEWER
    )


def test_the_programme_is_named_in_both_languages(start: Start):
    assert "Practice Cases of “Jointly Building" in words_of(start.view)
    assert "“携手构建网络空间命运共同体”实践案例" in words_of(start.view)


def test_nothing_goes_on_before_code_and_server_are_typed(start: Start):
    code, server = start.fields()
    assert not start.button("Continue").isEnabled()
    start.type(code, CODE)
    assert not start.button("Continue").isEnabled()
    start.type(server, "https://reviews.example.org")
    assert start.button("Continue").isEnabled()


def test_a_slip_of_the_finger_is_told_at_once(start: Start, nobody: str):
    code, server = start.fields()
    start.type(server, nobody)
    start.type(code, CODE[:-1] + ("0" if CODE[-1] != "0" else "1"))
    press(start.qtbot, start.view, "Continue")
    assert "This code cannot be right." in words_of(start.view)
    assert start.model.state.stage is Stage.CODE
    assert not start.button("Continue").isEnabled()  # the same code would be as wrong again
    start.type(code, CODE)
    assert start.button("Continue").isEnabled()


@pytest.mark.parametrize(
    ("wrong", "selected"), [((2, 20), "?"), ((2, 3, 20), "??"), ((9,), "?"), ((26, 27, 29), "??")]
)
def test_only_what_cannot_be_right_is_selected(
    start: Start, nobody: str, wrong: tuple[int, ...], selected: str
):
    code, server = start.fields()
    start.type(server, nobody)
    start.type(code, "".join("?" if at in wrong else symbol for at, symbol in enumerate(CODE)))
    press(start.qtbot, start.view, "Continue")
    assert (code.selectionStart(), code.selectedText()) == (wrong[0], selected)


@pytest.mark.parametrize("at", [0, 12, len(CODE) - 1])
def test_where_a_slip_is_guessed_nothing_is_selected(start: Start, nobody: str, at: int):
    code, server = start.fields()
    start.type(server, nobody)
    for symbol in "0123456789ABCDEFGHJKMNPQRSTVWXYZ".replace(CODE[at], ""):
        start.type(code, CODE[:at] + symbol + CODE[at + 1 :])
        press(start.qtbot, start.view, "Continue")
        assert code.selectedText() == ""
        assert "There is a slip somewhere in it" in words_of(start.view)


def test_a_server_that_is_not_there_is_said_and_the_code_stays(start: Start, nobody: str):
    code, server = start.fields()
    start.type(code, CODE)
    start.type(server, nobody)
    press(start.qtbot, start.view, "Continue")
    start.settle()
    assert f"No connection to {nobody}." in words_of(start.view)
    assert [entry.text() for entry in start.fields()] == [CODE, nobody]


def test_a_dropped_letter_fills_in_the_code_and_brings_the_server(start: Start, tmp_path: Path):
    path = tmp_path / "letter.invitation"
    path.write_bytes(a_letter("https://reviews.example.org").body())
    files = QMimeData()
    files.setUrls([QUrl.fromLocalFile(str(path))])
    event = QDropEvent(
        QPointF(QPoint(5, 5)),
        Qt.DropAction.CopyAction,
        files,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    start.view.findChild(CodePage).dropEvent(event)
    start.settle()
    assert [entry.text() for entry in start.fields()] == [CODE]
    assert start.model.state.server == "https://reviews.example.org"
    assert start.button("Continue").isEnabled()


def test_another_file_is_not_a_letter(start: Start, tmp_path: Path):
    path = tmp_path / "holiday.txt"
    path.write_text("sun", encoding="utf-8")
    start.screen.take_letter(path)
    start.settle()
    assert "This file is not an invitation letter." in words_of(start.view)


class TestAfterTheServerAnswered:
    @pytest.fixture
    def invited(self, start: Start, nobody: str) -> Start:
        start.model._take_letter(a_letter(nobody))
        start.model._go(Stage.INVITATION)
        return start

    def test_accepting_asks_for_a_passphrase_and_back_keeps_everything(self, invited: Start):
        press(invited.qtbot, invited.view, "Accept")
        first, _again = invited.fields()
        invited.type(first, "four plain words here")
        press(invited.qtbot, invited.view, "Back")
        press(invited.qtbot, invited.view, "Accept")
        assert [entry.text() for entry in invited.fields()] == ["four plain words here", ""]
        press(invited.qtbot, invited.view, "Back")
        press(invited.qtbot, invited.view, "Back")
        assert [entry.text() for entry in invited.fields()] == [CODE]

    def test_two_different_passphrases_do_not_go_on(self, invited: Start):
        press(invited.qtbot, invited.view, "Accept")
        first, second = invited.fields()
        invited.type(first, "four plain words here")
        invited.type(second, "four plain wolds")
        assert "The two are not the same." in words_of(invited.view)
        invited.type(second, "four plain w")
        assert "The two are not the same." not in words_of(invited.view)  # it may go on
        second.editingFinished.emit()
        assert "The two are not the same." in words_of(invited.view)
        assert not invited.button("Enrol this computer").isEnabled()
        invited.type(second, "four plain words here")
        assert invited.button("Enrol this computer").isEnabled()

    def test_a_short_passphrase_is_said_at_its_field(self, invited: Start):
        press(invited.qtbot, invited.view, "Accept")
        first, second = invited.fields()
        invited.type(first, "short")
        assert "This passphrase is too short." not in words_of(invited.view)  # it may go on
        invited.qtbot.keyClick(first, Qt.Key.Key_Return)
        assert "This passphrase is too short." in words_of(invited.view)
        invited.type(first, "short words")
        assert "This passphrase is too short." not in words_of(invited.view)
        invited.type(first, "short")
        invited.type(second, "short")
        assert "This passphrase is too short." in words_of(invited.view)
        assert not invited.button("Enrol this computer").isEnabled()

    def test_enter_leads_through_the_pages(self, invited: Start):
        invited.qtbot.keyClick(invited.button("Accept"), Qt.Key.Key_Return)
        first, second = invited.fields()
        invited.type(first, "four plain words here")
        invited.qtbot.keyClick(first, Qt.Key.Key_Return)
        assert first.window().focusWidget() is second
        invited.type(second, "four plain words here")
        invited.qtbot.keyClick(second, Qt.Key.Key_Return)
        invited.settle()
        assert "No connection to" in words_of(invited.view)

    def test_a_failed_enrolment_leaves_no_profile_and_can_be_tried_again(self, invited: Start):
        press(invited.qtbot, invited.view, "Accept")
        for entry in invited.fields():
            invited.type(entry, "four plain words here")
        press(invited.qtbot, invited.view, "Enrol this computer")
        invited.settle()
        assert "No connection to" in words_of(invited.view)
        assert "the code can be used again" in words_of(invited.view)
        assert "Your work is safe" not in words_of(invited.view)  # there is none yet
        assert not invited.folder.exists()
        assert invited.button("Enrol this computer").isEnabled()
