"""A state outside tables: a painted shape and the word beside it."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from reviewer_app.ui.kit.i18n import Retranslating
from reviewer_app.ui.kit.labels import set_property
from reviewer_app.ui.kit.palette import Tone
from reviewer_app.ui.kit.shapes import DEFAULT_TONE, SHAPE_PX, Shape, paint_shape
from reviewer_app.ui.kit.stylesheet import palette_in_use, scaled


class ShapeMark(Retranslating, QWidget):
    """A shape as large as the text beside it wants, painted in its tone."""

    def __init__(self, shape: Shape, tone: Tone | None = None, parent: QWidget | None = None):
        super().__init__(parent)
        self._shape, self._tone = shape, tone
        self.built()

    def set_shape(self, shape: Shape, tone: Tone | None = None) -> None:
        """Show another shape."""
        self._shape, self._tone = shape, tone
        self.update()

    def restyle(self) -> None:
        """Take the size and the colour."""
        self.setFixedSize(scaled(SHAPE_PX), scaled(SHAPE_PX))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        colour = palette_in_use().tone(self._tone or DEFAULT_TONE[self._shape])
        paint_shape(QPainter(self), self._shape, QRectF(self.rect()), colour)


class StateLabel(QWidget):
    """Shape and word on one line."""

    def __init__(
        self, shape: Shape = Shape.TODO, text: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._mark = ShapeMark(shape)
        self._word = QLabel()
        self._word.setTextFormat(Qt.TextFormat.PlainText)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._mark)
        row.addWidget(self._word)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.show_state(shape, text)

    def show_state(self, shape: Shape, text: str, tone: Tone | None = None) -> None:
        """Show another state; the word takes the tone's colour only where one is given."""
        self._mark.set_shape(shape, tone)
        self._word.setText(text)
        set_property(self._word, "tone", tone.value if tone else "")
        self.setAccessibleName(text)
