"""What a screen reader is told beyond what Qt knows: headings, named groups, and news at once.

Qt asks a factory first what an object is to a screen reader; ours knows the widgets that were
marked by `hear_as`, and those that scroll, and leaves all others to Qt.
"""

from collections.abc import Iterable
from enum import StrEnum
from weakref import ref

from PySide6.QtCore import QLocale, QObject
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAccessibleAttributesInterface,
    QAccessibleEvent,
    QAccessibleInterface,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QAccessibleWidget,
    QApplication,
    QButtonGroup,
    QLabel,
    QWidget,
)
from shiboken6 import Shiboken

_MARK = "heard"
_TAUGHT = "hearing"


class Heard(StrEnum):
    """What a widget is to those who hear it."""

    TITLE = "title"
    HEADING = "heading"
    WORDS = "words"
    GROUP = "group"
    STATUS = "status"
    ALERT = "alert"


_ROLES = {
    Heard.TITLE: QAccessible.Role.Heading,
    Heard.HEADING: QAccessible.Role.Heading,
    Heard.WORDS: QAccessible.Role.StaticText,
    Heard.GROUP: QAccessible.Role.Grouping,
    Heard.STATUS: QAccessible.Role.StatusBar,
    Heard.ALERT: QAccessible.Role.AlertMessage,
}
_LEVELS = {Heard.TITLE: 1, Heard.HEADING: 2}
_ALONE = frozenset({Heard.TITLE, Heard.HEADING, Heard.WORDS})
"""What is told whole: parts that draw it (words cut to the room there is) are not told."""
_SCROLLING = frozenset({"QScrollArea", "QAbstractScrollArea"})
"""By Qt's own names, which it goes through from the most special; a text or a table has its own."""


def hear_as(widget: QWidget, heard: Heard | None) -> None:
    """Say what a widget is, first before it has words: Qt may ask then. None: as Qt takes it."""
    widget.setProperty(_MARK, heard.value if heard else "")


def one_of(buttons: Iterable[QAbstractButton], parent: QWidget) -> QButtonGroup:
    """Have buttons told as radio buttons; which of them is on, and when, stays the program's."""
    group = QButtonGroup(parent)
    group.setExclusive(False)
    for button in buttons:
        group.addButton(button)
        button.setAutoExclusive(True)  # within a group Qt takes this for the role alone
    return group


def announce(widget: QWidget, words: str, *, at_once: bool = False) -> None:
    """Have words said though nobody went there: in a pause, or `at_once`."""
    if not words:
        return
    event = QAccessibleAnnouncementEvent(widget, words)
    politeness = QAccessible.AnnouncementPoliteness
    event.setPoliteness(politeness.Assertive if at_once else politeness.Polite)
    send(event)


def send(event: QAccessibleEvent) -> None:
    """Give an event to whoever listens."""
    QAccessible.updateAccessibility(event)


def teach(app: QApplication) -> None:
    """Let screen readers ask here first; once for an application, Qt takes no factory back."""
    if not app.property(_TAUGHT):
        app.setProperty(_TAUGHT, True)
        QAccessible.installFactory(_told)


def _told(name: str, asked: QObject) -> QAccessibleInterface | None:
    """What Qt has for what scrolls (6.11) ends the process when it is asked for a part that is not
    there, as by a screen reader that counted the parts before a scroll bar went. A widget as such
    answers that there is none; that a bar is hidden is one of its states then."""
    if not isinstance(asked, QWidget):
        return None
    if asked.property(_MARK):
        return _Told(asked)
    return QAccessibleWidget(asked, QAccessible.Role.Client) if name in _SCROLLING else None


def _heard(widget: QObject | None) -> Heard:
    mark = widget.property(_MARK) if widget is not None else None
    return Heard(mark) if mark else Heard.WORDS


class _Told(QAccessibleWidget):
    """A widget as a screen reader meets it; Qt deletes it with the widget."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._attributes = _Attributes(widget)

    def role(self) -> QAccessible.Role:
        """What it is by now."""
        return _ROLES[_heard(self.object())]

    def text(self, kind: QAccessible.Text) -> str:
        """A label is named by its words; a tip that only repeats the name is not told."""
        widget = self.object()
        if kind is QAccessible.Text.Name and isinstance(widget, QLabel):
            return widget.accessibleName() or widget.text()
        told = super().text(kind)
        repeated = kind is QAccessible.Text.Description and told == super().text(
            QAccessible.Text.Name
        )
        return "" if repeated else told

    def childCount(self) -> int:
        """What is told whole has no parts."""
        return 0 if _heard(self.object()) in _ALONE else super().childCount()

    def interface_cast(  # type: ignore[override]  # the stub says int, the binding wants VoidPtr
        self, kind: QAccessible.InterfaceType
    ) -> object:
        """Attributes are ours; None from here would not be taken for "there is none"."""
        if kind is QAccessible.InterfaceType.AttributesInterface:
            return Shiboken.VoidPtr(Shiboken.getCppPointer(self._attributes)[0])
        return super().interface_cast(kind) or Shiboken.VoidPtr(0)


class _Attributes(QAccessibleAttributesInterface):
    """The level of a heading, and the language of a widget's words."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__()
        self._widget = ref(widget)

    def attributeKeys(self) -> list[QAccessible.Attribute]:
        """A level only where there is one."""
        has_level = _heard(self._widget()) in _LEVELS
        level = [QAccessible.Attribute.Level] if has_level else []
        return [*level, QAccessible.Attribute.Locale]

    def attributeValue(self, key: QAccessible.Attribute) -> object:
        """The value of a key; nothing for one that is not there."""
        widget = self._widget()
        if key is QAccessible.Attribute.Level:
            return _LEVELS.get(_heard(widget))
        if key is QAccessible.Attribute.Locale:
            return QLocale() if widget is None else widget.locale()
        return None
