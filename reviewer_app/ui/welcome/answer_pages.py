"""The pages after the code: yes or no, the passphrase, and the goodbye of who declined."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog

from reviewer_app.errors import WeakPassphrase, WrongPassphrase
from reviewer_app.models.vault import LEAST_PASSPHRASE, require_strength
from reviewer_app.ui import terms
from reviewer_app.ui.kit.banner import Message
from reviewer_app.ui.kit.buttons import Button, Role
from reviewer_app.ui.kit.card import Card
from reviewer_app.ui.kit.dialogs import Question, TextPrompt
from reviewer_app.ui.kit.fields import Field, PassphraseField
from reviewer_app.ui.kit.labels import Kind, Label
from reviewer_app.ui.kit.palette import Tone
from reviewer_app.ui.welcome.sheet import Sheet, WelcomePage
from reviewer_app.ui.welcome.state import WelcomeState
from reviewer_app.ui.welcome.view_model import WelcomeViewModel
from reviewer_app.ui.wording_enrolling import enrolling_sentence_of


class InvitationPage(WelcomePage):
    """Who is invited to what; accept, or decline with a reason."""

    def __init__(self, model: WelcomeViewModel) -> None:
        super().__init__()
        self._model = model
        self._card = Card()
        self._facts = Label(Kind.BODY)
        self._meaning = Label(Kind.BODY)
        self._decline = Button(Role.DANGER)
        self._card.content.addWidget(self._facts)
        self.content.addWidget(self._card)
        self.content.addWidget(self._meaning)
        self.ways.insertWidget(self.ways.count() - 1, self._decline)
        self.back_pressed.connect(self._go_back)
        self.next_pressed.connect(self._accept)
        self._decline.clicked.connect(self._ask_reason)
        self.built()

    def retranslate(self) -> None:
        """All words, in the language now in use."""
        self.set_heading(
            self.tr("You are invited to review"),
            self.tr("The server answered, and it knows this code."),
            self.tr("Step 1 of 4"),
        )
        self._meaning.setText(
            self.tr(
                "If you accept, you choose a passphrase for this computer, then read the "
                "undertaking and sign that you accept it. Nothing is signed before you have read "
                "it. If you decline, the secretariat is told, and the code ends."
            )
        )
        self._decline.setText(self.tr("Decline…"))
        self.draw(self._model.state)

    def draw(self, state: WelcomeState) -> None:
        lines = [self.tr("Server: {server}").format(server=state.server.strip())]
        if state.letter is not None:
            lines.append(self.tr("Your role: {role}").format(role=terms.role(state.letter.role)))
            self._card.set_heading(state.letter.person_name, state.letter.programme)
        else:
            self._card.set_heading(self.tr("Your invitation"))
        self._facts.setText("\n".join(lines))
        self.set_ways(self.tr("Accept"), self.tr("Back"))
        for button in (self.next, self.back, self._decline):
            button.setEnabled(not state.busy)
        show_failure(self, state)

    def _go_back(self, _nothing: None) -> None:
        self._model.back()

    def _accept(self, _nothing: None) -> None:
        self._model.accept()

    def _ask_reason(self) -> None:
        question = Question(
            self.tr("Decline the invitation?"),
            self.tr("Please say why in a sentence; only the secretariat reads it."),
            self.tr("Decline"),
            danger=True,
        )
        prompt = TextPrompt(question, parent=self)
        if prompt.exec() == QDialog.DialogCode.Accepted:
            self._model.decline(prompt.text)


class PassphrasePage(WelcomePage):
    """The passphrase, twice, and what it is for."""

    def __init__(self, model: WelcomeViewModel) -> None:
        super().__init__()
        self._model = model
        self._meaning = Label(Kind.BODY)
        self._first = PassphraseField(hint=True)
        self._second = PassphraseField()
        self._first_field = Field(self._first)
        self._second_field = Field(self._second)
        self._left: set[PassphraseField] = set()
        self._refusal = ""
        for widget in (self._meaning, self._first_field, self._second_field):
            self.content.addWidget(widget)
        self._first.changed.connect(self._typed)
        self._second.changed.connect(self._typed)
        self._first.left.connect(self._leave_first)
        self._second.left.connect(self._leave_second)
        self._first.entered.connect(self._go_to_second)
        self._second.entered.connect(self._enrol)
        self.back_pressed.connect(self._go_back)
        self.next_pressed.connect(self._enrol)
        self.built()

    def retranslate(self) -> None:
        """All words, in the language now in use."""
        self.set_heading(
            self.tr("Choose a passphrase"),
            self.tr("It locks the cases on this computer, and it signs in your name."),
            self.tr("Step 2 of 4"),
        )
        self._meaning.setText(
            self.tr(
                "Nobody else knows it, and nobody can recover it: not the secretariat, not the "
                "server. If it is lost, you enrol this computer again with a new code; what the "
                "server has received stays counted."
            )
        )
        self._first_field.set_label(
            self.tr("Passphrase"),
            self.tr("At least {count} characters").format(count=LEAST_PASSPHRASE),
        )
        self._second_field.set_label(self.tr("Once more"))
        self.draw(self._model.state)

    def draw(self, state: WelcomeState) -> None:
        self.set_ways(
            self.tr("Enrolling this computer…") if state.busy else self.tr("Enrol this computer"),
            self.tr("Back"),
        )
        self.back.setEnabled(not state.busy)
        for field in (self._first_field, self._second_field):
            field.setEnabled(not state.busy)
        show_failure(self, state)
        self._refusal = ""
        if isinstance(state.failure, WrongPassphrase):
            self._refusal = self.tr(
                "Please use the passphrase of your first try: its keys were sent already."
            )
            self.banner.show_message(Message(""))
        self._look()

    def focus_first(self) -> None:
        """Let the person type at once."""
        self._first.setFocus()

    def forget(self) -> None:
        """Take the passphrase out of the fields."""
        self._first.clear()
        self._second.clear()

    def _typed(self, _text: str) -> None:
        self._left.clear()
        self._refusal = ""
        self._look()

    def _leave_first(self, _nothing: None) -> None:
        self._left.add(self._first)
        self._look()

    def _leave_second(self, _nothing: None) -> None:
        self._left.add(self._second)
        self._look()

    def _go_to_second(self, _nothing: None) -> None:
        self._second.setFocus()

    def _look(self) -> None:
        """Say what is wrong once a passphrase is whole: its field was left, or the second is as
        long as the first, or goes another way."""
        first, second = self._first.text(), self._second.text()
        whole = bool(second) and (
            len(second) >= len(first) or not first.startswith(second) or self._second in self._left
        )
        differ = whole and first != second
        self._second_field.set_error(self.tr("The two are not the same.") if differ else "")
        weakness = _weakness(first)
        told = weakness if whole or self._first in self._left else ""
        self._first_field.set_error(self._refusal or told)
        ready = bool(first) and first == second and not weakness
        self.next.setEnabled(ready and not self._model.state.busy)

    def _enrol(self, _nothing: None) -> None:
        if self.next.isEnabled():
            self._model.enrol(self._first.text())

    def _go_back(self, _nothing: None) -> None:
        self._model.back()


class DeclinedPage(WelcomePage):
    """The goodbye."""

    def __init__(self) -> None:
        super().__init__()
        self.next_pressed.connect(self._close)
        self.built()

    def retranslate(self) -> None:
        """All words, in the language now in use."""
        self.set_heading(
            self.tr("Thank you for telling us"),
            self.tr(
                "The invitation is closed, and nothing was set up on this computer. If you change "
                "your mind, answer the letter."
            ),
        )
        self.set_ways(self.tr("Close the program"))

    def draw(self, state: WelcomeState) -> None:
        """It says the same always."""

    def _close(self, _nothing: None) -> None:
        self.window().close()


def _weakness(passphrase: str) -> str:
    """Why this passphrase is not taken; "" where it is, or where there is none yet."""
    try:
        if passphrase:
            require_strength(passphrase)
    except WeakPassphrase as weak:
        return enrolling_sentence_of(weak).whole
    return ""


def show_failure(page: Sheet, state: WelcomeState) -> None:
    """Say in the page's banner what went wrong."""
    if state.failure is None:
        page.banner.show_message(Message(""))
        return
    said = enrolling_sentence_of(state.failure)
    page.banner.show_message(Message(said.title, Tone.CARE, said.body, dismissible=False))
