"""The letters of one language: family, and the room where Chinese meets Western letters."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QPoint
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from review_protocol.documents.text import Language
from reviewer_app.ui.kit.fonts import reading_families
from reviewer_app.ui.reading.arrangement import Arrangement
from reviewer_app.ui.reading.typography import SCRIPTS

translate = QCoreApplication.translate


class LettersMenu(QMenu):
    """Offers what is installed; `after` says what the arrangement becomes."""

    def __init__(self, how: Arrangement, language: Language, parent: QWidget) -> None:
        super().__init__(parent)
        self._how, self._language = how, language
        self._families: dict[QAction, str] = {}
        group = QActionGroup(self)
        usual = translate("letters", "The app’s choice")
        for family, words in (("", usual), *((f, f) for f in reading_families(SCRIPTS[language]))):
            action = self.addAction(words.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(family == how.face(language).family)
            group.addAction(action)
            self._families[action] = family
        self.addSeparator()
        words = translate("letters", "Room between Chinese and Western letters")
        self.spaced = self.addAction(words)
        self.spaced.setCheckable(True)
        self.spaced.setChecked(how.spaced)
        self.setAccessibleName(translate("letters", "Letters of this language"))

    def after(self, action: QAction | None) -> Arrangement:
        """What is chosen by an entry; the same where none was."""
        if action is self.spaced:
            return replace(self._how, spaced=not self._how.spaced)
        if action in self._families:
            face = replace(self._how.face(self._language), family=self._families[action])
            return self._how.with_face(self._language, face)
        return self._how


def ask_letters(how: Arrangement, language: Language, below: QWidget) -> Arrangement:
    """Show the menu under a widget until something is chosen or it is left."""
    menu = LettersMenu(how, language, below)
    chosen = menu.exec(below.mapToGlobal(QPoint(0, below.height())))
    menu.deleteLater()
    return menu.after(chosen)
