"""The page of one's computers and the alarm: what is said, asked and done, in both languages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from review_protocol.documents.leaf import Disposition
from reviewer_app.errors import PassphraseNeeded
from reviewer_app.services.device_rows import (
    DeviceAnswer,
    DeviceLine,
    DevicesLook,
    Double,
    Listed,
    RecordLook,
    SignedOnce,
)
from reviewer_app.ui.device_words import alarm
from reviewer_app.ui.devices.view import DevicesView
from reviewer_app.ui.devices.view_model import DevicesModel
from reviewer_app.ui.devices_alarm import DevicesAlarm
from reviewer_app.ui.kit.banner import Banner
from reviewer_app.ui.kit.buttons import Button, Toggle
from reviewer_app.ui.kit.i18n import Languages
from reviewer_app.ui.kit.lane import Lane
from reviewer_app.ui.screen import Place
from tests.builders.documents import NOW, both, some_answers
from tests.ui.screens import words_of

NAME = both("山区宽带", "Broadband in the mountains")
HERE = DeviceLine("d-aaaaaaaaaaaaaaaa", "amina-laptop", NOW, True, None, True)
STRANGER = DeviceLine("d-bbbbbbbbbbbbbbbb", "DESKTOP-1", NOW, False, None, True)
QUIET = DevicesLook((HERE,), (), (), (), is_copied=False, split=False, confirming=False)


def signed(digit: str, disposition: Disposition, mark: int, *, here: bool = False) -> SignedOnce:
    return SignedOnce(
        digit * 64,
        "score",
        "WIC-2026-004",
        NAME,
        "amina-laptop",
        here,
        NOW,
        disposition,
        some_answers(mark),
    )


HELD = (signed("1", Disposition.HELD_REVOKED_KEY, 5), signed("2", Disposition.HELD_REVOKED_KEY, 1))
DOUBLE = Double(
    "WIC-2026-004",
    NAME,
    (signed("3", Disposition.COUNTED, 3), signed("4", Disposition.HELD_FORK, 9, here=True)),
    None,
)


@dataclass
class Recorded:
    """Knows what it is told, and writes down what is said."""

    now: DevicesLook = QUIET
    said: list[tuple[object, ...]] = field(default_factory=list)
    sealed: bool = False

    def look(self) -> DevicesLook:
        return self.now

    def alarm(self) -> DevicesLook | None:
        return self.now if self.now.needs_the_person else None

    def answer(self, kid: str, answer: DeviceAnswer) -> None:
        self.said.append(("answer", kid, answer))
        self.now = replace(self.now, devices=(HERE, replace(STRANGER, answer=answer)))

    def confirm(self, mine, denied) -> str:
        if self.sealed:
            raise PassphraseNeeded
        self.said.append(("confirm", tuple(mine), tuple(denied)))
        self.now = replace(self.now, held=())
        return "c" * 64

    def choose(self, case: str, stands: str, reason: str = "") -> str:
        self.said.append(("choose", case, stands))
        self.now = replace(self.now, doubles=(replace(DOUBLE, chosen=stands),))
        return "d" * 64

    def sign_again(self) -> tuple[str, ...]:
        self.said.append(("again",))
        self.now = replace(self.now, again=())
        return ()

    def save_split(self, folder: Path) -> Path:
        self.said.append(("split", folder))
        return folder / "two-records"

    def save_record(self, folder: Path) -> Path:
        self.said.append(("record", folder))
        self.now = replace(self.now, record=replace(self.now.record, unsaved=0))
        return folder / "other-record"

    def understood(self) -> None:
        self.said.append(("understood",))
        self.now = replace(self.now, restored=None)

    def ask(self, text: str) -> str:
        self.said.append(("ask", text))
        return "e" * 64

    @property
    def devices(self) -> Recorded:
        return self


@pytest.fixture
def lane(qapp: QApplication) -> Iterator[Lane]:
    made = Lane("database")
    yield made
    made.close()


@dataclass
class Shown:
    """The page, and hands for it."""

    service: Recorded
    model: DevicesModel
    view: DevicesView
    lane: Lane
    signed: list[None] = field(default_factory=list)

    def settle(self) -> None:
        for _ in range(4):
            assert self.lane.wait_idle()
            QApplication.processEvents()

    def press(self, word: str, *, last: bool = False) -> None:
        found = [each for each in self.buttons() if each.text() == word]
        found[-1 if last else 0].click()
        self.settle()

    def buttons(self) -> list[QWidget]:
        return [
            each
            for kind in (Button, Toggle)
            for each in self.view.findChildren(kind)
            if each.isVisibleTo(self.view)
        ]


@pytest.fixture
def shown(qtbot: QtBot, lane: Lane, request, tmp_path: Path) -> Shown:
    service = Recorded(request.param)
    model = DevicesModel(service, service.ask, lane)
    view = DevicesView(model, choose=lambda parent, title: tmp_path)
    qtbot.addWidget(view)
    view.show()
    made = Shown(service, model, view, lane)
    model.signed.connect(made.signed.append)
    model.refresh()
    made.settle()
    return made


look = pytest.mark.parametrize


@look("shown", [replace(QUIET, devices=(HERE, STRANGER))], indirect=True)
def test_a_stranger_is_denied_and_told_to_the_secretariat(shown: Shown):
    shown.press("Not mine")
    assert shown.service.said == [("answer", STRANGER.kid, DeviceAnswer.NOT_MINE)]
    shown.press("Copy as text")
    text = QGuiApplication.clipboard().text()
    assert STRANGER.kid in text
    assert "DESKTOP-1" in text
    shown.press("Tell the secretariat")
    assert shown.service.said[-1] == ("ask", text)
    assert shown.signed == [None]
    sent = [each for each in shown.buttons() if each.text() == "Tell the secretariat"]
    assert not sent[0].isEnabled()


@look("shown", [replace(QUIET, devices=(HERE, STRANGER))], indirect=True)
def test_a_stranger_that_is_ones_own_is_asked_about_no_more(shown: Shown):
    shown.press("It is mine")
    assert shown.service.said == [("answer", STRANGER.kid, DeviceAnswer.MINE)]
    assert "It is mine" not in [each.text() for each in shown.buttons()]
    assert shown.signed == []


@look("shown", [replace(QUIET, held=HELD)], indirect=True)
def test_held_packets_say_what_they_are_and_are_signed_together(shown: Shown):
    words = words_of(shown.view)
    assert "Conceptual fit: 5" in words
    shown.press("Mine")
    shown.press("Not mine", last=True)
    shown.press("Sign and send")
    assert shown.service.said == [("confirm", (HELD[0].packet,), (HELD[1].packet,))]
    assert shown.signed == [None]
    assert "Sign and send" not in [each.text() for each in shown.buttons()]


@look("shown", [replace(QUIET, held=HELD)], indirect=True)
def test_what_fails_is_said_and_what_was_answered_stays(shown: Shown):
    shown.service.sealed = True
    shown.press("All are mine")
    shown.press("Sign and send")
    assert shown.signed == []
    assert shown.model.state.mine == tuple(each.packet for each in HELD)
    assert shown.view.banner.isVisibleTo(shown.view)


@look("shown", [replace(QUIET, doubles=(DOUBLE,))], indirect=True)
def test_one_of_two_scores_is_chosen(shown: Shown):
    assert "International cooperativeness: 9" in words_of(shown.view)
    shown.press("This one counts", last=True)
    assert shown.service.said == [("choose", "WIC-2026-004", "4" * 64)]
    assert "on its way" in words_of(shown.view)


COPY = replace(QUIET, again=(signed("6", Disposition.HELD_FORK, 2, here=True),), is_copied=True)


@look("shown", [replace(COPY, split=True, restored=3)], indirect=True)
def test_a_copy_a_split_record_and_a_restored_server_have_a_button_each(shown: Shown):
    shown.press("Sign again")
    shown.press("Save both records…")
    assert "two-records" in words_of(shown.view)
    assert "3 packets" in words_of(shown.view)
    shown.press("Understood")
    assert [each[0] for each in shown.service.said] == ["again", "split", "understood"]
    assert "Understood" not in [each.text() for each in shown.buttons()]


LEFT_OUT = replace(STRANGER, name=None, listed=Listed.LEFT_OUT)
UNFIT = RecordLook(leaves=4120, whole=True, unfit=True, fitting=30, contradicting=2, unsaved=2)


@look("shown", [replace(QUIET, devices=(HERE, LEFT_OUT), record=UNFIT)], indirect=True)
def test_what_contradicts_the_record_is_told_and_saved(shown: Shown):
    told = words_of(shown.view)
    assert "do not add up" in told
    assert "(2)" in told
    assert "Is this computer yours?" in told
    assert "left out of its list" in told
    assert "entries of the server's record" in told
    assert "30 packets" in told
    assert "list leaves out" in alarm(shown.service.now)
    shown.press("Save the evidence…")
    assert "other-record" in words_of(shown.view)
    shown.press("Not mine")
    assert [each[0] for each in shown.service.said] == ["record", "answer"]
    contradicted = replace(QUIET, record=replace(UNFIT, unfit=False))
    assert "contradicts" in alarm(contradicted)
    assert not shown.service.now.record.unsaved


@look("shown", [replace(QUIET, devices=(replace(HERE, listed=Listed.AGREES),))], indirect=True)
def test_nothing_is_said_of_a_record_that_fits(shown: Shown):
    assert "Save the evidence…" not in [each.text() for each in shown.buttons()]
    assert "not been read to its end" in words_of(shown.view)


@look(
    "shown",
    [
        replace(
            COPY,
            held=HELD,
            doubles=(DOUBLE,),
            devices=(LEFT_OUT, replace(STRANGER, listed=Listed.NOT_LOGGED)),
            record=UNFIT,
        )
    ],
    indirect=True,
)
def test_every_word_is_there_in_chinese(shown: Shown, qapp: QApplication):
    languages = Languages(qapp)
    try:
        languages.use("zh_CN")
        shown.settle()
        words = words_of(shown.view)
        buttons = [each.text() for each in shown.buttons()]
    finally:
        languages.use("en")
        languages.deleteLater()
    for expected in ("您的电脑", "这台电脑是您的吗？", "重复评分", "理念契合度：9"):
        assert expected in words
    assert {"以此为准", "重新签署", "不是我的", "签署并发送"} <= set(buttons)
    assert "Sign" not in words


def test_the_alarm_stays_over_every_room_until_it_is_answered(qtbot: QtBot, lane: Lane):
    service = Recorded(replace(QUIET, devices=(HERE, STRANGER)))
    banner = Banner()
    qtbot.addWidget(banner)
    alarm = DevicesAlarm(service, lane, banner)
    visits = []
    alarm.left.connect(visits.append)
    for _ in range(2):
        alarm.refresh()
        assert lane.wait_idle()
        QApplication.processEvents()
        assert "DESKTOP-1" in words_of(banner)
    banner.findChildren(Button)[0].click()
    assert [each.place for each in visits] == [Place.DEVICES]
    service.answer(STRANGER.kid, DeviceAnswer.MINE)
    alarm.refresh()
    assert lane.wait_idle()
    assert banner.isHidden()


def test_over_a_locked_desk_the_alarm_says_nothing(qtbot: QtBot, lane: Lane):
    banner = Banner()
    qtbot.addWidget(banner)
    alarm = DevicesAlarm(Recorded(replace(QUIET, devices=(HERE, STRANGER))), lane, banner)
    visits = []
    alarm.left.connect(visits.append)
    alarm.refresh()
    alarm.stop()
    assert lane.wait_idle()
    QApplication.processEvents()
    banner.findChildren(Button)[0].click()
    assert banner.isHidden()
    assert visits == []
