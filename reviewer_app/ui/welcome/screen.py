"""The first start as the application takes it in."""

from __future__ import annotations

import platform
from collections.abc import Callable
from pathlib import Path

from reviewer_app.opening import OpenDesk
from reviewer_app.services.enrolment import Enrolment
from reviewer_app.ui.kit.choice import ChoiceRow
from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.screen import Lanes, Screen
from reviewer_app.ui.welcome.view import WelcomeView
from reviewer_app.ui.welcome.view_model import WelcomeViewModel


class WelcomeScreen(Screen):
    """`opened` carries the desk of the computer that was enrolled."""

    opened = Event(OpenDesk)

    def __init__(
        self,
        enrolment: Enrolment,
        open_desk: Callable[[str], OpenDesk],
        lanes: Lanes,
        languages: ChoiceRow[str],
        *,
        server: str = "",
    ) -> None:
        self.model = WelcomeViewModel(
            enrolment,
            open_desk,
            lanes,
            device_name=platform.node() or "computer",
            server=server,
        )
        self._pages = WelcomeView(self.model, languages)
        super().__init__(self._pages)
        self.model.opened.connect(self._tell)

    def enter(self, case: str | None) -> None:
        """Let the person type at once."""
        self._pages.focus_first()

    def take_letter(self, path: Path) -> None:
        """A letter was named on the command line."""
        self.model.take_letter(path)

    def _tell(self, desk: OpenDesk) -> None:
        self._pages.forget()
        self.opened.emit(desk)
