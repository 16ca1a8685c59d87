"""Above each pane: which language, whether it is the original, its size and its letters."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from review_protocol.documents.text import Language
from reviewer_app.ui.kit.buttons import IconButton
from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.kit.flow import EvenLayout
from reviewer_app.ui.kit.fonts import READING_PX
from reviewer_app.ui.kit.i18n import Retranslating
from reviewer_app.ui.kit.labels import ElidedLabel, Kind
from reviewer_app.ui.reading.ask_translation import AskTranslation, Untranslated
from reviewer_app.ui.reading.handled_text import Resized
from reviewer_app.ui.reading.pane import ReadingPane

HEAD_PX = 208
"""A head with its name in full; in less room heads stand one below the other."""
_NAMES = {Language.ZH: "中文", Language.EN: "English"}


class PaneColumn(Retranslating, QWidget):
    """A pane with its header, in which each of its languages has a name and its sizes."""

    def __init__(
        self, pane: ReadingPane, languages: tuple[Language, ...], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.pane = pane
        self._case = ""
        self.heads = {language: Head(language) for language in languages}
        above = QWidget()
        row = EvenLayout(above, least=HEAD_PX)
        row.setContentsMargins(12, 0, 0, 0)
        for head in self.heads.values():
            row.addWidget(head)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(above)
        column.addWidget(pane, 1)
        self.setMinimumWidth(180)
        if len(languages) == 1:
            pane.setLocale(QLocale(languages[0].value))  # in which it is to be spoken
        self.built()

    def name_case(self, number: str) -> None:
        """Say of which case the text is, for screen readers."""
        if number != self._case:
            self._case = number
            self.retranslate()

    def retranslate(self) -> None:
        """The pane's name for screen readers."""
        if len(self.heads) > 1:
            name = self.tr("Chinese and English text of {case}")
        elif Language.ZH in self.heads:
            name = self.tr("Chinese text of {case}")
        else:
            name = self.tr("English text of {case}")
        self.pane.setAccessibleName(name.format(case=self._case))


class Head(Retranslating, QWidget):
    """A language's own name and the buttons for its letters; `faces` asks for their choice, `ask`
    for the other language where the case has only this one."""

    resized = Event(Resized)
    faces = Event(Language)

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._original = False
        self._name = ElidedLabel("", Kind.SMALL)
        self._name.setMinimumWidth(28)
        self._name.setLocale(QLocale(language.value))
        self.ask = AskTranslation(Untranslated(language.other))
        self.ask.hide()
        self.letters = IconButton("letters", px=16)
        self.smaller = IconButton("minus", px=16)
        self.larger = IconButton("plus", px=16)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._name, 1)
        row.addWidget(self.ask)
        for button in (self.letters, self.smaller, self.larger):
            row.addWidget(button)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Tab goes on to the other pane
        self.letters.clicked.connect(self._ask)
        self.smaller.clicked.connect(self._shrink)
        self.larger.clicked.connect(self._grow)
        self.built()

    def set_original(self, *, original: bool) -> None:
        """Say whether the applicant names this version as the original."""
        self._original = original
        self.retranslate()

    def set_size(self, px: int) -> None:
        """At an end of the sizes there is no way on."""
        self.smaller.setEnabled(px > READING_PX[0])
        self.larger.setEnabled(px < READING_PX[1])

    def retranslate(self) -> None:
        """The language's own name, and our words."""
        name = _NAMES[self._language]
        original = self.tr("{language} · original").format(language=name)
        self._name.set_text(original if self._original else name)
        self.letters.set_word(self.tr("Letters of this language"), "Ctrl+T")
        self.smaller.set_word(self.tr("Smaller text"), "Ctrl+−")
        self.larger.set_word(self.tr("Larger text"), "Ctrl++")

    def _ask(self) -> None:
        self.faces.emit(self._language)

    def _shrink(self) -> None:
        self.resized.emit(Resized(self._language, -1))

    def _grow(self) -> None:
        self.resized.emit(Resized(self._language, 1))
