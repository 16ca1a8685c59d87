"""Draws the first start: the languages at the top, below them one page for each stage."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout

from reviewer_app.ui.kit.choice import ChoiceRow
from reviewer_app.ui.kit.i18n import Retranslating
from reviewer_app.ui.kit.labels import Ground
from reviewer_app.ui.welcome.answer_pages import DeclinedPage, InvitationPage, PassphrasePage
from reviewer_app.ui.welcome.code_page import CodePage
from reviewer_app.ui.welcome.state import Stage, WelcomeState
from reviewer_app.ui.welcome.view_model import WelcomeViewModel


class WelcomeView(Retranslating, Ground):
    """Shows the page of the stage; the keyboard begins where the page does."""

    def __init__(self, model: WelcomeViewModel, languages: ChoiceRow[str]) -> None:
        super().__init__("window")
        self._languages = languages
        self._passphrase = PassphrasePage(model)
        self._pages = {
            Stage.CODE: CodePage(model),
            Stage.INVITATION: InvitationPage(model),
            Stage.PASSPHRASE: self._passphrase,
            Stage.DECLINED: DeclinedPage(),
        }
        self._stack = QStackedWidget()
        for page in self._pages.values():
            self._stack.addWidget(page)
        top = QHBoxLayout()
        top.setContentsMargins(24, 16, 24, 0)
        top.addStretch(1)
        top.addWidget(languages)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self._stack, 1)
        model.changed.connect(self._draw)
        self._draw(model.state)
        self.retranslate()

    def retranslate(self) -> None:
        """What stands above the pages, for screen readers."""
        self._languages.setAccessibleName(self.tr("Language"))

    def forget(self) -> None:
        """Take the passphrase out of the fields."""
        self._passphrase.forget()

    def focus_first(self) -> None:
        """Let the person type at once."""
        self._pages[Stage.CODE].focus_first()

    def _draw(self, state: WelcomeState) -> None:
        page = self._pages[state.stage]
        page.draw(state)
        if self._stack.currentWidget() is not page:
            self._stack.setCurrentWidget(page)
            page.focus_first()
