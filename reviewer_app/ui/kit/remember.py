"""What the windows remember: geometry and column widths, as plain text."""

from typing import Protocol

from PySide6.QtCore import QByteArray
from PySide6.QtWidgets import QWidget


class Keeps(Protocol):
    """A place that keeps small texts by name; the kit does not know where."""

    def get(self, key: str) -> str | None:
        """What was kept under ``key``, if anything."""

    def set(self, key: str, value: str) -> None:
        """Keep ``value`` under ``key``."""


class KeepsInMemory:
    """Keeps texts as long as it lives; for previews and first starts."""

    def __init__(self) -> None:
        self._texts: dict[str, str] = {}

    def get(self, key: str) -> str | None:
        """What was kept under ``key``, if anything."""
        return self._texts.get(key)

    def set(self, key: str, value: str) -> None:
        """Keep ``value`` under ``key``."""
        self._texts[key] = value


def keep_geometry(keeps: Keeps, key: str, window: QWidget) -> None:
    """Keep place and size of a window."""
    keeps.set(key, _text(window.saveGeometry()))


def restore_geometry(keeps: Keeps, key: str, window: QWidget) -> bool:
    """Put a window where it was; False where nothing usable was kept."""
    kept = keeps.get(key)
    return bool(kept) and window.restoreGeometry(_bytes(kept))


def keep_width(keeps: Keeps, key: str, column: str, width: int) -> None:
    """Keep the width of a column by its name, so that a new column moves none."""
    widths = {**kept_widths(keeps, key), column: width}
    keeps.set(key, ";".join(f"{name}={each}" for name, each in widths.items()))


def kept_widths(keeps: Keeps, key: str) -> dict[str, int]:
    """Widths by the columns' names; broken figures are passed over."""
    pairs = (pair.partition("=") for pair in (keeps.get(key) or "").split(";"))
    return {name: int(width) for name, _, width in pairs if width.isdecimal() and int(width)}


def _text(state: QByteArray) -> str:
    return bytes(state.toBase64().data()).decode("ascii")


def _bytes(text: str | None) -> QByteArray:
    return QByteArray.fromBase64((text or "").encode("ascii", "ignore"))
