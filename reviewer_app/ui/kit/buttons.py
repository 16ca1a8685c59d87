"""Buttons: one accent for what comes next, quiet ones at the edges, icons that have a word."""

from enum import StrEnum

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QPushButton,
    QStyleOptionButton,
    QToolButton,
    QWidget,
)

from reviewer_app.ui.kit.i18n import Retranslating
from reviewer_app.ui.kit.icons import ICON_PX, icon, icon_size
from reviewer_app.ui.kit.palette import Palette
from reviewer_app.ui.kit.stylesheet import palette_in_use
from reviewer_app.ui.kit.ticks import Turned
from reviewer_app.ui.kit.tips import give_tip

ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)


class Role(StrEnum):
    """What a button is to the person; the stylesheet knows these words."""

    DEFAULT = "default"
    ACCENT = "accent"
    QUIET = "quiet"
    DANGER = "danger"
    LINK = "link"


class Button(Retranslating, QPushButton):
    """A button with a word, and an icon before it where one helps; connect ``clicked``."""

    def __init__(
        self, role: Role = Role.DEFAULT, icon_name: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._role = role
        self._icon_name = icon_name
        self.setProperty("role", role.value)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keyboard where it was
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.built()

    @property
    def role(self) -> Role:
        """What it is to the person."""
        return self._role

    def restyle(self) -> None:
        """Draw the icon in the colour of the words."""
        if self._icon_name:
            self.setIconSize(icon_size())
            self.setIcon(icon(self._icon_name, _ink(self._role, palette_in_use())))

    def paintEvent(self, event: QPaintEvent) -> None:
        """On an accent ground the ring lies inside, in the colour of the words."""
        super().paintEvent(event)
        if self._role is Role.ACCENT and self.hasFocus():
            _paint_inner_ring(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the focus, whatever else is the dialog's own."""
        if not pressed_by_enter(self, event):
            super().keyPressEvent(event)


class IconButton(Turned, Retranslating, QToolButton):
    """A button that is only an icon; ``set_word`` gives it tool tip and accessible name."""

    def __init__(self, icon_name: str, *, px: int = ICON_PX, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon_name = icon_name
        self._px = px
        self.setProperty("role", Role.QUIET.value)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.heed_turns()
        self.built()

    def set_icon(self, icon_name: str) -> None:
        """Show another icon."""
        if icon_name != self._icon_name:
            self._icon_name = icon_name
            self.restyle()

    def set_word(self, word: str, keys: str = "") -> None:
        """What it does, and by which keys it can be done too (``Ctrl+F``)."""
        name_button(self, word, keys)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the focus."""
        if not pressed_by_enter(self, event):
            super().keyPressEvent(event)

    def restyle(self) -> None:
        """Draw the icon in the palette's colour."""
        self.setIconSize(icon_size(self._px))
        self.setIcon(icon(self._icon_name, palette_in_use().text, self._px))


class Toggle(Turned, QPushButton):
    """A button that stays pressed, semibold then, with room for that beforehand.

    ``least`` is the width in pixels that it asks for at least.
    """

    def __init__(self, kit: str, *, least: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._least = least
        self._filled = kit == "score"
        self.setProperty("kit", kit)
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.heed_turns()

    def sizeHint(self) -> QSize:
        """The room of the wider, semibold words."""
        self.ensurePolished()
        bold = QFont(self.font())
        bold.setWeight(QFont.Weight.DemiBold)
        plain = _advance(QFontMetrics(self.font()), self.text())
        wider = max(0, _advance(QFontMetrics(bold), self.text()) - plain)
        hint = super().sizeHint()
        return QSize(max(hint.width() + wider, self._least), hint.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is too little room for the words, they are whole on hover."""
        super().resizeEvent(event)
        cut = _advance(self.fontMetrics(), self.text()) > self.width() - 4
        if cut and not self.toolTip():
            give_tip(self, self.text())

    def initStyleOption(self, option: QStyleOptionButton) -> None:
        """Words that have no room end in an ellipsis, each line by itself."""
        super().initStyleOption(option)
        room = self.width() - 4 - (self.iconSize().width() if not self.icon().isNull() else 0)
        metrics, end = self.fontMetrics(), Qt.TextElideMode.ElideRight
        lines = (metrics.elidedText(line, end, max(room, 0)) for line in option.text.split("\n"))
        option.text = "\n".join(lines)

    def paintEvent(self, event: QPaintEvent) -> None:
        """On an accent ground the ring lies inside, in the colour of the words."""
        super().paintEvent(event)
        if self._filled and self.isChecked() and self.hasFocus():
            _paint_inner_ring(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows belong to the row around it; Qt would move the focus by itself."""
        if Qt.Key(event.key()) in ARROWS:
            event.ignore()
        else:
            super().keyPressEvent(event)


def pressed_by_enter(button: QAbstractButton, event: QKeyEvent) -> bool:
    """Press the button where the key is Enter, once however long it is held; Qt leaves that to
    the default button of a dialog."""
    if Qt.Key(event.key()) not in ENTERS:
        return False
    if not event.isAutoRepeat():
        button.click()
    event.accept()
    return True


def name_button(button: QAbstractButton, word: str, keys: str = "") -> None:
    """Give a button without words its tool tip and its name for screen readers."""
    give_tip(button, f"{word} ({keys})" if keys else word)
    button.setAccessibleName(word)


def _advance(metrics: QFontMetrics, words: str) -> int:
    """How wide the widest line is."""
    return max(metrics.horizontalAdvance(line) for line in words.split("\n"))


def _paint_inner_ring(button: QAbstractButton) -> None:
    painter = QPainter(button)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(palette_in_use().on_accent), 2))
    painter.drawRoundedRect(QRectF(button.rect()).adjusted(3, 3, -3, -3), 4, 4)
    painter.end()


def _ink(role: Role, palette: Palette) -> str:
    inks = {Role.ACCENT: palette.on_accent, Role.DANGER: palette.bad, Role.LINK: palette.accent}
    return inks.get(role, palette.text)
