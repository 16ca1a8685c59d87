"""Draws the hand-in screen: packets and their way, receipt, connection, syncs."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from reviewer_app.errors import (
    AnswerCutOff,
    Failure,
    NoConnection,
    NotOurServer,
    UntrustedCertificate,
)
from reviewer_app.services.rows import OutboxRow
from reviewer_app.ui.folders import FolderChooser, FolderOpener, choose_folder, open_folder
from reviewer_app.ui.handin import files_words, words
from reviewer_app.ui.handin.columns import packet_columns
from reviewer_app.ui.handin.connection_card import ConnectionCard
from reviewer_app.ui.handin.files_card import FilesCard
from reviewer_app.ui.handin.files_view_model import FilesState, FilesViewModel
from reviewer_app.ui.handin.history_card import HistoryCard
from reviewer_app.ui.handin.look_card import LookCard
from reviewer_app.ui.handin.receipt_card import ReceiptCard
from reviewer_app.ui.handin.state import HandInState, Part
from reviewer_app.ui.handin.view_model import HandInViewModel
from reviewer_app.ui.kit.banner import Message
from reviewer_app.ui.kit.buttons import Button, Role
from reviewer_app.ui.kit.card import EmptyState
from reviewer_app.ui.kit.chips import ChipRow
from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.kit.page import Page, UprightScroll
from reviewer_app.ui.kit.palette import Tone
from reviewer_app.ui.kit.panes import Panes
from reviewer_app.ui.kit.progress import ProgressCard
from reviewer_app.ui.kit.remember import Keeps
from reviewer_app.ui.kit.screens import Stack
from reviewer_app.ui.kit.table import Table
from reviewer_app.ui.syncing import SyncState
from reviewer_app.ui.wording import sentence

SIDE_PX = 300
_OF_THE_WAY = (NoConnection, UntrustedCertificate, NotOurServer, AnswerCutOff)


class HandInView(Page):
    """`choose` asks for a folder and `open_folder` shows one; tests answer in their place.

    `connection_wanted` when the person wants to know where the way to the server ends,
    `look_wanted` when they want to see their marks side by side.
    """

    connection_wanted: Event[None] = Event()
    look_wanted: Event[None] = Event()

    def __init__(
        self,
        view_model: HandInViewModel,
        files: FilesViewModel,
        *,
        keeps: Keeps | None = None,
        choose: FolderChooser = choose_folder,
        show_folder: FolderOpener = open_folder,
        files_card: FilesCard | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent=parent)
        self._model = view_model
        self._choose, self._show_folder = choose, show_folder
        self._syncing = view_model.syncing
        self._sync = Button(Role.ACCENT, "sync")
        self._save = Button(Role.DEFAULT, "save")
        self._menu = QMenu(self)
        self._all = self._menu.addAction("")
        self._some = self._menu.addAction("")
        self._act = ProgressCard()
        self._parts = ChipRow(exclusive=True)
        self._table = Table[OutboxRow](
            packet_columns(), lambda row: row.packet, name="packets", keeps=keeps
        )
        self._empty = EmptyState("upload")
        self._look = LookCard()
        self._receipt = ReceiptCard()
        self._files = files
        self._files_card = files_card or FilesCard(files)
        self._connection = ConnectionCard()
        self._history = HistoryCard()
        self._lay_out()
        self._connect()
        self.built()
        self._draw_sync(self._syncing.state)

    def retranslate(self) -> None:
        """Words that depend on nothing, then the state again."""
        self._sync.setText(self.tr("Sync now"))
        self._save.setText(self.tr("Save evidence…"))
        self._all.setText(self.tr("Of everything received…"))
        self._some.setText(self.tr("Of the selected cases…"))
        self._table.setAccessibleName(self.tr("Signed packets"))
        self._parts.setAccessibleName(self.tr("Which packets"))
        self._draw(self._model.state)

    def begin(self) -> None:
        """Let the keyboard begin at what comes next."""
        self._sync.setFocus()

    def _lay_out(self) -> None:
        self._save.setMenu(self._menu)
        self.add_action(self._save)
        self.add_action(self._sync)
        self._act.hide()
        self._left = Stack()
        self._left.add(self._table)
        self._left.add(self._empty)
        side = QWidget()
        side.setProperty("kit", "content")
        column = QVBoxLayout(side)
        column.setContentsMargins(4, 0, 4, 0)
        column.setSpacing(12)
        cards = (self._look, self._receipt, self._files_card, self._connection, self._history)
        for card in cards:
            column.addWidget(card)
        column.addStretch(1)
        panes = Panes(self._left, UprightScroll(side), shares=(10_000, SIDE_PX))
        self.content.addWidget(self._act)
        self.content.addWidget(self._parts)
        self.content.addWidget(panes, 1)

    def _connect(self) -> None:
        self._sync.clicked.connect(self._syncing.sync)
        self._act.cancelled.connect(self._syncing.cancel)
        self._menu.triggered.connect(self._save_evidence)
        self._parts.changed.connect(self._list_part)
        self._table.chosen.connect(self._choose_row)
        self._connection.asked.connect(self._diagnose)
        self._look.asked.connect(self.look_wanted.emit)
        self.banner.acted.connect(self._act_on)
        self.banner.dismissed.connect(self._dismiss)
        self._model.changed.connect(self._draw)
        self._syncing.changed.connect(self._draw_sync)
        self._files.changed.connect(self._draw_files)

    def _draw(self, state: HandInState) -> None:
        self.set_heading(self.tr("Hand-in"), words.summary(state))
        self._parts.set_chips(words.chips(state))
        self._parts.set_pressed([state.part])
        self._table.set_rows(state.listed)
        current = self._table.current()
        if state.chosen is not None and (current is None or current.packet != state.chosen):
            self._table.choose(state.chosen)
        self._left.show_page(self._table if state.listed else self._empty)
        self._empty.set_words(*words.nothing(state))
        self._save.setEnabled(bool(state.count(Part.ALL) - state.count(Part.HERE)))
        self._look.show_state(state)
        self._receipt.show_state(state)
        self._history.show_entries(self._syncing.history.entries)
        self._files_card.show_rows(state.rows)
        self._tell(state)

    def _draw_files(self, _state: FilesState) -> None:
        self._tell(self._model.state)

    def _draw_sync(self, state: SyncState) -> None:
        self._sync.setEnabled(not state.running)
        self._act.setVisible(state.running and state.act is not None)
        if state.act is not None:
            self._act.show_act(state.act)
        self._history.show_entries(self._syncing.history.entries)
        self._tell(self._model.state)

    def _tell(self, state: HandInState) -> None:
        sync = self._syncing.state
        by_file = files_words.told(self._files.state)
        failure = self._files.state.failure or state.failure
        if failure is None and by_file is None and not sync.running:
            failure = sync.failure
        if isinstance(failure, Failure):
            told = sentence(failure)
            action, key = "", "connection"
            if isinstance(failure, _OF_THE_WAY):
                action = self.tr("Find out why")
                if self._files.state.offered:
                    action, key = self.tr("Save hand-in file…"), files_words.OFFERED
            self.banner.show_message(
                Message(told.title, Tone.CARE, more=told.body, action=action, key=key)
            )
        elif by_file is not None:
            self.banner.show_message(by_file)
        elif state.evidence is not None:
            self.banner.show_message(words.saved_message(state.evidence))
        else:
            self.banner.show_message(Message(""))

    def _list_part(self, pressed: tuple[str, ...]) -> None:
        self._model.list_part(Part(pressed[0]))

    def _choose_row(self, row: OutboxRow) -> None:
        self._model.choose(row.packet)

    def _diagnose(self, _: None) -> None:
        self.connection_wanted.emit(None)

    def _save_evidence(self, act: QAction) -> None:
        chosen = {row.case for row in self._table.selected() if row.case is not None}
        cases = tuple(sorted(chosen)) if act is self._some else None
        folder = self._choose(self, self.tr("Save evidence into"))
        if folder is not None:
            self._model.save_evidence(folder, cases)

    def _act_on(self, message: Message) -> None:
        if message.key == "connection":
            self.connection_wanted.emit(None)
        if message.key == files_words.OFFERED:
            self._files_card.ask_target()
        evidence = self._model.state.evidence
        if message.key == "evidence" and evidence is not None:
            self._show_folder(Path(evidence.folder))
        saved = self._files.state.saved
        if message.key == files_words.FOLDER and saved is not None:
            self._show_folder(saved.path.parent)

    def _dismiss(self, _: Message) -> None:
        self._model.dismiss()
        self._files.dismiss()
