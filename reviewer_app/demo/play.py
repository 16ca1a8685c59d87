"""The whole story by itself: found, deliver, review, compare, close, export, list, verify."""

from __future__ import annotations

import shutil
import sys
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from reviewer_app.demo import play_chair, play_head, play_later, play_reviewer, play_staff
from reviewer_app.demo.album import NotInTheAlbum
from reviewer_app.demo.checking import NotAsPromised, check_packets, check_server, packets_of
from reviewer_app.demo.experts import PASSPHRASE as EXPERTS_PASSPHRASE
from reviewer_app.demo.experts import Expert
from reviewer_app.demo.folder import empty
from reviewer_app.demo.founding import Founded, found_elsewhere
from reviewer_app.demo.hands import Stuck
from reviewer_app.demo.looks import STORY, Look
from reviewer_app.demo.pictures import Pictures
from reviewer_app.demo.play_enrolment import PASSPHRASE
from reviewer_app.demo.preparing import deliver_and_tell, experts_of, found_and_tell
from reviewer_app.demo.server import ServerTrouble, serving
from reviewer_app.demo.stage import Story
from reviewer_app.demo.telling import Telling
from reviewer_app.ui.kit.collector import GuiCollector

SCREENS = "screens"
PARTS = (
    ("The reviewer", play_reviewer.play_reviewer),
    ("The chair of the panel", play_chair.play_chair),
    ("The secretariat", play_staff.play_staff),
    ("The head of all panels", play_head.play_head),
    ("The panel decides", play_chair.play_deciding),
    ("The final list", play_head.play_signing),
)
LATER = ("The reviewer, another day", play_later.play_later)
"""Only for the album; before the round is closed."""


def play(
    folder: Path,
    telling: Telling,
    *,
    camera: Pictures | None = None,
    looks: tuple[Look, ...] = STORY,
    kept: Path | None = None,
) -> int:
    """Play everything in `folder`, which is emptied first; answers the exit code.

    Pictures go into a folder in it, or where the `camera` keeps them, in all `looks`. What comes
    before any window is taken from `kept`, where it was prepared.
    """
    empty(folder)
    troubles: list[str] = []
    try:
        with _noting(troubles):
            founded = _begin(folder, telling, kept)
            with serving(founded.server):
                telling.step(f"the central server listens at {founded.server.address}")
                pictures = camera or Pictures(folder / SCREENS)
                _perform(Story(folder, founded, telling, pictures, _application(), looks))
            _verify(founded, folder, experts_of(founded, folder), telling)
    except (Stuck, NotAsPromised, NotInTheAlbum, ServerTrouble) as trouble:
        telling.chapter("This did not go as it should")
        troubles.append(str(trouble))
    for noted in troubles:
        telling.detail(noted)
    if not troubles:
        _summary(folder, telling)
    return 1 if troubles else 0


def prepare(
    folder: Path, telling: Telling, *, edit: Callable[[Path], None] | None = None
) -> Founded:
    """Found the programme, `edit`ed, in the empty `folder`, and let the experts deliver; then it
    serves no more."""
    telling.chapter("The secretariat founds the programme")
    founded = found_and_tell(folder, telling, edit=edit)
    telling.chapter("Eleven experts deliver round 1")
    with serving(founded.server):
        deliver_and_tell(founded, folder, telling)
    return founded


def _begin(folder: Path, telling: Telling, kept: Path | None) -> Founded:
    if kept is None:
        return prepare(folder, telling)
    shutil.copytree(kept, folder, dirs_exist_ok=True)
    return found_elsewhere(folder)


def _perform(story: Story) -> None:
    """The parts in the window, one after the other."""
    reviewer, *others = PARTS
    parts = (reviewer, LATER, *others) if story.for_the_album else PARTS
    garbage = GuiCollector()
    try:
        for title, part in parts:
            story.telling.chapter(title)
            story.founded.server.start()
            part(story)
    finally:
        garbage.stop()


def _verify(founded: Founded, folder: Path, experts: list[Expert], telling: Telling) -> None:
    """What the stopped server holds, against every desk's receipts."""
    telling.chapter("What the server holds")
    held, checked = check_server(founded.server)
    telling.step(checked)
    desks = [
        (folder / part.PROFILE, PASSPHRASE)
        for part in (play_reviewer, play_chair, play_staff, play_head)
    ]
    desks += [(expert.folder, EXPERTS_PASSPHRASE) for expert in experts]
    desks.append((folder / play_staff.COLLEAGUE, EXPERTS_PASSPHRASE))
    found_packets = sum(check_packets(packets_of(*desk), held) for desk in desks)
    if found_packets != len(held):
        raise NotAsPromised(f"the server holds {len(held)} packets, the desks {found_packets}")
    counted = sum(each.disposition == "counted" for each in held.values())
    telling.step(
        f"{found_packets} packets of {len(desks)} desks are in the log, each with a receipt that "
        f"verifies; {counted} count"
    )


def _summary(folder: Path, telling: Telling) -> None:
    telling.chapter("All of it holds")
    for name in (SCREENS, play_staff.EXPORTS, play_reviewer.EVIDENCE, play_head.DEFENCE):
        files = sum(path.is_file() for path in (folder / name).rglob("*"))
        telling.step(f"{folder / name}: {files} files")
    telling.step("done")


def _application() -> QApplication:
    existing = QApplication.instance()
    app = existing if isinstance(existing, QApplication) else QApplication(["demo"])
    app.setCursorFlashTime(0)  # a caret is in every picture or in none
    return app


@contextmanager
def _noting(troubles: list[str]) -> Iterator[None]:
    """Note every exception that no one caught, and every warning of Qt."""
    hook = sys.excepthook

    def note(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        troubles.append("".join(traceback.format_exception(kind, error, trace)))

    def note_message(kind: QtMsgType, _where: QMessageLogContext, text: str) -> None:
        if "This plugin does not support" not in text and kind is not QtMsgType.QtDebugMsg:
            troubles.append(f"Qt: {text}")

    sys.excepthook = note
    before = qInstallMessageHandler(note_message)
    try:
        yield
    finally:
        sys.excepthook = hook
        qInstallMessageHandler(before)
