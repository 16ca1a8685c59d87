"""The head's part: all panels compared and issued; then what is open decided, the list signed."""

from __future__ import annotations

import shutil
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from review_protocol.documents.packet import ConflictAnswer
from review_protocol.documents.programme import Recommendation
from review_protocol.documents.text import Bilingual
from reviewer_app.demo.checking import check_evidence
from reviewer_app.demo.delivering import deliver
from reviewer_app.demo.experts import CHEAP
from reviewer_app.demo.facing import turn_to
from reviewer_app.demo.hands import Hands, click
from reviewer_app.demo.people import Guest
from reviewer_app.demo.play_enrolment import PASSPHRASE, unlock
from reviewer_app.demo.show_panel import show_lists
from reviewer_app.demo.stage import Stage, Story, opened_stage
from reviewer_app.opening import OpenDesk, open_desk
from reviewer_app.services.enrolment import Enrolment
from reviewer_app.services.panel.proposal import proposal_of
from reviewer_app.services.rows import DeclareRow, Progress
from reviewer_app.sync.reports import never
from reviewer_app.ui.defending_menu import DefendingMenu, Dialogs
from reviewer_app.ui.panel.final.final_part import FinalPart
from reviewer_app.ui.panel.listing.table import ListTable
from reviewer_app.ui.panel.opinion_card import OpinionCard

PROFILE = "head"
DEFENCE = "defence"


def play_head(story: Story) -> None:
    """After the round: the comparison of all panels, by which they decide."""
    profile = story.profile(PROFILE)
    guest = story.founded.head
    Enrolment(profile, cost=CHEAP).accept(
        guest.letter.server, guest.letter.code, "this computer", PASSPHRASE
    )
    desk = open_desk(profile, PASSPHRASE)
    try:
        _begin(desk, guest)
    finally:
        desk.store.close()
    with opened_stage(story, PROFILE) as stage:
        unlock(stage)
        issue(stage)


def play_signing(story: Story) -> None:
    """Once panels have decided: at the desk what takes long by hand, in the window the rest."""
    desk = open_desk(story.profile(PROFILE), PASSPHRASE)
    try:
        decided = _decide_what_is_open(desk)
    finally:
        desk.store.close()
    with opened_stage(story, PROFILE) as stage:
        stage.tell(f"the head decided {decided} cases as the order proposes")
        unlock(stage)
        sign(stage)
        _look_at_what_was_checked(stage)
        _defend(stage)


def issue(stage: Stage) -> None:
    """Look at the lists, issue the comparison, and deliver it."""
    hands = stage.hands
    stage.go("Panel")
    show_lists(stage)
    _turn_to(stage, "Final list")
    final = hands.the(FinalPart)
    hands.press_then("Issue the comparison…", _confirm_issuing, within=final)
    hands.await_words("Issued ")
    stage.settle()
    stage.go("Hand-in")
    deliver(stage)
    stage.tell("the comparison of all panels is issued, and received")


def sign(stage: Stage) -> None:
    """Sign the final list, and deliver it."""
    hands = stage.hands
    _turn_to(stage, "Final list")
    final = hands.the(FinalPart)
    signing = hands.button("Read back and sign…", within=final)
    stage.settle()
    stage.pictures("panel-final")
    stage.picture_opened("panel-final-sign", partial(click, signing))
    hands.press_then("Read back and sign…", _confirm, within=final)
    hands.button("Save as PDF and CSV…", within=final)
    stage.settle()
    stage.go("Hand-in")
    deliver(stage)
    stage.tell("the final list is signed, and received")


def _begin(desk: OpenDesk, guest: Guest) -> None:
    """Accept, fetch, declare on everything, and collect all panels' reviews."""
    services, person = desk.services, guest.person
    name = Bilingual(zh=None, en=person.name)
    services.accepting.confirm(name, person.organisations, person.languages, "")
    services.batch.fetch(_to_nobody, never)
    services.declaring.sign(
        tuple(
            DeclareRow(row.headers, ConflictAnswer.NONE, None, "")
            for row in services.declaring.rows()
        )
    )
    services.handin.sync(_to_nobody, never)
    services.panel.refresh(_to_nobody, never)


def _decide_what_is_open(desk: OpenDesk) -> int:
    """Decide each proposed case on which nobody has; answers how many."""
    panel = desk.services.panel
    desk.services.handin.sync(_to_nobody, never)
    panel.refresh(_to_nobody, never)
    table = panel.table()
    lists = panel.lists(table)
    if lists is None:
        raise RuntimeError("there is no signed rule file")
    plan = desk.services.head_lists.final(table, lists)
    for row in plan.undecided:
        outcome = proposal_of(lists, row.number).outcome or Recommendation.CASEBOOK
        panel.decide(row.number, outcome, "As the order proposes.")
    desk.services.handin.sync(_to_nobody, never)
    return len(plan.undecided)


def _look_at_what_was_checked(stage: Stage) -> None:
    _turn_to(stage, "Checked")
    stage.picture("panel-checked")


def _defend(stage: Stage) -> None:
    """The first case's dispute dossier; its own script checks it."""
    hands = stage.hands
    _turn_to(stage, "Scores")
    table = hands.the(ListTable).table
    assert table is not None
    table.selectRow(0)
    QTest.keyClick(table, Qt.Key.Key_Return)
    hands.the(OpinionCard)
    stage.settle()
    folder = stage.story.folder / DEFENCE
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    menu = next(each for each in _menus(stage) if each.button.isVisible())
    menu.answer_with(Dialogs(folder=partial(_always, folder)))
    stage.picture_opened("panel-defend", partial(click, menu.button))
    hands.in_modal(menu.dossier.trigger, _confirm_saving)
    hands.await_words("The dispute dossier is saved")
    stage.settle()
    (saved,) = folder.iterdir()
    stage.tell(f"{saved.name}: {check_evidence(saved)} checks by openssl and sha256sum alone")


def _menus(stage: Stage) -> list[DefendingMenu]:
    return stage.window.findChildren(DefendingMenu)


def _always(folder: Path, _parent: QWidget, _title: str) -> Path:
    return folder


def _turn_to(stage: Stage, face: str) -> None:
    stage.go("Panel")
    turn_to(stage.hands, face)
    stage.settle()


def _confirm(dialog: QWidget) -> None:
    Hands(dialog).press("Sign")


def _confirm_issuing(dialog: QWidget) -> None:
    Hands(dialog).press("Sign and issue")


def _confirm_saving(dialog: QWidget) -> None:
    Hands(dialog).press("Choose a folder…")


def _to_nobody(progress: Progress) -> None:
    """Nobody watches."""
