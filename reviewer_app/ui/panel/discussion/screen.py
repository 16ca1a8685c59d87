"""The discussion of one case as a screen of its own: for an expert, from the scored case."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from reviewer_app.ui import terms
from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.kit.page import Page
from reviewer_app.ui.panel.discussion.body import DiscussionBody
from reviewer_app.ui.panel.discussion.state import DiscussionState
from reviewer_app.ui.panel.discussion.view_model import DiscussionModel
from reviewer_app.ui.screen import Place, Screen, Supplies, Visit


class DiscussionPage(Page):
    """Head and way back; below them what was said."""

    read_wanted = Event(str)

    def __init__(self, view_model: DiscussionModel, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._model = view_model
        self.body = DiscussionBody(view_model)
        self.content.addWidget(self.body, 1)
        self.back_pressed.connect(self._read)
        self._model.changed.connect(self._draw)
        self.built()

    def retranslate(self) -> None:
        """Words of the head."""
        self.set_back(self.tr("Back to the case"))
        self._draw(self._model.state)

    def _draw(self, state: DiscussionState) -> None:
        name = "" if state.thread is None else terms.own(state.thread.name)
        parts = [part for part in (state.number, name) if part]
        self.set_heading(self.tr("Discussion"), " · ".join(parts))

    def _read(self, _nothing: None) -> None:
        if self._model.state.number is not None:
            self.read_wanted.emit(self._model.state.number)


class DiscussionScreen(Screen):
    """Opened for a case."""

    def __init__(self, supplies: Supplies) -> None:
        self.model = DiscussionModel(supplies.services.discussion, supplies.lanes.database)
        self._page = DiscussionPage(self.model)
        super().__init__(self._page)
        self._page.read_wanted.connect(self._read)
        self.model.wrote.connect(self.wrote.emit)

    def enter(self, case: str | None) -> None:
        """Read the thread of this case, or of the one that was open again."""
        self.model.open(case or self.model.state.number)
        self._page.body.focus_field()

    def here(self) -> str | None:
        """The case whose discussion is in front."""
        return self.model.state.number

    def refresh(self) -> None:
        """A sync may have brought words of others, or receipts."""
        self.model.open(self.model.state.number)

    def _read(self, case: str) -> None:
        self.left.emit(Visit(Place.READING, case))


def make_screen(supplies: Supplies) -> Screen:
    """For the application's rooms."""
    return DiscussionScreen(supplies)
