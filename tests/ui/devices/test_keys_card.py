"""The card with which a computer gets new keys."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from review_protocol.documents.leaf import Disposition
from reviewer_app.errors import WrongPassphrase
from reviewer_app.services.device_rows import KeysLook, KeysStanding
from reviewer_app.ui.devices.keys_card import KeysCard
from reviewer_app.ui.kit.buttons import Button
from reviewer_app.ui.kit.fields import PassphraseField
from reviewer_app.ui.kit.labels import Label
from reviewer_app.ui.kit.lane import Lane
from reviewer_app.ui.matter import Matter

SIGNED = "2026-07-20T08:00:00Z"


class Hands:
    """The card over what a service would answer."""

    def __init__(self, qtbot: QtBot, lane: Lane) -> None:
        self.look = KeysLook(KeysStanding.SETTLED)
        self.given: list[str] = []
        self.lane = lane
        self.model = Matter[KeysLook](lane, lambda: self.look)
        self.card = KeysCard(self.model, self._make)
        qtbot.addWidget(self.card)
        self.card.show()
        self.settle()

    def _make(self, passphrase: str) -> None:
        self.given.append(passphrase)
        if passphrase != "correct horse battery":
            raise WrongPassphrase
        self.look = KeysLook(KeysStanding.UNDER_WAY, SIGNED)

    def settle(self) -> None:
        self.model.refresh()
        self.wait()

    def wait(self) -> None:
        for _ in range(4):
            assert self.lane.wait_idle()
            QApplication.processEvents()

    def press(self, passphrase: str) -> None:
        self.field.findChild(QLineEdit).setText(passphrase)
        self.button.click()
        self.wait()

    @property
    def button(self) -> Button:
        (found,) = (e for e in self.card.findChildren(Button) if e.text() == "Make new keys")
        return found

    @property
    def field(self) -> PassphraseField:
        return self.card.findChild(PassphraseField)

    def words(self) -> str:
        labels = self.card.findChildren(Label)
        return "\n".join(each.text() for each in labels if each.isVisibleTo(self.card))


@pytest.fixture
def hands(qapp: QApplication, qtbot: QtBot) -> Iterator[Hands]:
    lane = Lane("keys")
    yield Hands(qtbot, lane)
    lane.close()


def test_with_the_passphrase_they_are_made_and_the_card_says_when_they_come(hands: Hands):
    assert not hands.button.isEnabled()
    hands.press("correct horse battery")
    assert hands.given == ["correct horse battery"]
    assert "in use after the next sync" in hands.words()
    assert not hands.button.isVisibleTo(hands.card)


def test_a_wrong_passphrase_is_told_at_its_field(hands: Hands):
    hands.press("not the passphrase")
    assert hands.look.standing is KeysStanding.SETTLED
    assert hands.button.isVisibleTo(hands.card)
    assert "passphrase" in hands.words().lower()


@pytest.mark.parametrize(
    ("look", "words"),
    [
        (KeysLook(KeysStanding.SETTLED, SIGNED), "Made last on"),
        (
            KeysLook(KeysStanding.REFUSED, SIGNED, Disposition.HELD_REVOKED_KEY),
            "was revoked before its new keys arrived",
        ),
        (KeysLook(KeysStanding.REFUSED, SIGNED, Disposition.HELD_FORK), "did not take the keys"),
    ],
)
def test_how_they_stand_is_one_sentence(hands: Hands, look: KeysLook, words: str):
    hands.look = look
    hands.settle()
    assert words in hands.words()
