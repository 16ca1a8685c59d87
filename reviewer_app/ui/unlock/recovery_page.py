"""Draws the way back in for who forgot the passphrase: ask, send, read out the code, open."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt

from reviewer_app.errors import WeakPassphrase, WrongPassphrase
from reviewer_app.ui.folders import FileChooser, TargetChooser, choose_files, choose_target
from reviewer_app.ui.kit.buttons import Button, Role
from reviewer_app.ui.kit.card import Card
from reviewer_app.ui.kit.fields import Field, PassphraseField
from reviewer_app.ui.kit.flow import Flow
from reviewer_app.ui.kit.hearing import hear_as
from reviewer_app.ui.kit.labels import Kind, Label
from reviewer_app.ui.told import tell, told_label
from reviewer_app.ui.unlock.help_page import HelpPage
from reviewer_app.ui.unlock.recovery_model import RecoveryModel, RecoveryState

translate = QCoreApplication.translate
REQUEST_NAME = "desk.recovery-request"


class RecoveryPage(HelpPage):
    """One card at a time: what is possible, the request, the answer."""

    def __init__(
        self,
        model: RecoveryModel,
        *,
        target: TargetChooser = choose_target,
        choose: FileChooser = choose_files,
    ) -> None:
        super().__init__(scrolling=True, narrow=True)
        self._model = model
        self._target = target
        self._choose = choose
        self._not_possible = Card()
        self._ask, self._answer = AskCard(), AnswerCard()
        self._told = told_label()
        for widget in (self._not_possible, self._answer, self._ask, self._told):
            self.content.addWidget(widget)
        self.content.addStretch(1)
        self.back_pressed.connect(self.give_up)
        self._ask.act.clicked.connect(self._save)
        self._answer.again.clicked.connect(self._save_again)
        self._answer.anew.clicked.connect(model.ask_anew)
        self._answer.act.clicked.connect(self._open)
        model.changed.connect(self._draw)
        model.opened.connect(self._tell_opened)
        self.built()
        model.look()

    def retranslate(self) -> None:
        """All words, in the language now in use."""
        self.set_heading(self.tr("Forgotten passphrase"))
        self.set_back(self.tr("Open your desk"))
        self._not_possible.set_heading(
            self.tr("Only your passphrase opens this desk."),
            self.tr(
                "Its key was not left with the programme, so nobody can open it for you. Try what "
                "else it may have been: another keyboard layout, capitals, a space. What the "
                "server has receipted is safe there. Ask the secretariat for a new invitation to "
                "go on with a new desk; this one stays as it is, should the passphrase come back "
                "to you."
            ),
        )
        self._ask.name()
        self._answer.name()
        self._draw(self._model.state)

    def _draw(self, state: RecoveryState) -> None:
        waits = state.asked is not None and not state.anew
        self._not_possible.setVisible(state.possible is False)
        self._ask.setVisible(bool(state.possible) and not waits)
        self._answer.setVisible(bool(state.possible) and waits)
        if state.asked is not None:
            self._answer.code.setText(state.asked.code)
        for button in (self._ask.act, self._answer.act, self._answer.again, self._answer.anew):
            button.setEnabled(not state.busy)
        on_field = isinstance(state.failure, WeakPassphrase | WrongPassphrase)
        self._field_errors(state)
        tell(self._told, None if on_field else state.failure, "")

    def _field_errors(self, state: RecoveryState) -> None:
        # the words for failures are loaded with the first one
        from reviewer_app.ui.wording import sentence_of

        weak, wrong = (
            sentence_of(state.failure).whole if isinstance(state.failure, kind) else ""
            for kind in (WeakPassphrase, WrongPassphrase)
        )
        self._ask.new.set_error(weak)
        self._answer.field.set_error(wrong)

    def _save(self) -> None:
        if self._ask.different():
            self._ask.again.set_error(self.tr("The two are different."))
            return
        self._ask.again.set_error("")
        path = self._target(self, self.tr("Save the request"), REQUEST_NAME)
        if path is not None:
            self._model.ask(self._ask.passphrase(), path)

    def _save_again(self) -> None:
        path = self._target(self, self.tr("Save the request"), REQUEST_NAME)
        if path is not None:
            self._model.save_again(path)

    def _open(self) -> None:
        paths: tuple[Path, ...] = self._choose(self, self.tr("The secretariat's answer"))
        if paths:
            self._model.open(paths[0], self._answer.passphrase())

    def _tell_opened(self, _nothing: None) -> None:
        self.left.emit(
            self.tr(
                "The desk opens with the new passphrase; everything you wrote is there. To sync, "
                "it then asks for a code from the secretariat."
            )
        )


class AskCard(Card):
    """The passphrase to come, twice, and the request."""

    def __init__(self) -> None:
        super().__init__()
        self._new, self._again = PassphraseField(hint=True), PassphraseField()
        self.new, self.again = Field(self._new), Field(self._again)
        self.act = Button(Role.ACCENT, "save")
        for field in (self.new, self.again):
            self.content.addWidget(field)
        self.content.addWidget(self.act, 0, Qt.AlignmentFlag.AlignLeft)

    def passphrase(self) -> str:
        """What was chosen."""
        return self._new.text()

    def different(self) -> bool:
        """Whether the second is another than the first."""
        return self._new.text() != self._again.text()

    def name(self) -> None:
        """All words, in the language now in use."""
        self.set_heading(
            translate("RecoveryPage", "Ask the secretariat"),
            translate(
                "RecoveryPage",
                "You agreed that the programme may help. Choose the passphrase that is to open the "
                "desk, save the request as a file, and send it to the secretariat.",
            ),
        )
        self.new.set_label(translate("RecoveryPage", "The new passphrase"))
        self.again.set_label(translate("RecoveryPage", "The new passphrase again"))
        self.act.setText(translate("RecoveryPage", "Save the request…"))


class AnswerCard(Card):
    """The code to read out, and the answer to open."""

    def __init__(self) -> None:
        super().__init__()
        self.code = Label(Kind.TITLE)
        hear_as(self.code, None)
        self.code.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._passphrase = PassphraseField()
        self.field = Field(self._passphrase)
        self.act = Button(Role.ACCENT, "file")
        self.again, self.anew = Button(Role.DEFAULT, "save"), Button(Role.QUIET)
        row = Flow()
        for button in (self.act, self.again, self.anew):
            row.add(button)
        self.content.addWidget(self.code)
        self.content.addWidget(self.field)
        self.content.addWidget(row)

    def passphrase(self) -> str:
        """The one that was chosen with the request."""
        return self._passphrase.text()

    def name(self) -> None:
        """All words, in the language now in use."""
        self.set_heading(
            translate("RecoveryPage", "The request is made"),
            translate(
                "RecoveryPage",
                "Send its file to the secretariat and read this code to them over the telephone, "
                "so that they know it is you. They send a file back: open it here.",
            ),
        )
        self.field.set_label(
            translate("RecoveryPage", "The passphrase that you chose with the request")
        )
        self.act.setText(translate("RecoveryPage", "Open the answer…"))
        self.again.setText(translate("RecoveryPage", "Save the request again…"))
        self.anew.setText(translate("RecoveryPage", "Another request"))
