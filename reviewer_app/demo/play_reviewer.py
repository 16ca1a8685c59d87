"""The reviewer's part: enrol, declare, read and score without a network, sign, hand in, prove."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from review_protocol.documents.text import Language
from reviewer_app.demo.checking import check_evidence
from reviewer_app.demo.delivering import deliver
from reviewer_app.demo.hands import (
    Hands,
    choose_action,
    choose_folder,
    type_into,
    words_in,
)
from reviewer_app.demo.play_declaring import declare
from reviewer_app.demo.play_enrolment import accept, enrol
from reviewer_app.demo.play_reading import Reader
from reviewer_app.demo.show_desk import show_desk, show_overview
from reviewer_app.demo.show_reading import ask_about_the_case, has_all, show_reading
from reviewer_app.demo.stage import Stage, Story, opened_stage
from reviewer_app.services.rows import CaseFlag, CaseRow, CaseState
from reviewer_app.ui.connection.view import ConnectionView
from reviewer_app.ui.handin.view import HandInView
from reviewer_app.ui.reading.criterion_card import CriterionCard

PROFILE = "reviewer"
EVIDENCE = "evidence"
_QUESTION = (
    "The attachment gives another number of villages than the text does. May I go by the "
    "attachment?"
)
_SLOWLY = 2
"""Cases whose sheet is filled in with every widget there is, and pictured."""


def play_reviewer(story: Story) -> None:
    """From the code to the evidence; raises Stuck where the window does not go along."""
    with opened_stage(story, PROFILE) as stage:
        enrol(stage, story.founded.reviewer, pictures=True)
        accept(stage, story.founded.reviewer, pictures=True)
        declare(stage, conflict=1, pictures=True)
        reader = Reader(stage)
        reader.to_desk()
        stage.pictures("desk")
        if story.for_the_album:
            show_desk(stage)
        unscored = _work_offline(stage, reader)
        _hand_in(stage)
        _change_one_s_mind(stage, reader, unscored)
        _prove(stage)
        _look_at_preferences(stage)


def _work_offline(stage: Stage, reader: Reader) -> str:
    """The server is gone; every case but one is read, scored, read back and signed; answers the
    number of that one."""
    stage.story.founded.server.stop()
    stage.hands.press("Sync now", within=stage.opened.window.frame.strip)
    stage.hands.await_words("Offline since")
    stage.tell("the server is stopped: there is no network from here on")
    *numbers, last = in_order([row for row in reader.rows() if row.state is CaseState.UNREAD])
    files = attached = 0
    is_shown = not stage.story.for_the_album
    began = stage.story.telling.seconds
    for place, number in enumerate(numbers):
        reader.open(number)
        if place == 0:
            reader.look_around()
            reader.find()
        is_shown = is_shown or _show_all(stage, reader, number)
        if reader.files() and not files:
            reader.open_file()
        files += reader.files()
        attached += _score_and_sign(stage, reader, number, place)
    took = stage.story.telling.seconds - began
    reader.to_desk()
    stage.pictures("desk-signed")
    if stage.story.for_the_album:
        show_overview(stage)
    stage.tell(
        f"{len(numbers)} cases scored and signed offline in {took:.0f} s, "
        f"{attached} quotes attached, {files} files at hand"
    )
    return last


def _score_and_sign(stage: Stage, reader: Reader, number: str, place: int) -> int:
    """The sheet of the open case, the first ones with every widget; answers the quotes attached."""
    slowly, first = place < _SLOWLY, place == 0
    attached = int(reader.attach("conceptual_fit", Language.EN, 150))
    if slowly:
        attached += reader.attach("benefits", Language.ZH, 260)
    marks = reader.score(number, slowly=slowly)
    if first:
        stage.pictures("scored")
    reader.sign(pictures=first)
    if slowly:
        stage.tell(f"{number}: read in both languages, marks {_listed(marks)}, signed")
    return attached


def _show_all(stage: Stage, reader: Reader, number: str) -> bool:
    """For the album: all of the reading screen, and a question; False where the case has less."""
    if not has_all(stage):
        return False
    show_reading(stage)
    ask_about_the_case(stage, _QUESTION)
    reader.open(number)
    return True


def in_order(rows: Sequence[CaseRow]) -> list[str]:
    """Cases in both languages first, those in one language later: the first ones are pictured."""
    alone = {CaseFlag.ONE_LANGUAGE, CaseFlag.ELEMENT_MISSING}
    return [row.number for row in sorted(rows, key=lambda row: bool(alone & set(row.flags)))]


def _hand_in(stage: Stage) -> None:
    stage.go("Hand-in")
    stage.picture("hand-in-waiting")
    hands = stage.hands
    view = hands.the(HandInView)
    if stage.story.for_the_album:
        hands.press("Check", within=view)
        hands.the(ConnectionView)
        stage.settle()
        stage.picture("connection-offline")
        stage.go("Hand-in")
    stage.story.founded.server.start()
    stage.tell("the server is back")
    deliver(stage)
    hands.press("Check", within=view)
    hands.await_words("Everything is in order")
    stage.pictures("connection")
    stage.go("Hand-in")
    stage.pictures("hand-in")
    stage.tell(f"synced: {_summary(stage)}")


def _change_one_s_mind(stage: Stage, reader: Reader, unscored: str) -> None:
    """Amend one score, withdraw another, step back from a case after reading it, and sync."""
    hands = stage.hands
    reader.to_desk()
    received = [row.number for row in reader.rows() if row.state is CaseState.RECEIVED]
    first, second = received[:2]
    reader.open(first)
    hands.press("Amend…")
    card = hands.all(CriterionCard)[0]
    type_into(card.comment, "On reading the annex again I judge this differently.")
    mark = card.score.mark
    hands.press("9" if mark is None or mark.value != 9 else "8", within=card.score)
    reader.await_saved()
    stage.picture("amending")
    reader.sign(reason="The annex settles what I had doubted.")
    reader.open(second)
    hands.press_then("Withdraw…", _withdraw)
    hands.await_words("Score withdrawn")
    stage.picture("withdrawn")
    reader.open(unscored)
    hands.press_then("Recuse…", partial(_recuse, stage))
    hands.await_words("You stepped back from this case")
    stage.picture("recused")
    reader.to_desk()
    stage.go("Hand-in")
    deliver(stage)
    stage.tell(f"{first} amended, {second} withdrawn, recused from {unscored}: {_summary(stage)}")


def _withdraw(dialog: QWidget) -> None:
    hands = Hands(dialog)
    type_into(hands.the(QPlainTextEdit), "I want to read it once more.")
    hands.press("Sign the withdrawal")


def _recuse(stage: Stage, dialog: QWidget) -> None:
    hands = Hands(dialog)
    hands.press("I have a conflict of interest")
    hands.press("Recent collaboration")
    hands.write("Comment", "I recognised a project of my co-author.")
    stage.picture("recuse", dialog)
    hands.press("Sign the recusal")


def _prove(stage: Stage) -> None:
    """Save the evidence, and let its own script verify it with openssl."""
    folder = stage.story.folder / EVIDENCE
    folder.mkdir()
    hands = stage.hands
    view = hands.the(HandInView)

    def into_the_folder(menu: QWidget) -> None:
        hands.in_modal(
            lambda: choose_action(menu, "Of everything received…"),
            lambda dialog: choose_folder(dialog, folder),
        )

    hands.press_then("Save evidence…", into_the_folder, within=view)
    hands.await_words("Evidence is saved")
    stage.pictures("evidence")
    checks = check_evidence(next(folder.iterdir()))
    stage.tell(f"evidence saved; openssl and sha256sum alone confirm it in {checks} checks")


def _look_at_preferences(stage: Stage) -> None:
    """Everything in dark colours once, and back."""
    hands = stage.hands
    stage.go("Preferences")
    stage.pictures("preferences")
    if stage.story.for_the_album:
        return
    hands.press("Dark")
    stage.picture("preferences-dark")
    stage.go("Desk")
    stage.picture("desk-dark")
    ways = ("Continue with", "Begin with", "All")
    hands.press(next(f"{way}*" for way in ways if hands.sees(way)))
    stage.settle()
    stage.picture("dark")
    stage.go("Preferences")
    hands.press("Light")
    stage.settle()
    stage.tell("language and colours switched while running")


def _summary(stage: Stage) -> str:
    return next(words for words in words_in(stage.window) if "on this computer only" in words)


def _listed(marks: tuple[int, ...]) -> str:
    return ", ".join(map(str, marks))
