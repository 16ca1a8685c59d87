"""Draws the lock: one field, one button, and what is wrong in its place."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout

from reviewer_app.ui.kit.banner import Banner, Message
from reviewer_app.ui.kit.buttons import Button, Role
from reviewer_app.ui.kit.card import Card
from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.kit.fields import Field, PassphraseField
from reviewer_app.ui.kit.fold import Fold
from reviewer_app.ui.kit.i18n import Retranslating
from reviewer_app.ui.kit.labels import Ground, Kind, Label
from reviewer_app.ui.kit.palette import Tone
from reviewer_app.ui.kit.stylesheet import scaled
from reviewer_app.ui.locked import Locked, Why
from reviewer_app.ui.unlock.state import Help, UnlockState
from reviewer_app.ui.unlock.view_model import UnlockViewModel

CARD_PX = 440


class UnlockView(Retranslating, Ground):
    """A card in the middle of an empty window; `helped` asks for a way where it does not open."""

    helped = Event(Help)

    def __init__(self, model: UnlockViewModel) -> None:
        super().__init__("window")
        self._model = model
        self._passphrase = PassphraseField()
        self._field = Field(self._passphrase)
        self._banner = Banner()
        self._moving = QProgressBar()
        self._moving.setRange(0, 0)
        self._moving.setTextVisible(False)
        self._told = Label(Kind.BODY)
        self._open = Button(Role.ACCENT, "unlock")
        self._forgotten, self._help = Button(Role.LINK), Button(Role.DEFAULT, "undo")
        self._card = Card()
        self._card.lead()
        self._lay_out()
        self._passphrase.entered.connect(self._enter)
        self._open.clicked.connect(self._try)
        self._forgotten.clicked.connect(self._forgot)
        self._help.clicked.connect(self._ask_help)
        model.changed.connect(self._draw)
        self.built()

    def _lay_out(self) -> None:
        self._card.setMaximumWidth(scaled(CARD_PX))
        self._card.content.addWidget(self._banner)
        self._card.content.addWidget(self._help, 0, Qt.AlignmentFlag.AlignLeft)
        self._card.content.addWidget(self._told)
        self._card.content.addWidget(self._moving)
        self._card.content.addWidget(self._field)
        self._card.content.addWidget(Fold(self._forgotten, self._open))
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(self._card, 100)
        middle.addStretch(1)
        column = QVBoxLayout(self)
        column.addStretch(2)
        column.addLayout(middle)
        column.addStretch(3)

    def retranslate(self) -> None:
        """All words, in the language now in use."""
        self._moving.setAccessibleName(self.tr("Opening…"))
        self._field.set_label(self.tr("Passphrase"))
        self._open.setText(self.tr("Open"))
        self._forgotten.setText(self.tr("Passphrase forgotten?"))
        self._draw(self._model.state)

    def focus_field(self) -> None:
        """Let the person type at once."""
        self._passphrase.setFocus(Qt.FocusReason.OtherFocusReason)

    def passphrase(self) -> str:
        """What stands in the field."""
        return self._passphrase.text()

    def forget(self) -> None:
        """Take the passphrase out of the field."""
        self._passphrase.clear()

    def _enter(self, _nothing: None) -> None:
        self._try()

    def _try(self) -> None:
        self._model.unlock(self._passphrase.text())

    def _forgot(self) -> None:
        self.helped.emit(Help.RECOVER)

    def _ask_help(self) -> None:
        if self._model.state.help is not None:
            self.helped.emit(self._model.state.help)

    def _draw(self, state: UnlockState) -> None:
        self._card.set_heading(self.tr("Open your desk"), self._about(state))
        told = state.told or self._told_words(state.locked)
        self._told.setText(told)
        self._told.setVisible(bool(told))
        self._moving.setVisible(state.recalling)
        said = None
        if state.failure is not None:
            # the words for failures are loaded with the first one
            from reviewer_app.ui.wording import sentence_of

            said = sentence_of(state.failure)
        self._field.set_error(said.whole if said is not None and state.wrong else "")
        message = Message("")
        if said is not None and not state.wrong:
            message = Message(said.title, Tone.BAD, said.body, dismissible=False)
        self._banner.show_message(message)
        self._help.setText(self._help_words(state.help))
        self._help.setVisible(state.help is not None)
        can_type = not state.refused and not state.recalling
        arrived = can_type and self._field.isHidden()
        self._field.setVisible(can_type)
        self._open.setVisible(can_type)
        self._forgotten.setVisible(can_type)
        self._open.setEnabled(not state.busy)
        self._open.setText(self.tr("Opening…") if state.opening else self.tr("Open"))
        if state.wrong or arrived:
            self.focus_field()

    def _about(self, state: UnlockState) -> str:
        if state.recalling:
            return self.tr("This computer's keyring is asked for its copy of the key.")
        if state.locked is None:
            return self.tr(
                "The cases and your scores on this computer are locked with your passphrase."
            )
        locked = state.locked
        if locked.why is Why.IDLE:
            words = self.tr(
                "Locked after {count} minutes without a key or a movement. What you typed is "
                "kept; nothing is sent until you open the desk."
            )
            return words.format(count=locked.minutes)
        if locked.why is Why.SLEPT:
            return self.tr(
                "Locked because this computer was asleep. What you typed is kept; nothing is sent "
                "until you open the desk."
            )
        return self.tr("Locked. What you typed is kept; nothing is sent until you open the desk.")

    def _help_words(self, way: Help | None) -> str:
        words = {
            Help.RESTORE: self.tr("Restore a backup…"),
            Help.RECOVER: self.tr("Ask for help…"),
        }
        return "" if way is None else words[way]

    def _told_words(self, locked: Locked | None) -> str:
        if locked is None:
            return ""
        if locked.told or not locked.stopped:
            return locked.told
        words = self.tr("Stopped by the lock, and to be started again: {acts}")
        return words.format(acts=self.tr(", ").join(locked.stopped))
