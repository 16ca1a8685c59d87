"""Draws the messages screen: the list left, the chosen thread right, asking at the top."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QWidget

from reviewer_app.ui import dates
from reviewer_app.ui.kit.banner import Message
from reviewer_app.ui.kit.buttons import Button, Role
from reviewer_app.ui.kit.card import EmptyState
from reviewer_app.ui.kit.columns import Align, Column
from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.kit.page import Page, UprightScroll
from reviewer_app.ui.kit.panes import Panes
from reviewer_app.ui.kit.remember import Keeps
from reviewer_app.ui.kit.screens import Stack
from reviewer_app.ui.kit.shapes import Shape
from reviewer_app.ui.kit.table import Table
from reviewer_app.ui.messages import words
from reviewer_app.ui.messages.ask_dialog import AskDialog, Questioned
from reviewer_app.ui.messages.state import MessagesState, Thread
from reviewer_app.ui.messages.thread_view import ThreadView
from reviewer_app.ui.messages.view_model import MessagesModel

translate = QCoreApplication.translate
LIST_PX, THREAD_PX = 400, 520


class MessagesView(Page):
    """What the secretariat told, and what was asked."""

    differences_wanted = Event(str)
    sync_wanted: Event[None] = Event()

    def __init__(
        self,
        view_model: MessagesModel,
        *,
        keeps: Keeps | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent=parent)
        self._model = view_model
        self._ask = Button(Role.ACCENT, "pen")
        self._table = Table[Thread](
            _columns(), lambda thread: thread.key, name="messages", keeps=keeps
        )
        self._empty = EmptyState("note")
        self._thread = ThreadView()
        self._lay_out()
        self._ask.clicked.connect(self._open_dialog)
        self._table.chosen.connect(self._choose)
        self._thread.differences_wanted.connect(self.differences_wanted.emit)
        self._empty.acted.connect(self._ask_from_empty)
        self.banner.acted.connect(self._act)
        self.banner.dismissed.connect(self._dismiss)
        view_model.changed.connect(self._draw)
        self.built()

    def retranslate(self) -> None:
        """Words that depend on nothing, then the state again."""
        self._ask.setText(self.tr("Ask the secretariat…"))
        self._table.setAccessibleName(self.tr("Messages"))
        self._empty.set_words(
            self.tr("No messages yet"),
            self.tr(
                "What the secretariat tells you comes here with a sync or in a file: corrected "
                "cases, new deadlines, answers to your questions."
            ),
            self.tr("Ask the secretariat…"),
        )
        self._draw(self._model.state)

    def begin(self) -> None:
        """Let the keyboard begin in the list."""
        self._table.setFocus(Qt.FocusReason.OtherFocusReason)

    def ask(self, case: str | None, written: str = "") -> None:
        """Ask in a dialogue, beginning with this case and these words."""
        dialog = AskDialog(self._model.state.cases, case, self, written)
        dialog.questioned.connect(self._questioned)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _lay_out(self) -> None:
        self.add_action(self._ask)
        panes = Panes(
            self._table,
            UprightScroll(self._thread),
            shares=(LIST_PX, THREAD_PX),
            stretch=(2, 3),
        )
        self._panes, self._middle = panes, Stack()
        self._middle.add(panes)
        self._middle.add(self._empty)
        self.content.addWidget(self._middle, 1)

    def _draw(self, state: MessagesState) -> None:
        self.set_heading(self.tr("Messages"), words.summary(state))
        self._table.set_rows(state.threads)
        if state.chosen is not None:
            self._table.choose(state.chosen)
        nothing = state.is_loaded and not state.threads
        self._middle.show_page(self._empty if nothing else self._panes)
        self._ask.setVisible(not nothing)
        self._thread.show_thread(state.thread, state.zone)
        self.banner.show_message(words.message(state))

    def _choose(self, thread: Thread) -> None:
        self._model.choose(thread.key)

    def _open_dialog(self) -> None:
        thread = self._model.state.thread
        self.ask(None if thread is None else thread.case)

    def _ask_from_empty(self, _nothing: None) -> None:
        self.ask(None)

    def _questioned(self, given: Questioned) -> None:
        self._model.ask(given.text, given.case)

    def _act(self, message: Message) -> None:
        if message.key == words.SYNC:
            self.sync_wanted.emit(None)
            self._model.dismiss()

    def _dismiss(self, _: Message) -> None:
        self._model.dismiss()


def _columns() -> tuple[Column[Thread], ...]:
    return (
        Column(
            "what",
            lambda: translate("MessagesView", "Message"),
            words.listed,
            detail=words.below,
            shape=lambda thread: Shape.TODO if thread.is_new else Shape.DONE,
            width=260,
            stretch=True,
        ),
        Column(
            "when",
            lambda: translate("MessagesView", "When"),
            lambda thread: dates.time_or_day(thread.at),
            align=Align.RIGHT,
            width=152,
        ),
    )
