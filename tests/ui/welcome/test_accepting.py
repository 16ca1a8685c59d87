"""The acceptance: nothing is signed unread, and the batch may come later."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QPlainTextEdit
from pytestqt.qtbot import QtBot

from review_protocol.documents.packet import AcceptancePacket
from review_protocol.documents.text import Language
from reviewer_app.models.outbox import all_packets
from reviewer_app.ui.kit.buttons import Button
from reviewer_app.ui.welcome.accepting import AcceptScreen
from tests.builders.desk import ADesk, a_desk
from tests.ui.screens import Supplied, press, supplied, words_of


class Room:
    """The screen on a desk that was just enrolled."""

    def __init__(self, desk: ADesk, given: Supplied, qtbot: QtBot) -> None:
        self.desk, self.given, self.qtbot = desk, given, qtbot
        self.screen = AcceptScreen(given.supplies, desk.services.desk.overview())
        self.finished: list[None] = []
        self.screen.finished.connect(self.finished.append)
        self.view = given.show(self.screen, qtbot)

    def button(self, words: str) -> Button:
        return next(
            b for b in self.view.findChildren(Button) if b.text() == words and b.isVisible()
        )

    def tick(self, words: str) -> None:
        (box,) = [b for b in self.view.findChildren(QCheckBox) if b.text() == words]
        box.click()

    def agree(self) -> None:
        self.tick("I have read this and undertake it")
        press(self.qtbot, self.view, "Continue")

    def signed(self) -> list[AcceptancePacket]:
        with self.desk.store.read() as connection:
            documents = [packet.document() for packet in all_packets(connection)]
        return [each for each in documents if isinstance(each, AcceptancePacket)]


@pytest.fixture
def room(tmp_path: Path, qtbot: QtBot) -> Iterator[Room]:
    with a_desk(tmp_path, cases=1, released=False) as desk, supplied(desk) as given:
        yield Room(desk, given, qtbot)


def test_the_undertaking_is_shown_in_both_languages_before_anything_goes_on(room: Room):
    undertaking = room.desk.services.accepting.undertaking()
    assert undertaking.zh in words_of(room.view)
    assert undertaking.en in words_of(room.view)
    assert not room.button("Continue").isEnabled()


def test_signing_needs_a_name_an_organisation_and_a_language(room: Room):
    room.agree()
    sign = room.button("Sign and continue")
    assert not sign.isEnabled()
    organisations = next(t for t in room.view.findChildren(QPlainTextEdit) if t.isVisible())
    organisations.setPlainText("University of Nairobi\n\n 内罗毕大学 ")
    assert not sign.isEnabled()
    room.tick("English")
    room.qtbot.mouseClick(sign, Qt.MouseButton.LeftButton)
    room.given.settle()
    (packet,) = room.signed()
    assert packet.name.en == "Amina Diallo"
    assert packet.organisations == ("University of Nairobi", "内罗毕大学")
    assert packet.reads == (Language.EN,)


def test_without_a_network_the_cases_may_come_later(room: Room):
    room.agree()
    next(t for t in room.view.findChildren(QPlainTextEdit) if t.isVisible()).setPlainText("A house")
    room.tick("Chinese")
    press(room.qtbot, room.view, "Sign and continue")
    room.given.settle()
    assert "No connection to" in words_of(room.view)
    assert room.button("Try again").isEnabled()
    press(room.qtbot, room.view, "Fetch them later")
    assert room.finished == [None]
    assert len(room.signed()) == 1
