"""Long acts of the services in words: what is going on."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QCoreApplication

from reviewer_app.sync.reports import Cancelled, Progress, Report
from reviewer_app.ui.kit import lane

T = TypeVar("T")
translate = QCoreApplication.translate


def relayed(
    work: Callable[[Report, Cancelled], T],
) -> Callable[[Callable[[lane.Progress], None], Cancelled], T]:
    """A service's work as a lane wants it: its reports as the lane's."""

    def perform(report: Callable[[lane.Progress], None], cancelled: Cancelled) -> T:
        def tell(progress: Progress) -> None:
            report(lane.Progress(progress.done, progress.total, progress.what))

        return work(tell, cancelled)

    return perform


def what_words(what: str) -> str:
    """What a service is at; a key without words of its own is plain work."""
    words = WORDS.get(what)
    return words() if words is not None else translate("acts", "Working…")


WORDS = {
    "connect": lambda: translate("acts", "Reaching the server…"),
    "hello": lambda: translate("acts", "Reaching the server…"),
    "deliver": lambda: translate("acts", "Sending what you signed…"),
    "state": lambda: translate("acts", "Asking what changed…"),
    "batch": lambda: translate("acts", "Fetching the list of cases…"),
    "files": lambda: translate("acts", "Fetching cases…"),
    "packets": lambda: translate("acts", "Collecting signed reviews…"),
    "verify": lambda: translate("acts", "Checking signatures…"),
    "compare": lambda: translate("acts", "Comparing the cases…"),
    "close": lambda: translate("acts", "Closing the round…"),
    "reopen": lambda: translate("acts", "Opening the round again…"),
    "ask": lambda: translate("acts", "Asking another member of staff…"),
    "answer": lambda: translate("acts", "Sending your answer…"),
    "rule": lambda: translate("acts", "Sending your decision…"),
    "progress": lambda: translate("acts", "Asking for progress…"),
    "report": lambda: translate("acts", "Writing reports…"),
    "hand-in": lambda: translate("acts", "Writing the hand-in file…"),
    "file": lambda: translate("acts", "Checking the file…"),
    "copy": lambda: translate("acts", "Copying cases from the file…"),
    "receipts": lambda: translate("acts", "Checking receipts…"),
    "open": lambda: translate("acts", "Opening cases…"),
    "evidence": lambda: translate("acts", "Saving evidence…"),
    "sheets": lambda: translate("acts", "Drawing defence sheets…"),
    "dispute": lambda: translate("acts", "Writing the dispute dossier…"),
}
