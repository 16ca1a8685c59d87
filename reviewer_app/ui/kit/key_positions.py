"""Where a key lies: keys that type no Latin letter or figure go by their place on the keyboard."""

from __future__ import annotations

import sys
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

_ROWS: Final = ((16, "QWERTYUIOP[]"), (30, "ASDFGHJKL"), (44, "ZXCVBNM,./"), (2, "1234567890"))
_BY_CODE: Final = {
    first + at: letter for first, letters in _ROWS for at, letter in enumerate(letters)
}
"""By the scan codes of the PC's keyboard, as Windows and evdev count them."""
_MAC: Final = dict(
    zip(
        (0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23),
        "ASDFHGZXCVBQWERYT1234" + "65",
        strict=True,
    )
) | dict(
    zip(
        (25, 26, 28, 29, 30, 31, 32, 33, 34, 35, 37, 38, 40, 43, 44, 45, 46, 47),
        "978" + "0]OU[IPLJK,/NM.",
        strict=True,
    )
)
"""By the virtual key codes of macOS, which has no scan codes."""
_X11_OFFSET: Final = 8
_LAST_LATIN: Final = 0x24F
_MEANT: Final = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789[]/.,?")
"""What a key that types it means, wherever it lies."""
_UNSHIFTED: Final = {
    Qt.Key.Key_Exclam: "1",
    Qt.Key.Key_At: "2",
    Qt.Key.Key_NumberSign: "3",
    Qt.Key.Key_BraceLeft: "[",
    Qt.Key.Key_BraceRight: "]",
    Qt.Key.Key_Greater: ".",
}


def latin_key(event: QKeyEvent, platform: str = sys.platform) -> str:
    """The letter, figure or sign of a key as it is engraved on a Latin keyboard; "" for others.

    That is what the key types, where it types a Latin letter, a figure or a sign that keys have
    here; where it types anything else (о of a Russian layout, é of a French one, ě of a Czech one),
    what lies in its place on the usual keyboard. With Shift, the sign below the one that is typed.
    """
    key = event.key()
    if key in _UNSHIFTED and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
        return _UNSHIFTED[Qt.Key(key)]
    typed = chr(key).upper() if 0x20 < key <= _LAST_LATIN else ""
    if typed and typed in _MEANT:
        return typed
    if key >= Qt.Key.Key_Escape:  # Qt's own codes for what types nothing
        return ""
    return _placed(event, platform) or typed


def _placed(event: QKeyEvent, platform: str) -> str:
    """What lies there on the usual keyboard."""
    if platform == "darwin":
        return _MAC.get(event.nativeVirtualKey(), "")
    code = event.nativeScanCode() - (0 if platform == "win32" else _X11_OFFSET)
    return _BY_CODE.get(code, "")
