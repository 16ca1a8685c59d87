"""The six words of this computer on a card: each in one's own language, the other below it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QGridLayout, QVBoxLayout

from review_protocol.device_words import DeviceWord
from review_protocol.documents.text import Language
from reviewer_app.services.six_words import SixWordsLook
from reviewer_app.ui import terms
from reviewer_app.ui.kit.card import Card
from reviewer_app.ui.kit.hearing import hear_as
from reviewer_app.ui.kit.labels import Kind, Label

translate = QCoreApplication.translate
_COLUMNS = 3


def both(word: DeviceWord) -> tuple[str, str]:
    """A word in the interface's language, and in the other."""
    own = (word.zh, word.en)
    return own if terms.interface_language() is Language.ZH else own[::-1]


def in_a_line(look: SixWordsLook) -> str:
    """The six words in the interface's language."""
    return " · ".join(both(word)[0] for word in look.words)


class SixWordsCard(Card):
    """Says whom to call where the words are awaited; else only what they are for."""

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(24)
        self._grid.setVerticalSpacing(12)
        self._cells = [(Label(Kind.HEADING), Label(Kind.MUTED)) for _ in range(2 * _COLUMNS)]
        for place, (own, other) in enumerate(self._cells):
            hear_as(own, None)
            cell = QVBoxLayout()
            cell.setSpacing(0)
            cell.addWidget(own)
            cell.addWidget(other)
            self._grid.addLayout(cell, place // _COLUMNS, place % _COLUMNS)
        self._after = Label(Kind.MUTED)
        self.content.addLayout(self._grid)
        self.content.addWidget(self._after)

    def show_words(self, look: SixWordsLook) -> None:
        """Draw them, in the language now in use."""
        for place, (word, (own, other)) in enumerate(zip(look.words, self._cells, strict=True)):
            first, second = both(word)
            own.setText(f"{place + 1}  {first}")
            other.setText(second)
        self.set_heading(heading(look), _whom(look) if look.awaited else "")
        self._after.setText(after(look))
        self.setAccessibleName(f"{heading(look)} {in_a_line(look)}")


def heading(look: SixWordsLook) -> str:
    """What to do with them."""
    if look.awaited:
        return translate("SixWords", "Call the secretariat and read these six words")
    return translate("SixWords", "The six words of this computer")


def after(look: SixWordsLook) -> str:
    """What follows from reading them."""
    if look.awaited:
        return translate(
            "SixWords",
            "Then the texts of your cases come at the next sync. Everything else works already.",
        )
    return translate(
        "SixWords",
        "They stand for the keys of this computer. Read them only to the secretariat, and only "
        "where it asks for them.",
    )


def _whom(look: SixWordsLook) -> str:
    """The secretariat's name and telephone; without one, where to write."""
    if look.secretariat is None:
        return ""
    reached = look.secretariat.telephone or look.secretariat.email
    return f"{terms.own(look.secretariat.name)} · {reached}"
