"""Whether the key is left with the programme: asked at enrolment, off by itself, and withdrawn."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QCheckBox, QPlainTextEdit
from pytestqt.qtbot import QtBot

from reviewer_app.models.escrow import kept_escrow
from reviewer_app.services.escrow import Escrow
from reviewer_app.ui.kit.dialogs import Confirm
from reviewer_app.ui.safety.escrow_card import EscrowCard
from reviewer_app.ui.safety.screen import SafetyScreen
from reviewer_app.ui.welcome.accepting import AcceptScreen
from tests.builders.desk import ADesk, a_desk
from tests.ui.screens import press, supplied, words_of
from tests.ui.unlock.test_help import ESCROW_KEY


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[ADesk]:
    """A desk whose programme has an escrow key."""
    monkeypatch.setattr(Escrow, "_offered", lambda _self: ESCROW_KEY.public)
    with a_desk(tmp_path, cases=1) as desk:
        yield desk


def agree_when_asked(card: EscrowCard, act: str, qtbot: QtBot) -> None:
    def look() -> None:
        for dialog in card.findChildren(Confirm):
            if dialog.isVisible():
                timer.stop()
                press(qtbot, dialog, act)

    timer = QTimer(card)
    timer.timeout.connect(look)
    timer.start(10)


def test_agreeing_is_asked_about_and_can_be_withdrawn(desk: ADesk, qtbot: QtBot):
    folder = desk.store.folder
    with supplied(desk) as given:
        view = given.show(SafetyScreen(given.supplies), qtbot)
        card = view.findChild(EscrowCard)
        assert "Nobody but you can open this desk." in words_of(card)
        assert kept_escrow(folder) is None
        agree_when_asked(card, "I agree", qtbot)
        press(qtbot, card, "Leave the key with the programme…")
        given.settle()
        assert kept_escrow(folder) is not None
        assert "You agreed on" in words_of(card)
        agree_when_asked(card, "Withdraw", qtbot)
        press(qtbot, card, "Withdraw")
        given.settle()
        assert kept_escrow(folder) is None
        assert "the passphrase alone opens this desk" in words_of(card)


@pytest.mark.parametrize("ticks", [False, True])
def test_it_is_asked_at_enrolment_and_nobody_agreed_beforehand(
    desk: ADesk, qtbot: QtBot, ticks: bool
):
    with supplied(desk) as given:
        view = given.show(AcceptScreen(given.supplies, desk.services.desk.overview()), qtbot)
        boxes = {box.text(): box for box in view.findChildren(QCheckBox)}
        boxes["I have read this and undertake it"].click()
        press(qtbot, view, "Continue")
        asked = boxes["Help me if I forget my passphrase"]
        assert asked.isVisible()
        assert not asked.isChecked()
        if ticks:
            asked.click()
        organisations = next(t for t in view.findChildren(QPlainTextEdit) if t.isVisible())
        organisations.setPlainText("A house")
        boxes["English"].click()
        press(qtbot, view, "Sign and continue")
        given.settle()
        assert (kept_escrow(desk.store.folder) is not None) is ticks
