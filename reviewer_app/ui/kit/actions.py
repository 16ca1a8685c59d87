"""What can be done with a page, at the right of its title; in a menu where there is no room."""

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QWidget

from reviewer_app.ui.kit.buttons import Button, Role
from reviewer_app.ui.kit.flow import Flow
from reviewer_app.ui.kit.i18n import Retranslating


class Actions(Retranslating, Flow):
    """Buttons and tags that flow; folded, only tags and what comes next stay in sight."""

    def __init__(self) -> None:
        super().__init__()
        self._parts: list[QWidget] = []
        self._folded: list[Button] | None = None
        """Buttons that are in the menu now; None while none is."""
        self._more = Button(Role.DEFAULT, "down")
        self._more.hide()
        self._menu = QMenu(self)
        self._flow.addWidget(self._more)
        self._more.clicked.connect(self._open)
        self.built()

    def add(self, part: QWidget) -> None:
        """Put this behind the others."""
        self._parts.append(part)
        self._flow.removeWidget(self._more)
        for each in (part, self._more):
            self._flow.addWidget(each)
        if self._folded is not None:
            self.unfold()
            self.fold()

    def fold(self) -> None:
        """Put the buttons into the menu."""
        if self._folded is not None:
            return
        buttons = [part for part in self._parts if isinstance(part, Button)]
        self._folded = [
            each for each in buttons if each.role is not Role.ACCENT and not each.isHidden()
        ]
        for each in self._folded:
            each.hide()
        self._more.setVisible(bool(self._folded))

    def unfold(self) -> None:
        """Put them back."""
        for each in self._folded or ():
            each.show()
        self._folded = None
        self._more.hide()

    def retranslate(self) -> None:
        """The word of the menu's button."""
        self._more.setText(self.tr("More"))

    def _open(self) -> None:
        self._menu.clear()
        for each in self._folded or ():
            action = self._menu.addAction(each.icon(), each.text())
            action.setEnabled(each.isEnabled())
            action.triggered.connect(each.click)
        self._menu.popup(self._more.mapToGlobal(QPoint(0, self._more.height() + 4)))
