"""For the album: the reviewer comes back on another day, to news, an alarm, and an old copy."""

from __future__ import annotations

import shutil
from functools import partial

from PySide6.QtWidgets import QWidget

from reviewer_app.demo.delivering import deliver
from reviewer_app.demo.hands import Hands, click
from reviewer_app.demo.meanwhile import (
    STRANGER,
    answer_first_question,
    correct_case,
    enrol_stranger,
)
from reviewer_app.demo.play_enrolment import PASSPHRASE
from reviewer_app.demo.play_reading import Reader
from reviewer_app.demo.play_reviewer import PROFILE, in_order
from reviewer_app.demo.stage import Stage, Story, opened_stage, scroll_down
from reviewer_app.models.database import DATABASE_FILE
from reviewer_app.services.rows import CaseState
from reviewer_app.ui.correction.view import CorrectionView
from reviewer_app.ui.devices.view import DevicesView
from reviewer_app.ui.handin.view import HandInView
from reviewer_app.ui.kit.table import Table
from reviewer_app.ui.messages.view import MessagesView
from reviewer_app.ui.panel.discussion.body import DiscussionBody
from reviewer_app.ui.preferences.view import PreferencesView
from reviewer_app.ui.reading.signed_card import SignedCard
from reviewer_app.ui.returning.put_back_card import PutBackCard
from reviewer_app.ui.safety.view import SafetyView
from reviewer_app.ui.unlock.recovery_page import RecoveryPage
from reviewer_app.ui.unlock.view import UnlockView

PUT_BACK = "put-back"


def play_later(story: Story) -> None:
    """From the lock to the lock; then a copy of the desk as it was before."""
    database = story.profile(PROFILE) / DATABASE_FILE
    before = database.read_bytes()
    with opened_stage(story, PROFILE) as stage:
        _unlock(stage)
        _hear_the_news(stage)
        _meet_a_stranger(stage)
        _read_messages(stage)
        _confirm_correction(stage)
        _join_discussion(stage)
        _look_at_safety(stage)
        _lock(stage)
    copy = story.profile(PUT_BACK)
    shutil.copytree(story.profile(PROFILE), copy)
    (copy / DATABASE_FILE).write_bytes(before)
    with opened_stage(story, PUT_BACK) as stage:
        _open(stage)
        stage.hands.the(PutBackCard)
        stage.picture("returning")
        stage.tell("a copy of the desk, put back from an earlier day, says so")


def _unlock(stage: Stage) -> None:
    """A wrong passphrase, the way for who forgot it, and the right one."""
    hands = stage.hands
    hands.the(UnlockView)
    stage.picture("unlock")
    hands.press("Passphrase forgotten?")
    page = hands.the(RecoveryPage)
    stage.picture("recovery")
    hands.press("Open your desk", within=page)
    hands.write("Passphrase", "nine herons cross the quiet sea")
    hands.press("Open")
    hands.button("Open")
    stage.settle()
    stage.picture("unlock-wrong")
    _open(stage)


def _open(stage: Stage) -> None:
    hands = stage.hands
    hands.write("Passphrase", PASSPHRASE)
    hands.press("Open", within=hands.the(UnlockView))
    hands.button("Desk*", within=stage.opened.window.frame.rail)
    stage.settle()


def _hear_the_news(stage: Stage) -> None:
    """While the desk was shut: an answer, a corrected case, a second computer in one's name."""
    story = stage.story
    server, folder = story.founded.server, story.folder
    reader = Reader(stage)
    reader.to_desk()
    received = [row for row in reader.rows() if row.state is CaseState.RECEIVED]
    number = in_order(received)[0]
    enrol_stranger(server, folder, answer_first_question(server))
    correct_case(server, folder, number)
    stage.go("Hand-in")
    stage.hands.press("Sync now", within=stage.hands.the(HandInView))
    stage.settle()
    stage.tell(f"a question is answered, {number} is corrected")


def _meet_a_stranger(stage: Stage) -> None:
    hands = stage.hands
    hands.await_words(f"“{STRANGER}” signs in your name. Is that computer yours?")
    stage.go("Desk")
    stage.picture("stranger")
    hands.press("Look")
    view = hands.the(DevicesView)
    stage.settle()
    stage.picture("devices-stranger")
    hands.press("It is mine", within=view)
    stage.settle()
    stage.picture("devices")


def _read_messages(stage: Stage) -> None:
    hands = stage.hands
    stage.go("Messages")
    view = hands.the(MessagesView)
    table = hands.the(Table, within=view)
    hands.until(lambda: bool(table.rows), "messages")
    asked = [row.question is not None and bool(row.notices) for row in table.rows]
    table.selectRow(asked.index(True))
    stage.settle()
    stage.picture("messages")
    table.selectRow(asked.index(False))
    stage.settle()
    stage.picture("messages-corrected")


def _confirm_correction(stage: Stage) -> None:
    hands = stage.hands
    hands.press("See what changed", within=hands.the(MessagesView))
    view = hands.the(CorrectionView)
    hands.button("Confirm for the new text…", within=view)
    stage.settle()
    stage.picture("correction")
    hands.press_then("Confirm for the new text…", _sign, within=view)
    hands.await_words("Your score is signed for the new text.")
    stage.settle()
    stage.picture("correction-confirmed")
    stage.go("Hand-in")
    deliver(stage)


def _join_discussion(stage: Stage) -> None:
    """From a case whose score was received, and counts."""
    hands, reader = stage.hands, Reader(stage)
    reader.to_desk()
    received = [row for row in reader.rows() if row.state is CaseState.RECEIVED]
    reader.open(in_order(received)[0])
    hands.press("Discussion", within=hands.the(SignedCard))
    body = hands.the(DiscussionBody)
    hands.write("What you say", "The partner's own report has the figure too.", within=body)
    hands.press("Sign and add", within=body)
    hands.await_words("On this computer; goes with the next sync")
    stage.settle()
    stage.picture("discussion")
    stage.go("Hand-in")
    deliver(stage)


def _sign(dialog: QWidget) -> None:
    Hands(dialog).press("Sign")


def _look_at_safety(stage: Stage) -> None:
    hands = stage.hands
    stage.go("Preferences")
    view = hands.the(PreferencesView)
    below = partial(scroll_down, view)
    stage.picture("preferences-keys", before=below)
    hands.press("Lock, passphrase, backups…", within=view)
    safety = hands.the(SafetyView)
    stage.settle()
    stage.picture("safety")
    stage.picture("safety-below", before=partial(scroll_down, safety))


def _lock(stage: Stage) -> None:
    stage.go("Desk")
    lock = stage.hands.button("Lock the desk", within=stage.opened.window.frame.strip)
    click(lock)
    stage.hands.the(UnlockView)
    stage.hands.await_words("Locked.")
    stage.settle()
    stage.picture("locked")
