"""Draws one's computers: each matter that needs a word is a card with a sentence and a button."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from reviewer_app.services.device_rows import DeviceAnswer, DeviceLine, DevicesLook, Listed
from reviewer_app.ui.device_words import named, restored
from reviewer_app.ui.devices import words
from reviewer_app.ui.devices.held_card import HeldCard
from reviewer_app.ui.devices.parts import emptied, spaced
from reviewer_app.ui.devices.record_card import RecordCard
from reviewer_app.ui.devices.state import DevicesState
from reviewer_app.ui.devices.stranger import StrangerBox
from reviewer_app.ui.devices.versions import VersionsBox
from reviewer_app.ui.devices.view_model import DevicesModel
from reviewer_app.ui.folders import FolderChooser, choose_folder
from reviewer_app.ui.kit.banner import Message
from reviewer_app.ui.kit.buttons import Button, Role
from reviewer_app.ui.kit.card import Card
from reviewer_app.ui.kit.labels import Kind, Label, line
from reviewer_app.ui.kit.page import Page
from reviewer_app.ui.kit.palette import Tone
from reviewer_app.ui.six_words import SixWordsCard
from reviewer_app.ui.wording import sentence_of


class DevicesView(Page):
    """Cards that have nothing to say are not there. `choose` asks for a folder."""

    def __init__(
        self, model: DevicesModel, *cards: QWidget, choose: FolderChooser = choose_folder
    ) -> None:
        """`cards` are of matters of their own, below the others."""
        super().__init__(scrolling=True, narrow=True)
        self._model = model
        self._choose = choose
        self._own = cards
        self._strangers, self._doubles = Card(), Card()
        self._held, self._six_words = HeldCard(model), SixWordsCard()
        self._record = RecordCard(model, choose)
        self._again, self._split, self._restored, self._list = Card(), Card(), Card(), Card()
        self._sign = Button(Role.ACCENT)
        self._save = Button(Role.ACCENT, "save")
        self._understood = Button(Role.DEFAULT)
        self._lay_out()
        self._sign.clicked.connect(self._press_sign)
        self._save.clicked.connect(self._press_save)
        self._understood.clicked.connect(self._press_understood)
        model.changed.connect(self._draw)
        self.built()

    def retranslate(self) -> None:
        """All words, in the language now in use."""
        self.set_back(self.tr("Preferences"))
        self.set_heading(
            self.tr("Your computers"), self.tr("Whatever is signed in your name is listed here.")
        )
        self._sign.setText(self.tr("Sign again"))
        self._save.setText(self.tr("Save both records…"))
        self._understood.setText(self.tr("Understood"))
        self._strangers.set_heading(self.tr("Is this computer yours?"))
        self._doubles.set_heading(
            self.tr("Scored twice"),
            self.tr(
                "These cases were scored on two of your computers. Which score should count? "
                "The other is kept, and does not count."
            ),
        )
        self._again.set_heading(
            self.tr("A copy of this desk"),
            self.tr(
                "What you signed here was also numbered by a copy of this desk, on another disk or "
                "from a backup, so the server held it. This computer now goes on under a number of "
                "its own. If the copy is not yours, tell the secretariat."
            ),
        )
        self._split.set_heading(
            self.tr("The server's record contradicts itself"),
            self.tr(
                "What it shows now does not go on from what this computer saw before, so nothing "
                "is sent. Save both records and give them to the secretariat."
            ),
        )
        self._list.set_heading(self.tr("All computers"))
        self._draw(self._model.state)

    def _lay_out(self) -> None:
        self._again.add_action(self._sign)
        self._split.add_action(self._save)
        self._restored.add_action(self._understood)
        for card in self._cards():
            card.hide()
            self.content.addWidget(card)
        for card in self._own:
            self.content.addWidget(card)
        self.content.addStretch(1)

    def _cards(self) -> tuple[QWidget, ...]:
        return (
            self._split,
            self._record,
            self._strangers,
            self._held,
            self._doubles,
            self._again,
            self._restored,
            self._six_words,
            self._list,
        )

    def _draw(self, state: DevicesState) -> None:
        look = state.look
        self._tell(state)
        if look is None:
            return
        self._draw_strangers(look, state)
        self._held.show_held(state)
        self._record.show_record(state)
        self._draw_doubles(look, state)
        self._draw_again(look, state)
        self._split.setVisible(look.split)
        self._save.setEnabled(not state.busy)
        self._restored.setVisible(look.restored is not None)
        self._restored.set_heading(self.tr("The server was restored"), restored(look.restored or 0))
        self._six_words.setVisible(look.words is not None)
        if look.words is not None:
            self._six_words.show_words(look.words)
        self._draw_list(look)

    def _draw_strangers(self, look: DevicesLook, state: DevicesState) -> None:
        shown = [
            each
            for each in look.devices
            if each.is_stranger or (each.answer is DeviceAnswer.NOT_MINE and _in_use(each))
        ]
        self._strangers.setVisible(bool(shown))
        emptied(self._strangers.content)
        for device in shown:
            self._strangers.content.addWidget(StrangerBox(self._model, device, state))

    def _draw_doubles(self, look: DevicesLook, state: DevicesState) -> None:
        self._doubles.setVisible(bool(look.doubles))
        emptied(self._doubles.content)
        for place, double in enumerate(look.doubles):
            if place:
                self._doubles.content.addWidget(line())
            self._doubles.content.addWidget(VersionsBox(self._model, double, state))

    def _draw_again(self, look: DevicesLook, state: DevicesState) -> None:
        self._again.setVisible(bool(look.again))
        self._sign.setEnabled(not state.busy)
        emptied(self._again.content)
        for each in look.again:
            self._again.content.addWidget(Label(Kind.BODY, words.what(each)))
            self._again.content.addWidget(Label(Kind.MUTED, words.where(each)))

    def _draw_list(self, look: DevicesLook) -> None:
        self._list.setVisible(bool(look.devices))
        emptied(self._list.content)
        for device in look.devices:
            self._list.content.addWidget(_listed(device))
        self._list.content.addWidget(Label(Kind.MUTED, words.record_read(look.record)))

    def _tell(self, state: DevicesState) -> None:
        if state.failure is not None:
            told = sentence_of(state.failure)
            self.banner.show_message(Message(told.title, Tone.CARE, more=told.body))
        elif state.saved:
            said = self.tr("Saved in {folder}").format(folder=state.saved)
            self.banner.show_message(Message(said, Tone.GOOD))
        else:
            self.banner.show_message(Message(""))

    def _press_sign(self) -> None:
        self._model.sign_again()

    def _press_understood(self) -> None:
        self._model.understood()

    def _press_save(self) -> None:
        folder = self._choose(self, self.tr("Save both records into"))
        if folder is not None:
            self._model.save(folder, split=True)


def _in_use(device: DeviceLine) -> bool:
    return device.name is not None or device.listed is Listed.LEFT_OUT


def _listed(device: DeviceLine) -> QWidget:
    """A computer: its name, and what is known of it."""
    box = QWidget()
    column = QVBoxLayout(box)
    spaced(column, 2)
    column.addWidget(Label(Kind.STRONG, named(device)))
    column.addWidget(Label(Kind.MUTED, words.about(device)))
    return box
