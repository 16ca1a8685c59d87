"""The faces of the interface and of the reading panes, and the bundled Chinese one."""

import sys
from enum import StrEnum
from importlib.resources.abc import Traversable
from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase

from reviewer_app.ui.kit.bundled import bundled

HAN_FAMILY = "Noto Sans SC"
LATIN_FAMILY = "Source Sans 3"
BUNDLED_FILES = (
    "NotoSansSC-Regular.ttf",
    "NotoSansSC-Bold.ttf",
    "SourceSans3-Regular.ttf",
    "SourceSans3-SemiBold.ttf",
)
READING_PX = (12, 32)
_SYSTEM_HAN = {"win32": "Microsoft YaHei UI", "darwin": "PingFang SC"}
_TO_READ = (
    LATIN_FAMILY,
    "Atkinson Hyperlegible",
    "Calibri",
    "Cambria",
    "Charter",
    "DejaVu Sans",
    "DejaVu Serif",
    "Georgia",
    "Gill Sans",
    "Helvetica Neue",
    "Iowan Old Style",
    "Liberation Sans",
    "Liberation Serif",
    "Noto Sans",
    "Noto Serif",
    "OpenDyslexic",
    "Palatino",
    "Segoe UI",
    "Times New Roman",
    "Verdana",
)
_FACELESS = ("DejaVu Sans", "Sans Serif", "Sans", "sans-serif", "")


class Script(StrEnum):
    """Which writing a reading pane is for."""

    HAN = "han"
    LATIN = "latin"


def load_bundled_fonts() -> bool:
    """Make the bundled families known to Qt, once; False where its files are absent (4–17 ms)."""
    if HAN_FAMILY in QFontDatabase.families():
        return True
    folder = bundled("resources/fonts")
    loaded = [_load(folder.joinpath(name)) for name in BUNDLED_FILES]
    return any(each >= 0 for each in loaded)


def _load(face: Traversable) -> int:
    """Qt's number for the face, -1 for none. A file is mapped, where bytes would be copied."""
    if isinstance(face, Path):
        return QFontDatabase.addApplicationFont(str(face)) if face.is_file() else -1
    return QFontDatabase.addApplicationFontFromData(face.read_bytes()) if face.is_file() else -1


def interface_font(px: int) -> QFont:
    """The system's own face, the Han one behind it: the same in every language, so that dots and
    quotation marks look alike in widgets made before and after a change of the language."""
    return _font(Script.LATIN, px)


def reading_font(script: Script, px: int, family: str = "") -> QFont:
    """The face of a reading pane; ``px`` is held within 12–32.

    A ``family`` that the person chose comes first; the usual ones follow for what it lacks.
    """
    return _font(script, min(max(px, READING_PX[0]), READING_PX[1]), family)


def reading_families(script: Script) -> list[str]:
    """What can be chosen for a reading pane: faces to read long texts in, of those that are here.

    For Chinese all that have simplified characters, for Latin scripts a list of good ones.
    """
    load_bundled_fonts()
    if script is Script.HAN:
        system = QFontDatabase.WritingSystem.SimplifiedChinese
        return [each for each in QFontDatabase.families(system) if not each.startswith((".", "@"))]
    here = set(QFontDatabase.families())
    return [family for family in _TO_READ if family in here]


def _font(script: Script, px: int, family: str = "") -> QFont:
    load_bundled_fonts()
    font = QFont()
    usual = _families(script)
    font.setFamilies([family, *usual] if family else usual)
    font.setPixelSize(px)
    return font


def _families(script: Script) -> list[str]:
    """Families in order; simplified-Chinese ones by name, or Qt may choose Japanese shapes.

    The Han family comes second but in a pane of Chinese text: its quotation marks and dots are a
    full em wide, a gap before every quote that stands in a Latin text or begins a line.
    """
    system = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()
    system_han = _SYSTEM_HAN.get(sys.platform, "")
    latin = [LATIN_FAMILY] if system in _FACELESS else [system, LATIN_FAMILY]
    han = [family for family in (system_han, HAN_FAMILY, "Noto Sans CJK SC") if family]
    order = [*han, *latin] if script is Script.HAN else [*latin, *han]
    return [*order, "DejaVu Sans"]
