"""How a person turns to a face of the comparison, and reads it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from reviewer_app.ui.kit.buttons import Toggle
from reviewer_app.ui.panel.face_page import FacePage
from tests.ui.panel.test_panel import Room

__all__ = ["Room", "press", "turn", "words"]


def press(room: Room, text: str) -> None:
    """A chip or a face by its word."""
    chip = next(b for b in room.view.page().findChildren(Toggle) if b.text() == text)
    room.qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    room.settle()


def turn(room: Room, name: str) -> FacePage:
    """The page of a face, once it is there."""
    press(room, name)
    page = room.view.page()
    assert isinstance(page, FacePage)
    return page


def words(room: Room) -> str:
    """All that can be read on the page."""
    labels = room.view.page().findChildren(QLabel)
    return "\n".join(label.text() for label in labels if label.isVisible())
