"""The button with which what defends a case is saved: it asks first, then where to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from reviewer_app.ui import defending_words as words
from reviewer_app.ui.defending import Defending, DefendingState
from reviewer_app.ui.folders import (
    FolderChooser,
    FolderOpener,
    TargetChooser,
    choose_folder,
    choose_target,
    open_folder,
)
from reviewer_app.ui.kit.banner import Banner, Message
from reviewer_app.ui.kit.buttons import Button, Role
from reviewer_app.ui.kit.dialogs import Question, confirmed


@dataclass(frozen=True, slots=True)
class Dialogs:
    """How a person is asked; tests answer in their stead."""

    ask: Callable[[Question, QWidget], bool] = confirmed
    target: TargetChooser = choose_target
    folder: FolderChooser = choose_folder
    show: FolderOpener = open_folder


class DefendingMenu(QObject):
    """`cases` answers which cases sheets are wanted of, the one in front or all of a list; with
    `is_list` there is no dossier. What was written is told in the page's banner."""

    def __init__(
        self,
        defending: Defending,
        cases: Callable[[], tuple[str, ...]],
        page: QWidget,
        banner: Banner,
        *,
        is_list: bool = False,
    ) -> None:
        super().__init__(page)
        self._defending, self._cases, self._page = defending, cases, page
        self._banner, self._is_list = banner, is_list
        self._dialogs = Dialogs()
        self.button = Button(Role.DEFAULT, "file", page)
        self.menu = QMenu(page)
        self.sheet = self.menu.addAction("")
        self.dossier = self.menu.addAction("")
        self.menu.triggered.connect(self._chosen)
        self.button.clicked.connect(self._pressed)
        defending.changed.connect(self._tell)
        banner.acted.connect(self._act)

    def answer_with(self, dialogs: Dialogs) -> None:
        """Ask in another way from now on."""
        self._dialogs = dialogs

    def retranslate(self) -> None:
        """Words of button and menu."""
        several = self.tr("Defence sheets…")
        self.button.setText(several if self._is_list else self.tr("Defend…"))
        self.sheet.setText(self.tr("Defence sheet (one page)…"))
        self.dossier.setText(self.tr("Dispute dossier (folder)…"))

    def look(self, *, there: bool) -> None:
        """Whether there is anything to defend; nothing where the scores are hidden."""
        self.button.setEnabled(there and not self._defending.state.busy)

    def save_sheets(self) -> None:
        """Ask, and have the sheets written."""
        numbers = self._cases()
        if not numbers or not self._dialogs.ask(words.before_sheets(len(numbers)), self._page):
            return
        stem = f"defence-{numbers[0]}" if len(numbers) == 1 else "defence-sheets"
        title = self.tr("Save as a PDF")
        target = self._dialogs.target(self._page, title, f"{stem}.pdf")
        if target is not None:
            self._defending.save_sheets(numbers, target)

    def save_dossier(self) -> None:
        """Ask, and have the dossier of the case in front written."""
        numbers = self._cases()
        if not numbers or not self._dialogs.ask(words.before_dossier(numbers[0]), self._page):
            return
        folder = self._dialogs.folder(self._page, self.tr("Save the dossier into"))
        if folder is not None:
            self._defending.save_dossier(numbers[0], folder)

    def _pressed(self) -> None:
        if self._is_list:
            self.save_sheets()
        else:
            self.dossier.setEnabled(len(self._cases()) == 1)
            self.menu.popup(self.button.mapToGlobal(QPoint(0, self.button.height() + 4)))

    def _chosen(self, action: QAction) -> None:
        if action is self.sheet:
            self.save_sheets()
        else:
            self.save_dossier()

    def _tell(self, state: DefendingState) -> None:
        self.button.setEnabled(not state.busy and bool(self._cases()))
        if not self._page.isVisible():
            return
        message = words.told(state)
        if message is not None:
            self._banner.show_message(message)

    def _act(self, message: Message) -> None:
        folder = words.folder_of(self._defending.state)
        if message.key == words.DEFENCE and folder is not None and self._page.isVisible():
            self._dialogs.show(folder)
