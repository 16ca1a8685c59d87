"""The faces of the interface and of the reading panes, and the bundled Chinese one."""

import sys
from enum import StrEnum

from PySide6.QtGui import QFont, QFontDatabase

from reviewer_app.ui.kit.bundled import bundled

BUNDLED_FAMILY = "Noto Sans SC"
BUNDLED_FILES = ("NotoSansSC-Regular.ttf", "NotoSansSC-Bold.ttf")
READING_PX = (12, 32)
_SYSTEM_HAN = {"win32": "Microsoft YaHei UI", "darwin": "PingFang SC"}
_FACELESS = ("DejaVu Sans", "Sans Serif", "Sans", "sans-serif", "")


class Script(StrEnum):
    """Which writing a reading pane is for."""

    HAN = "han"
    LATIN = "latin"


def load_bundled_fonts() -> bool:
    """Make the bundled family known to Qt, once; False where its files are absent (4–17 ms)."""
    if BUNDLED_FAMILY in QFontDatabase.families():
        return True
    folder = bundled("resources/fonts")
    loaded = [
        QFontDatabase.addApplicationFontFromData(folder.joinpath(name).read_bytes())
        for name in BUNDLED_FILES
        if folder.joinpath(name).is_file()
    ]
    return any(each >= 0 for each in loaded)


def interface_font(px: int) -> QFont:
    """The system's own face with a simplified-Chinese one behind it."""
    load_bundled_fonts()
    system = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()
    families = [] if system in _FACELESS else [system]
    return _font([*families, *_han_families(), "DejaVu Sans"], px)


def reading_font(script: Script, px: int) -> QFont:
    """The face of a reading pane; ``px`` is held within 12–32."""
    load_bundled_fonts()
    system = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()
    latin = [] if system in _FACELESS else [system]
    han = _han_families()
    families = [*han, *latin] if script is Script.HAN else [*latin, *han]
    return _font([*families, "DejaVu Sans"], min(max(px, READING_PX[0]), READING_PX[1]))


def line_height_percent(script: Script) -> int:
    """Comfortable line height for long reading, per cent of the face's own."""
    return 168 if script is Script.HAN else 150


def _han_families() -> list[str]:
    """Simplified-Chinese families by name, or Qt may choose Japanese shapes."""
    system = _SYSTEM_HAN.get(sys.platform)
    return [*([system] if system else []), BUNDLED_FAMILY, "Noto Sans CJK SC"]


def _font(families: list[str], px: int) -> QFont:
    font = QFont()
    font.setFamilies(families)
    font.setPixelSize(px)
    return font
