"""The secretariat's part: progress without scores, the end of the round, the reports."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from reviewer_app.demo.experts import Expert, enrolled_desk
from reviewer_app.demo.hands import Hands, choose_folder, click, type_into
from reviewer_app.demo.play_enrolment import enrol
from reviewer_app.demo.stage import Stage, Story, opened_stage
from reviewer_app.opening import OpenDesk
from reviewer_app.services.rows import Progress
from reviewer_app.sync.reports import never
from reviewer_app.ui.scoretable import ScoreTable
from reviewer_app.ui.staff.reports_part import ReportsPart
from reviewer_app.ui.staff.view import StaffView

PROFILE, COLLEAGUE = "staff", "colleague"
COLLEAGUE_NUMBER = 100
"""Among the simulated people; experts have lower ones."""
EXPORTS = "exports"


def play_staff(story: Story) -> None:
    """From the code to the exported reports."""
    colleague = Expert(COLLEAGUE_NUMBER, story.founded.colleague, story.folder / COLLEAGUE)
    with enrolled_desk(colleague) as desk, opened_stage(story, PROFILE) as stage:
        enrol(stage, story.founded.staff, pictures=False)
        watch_close_and_export(stage, partial(agree, desk))


def agree(desk: OpenDesk) -> None:
    """The colleague finds what waits at the next sync, and agrees to all of it."""
    desk.services.handin.sync(_to_nobody, never)
    secretariat = desk.services.secretariat
    for request in secretariat.staff_acts().waiting:
        secretariat.answer(request.packet, "", _to_nobody, never, agrees=True)


def watch_close_and_export(stage: Stage, agrees: Callable[[], None]) -> None:
    """Progress, the end of the round, the results, the reports; another member of staff agrees."""
    _watch(stage)
    _close_round(stage, agrees)
    _look_at_results(stage)
    _export(stage)


def _watch(stage: Stage) -> None:
    """Progress by expert and by case; no score is to be seen while the round is open."""
    hands = stage.hands
    view = hands.the(StaffView)
    hands.await_words("Synced ")
    hands.press("Refresh", within=view)
    stage.settle()
    stage.pictures("staff-progress")
    hands.press("By case", within=view)
    stage.picture("staff-cases")
    if stage.story.for_the_album:
        hands.press("Questions", within=view)
        stage.settle()
        stage.picture("staff-questions")
        hands.press("By case", within=view)
    if hands.all(ScoreTable):
        raise RuntimeError("scores are shown while the round is open")
    stage.tell("progress is watched; no scores are shown while the round is open")


def _close_round(stage: Stage, agrees: Callable[[], None]) -> None:
    """Its deadline has not passed: one asks, another agrees."""
    hands = stage.hands
    close = hands.button("Close round…")
    stage.picture_opened("staff-closing", partial(click, close), _give_reason)
    hands.press_then("Close round…", _ask_to_close)
    hands.await_words("another member of staff answers")
    stage.settle()
    stage.pictures("staff-waiting")
    agrees()
    hands.press("Refresh", within=hands.the(StaffView))
    hands.await_words("Round 1 is closed")
    hands.until(lambda: not hands.sees("Close round…"), "a closed round")
    stage.settle()
    stage.picture("staff-closed")
    stage.tell("round 1 closed before its deadline, signed by two members of staff")


def _give_reason(dialog: QWidget) -> None:
    type_into(Hands(dialog).the(QPlainTextEdit), "All experts but one have delivered.")


def _ask_to_close(dialog: QWidget) -> None:
    _give_reason(dialog)
    Hands(dialog).press("Sign the request")


def _look_at_results(stage: Stage) -> None:
    hands = stage.hands
    hands.press("Results", within=hands.the(StaffView))
    scores = hands.the(ScoreTable)
    hands.until(lambda: scores.table is not None and bool(scores.table.rows), "the results")
    stage.pictures("staff-results")
    table = scores.table
    stage.tell(f"results of {0 if table is None else len(table.rows)} cases are open now")


def _export(stage: Stage) -> None:
    """The score report in all formats, and then the other language by itself."""
    folder = stage.story.folder / EXPORTS
    folder.mkdir()
    hands = stage.hands
    hands.press("Reports", within=hands.the(StaffView))
    part = hands.the(ReportsPart)
    for word in ("CSV", "JSON"):
        box = hands.button(word, within=part)
        if not box.isChecked():
            click(box)
    hands.press_then("Export score report…", partial(_choose, folder), within=part)
    hands.until(lambda: any(folder.iterdir()) and hands.sees("Written"), "the reports")
    stage.settle()
    stage.pictures("staff-reports")
    files = sorted(folder.rglob("*"))
    kinds = ", ".join(f"{path.name} ({path.stat().st_size / 1024:.0f} KiB)" for path in files)
    stage.tell(f"reports in both languages: {kinds}")


def _choose(folder: Path, dialog: QWidget) -> None:
    choose_folder(dialog, folder)


def _to_nobody(progress: Progress) -> None:
    """Nobody watches."""
