"""Words on the screen: titles, headings, body that wraps, and lines cut in the middle."""

from enum import StrEnum

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

from reviewer_app.ui.kit.hearing import Heard, hear_as
from reviewer_app.ui.kit.palette import Tone
from reviewer_app.ui.kit.tips import give_tip


class Kind(StrEnum):
    """How loud words are; the stylesheet knows these names."""

    TITLE = "title"
    HEADING = "heading"
    STRONG = "strong"
    BODY = "body"
    MUTED = "muted"
    SMALL = "small"
    ERROR = "error"

    @property
    def heard(self) -> Heard | None:
        """What words of this kind are to a screen reader, where they are more than words."""
        return {Kind.TITLE: Heard.TITLE, Kind.HEADING: Heard.HEADING}.get(self)


class Label(QLabel):
    """Plain words that wrap; never read as HTML."""

    def __init__(
        self, kind: Kind = Kind.BODY, text: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        hear_as(self, kind.heard)
        self.setText(text)
        self.setProperty("kit", kind.value)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        policy = self.sizePolicy()
        policy.setHorizontalPolicy(QSizePolicy.Policy.Expanding)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_tone(self, tone: Tone | None) -> None:
        """Colour the words; the words must say it too."""
        set_property(self, "tone", tone.value if tone else "")


class Tag(QLabel):
    """A small framed word beside a title."""

    def __init__(self, text: str = "", tone: Tone = Tone.NEUTRAL) -> None:
        super().__init__(text)
        self.setProperty("kit", "tag")
        self.setProperty("tone", tone.value)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def set_tone(self, tone: Tone) -> None:
        """Another colour; the words must say it too."""
        set_property(self, "tone", tone.value)


class ElidedLabel(QWidget):
    """One line, cut in the middle where it must be, with the whole text on hover."""

    def __init__(self, text: str = "", kind: Kind = Kind.BODY, parent: QWidget | None = None):
        super().__init__(parent)
        hear_as(self, kind.heard or Heard.WORDS)
        self._label = QLabel(self)
        self._label.setProperty("kit", kind.value)
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._text = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_text(text)

    @property
    def text(self) -> str:
        """The whole text."""
        return self._text

    def set_text(self, text: str) -> None:
        """Show another text; its lines become one."""
        self._text = " ".join(text.splitlines())
        self.setAccessibleName(text)
        self.updateGeometry()
        self._fit()

    def sizeHint(self) -> QSize:
        """Room for the whole text in one line."""
        metrics = self._metrics()
        return QSize(metrics.horizontalAdvance(self._text) + 2, metrics.height() + 2)

    def minimumSizeHint(self) -> QSize:
        """Room for some characters at least."""
        whole = self.sizeHint()
        return QSize(min(whole.width(), self._metrics().averageCharWidth() * 8), whole.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut anew."""
        super().resizeEvent(event)
        self._fit()

    def lines(self, width: int) -> list[str]:
        """What is shown at a width."""
        return [self._metrics().elidedText(self._text, Qt.TextElideMode.ElideMiddle, width)]

    def _metrics(self) -> QFontMetrics:
        self._label.ensurePolished()
        return self._label.fontMetrics()

    def _fit(self) -> None:
        lines = self.lines(max(self.width(), 1))
        self._label.setText("\n".join(lines))
        self._label.setGeometry(self.rect())
        cut = "".join(lines).replace(" ", "") != self._text.replace(" ", "")
        give_tip(self, self._text if cut else "")


class Panel(QFrame):
    """A frame that the stylesheet paints by its name (card, rail, strip, line …)."""

    def __init__(self, kit: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kit", kit)


class Ground(QWidget):
    """A plain widget that the stylesheet may give a background (window or surface)."""

    def __init__(self, kit: str = "window", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kit", kit)
        # a subclass of QWidget is not painted by the stylesheet otherwise
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)


def set_property(widget: QWidget, name: str, value: object) -> None:
    """Change a property that the stylesheet looks at, and let it look again."""
    if widget.property(name) != value:
        widget.setProperty(name, value)
        if widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):  # or else it will look
            widget.style().unpolish(widget)
            widget.style().polish(widget)


def line() -> QFrame:
    """A line across."""
    return Panel("line")


def upright() -> QFrame:
    """A line from top to bottom."""
    return Panel("upright")
