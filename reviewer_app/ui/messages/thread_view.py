"""One thread drawn: who wrote when, the sentence, the text in both languages, what can be done."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from review_protocol.documents.notice import Notice, NoticeKind
from reviewer_app.ui.kit.buttons import Button, Role
from reviewer_app.ui.kit.card import Card
from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.kit.i18n import Retranslating
from reviewer_app.ui.kit.labels import Kind, Label, line
from reviewer_app.ui.kit.palette import Tone
from reviewer_app.ui.messages import words
from reviewer_app.ui.messages.state import Thread

_SELECTABLE = (
    Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
)


class ThreadView(Retranslating, QWidget):
    """Draws a thread; its texts can be selected, and copied as a whole."""

    differences_wanted = Event(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._thread: Thread | None = None
        self._zone = "UTC"
        self._card = Card()
        self._copy = Button(Role.DEFAULT, "copy")
        self._changes = Button(Role.DEFAULT)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self._changes)
        buttons.addWidget(self._copy)
        buttons.addStretch(1)
        self._texts = QVBoxLayout()
        self._texts.setSpacing(8)
        self._card.content.addLayout(self._texts)
        self._card.content.addLayout(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 0, 4, 0)
        column.addWidget(self._card)
        column.addStretch(1)
        self._copy.clicked.connect(self._copy_texts)
        self._changes.clicked.connect(self._want_differences)
        self.built()

    def show_thread(self, thread: Thread | None, zone: str) -> None:
        """Draw this thread; nothing where there is none."""
        if (thread, zone) != (self._thread, self._zone):
            self._thread, self._zone = thread, zone
            self.retranslate()

    def retranslate(self) -> None:
        """All of it again, in the language in use."""
        self._copy.setText(self.tr("Copy text"))
        self._changes.setText(self.tr("See what changed"))
        thread = self._thread
        self._card.setVisible(thread is not None)
        self._empty()
        if thread is None:
            return
        self._card.set_heading(words.title(thread), thread.case or "")
        if thread.question is not None:
            self._add(Kind.MUTED, words.asked(thread.question))
            self._add_text(thread.question.text)
        for place, row in enumerate(thread.notices):
            if place or thread.question is not None:
                self._texts.addWidget(line())
            self._add_notice(row.notice)
        if thread.question is not None and not thread.notices:
            self._add(Kind.MUTED, self.tr("No answer yet. It comes here with a sync."))
        self._changes.setVisible(self._corrected_case() is not None)

    def _add_notice(self, notice: Notice) -> None:
        self._add(Kind.MUTED, words.when(notice))
        said = words.sentence(notice, self._zone)
        if said:
            self._add(Kind.BODY, said)
        for text in (words.own_text(notice), words.other_text(notice)):
            if text:
                self._add_text(text)

    def _add_text(self, text: str) -> None:
        label = self._add(Kind.BODY, text)
        label.setTextInteractionFlags(_SELECTABLE)
        warning = words.hidden(text)
        if warning:
            self._add(Kind.SMALL, warning).set_tone(Tone.CARE)

    def _add(self, kind: Kind, text: str) -> Label:
        label = Label(kind, text)
        self._texts.addWidget(label)
        label.show()  # at once: the layout would show it a moment later
        return label

    def _empty(self) -> None:
        while (item := self._texts.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def _corrected_case(self) -> str | None:
        for row in () if self._thread is None else self._thread.notices:
            if row.notice.about is NoticeKind.CASE_CORRECTED:
                return row.notice.case
        return None

    def _copy_texts(self) -> None:
        found = self.findChildren(Label)
        texts = [each.text() for each in found if not each.isHidden() and each.text()]
        QGuiApplication.clipboard().setText("\n\n".join(texts))

    def _want_differences(self) -> None:
        case = self._corrected_case()
        if case is not None:
            self.differences_wanted.emit(case)
