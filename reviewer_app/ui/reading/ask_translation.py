"""The button that asks for what a case does not have in a language."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from review_protocol.documents.text import Element, Language
from reviewer_app.ui import terms
from reviewer_app.ui.kit.buttons import Button, Role
from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.kit.tips import give_tip

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Untranslated:
    """What a case does not have in a language: an element, or all of it where none is named."""

    language: Language
    element: Element | None = None


class AskTranslation(Button):
    """Asks for what it was told to be `of` last."""

    asked = Event(Untranslated)

    def __init__(self, of: Untranslated, parent: QWidget | None = None) -> None:
        self.of = of
        super().__init__(Role.QUIET, "note", parent)
        self.clicked.connect(self._ask)

    def show_lack(self, of: Untranslated) -> None:
        """Ask for something else."""
        if of != self.of:
            self.of = of
            self.retranslate()

    def retranslate(self) -> None:
        """Our words; of what, and into which language, is told with them."""
        self.setText(translate("AskTranslation", "Ask for a translation"))
        into = translate("AskTranslation", "Into {language}")
        words = into.format(language=terms.language(self.of.language))
        if self.of.element is not None:
            words = f"{terms.element(self.of.element)} · {words}"
        give_tip(self, words)
        self.setAccessibleDescription(words)

    def _ask(self) -> None:
        self.asked.emit(self.of)


def request(number: str, lack: Untranslated) -> str:
    """The message to the secretariat, to be changed or sent as it is."""
    language = terms.language(lack.language)
    if lack.element is None:
        words = translate(
            "AskTranslation",
            "Please let me have case {number} in {language} as well: it is here in one language "
            "only.",
        )
        return words.format(number=number, language=language)
    words = translate(
        "AskTranslation",
        "Please let me have “{element}” of case {number} in {language} as well: this element is "
        "here in one language only.",
    )
    element = terms.element(lack.element)
    return words.format(number=number, language=language, element=element)
