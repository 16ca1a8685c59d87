"""What a long act is at, in words: the keys are those that the sync reports."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


def step_words(what: str) -> str:
    """The words for a step's key, "" for one that has none."""
    say = _STEPS.get(what)
    return say() if say else ""


_STEPS = {
    "sync": lambda: translate("steps", "Syncing"),
    "hello": lambda: translate("steps", "Reaching the server"),
    "deliver": lambda: translate("steps", "Sending what is signed"),
    "state": lambda: translate("steps", "Asking for news"),
    "batch": lambda: translate("steps", "Asking for the batch"),
    "files": lambda: translate("steps", "Fetching the cases"),
    "prepare": lambda: translate("steps", "Getting the cases ready to read"),
    "packets": lambda: translate("steps", "Collecting signed scores"),
}
