"""What leads away from an open case: to what a correction changed, and to the secretariat."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, QObject

from reviewer_app.services.rows import CaseFlag, CaseView
from reviewer_app.ui.kit.banner import Banner, Message
from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.kit.palette import Tone
from reviewer_app.ui.reading.ask_translation import Untranslated, request
from reviewer_app.ui.reading.state import Opened
from reviewer_app.ui.reading.toolbar import Toolbar
from reviewer_app.ui.reading.translation import TranslationAsks
from reviewer_app.ui.reading.view_model import ReadingViewModel
from reviewer_app.ui.screen import Place, Visit

translate = QCoreApplication.translate
CORRECTED = "corrected"


class FromCase(QObject):
    """Says in the screen's banner that a case was corrected; leads to what changed, and to asking
    the secretariat about the case, or for a translation of it."""

    left = Event(Visit)

    def __init__(
        self,
        reading: ReadingViewModel,
        banner: Banner,
        toolbar: Toolbar,
        translations: TranslationAsks,
    ) -> None:
        super().__init__(banner)
        self._reading = reading
        self._banner = banner
        reading.opened.connect(self._tell)
        banner.acted.connect(self._act)
        toolbar.ask.connect(self._ask)
        translations.asked.connect(self._ask_translation)

    def _tell(self, opened: Opened) -> None:
        self._banner.say(partial(corrected_message, opened.view))

    def _act(self, message: Message) -> None:
        if message.key == CORRECTED:
            self.left.emit(Visit(Place.CORRECTION, self._reading.state.number))

    def _ask(self, _nothing: None) -> None:
        self.left.emit(Visit(Place.MESSAGES, self._reading.state.number or None))

    def _ask_translation(self, lack: Untranslated) -> None:
        number = self._reading.state.number
        self.left.emit(Visit(Place.MESSAGES, number, words=request(number, lack)))


def corrected_message(view: CaseView) -> Message:
    """The sentence; an empty one for a case that was never corrected."""
    if CaseFlag.CORRECTED not in view.row.flags:
        return Message("")
    action = translate("Corrected", "See what changed")
    if view.standing is not None and view.standing.other_version:
        text = translate("Corrected", "This case was corrected after you signed your score.")
        more = translate(
            "Corrected",
            "Your score stands for the text that you read, until you confirm it for this one or "
            "change it.",
        )
        return Message(text, Tone.CARE, more, action, key=CORRECTED)
    text = translate("Corrected", "This case was corrected; you read the new text.")
    return Message(text, Tone.NEUTRAL, "", action, key=CORRECTED)
