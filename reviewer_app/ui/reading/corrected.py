"""Says over the text that the case was corrected, and leads to what changed."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject

from reviewer_app.services.rows import CaseFlag, CaseView
from reviewer_app.ui.kit.banner import Banner, Message
from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.kit.palette import Tone
from reviewer_app.ui.reading.state import Opened
from reviewer_app.ui.reading.view_model import ReadingViewModel

translate = QCoreApplication.translate
CORRECTED = "corrected"


class CorrectionNotice(QObject):
    """Puts the message into the screen's banner whenever a case is opened."""

    wanted = Event(str)
    """The number of the case whose changes are to be seen."""

    def __init__(self, reading: ReadingViewModel, banner: Banner) -> None:
        super().__init__(banner)
        self._banner = banner
        self._number = ""
        reading.opened.connect(self._tell)
        banner.acted.connect(self._act)

    def _tell(self, opened: Opened) -> None:
        self._number = opened.view.row.number
        self._banner.show_message(corrected_message(opened.view))

    def _act(self, message: Message) -> None:
        if message.key == CORRECTED:
            self.wanted.emit(self._number)


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
