"""The application's start on a desk that a real keyring remembers, or no longer does."""

import os
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from reviewer_app.app import SETTINGS_FILE
from reviewer_app.models.keys import Keys
from reviewer_app.services.remembering import Remembering
from reviewer_app.services.settings import REMEMBERED, YES, Settings
from reviewer_app.ui.window import Window
from tests.builders.desk import PASSPHRASE
from tests.system.keyring_acts import default_collection, hanging_service
from tests.system.window_acts import Condition, table_in, visit

OTHER_KEY, NO_KEY = "00" * 32, "not a key"


def start(profile: str, keyring: str) -> dict[str, object]:
    """Have it remembered, let this happen to the keyring, and open the app."""
    _remember(Path(profile))
    with default_collection() as collection:
        items = list(collection.get_all_items())
        match keyring:
            case "locked":
                collection.lock()
            case "forgotten":
                for item in items:
                    item.delete()
            case "another key" | "no key":
                for item in items:
                    item.set_secret((OTHER_KEY if keyring == "another key" else NO_KEY).encode())
    return {"items": len(items), **_opened(profile)}


def start_beside_a_hanging_service(profile: str) -> dict[str, object]:
    """The keyring that is to remember it takes every call and answers none."""
    Settings(Path(profile) / SETTINGS_FILE).set(REMEMBERED, YES)
    with hanging_service() as heard:
        return {**_opened(profile), "heard": len(heard)}


def _remember(folder: Path) -> None:
    assert Remembering(Keys(folder), folder).remember(PASSPHRASE)
    Settings(folder / SETTINGS_FILE).set(REMEMBERED, YES)


def _opened(profile: str) -> dict[str, object]:
    """Whether the desk was there by itself, or asked for the passphrase and opened with it."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"

    def story(window: Window, seen: dict[str, object]) -> Iterator[Condition]:
        yield lambda: table_in(window) is not None or _field(window) is not None
        field = _field(window)
        seen["asked"] = field is not None
        if field is not None:
            QTest.keyClicks(field, PASSPHRASE)
            QTest.keyClick(field, Qt.Key.Key_Return)
        yield lambda: table_in(window) is not None and bool(table_in(window).rows)
        seen["cases"] = len(table_in(window).rows)

    return visit(profile, story)


def _field(window: Window) -> QLineEdit | None:
    if window.frame.current != "unlock":
        return None
    fields = [each for each in window.findChildren(QLineEdit) if each.isVisible()]
    return next((each for each in fields if each.isEnabled()), None)
