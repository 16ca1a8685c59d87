"""What is drawn beside words is as large as the words."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reviewer_app.ui.kit.buttons import Button, IconButton
from reviewer_app.ui.kit.palette import LIGHT
from reviewer_app.ui.kit.shapes import Shape, paint_shape
from reviewer_app.ui.kit.state import ShapeMark
from reviewer_app.ui.kit.stylesheet import apply_theme


def test_icons_and_shapes_grow_with_the_text(qapp: QApplication, qtbot: QtBot):
    plain, word, mark = IconButton("close"), Button(icon_name="file"), ShapeMark(Shape.DONE)
    for widget in (plain, word, mark):
        qtbot.addWidget(widget)
        widget.show()
    try:
        for text_px, icon_px, shape_px in ((13, 20, 12), (26, 40, 24)):
            apply_theme(qapp, LIGHT, text_px)
            assert plain.iconSize() == word.iconSize() == QSize(icon_px, icon_px)
            drawn = plain.icon().actualSize(QSize(200, 200))
            assert drawn == QSize(icon_px, icon_px)
            assert mark.size() == QSize(shape_px, shape_px)
    finally:
        apply_theme(qapp, LIGHT)


def test_a_shape_fills_a_larger_box_with_the_same_drawing(qapp: QApplication):
    def drawn(px: int) -> QImage:
        image = QImage(px, px, QImage.Format.Format_ARGB32)
        image.fill(0)
        painter = QPainter(image)
        paint_shape(painter, Shape.SENT, QRectF(0, 0, px, px), "#000000")
        painter.end()
        return image.scaled(12, 12, mode=Qt.TransformationMode.SmoothTransformation)

    inks = [
        sum(drawn(px).pixelColor(x, y).alpha() for x in range(12) for y in range(12))
        for px in (12, 48)
    ]
    assert abs(inks[0] - inks[1]) < 0.1 * inks[0]
