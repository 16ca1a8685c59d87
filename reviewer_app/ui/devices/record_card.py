"""What contradicts the server's record as this computer has read it: a sentence and a button."""

from __future__ import annotations

from reviewer_app.ui.devices import words
from reviewer_app.ui.devices.state import DevicesState
from reviewer_app.ui.devices.view_model import DevicesModel
from reviewer_app.ui.folders import FolderChooser
from reviewer_app.ui.kit.buttons import Button, Role
from reviewer_app.ui.kit.card import Card
from reviewer_app.ui.kit.i18n import Retranslating


class RecordCard(Retranslating, Card):
    """Not there where nothing contradicts it. `choose` asks for a folder."""

    def __init__(self, model: DevicesModel, choose: FolderChooser) -> None:
        super().__init__()
        self._model = model
        self._choose = choose
        self._save = Button(Role.ACCENT, "save")
        self.add_action(self._save)
        self._save.clicked.connect(self._press_save)
        self.retranslate()

    def retranslate(self) -> None:
        """The button's word; the head is drawn with what there is to say."""
        self._save.setText(self.tr("Save the evidence…"))
        self.show_record(self._model.state)

    def show_record(self, state: DevicesState) -> None:
        """Draw what contradicts the record."""
        record = None if state.look is None else state.look.record
        shown = record is not None and (record.unfit or record.contradicting > 0)
        self.setVisible(shown)
        self._save.setEnabled(not state.busy)
        if record is not None and shown:
            self.set_heading(self.tr("The server's record"), words.contradicted(record))

    def _press_save(self) -> None:
        folder = self._choose(self, self.tr("Save the evidence into"))
        if folder is not None:
            self._model.save(folder, split=False)
