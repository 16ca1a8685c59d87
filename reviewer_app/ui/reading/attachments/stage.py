"""What shows the open file: its pages, or plain words, or why it is not shown; and what is
selected and marked there."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QWidget

from review_protocol.documents.case_files import AnyFile
from review_protocol.documents.file_quotes import FileQuote
from review_protocol.documents.score import Answers, CriterionCode
from reviewer_app.reading.page_text import cut_out
from reviewer_app.reading.unseen import spelled_out
from reviewer_app.ui.kit.card import EmptyState
from reviewer_app.ui.kit.i18n import Retranslating
from reviewer_app.ui.reading.attachments.empty import notice_of
from reviewer_app.ui.reading.attachments.pages import Pages
from reviewer_app.ui.reading.attachments.quoting import (
    hit_mark,
    hit_marks,
    is_of,
    quote_marks,
    quote_of,
    shown_quote,
)
from reviewer_app.ui.reading.attachments.state import FileState
from reviewer_app.ui.reading.attachments.words_note import note_of
from reviewer_app.ui.reading.attachments.words_view import WordsView

NO_ANSWERS = Answers()


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of a text file and the line in which they begin, counted from 1."""

    file: AnyFile
    line: int
    exact: str


class FileStage(Retranslating, QStackedWidget):
    """Draws a state and the quotes of a sheet; words are selected in pages or in their text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = FileState()
        self._answers = NO_ANSWERS
        self.pages = Pages()
        self.words = WordsView()
        self.empty = EmptyState("pdf")
        for widget in (self.empty, self.pages, self.words):
            self.addWidget(widget)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # the file comes to it when it is open
        self.pages.horizontalScrollBar().valueChanged.connect(self._mark)
        self.pages.verticalScrollBar().valueChanged.connect(self._mark)
        self.built()

    def retranslate(self) -> None:
        """Words of the viewer."""
        self.pages.setAccessibleName(self.tr("Pages"))
        self.show_state(self._state)

    def show_state(self, state: FileState) -> None:
        """Draw a file."""
        before, self._state = self._state, state
        inside = self._has_focus()
        if state.pages != before.pages or (state.pages and state.file != before.file):
            self.pages.show_file(state.pages, state.start)
        self._draw_words()
        if state.words is not None or (state.pages and state.plain):
            self.setCurrentWidget(self.words)
        else:
            self.setCurrentWidget(self.pages if state.pages else self.empty)
        if self.currentWidget() is self.empty:
            notice = notice_of(state)
            self.empty.set_words(notice.heading, notice.sentence, notice.action)
            self.setAccessibleName(f"{notice.heading} {notice.sentence}".strip())
        if inside:
            self.take_focus()
        self._mark()
        if state.find.shown != before.find.shown:
            self.go_to_hit()

    def show_answers(self, answers: Answers) -> None:
        """Draw the quotes of a sheet."""
        self._answers = answers
        self._mark()

    def refresh(self) -> None:
        """The text of a page came."""
        self._draw_words()
        self._mark()

    def quote(self, criterion: CriterionCode) -> FileQuote | None:
        """The selected words of a page as evidence; None where none are, or not of a page."""
        file, index = self._state.file, self._state.reading
        if file is None or not self._state.pages:
            return None
        if self._state.plain:
            text, span = self.pages.text_of(index), self.words.span()
            cut = None if text is None or span is None else cut_out(text, *span)
        else:
            cut = self.pages.cut()
            index = self.pages.selection.index if self.pages.selection else index
        return None if cut is None else quote_of(file, index, cut, criterion)

    def passage(self) -> Passage | None:
        """The selected words of a text file, hidden marks written out; None where none are."""
        file, words, span = self._state.file, self._state.words, self.words.span()
        if file is None or words is None or span is None:
            return None
        exact = spelled_out(words.text[slice(*span)]).strip()
        line = words.text.count("\n", 0, span[0]) + 1
        return Passage(file, line, exact) if exact else None

    def copy(self) -> None:
        """Put the selected words into the clipboard."""
        if self.currentWidget() is self.words:
            self.words.text.copy()
        else:
            self.pages.copy()

    def deselect(self) -> None:
        """Let go of what is selected."""
        self.pages.select(None)
        cursor = self.words.text.textCursor()
        cursor.clearSelection()
        self.words.text.setTextCursor(cursor)

    def take_focus(self) -> None:
        """The keys go to the file, or while it is not shown to the place where it will be."""
        shown = self.currentWidget()
        aims: dict[QWidget | None, QWidget] = {
            self.words: self.words.text,
            self.pages: self.pages,
        }
        aim = aims.get(shown, self)
        if not aim.hasFocus():
            aim.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def go_to_quote(self, quote: FileQuote) -> bool:
        """Bring a quote into sight; False where the open file is another one."""
        file = self._state.file
        if file is None or not is_of(quote, file, len(self._state.pages)):
            return False
        self.pages.reveal(shown_quote(quote))
        return True

    def go_to_hit(self) -> None:
        """Bring the hit that is shown into sight: its page at once, its place when it is known."""
        hit = self._state.find.shown
        if hit is None:
            return
        if self._state.words is not None:
            self.words.reveal(hit.start, hit.end)
            return
        mark = hit_mark(hit, self.pages, shown=True)
        if mark is not None:
            self.pages.reveal(mark)
        elif hit.index != self.pages.page:
            self.pages.go_to(hit.index)

    def _has_focus(self) -> bool:
        focused = self.window().focusWidget()
        return focused is not None and (focused is self or self.isAncestorOf(focused))

    def _draw_words(self) -> None:
        state = self._state
        if state.file is None:
            return
        if state.words is not None:
            self.words.show_text(state.words.text, state.file.language, note_of(state.words))
        elif state.plain and state.pages:
            text = self.pages.text_of(state.reading)
            none = self.tr("This page has no words that can be read: it may be a picture.")
            note = none if text is not None and not text.text.strip() else ""
            self.words.show_text("" if text is None else text.text, state.file.language, note)

    def _mark(self) -> None:
        file, pages = self._state.file, self.pages
        if file is None or not self._state.pages:
            pages.show_others(())
            return
        near = range(max(0, pages.page - 1), pages.page + 3)
        quotes = quote_marks(self._answers, file, len(self._state.pages))
        pages.show_others((*quotes, *hit_marks(self._state.find, pages, near)))
