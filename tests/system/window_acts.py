"""A person at the real application on a real display; each act is a process of its own.

`run` builds the QApplication itself, so a visitor waits for it in a thread and then goes through a
story by the event loop: each step is a condition that is looked at until it holds.
"""

import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget

from reviewer_app.app import run
from reviewer_app.command_line import Options
from reviewer_app.ui.kit.table import Table
from reviewer_app.ui.window import Window
from tests.builders.desk import PASSPHRASE

PATIENCE = 40  # seconds for a whole story
LOOK_MS = 20

Condition = Callable[[], bool]
Story = Callable[[Window, dict[str, object]], Iterator[Condition]]


class Visitor(QObject):
    """Goes through a story at the window, and keeps what was seen."""

    _begin = Signal()

    def __init__(self, story: Story) -> None:
        super().__init__()
        self.seen: dict[str, object] = {}
        self._story = story
        self._steps: Iterator[Condition] = iter(())
        self._awaited: Condition = bool
        self._until = time.monotonic() + PATIENCE
        self._begin.connect(self._start)
        threading.Thread(target=self._wait_for_the_application, daemon=True).start()

    def _wait_for_the_application(self) -> None:
        while QApplication.instance() is None and time.monotonic() < self._until:
            time.sleep(LOOK_MS / 1000)
        self._begin.emit()  # queued: answered by the event loop of the main thread

    def _start(self) -> None:
        windows = [each for each in QApplication.topLevelWidgets() if isinstance(each, Window)]
        self._window = windows[0]
        self._steps = self._story(self._window, self.seen)
        self._awaited = next(self._steps)
        self._timer = QTimer()
        self._timer.timeout.connect(self._look)
        self._timer.start(LOOK_MS)

    def _look(self) -> None:
        try:
            if self._awaited():
                self._awaited = next(self._steps)
            elif time.monotonic() > self._until:
                raise TimeoutError(f"waited in vain; the window says {words(self._window)}")
        except StopIteration:
            self._timer.stop()
            self._window.close()
        except Exception as error:
            self._timer.stop()
            self.seen["stuck"] = repr(error)
            self._window.close()


def visit(profile: str, story: Story) -> dict[str, object]:
    """The application from its start to its end, as `python -m reviewer_app` runs it."""
    visitor = Visitor(story)
    code = run(Options(folder=Path(profile), language="en", theme="light"))
    return {"code": code, **visitor.seen}


def words(window: QWidget) -> list[str]:
    return [each.text() for each in window.findChildren(QLabel) if each.isVisible()]


def unlock_read_and_come_twice(profile: str, pictures: str) -> dict[str, object]:
    """Unlock and choose a case by the keyboard, meanwhile start the app a second time."""

    def story(window: Window, seen: dict[str, object]) -> Iterator[Condition]:
        yield lambda: window.windowHandle() is not None and window.windowHandle().isExposed()
        seen["platform"] = QGuiApplication.platformName()
        field = next(each for each in window.findChildren(QLineEdit) if each.isVisible())
        seen["locked"] = picture(window, Path(pictures) / "locked.png")
        QTest.keyClicks(field, PASSPHRASE)
        QTest.keyClick(field, Qt.Key.Key_Return)
        yield lambda: table_in(window) is not None and bool(table_in(window).rows)
        table = table_in(window)
        seen["numbers"] = [row.number for row in table.rows]
        yield lambda: picture(window, Path(pictures) / "desk.png")["same"] > 0.99
        seen["desk"] = picture(window, Path(pictures) / "desk.png")
        seen["words"] = words(window)
        second = start_again(profile)
        yield lambda: second.poll() is not None
        seen["second"] = json.loads(second.communicate()[0].splitlines()[-1])["answer"]
        table.setFocus()
        QTest.keyClick(table, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClick(table, Qt.Key.Key_Return)
        yield lambda: window.frame.current == "reading"
        yield lambda: any(seen["numbers"][0] in each for each in words(window))
        yield lambda: picture(window, Path(pictures) / "reading.png")["same"] > 0.99
        seen["reading"] = picture(window, Path(pictures) / "reading.png")

    return visit(profile, story)


def come_second(profile: str) -> dict[str, object]:
    """The app on a profile that is open already: what the window says, and how it ends."""

    def story(window: Window, seen: dict[str, object]) -> Iterator[Condition]:
        yield lambda: window.isVisible() and bool(words(window))
        seen["words"] = words(window)
        fields = [each for each in window.findChildren(QLineEdit) if each.isVisible()]
        seen["fields"] = len(fields)

    return visit(profile, story)


def start_again(profile: str) -> subprocess.Popen[str]:
    """The same application in another process on the same display."""
    facts = json.dumps({"profile": profile})
    command = [sys.executable, "-m", "tests.system.acting", "window_acts.come_second", facts]
    return subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=os.environ
    )


def table_in(window: Window) -> Table[object] | None:
    found = window.findChild(Table, "cases")
    return found if found is not None and found.isVisible() else None


def picture(window: Window, path: Path) -> dict[str, float]:
    """What the display shows of the window, saved; compared with what the window has drawn."""
    screen = window.screen()
    place = window.geometry()
    shown = screen.grabWindow(0, place.x(), place.y(), place.width(), place.height()).toImage()
    shown.save(str(path))
    drawn = window.grab().toImage()
    here, there = pixels(shown), pixels(drawn)
    if len(here) != len(there):
        return {"same": 0.0, "colours": 0, "ground": 1.0}
    counted: dict[bytes, int] = {}
    same = 0
    for at in range(0, len(here), 4 * 7):  # every seventh pixel is enough
        colour = here[at : at + 3]
        counted[colour] = counted.get(colour, 0) + 1
        same += colour == there[at : at + 3]
    looked_at = sum(counted.values())
    return {
        "same": same / looked_at,
        "colours": len(counted),
        "ground": max(counted.values()) / looked_at,
    }


def pixels(image: QImage) -> bytes:
    plain = image.convertToFormat(QImage.Format.Format_RGB32)
    return bytes(plain.constBits())
