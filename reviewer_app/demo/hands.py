"""Hands and eyes on a real window: finds widgets as a person does, clicks them, types, waits."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QComboBox,
    QDialog,
    QFileDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QRadioButton,
    QWidget,
)
from shiboken6 import isValid

from reviewer_app.ui.kit.labels import ElidedLabel

W = TypeVar("W", bound=QWidget)
PATIENCE = 60.0
"""Seconds after which what does not come is a failure."""
_LOOK_MS = 8
_MARK_PX = 10
"""Where the mark of a check box or radio button is."""
_LEFT = Qt.MouseButton.LeftButton


@dataclass(eq=False)
class Stuck(Exception):
    """Something that a person would see or do never came."""

    awaited: str
    seen: str

    def __str__(self) -> str:
        return f"waited in vain for: {self.awaited}\nthe window says: {self.seen}"


class Hands:
    """One person at one window; whatever is looked for must be in sight and allowed."""

    def __init__(self, window: QWidget) -> None:
        self.window = window

    def until(self, holds: Callable[[], bool], awaited: str, *, seconds: float = PATIENCE) -> None:
        """Let the application work until the condition holds; raises Stuck.

        It may hold for a moment only: what else is due by then happens before this comes back.
        """
        if holds():
            return
        loop, look, limit = QEventLoop(), QTimer(), QTimer()
        held = False

        def leave_when_it_holds() -> None:
            nonlocal held
            held = held or holds()
            if held:
                loop.quit()

        look.timeout.connect(leave_when_it_holds)
        limit.setSingleShot(True)
        limit.timeout.connect(loop.quit)
        look.start(_LOOK_MS)
        limit.start(round(seconds * 1000))
        loop.exec()
        look.stop()
        limit.stop()
        if not (held or holds()):
            raise Stuck(awaited, " | ".join(words_in(self.window))[:1500])

    def look_on(self, seconds: float) -> None:
        """Do nothing for a while, and let the window draw."""
        loop = QEventLoop()
        QTimer.singleShot(round(seconds * 1000), loop.quit)
        loop.exec()

    def all(self, kind: type[W], *, within: QWidget | None = None) -> list[W]:
        """Widgets of a kind that are in sight, from the first made to the last."""
        found = (within or self.window).findChildren(kind)
        return [each for each in found if each.isVisible()]

    def the(self, kind: type[W], *, within: QWidget | None = None) -> W:
        """The first widget of a kind; waits for it."""
        self.until(lambda: bool(self.all(kind, within=within)), kind.__name__)
        return self.all(kind, within=within)[0]

    def sees(self, words: str) -> bool:
        """Whether these words are to be read somewhere in the window."""
        return any(words in each for each in words_in(self.window))

    def await_words(self, words: str, *, seconds: float = PATIENCE) -> None:
        """Wait until these words can be read."""
        self.until(lambda: self.sees(words), f"the words “{words}”", seconds=seconds)

    def button(self, word: str, *, within: QWidget | None = None) -> QAbstractButton:
        """The button of this word (or name), in sight and enabled; waits for it.

        A word that ends in "*" stands for whatever begins with it.
        """

        def usable() -> list[QAbstractButton]:
            buttons = self.all(QAbstractButton, within=within)
            return [each for each in buttons if each.isEnabled() and _is_called(each, word)]

        self.until(lambda: bool(usable()), f"the button “{word}”")
        return usable()[0]

    def press(self, word: str, *, within: QWidget | None = None) -> None:
        """Click the button of this word."""
        click(self.button(word, within=within))

    def press_then(
        self,
        word: str,
        answer: Callable[[QWidget], None],
        *,
        within: QWidget | None = None,
    ) -> None:
        """Click a button that opens a dialog or a menu, and deal with that while it is open."""
        button = self.button(word, within=within)
        self.in_modal(lambda: click(button), answer)

    def in_modal(self, opens: Callable[[], None], answer: Callable[[QWidget], None]) -> None:
        """Do what opens a dialog or menu, answer it, and come back when it is closed.

        Where nothing is seen of it all loops end: what waits for it would wait for ever.
        """
        failures: list[Exception] = []
        look, limit = QTimer(), QTimer()

        def deal() -> None:
            opened = _opened()
            if opened is None or not opened.isVisible():
                return
            look.stop()
            limit.stop()
            try:
                answer(opened)
            except Exception as failure:  # a slot would swallow it, and leave this open
                failures.append(failure)
            if isValid(opened) and opened.isVisible():
                opened.close()

        def give_up() -> None:
            look.stop()
            failures.append(Stuck("a dialog or a menu", " | ".join(_windows())))
            QApplication.exit(1)

        look.timeout.connect(deal)
        limit.timeout.connect(give_up)
        limit.setSingleShot(True)
        limit.start(round(PATIENCE * 1000))
        look.start(_LOOK_MS)
        opens()
        self.until(lambda: not look.isActive(), "a dialog")
        limit.stop()
        if failures:
            raise failures[0]
        if self.window.isVisible():  # no desktop gives the keyboard back to it
            self.window.activateWindow()
            self.until(self.window.isActiveWindow, "the window, active again")

    def entry(self, name: str, *, within: QWidget | None = None) -> QWidget:
        """The field of this name for text; waits for it."""

        def named() -> list[QWidget]:
            fields = [*self.all(QLineEdit, within=within), *self.all(QPlainTextEdit, within=within)]
            return [each for each in fields if each.isEnabled() and each.accessibleName() == name]

        self.until(lambda: bool(named()), f"the field “{name}”")
        return named()[0]

    def write(self, name: str, text: str, *, within: QWidget | None = None) -> None:
        """Type into the field of this name, in place of what is there."""
        type_into(self.entry(name, within=within), text)


def click(widget: QWidget) -> None:
    """A click of the left button: in the middle, or on the mark of what is ticked."""
    place = widget.rect().center()
    if isinstance(widget, QCheckBox | QRadioButton):
        place.setX(_MARK_PX)
    QTest.mouseClick(widget, _LEFT, Qt.KeyboardModifier.NoModifier, place)


def type_into(field: QWidget, text: str) -> None:
    """Replace a field's text: plain letters by keys, everything else inserted as a paste is."""
    if not field.isActiveWindow():  # no desktop gives the keyboard to it
        field.window().activateWindow()
        QTest.qWaitForWindowActive(field.window())
    field.setFocus(Qt.FocusReason.MouseFocusReason)
    if isinstance(field, QLineEdit):
        field.selectAll()
        if text.isascii():
            QTest.keyClicks(field, text)
        else:
            field.insert(text)
            field.textEdited.emit(field.text())
    elif isinstance(field, QPlainTextEdit):
        field.selectAll()
        if text.isascii() and len(text) <= 60:
            QTest.keyClicks(field, text)
        else:
            field.insertPlainText(text)


def choose(box: QComboBox, word: str) -> None:
    """Choose an entry by the keyboard, as far down as it is."""
    place = box.findText(word)
    if place < 0:
        raise Stuck(f"the entry “{word}”", " | ".join(map(box.itemText, range(box.count()))))
    box.setFocus(Qt.FocusReason.TabFocusReason)
    while box.currentIndex() != place:
        down = box.currentIndex() < place
        QTest.keyClick(box, Qt.Key.Key_Down if down else Qt.Key.Key_Up)


def choose_action(menu: QWidget, word: str) -> None:
    """Click an entry of an open menu."""
    if not isinstance(menu, QMenu):
        raise Stuck("a menu", " | ".join(words_in(menu)))
    for action in menu.actions():
        if action.text() == word:
            QTest.mouseClick(
                menu, _LEFT, Qt.KeyboardModifier.NoModifier, menu.actionGeometry(action).center()
            )
            return
    raise Stuck(f"the entry “{word}”", " | ".join(action.text() for action in menu.actions()))


def choose_folder(dialog: QWidget, folder: Path) -> None:
    """Answer the dialog that asks for a folder."""
    if not isinstance(dialog, QFileDialog):
        raise Stuck("a dialog that asks for a folder", " | ".join(words_in(dialog)))
    dialog.setDirectory(str(folder.parent))
    dialog.selectFile(str(folder))
    line = dialog.findChild(QLineEdit)
    if line is not None:
        type_into(line, str(folder))
    dialog.done(QDialog.DialogCode.Accepted)


def words_in(window: QWidget) -> list[str]:
    """Everything that can be read in a window now."""
    words = [each.text() for each in window.findChildren(QLabel) if each.isVisible()]
    words += [each.text for each in window.findChildren(ElidedLabel) if each.isVisible()]
    words += [each.text() for each in window.findChildren(QAbstractButton) if each.isVisible()]
    return [each for each in words if each]


def _opened() -> QWidget | None:
    """The menu or dialog in front; a menu in sight is one, though nothing counts it as a popup."""
    windows = QApplication.topLevelWidgets()
    menus = (each for each in windows if isinstance(each, QMenu) and each.isVisible())
    popup, modal = QApplication.activePopupWidget(), QApplication.activeModalWidget()
    return popup or modal or next(menus, None)


def _windows() -> list[str]:
    """All windows that there are, and whether they are in sight: for who looks what went wrong."""
    popup, modal = QApplication.activePopupWidget(), QApplication.activeModalWidget()
    named = {id(popup): "popup", id(modal): "modal"}
    return [
        f"{type(each).__name__} {each.isVisible()} {named.get(id(each), '')}".strip()
        for each in QApplication.topLevelWidgets()
    ]


def _is_called(button: QAbstractButton, word: str) -> bool:
    shown = button.text().replace("&&", "&")
    if word.endswith("*"):
        return any(each.startswith(word[:-1]) for each in (shown, button.accessibleName()))
    return word in (shown, button.accessibleName()) or shown.startswith(f"{word}\n")
