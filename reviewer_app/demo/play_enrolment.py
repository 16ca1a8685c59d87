"""The story's first act for everybody: from the invitation's code to the batch on the computer."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit

from reviewer_app.demo.hands import click, type_into, words_in
from reviewer_app.demo.people import Guest
from reviewer_app.demo.stage import Stage
from reviewer_app.ui.unlock.view import UnlockView

FETCHED = "Cases on this computer: "
PASSPHRASE = "nine herons cross the quiet lake"


def enrol(stage: Stage, guest: Guest, *, pictures: bool) -> None:
    """Type the code, accept, choose a passphrase, and enrol this computer."""
    hands, letter = stage.hands, guest.letter
    hands.await_words("Invitation code")
    if pictures:
        stage.pictures("welcome")
        _mistype(stage, letter.code)
    hands.write("Invitation code", letter.code)
    hands.write("Server address", letter.server)
    hands.press("Continue")
    hands.await_words("You are invited to review")
    if pictures:
        stage.picture("invitation")
    hands.press("Accept")
    hands.await_words("Choose a passphrase")
    first, second = [line for line in hands.all(QLineEdit) if line.accessibleName() == "Passphrase"]
    type_into(first, PASSPHRASE)
    type_into(second, PASSPHRASE)
    if pictures:
        stage.picture("passphrase")
    hands.press("Enrol this computer")
    stage.tell(f"{guest.person.name} typed the code; this computer is enrolled")


def unlock(stage: Stage) -> None:
    """Open a desk that was enrolled before."""
    stage.hands.write("Passphrase", PASSPHRASE)
    stage.hands.press("Open", within=stage.hands.the(UnlockView))
    stage.hands.button("Panel*", within=stage.opened.window.frame.rail)
    stage.settle()


def accept(stage: Stage, guest: Guest, *, pictures: bool) -> None:
    """Read the undertaking, say who one is, sign, and fetch the batch."""
    hands = stage.hands
    hands.await_words("What you undertake")
    click(hands.button("I have read this and undertake it"))
    if pictures:
        stage.pictures("undertaking")
    hands.press("Continue")
    hands.await_words("Who you are")
    hands.write("Your organisations, one a line", "\n".join(guest.person.organisations))
    hands.write("Your field, in a few words", "rural networks, exchange points")
    for language in ("Chinese", "English"):
        box = hands.button(language)
        if not box.isChecked():
            click(box)
    if pictures:
        stage.picture("person")
    hands.press("Sign and continue")
    hands.await_words("Your cases")
    hands.await_words(FETCHED)
    if pictures:
        stage.picture("download")
    said = next(words for words in words_in(stage.window) if FETCHED in words)
    stage.tell(f"undertaking accepted and signed, the batch fetched. {said}")
    hands.press("Continue")


def _mistype(stage: Stage, code: str) -> None:
    """Two neighbours changed by a slip of the fingers: it is told at once, and where."""
    hands = stage.hands
    place = next(
        at for at in range(9, len(code)) if "-" not in code[at : at + 2] and _differ(code, at)
    )
    slip = code[:place] + code[place + 1] + code[place] + code[place + 2 :]
    hands.write("Invitation code", slip)
    hands.write("Server address", "http://127.0.0.1")
    hands.press("Continue")
    stage.picture("welcome-mistyped")


def _differ(code: str, at: int) -> bool:
    return code[at] != code[at + 1]
