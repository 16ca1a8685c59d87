"""The signing screen: what was answered, what is missing, which language, one button."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout

from review_protocol.documents.score import LanguageRead, Missing
from reviewer_app.ui import terms
from reviewer_app.ui.kit.banner import Message
from reviewer_app.ui.kit.beside import Beside
from reviewer_app.ui.kit.buttons import Button, Role
from reviewer_app.ui.kit.card import Card
from reviewer_app.ui.kit.choice import ChoiceRow, Option
from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.kit.fields import Field
from reviewer_app.ui.kit.labels import Kind, Label
from reviewer_app.ui.kit.page import Page
from reviewer_app.ui.kit.palette import Tone
from reviewer_app.ui.lacking import missing_words
from reviewer_app.ui.signing.answers_card import AnswersCard
from reviewer_app.ui.signing.done_card import DoneCard
from reviewer_app.ui.signing.state import SigningState
from reviewer_app.ui.wording import sentence


class SigningView(Page):
    """Draws the state; `language_chosen`, `reason_given` and `sign_asked` are the gestures."""

    language_chosen = Event(LanguageRead)
    reason_given = Event(str)
    sign_asked: Event[None] = Event()
    back_asked: Event[None] = Event()
    lack_chosen = Event(Missing)

    def __init__(self) -> None:
        super().__init__()
        self._state = SigningState()
        self._columns = Beside()
        self.done = DoneCard()
        self.answers = AnswersCard()
        self._missing = Card()
        self._links = QVBoxLayout()
        self._ask = Card()
        self._question = Label(Kind.STRONG)
        self.language = ChoiceRow[LanguageRead](
            [Option(each, partial(terms.language_read, each)) for each in LanguageRead]
        )
        self.reason = Field(QLineEdit())
        self._meaning = Label(Kind.MUTED)
        self.sign = Button(Role.ACCENT, "pen")
        self._lay_out()
        self.back_pressed.connect(self.back_asked.emit)
        self.language.chosen.connect(self.language_chosen.emit)
        self._entry.textEdited.connect(self._give_reason)
        self.sign.clicked.connect(self._ask_sign)
        self.show_state(self._state)
        self.built()

    def show_state(self, state: SigningState) -> None:
        """Draw it."""
        self._state = state
        back = state.read_back
        self.done.show_state(state)
        self.answers.setVisible(back is not None)
        self.answers.show_state(state)
        self._missing.setVisible(back is not None and bool(back.missing))
        self._ask.setVisible(back is not None and not back.missing and state.packet is None)
        self.language.set_value(state.language)
        self.reason.setVisible(state.amends)
        if self._entry.text() != state.reason:
            self._entry.setText(state.reason)
        self.sign.setEnabled(state.ready)
        self._show_failure()
        self._say()
        self._show_links()

    def begin(self) -> None:
        """Put the keyboard on what the person does next."""
        links = [link for link in self._missing.findChildren(Button) if link.isVisible()]
        if self._state.packet is not None:
            self.done.begin()
        elif links:
            links[0].setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._columns.begin()  # to read; a ring on a language would look like an answer

    def retranslate(self) -> None:
        """Words of the screen."""
        super().retranslate()
        self.set_back(self.tr("Back to the case"))
        self._question.setText(self.tr("Which language did you read?"))
        self.language.setAccessibleName(self._question.text())
        self.reason.set_label(
            self.tr("Why do you change it?"), self.tr("One sentence; it is signed with the score.")
        )
        self._missing.set_heading(
            self.tr("Still missing"), self.tr("Each leads to its place in the sheet.")
        )
        self._show_links()
        self._say()

    @property
    def _entry(self) -> QLineEdit:
        entry = self.reason.entry
        assert isinstance(entry, QLineEdit)
        return entry

    def _lay_out(self) -> None:
        self._links.setSpacing(0)
        self._missing.content.addLayout(self._links)
        for widget in (self._question, self.language, self.reason, self._meaning):
            self._ask.content.addWidget(widget)
        self._ask.content.addWidget(self.sign)
        self._columns.main.addWidget(self.answers)
        for card in (self.done, self._missing, self._ask):
            self._columns.side.addWidget(card)
        self.content.addWidget(self._columns)

    def _say(self) -> None:
        state, back = self._state, self._state.read_back
        title = self.tr("Read back and sign")
        if state.amends:
            title = self.tr("Read back and sign the amendment")
        if state.packet is not None:
            title = self.tr("Signed")
        name = terms.own(back.row.name) if back else ""
        self.set_heading(title, f"{state.number}  {name}".strip())
        self._columns.set_name(self.accessibleName())
        self.sign.setText(self.tr("Sign the amendment") if state.amends else self.tr("Sign"))
        if state.unchanged:
            self._meaning.setText(
                self.tr("Nothing differs from what you signed, so there is nothing to amend.")
            )
        elif state.amends:
            self._meaning.setText(
                self.tr(
                    "The new score takes the place of the one before; both stay in the log, "
                    "with your reason."
                )
            )
        else:
            self._meaning.setText(
                self.tr(
                    "Signing fixes these answers under your name and this text of the case; they "
                    "count once the server has received them, and can be amended but not erased."
                )
            )

    def _show_failure(self) -> None:
        failure = self._state.failure
        if failure is None:
            self.banner.show_message(Message(""))
        else:
            words = sentence(failure)
            self.banner.show_message(Message(words.title, Tone.BAD, words.body))

    def _show_links(self) -> None:
        while (item := self._links.takeAt(0)) is not None:
            link = item.widget()
            if link is not None:
                link.hide()
                link.deleteLater()
        back = self._state.read_back
        for lack in back.missing if back else ():
            made = Button(Role.LINK)
            made.setText(missing_words(lack))
            made.setProperty("lack", back.missing.index(lack) if back else 0)
            made.clicked.connect(self._choose_lack)
            self._links.addWidget(made)
            made.show()

    def _choose_lack(self) -> None:
        back = self._state.read_back
        if back is not None:
            self.lack_chosen.emit(back.missing[self.sender().property("lack")])

    def _give_reason(self, reason: str) -> None:
        self.reason_given.emit(reason)

    def _ask_sign(self) -> None:
        self.sign_asked.emit(None)
