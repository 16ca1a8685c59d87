"""The gallery draws every sheet in every palette and both languages."""

from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from reviewer_app.ui.kit.gallery import draw_gallery
from reviewer_app.ui.kit.palette import LIGHT, PALETTES
from reviewer_app.ui.kit.stylesheet import apply_theme


@pytest.mark.campaign
def test_the_gallery_is_drawn(qapp: QApplication, tmp_path: Path):
    drawn = draw_gallery(qapp, tmp_path)
    apply_theme(qapp, LIGHT)
    assert len(drawn) == len(set(drawn)) == 3 * len(PALETTES) * 2
    assert sorted(tmp_path.iterdir()) == sorted(drawn)
    for path in drawn:
        picture = QImage(str(path))
        ground = PALETTES[path.stem.split("-")[1]].window
        corner = picture.pixelColor(picture.width() - 4, 4)
        assert corner.name().upper() == ground, path.name
