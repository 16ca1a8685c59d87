"""Draws every widget of the kit to pictures, in all palettes and both languages.

``python -m reviewer_app.ui.kit.gallery --out DIR``
"""

import argparse
import os
from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget

from reviewer_app.ui.kit.gallery_frame import frame_sheet
from reviewer_app.ui.kit.gallery_sheets import controls_sheet, messages_sheet
from reviewer_app.ui.kit.i18n import LANGUAGES, Languages
from reviewer_app.ui.kit.palette import PALETTES
from reviewer_app.ui.kit.stylesheet import apply_theme


def draw_gallery(app: QApplication, out: Path) -> tuple[Path, ...]:
    """Write one PNG for each sheet, palette and language; returns their paths."""
    out.mkdir(parents=True, exist_ok=True)
    languages = Languages(app)
    drawn = []
    for code in LANGUAGES:
        languages.use(code)
        for palette in PALETTES.values():
            apply_theme(app, palette)
            for name, make in _SHEETS.items():
                path = out / f"{name}-{palette.name}-{code}.png"
                _draw(make(code), path)
                drawn.append(path)
    languages.use(LANGUAGES[0])
    return tuple(drawn)


def main() -> None:
    """Draw the gallery into the folder named on the command line."""
    parser = argparse.ArgumentParser(prog="gallery", description=draw_gallery.__doc__)
    parser.add_argument("--out", type=Path, required=True, help="folder for the pictures")
    out: Path = parser.parse_args().out
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication([])
    draw_gallery(app, out)


_SHEETS = {"controls": controls_sheet, "messages": messages_sheet, "frame": frame_sheet}


def _draw(sheet: QWidget, path: Path) -> None:
    sheet.show()
    QApplication.sendPostedEvents()
    sheet.grab().save(str(path))
    sheet.close()
    sheet.deleteLater()


if __name__ == "__main__":
    main()
