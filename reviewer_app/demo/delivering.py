"""Sending what was signed, as a person does it in the hand-in room."""

from __future__ import annotations

from reviewer_app.demo.stage import Stage
from reviewer_app.ui.handin.view import HandInView


def deliver(stage: Stage) -> None:
    """Press the button in the hand-in room, where the hands are, and wait for the receipts."""
    hands = stage.hands
    hands.press("Sync now", within=hands.the(HandInView))
    hands.until(lambda: hands.sees("0 on this computer only"), "receipts for everything")
    stage.settle()
