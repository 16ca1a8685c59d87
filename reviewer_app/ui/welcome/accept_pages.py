"""The pages on which a person accepts: the undertaking, who they are, the download."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout

from review_protocol.documents.text import Language
from reviewer_app.ui import terms
from reviewer_app.ui.kit.banner import Message
from reviewer_app.ui.kit.buttons import Button, Role
from reviewer_app.ui.kit.card import Card
from reviewer_app.ui.kit.fields import Field
from reviewer_app.ui.kit.labels import Kind, Label
from reviewer_app.ui.kit.palette import Tone
from reviewer_app.ui.kit.progress import ProgressCard
from reviewer_app.ui.kit.strip import LongAct
from reviewer_app.ui.kit.stylesheet import scaled
from reviewer_app.ui.kit.ticks import Tick
from reviewer_app.ui.six_words import SixWordsCard
from reviewer_app.ui.welcome.accept_state import AcceptState, Person
from reviewer_app.ui.welcome.accept_view_model import AcceptViewModel
from reviewer_app.ui.welcome.sheet import Sheet
from reviewer_app.ui.wording import sentence_of


class AcceptPage(Sheet):
    """A page of the first start once this computer is enrolled."""

    def draw(self, state: AcceptState) -> None:
        """Show this state."""
        raise NotImplementedError


class UndertakingPage(AcceptPage):
    """The undertaking in both languages, one's own first, and the yes to it."""

    def __init__(self, model: AcceptViewModel) -> None:
        super().__init__()
        self._model = model
        self._card = Card()
        self._own = Label(Kind.BODY)
        self._other = Label(Kind.MUTED)
        self._agree = Tick()
        self._refuse = Label(Kind.MUTED)
        self._card.content.addWidget(self._own)
        self._card.content.addWidget(self._other)
        for widget in (self._card, self._agree, self._refuse):
            self.content.addWidget(widget)
        self._agree.clicked.connect(self._tick)
        self.next_pressed.connect(self._go_on)
        self.built()

    def retranslate(self) -> None:
        """All words, in the language now in use."""
        self.set_heading(
            self.tr("What you undertake"),
            self.tr("You sign it with your name on the next page."),
            self.tr("Step 3 of 4"),
        )
        self._agree.setText(self.tr("I have read this and undertake it"))
        self.set_ways(self.tr("Continue"))
        self.draw(self._model.state)

    def draw(self, state: AcceptState) -> None:
        self._agree.setChecked(state.agreed)
        self.next.setEnabled(state.agreed)
        if state.programme is not None:
            self._own.setText(terms.own(state.programme.undertaking))
            self._other.setText(terms.other(state.programme.undertaking) or "")
            words = self.tr("If you cannot undertake this, close the program and write to {email}.")
            self._refuse.setText(words.format(email=state.programme.secretariat.email))

    def focus_first(self) -> None:
        """Reading comes first, then the yes."""
        self._agree.setFocus()

    def _tick(self, checked: bool) -> None:
        self._model.agree(agreed=checked)

    def _go_on(self, _nothing: None) -> None:
        self._model.go_on()


class PersonPage(AcceptPage):
    """Name, organisations, languages, expertise."""

    def __init__(self, model: AcceptViewModel) -> None:
        super().__init__()
        self._model = model
        self._zh, self._en = QLineEdit(), QLineEdit()
        self._organisations, self._expertise = QPlainTextEdit(), QPlainTextEdit()
        self._reads = {language: Tick() for language in Language}
        self._zh_field, self._en_field = Field(self._zh), Field(self._en)
        self._organisations_field = Field(self._organisations)
        self._expertise_field = Field(self._expertise)
        self._reads_label = Label(Kind.STRONG)
        self._escrow, self._escrow_words = Tick(), Label(Kind.SMALL)
        self._lay_out()
        for entry in (self._zh, self._en):
            entry.textEdited.connect(self._describe)
        for text in (self._organisations, self._expertise):
            text.textChanged.connect(self._describe)
        for box in self._reads.values():
            box.clicked.connect(self._describe)
        self._escrow.clicked.connect(self._describe)
        self.back_pressed.connect(self._go_back)
        self.next_pressed.connect(self._go_on)
        self.built()

    def retranslate(self) -> None:
        """All words, in the language now in use."""
        self.set_heading(
            self.tr("Who you are"),
            self.tr("The secretariat sees this; applicants and other experts do not."),
            self.tr("Step 4 of 4"),
        )
        self._zh_field.set_label(self.tr("Name in Chinese"))
        self._en_field.set_label(self.tr("Name in English"))
        self._organisations_field.set_label(
            self.tr("Your organisations, one a line"),
            self.tr("Cases that they entered or joined are not given to you."),
        )
        self._reads_label.setText(self.tr("You read"))
        for language, box in self._reads.items():
            box.setText(terms.language(language))
        self._expertise_field.set_label(self.tr("Your field, in a few words"))
        self._escrow.setText(self.tr("Help me if I forget my passphrase"))
        self._escrow_words.setText(
            self.tr(
                "This desk's key is then left with the programme, locked; never what you sign "
                "with. You can withdraw it at any time in the preferences."
            )
        )
        self.draw(self._model.state)

    def draw(self, state: AcceptState) -> None:
        person = state.person
        for entry, typed in ((self._zh, person.zh), (self._en, person.en)):
            if entry.text() != typed:
                entry.setText(typed)
        for language, box in self._reads.items():
            box.setChecked(language in person.reads)
        self._escrow.setChecked(bool(person.escrow))
        for widget in (self._escrow, self._escrow_words):
            widget.setVisible(person.escrow is not None)
        self.set_ways(
            self.tr("Signing…") if state.busy else self.tr("Sign and continue"), self.tr("Back")
        )
        self.next.setEnabled(person.complete and not state.busy)
        show_failure(self, state)

    def focus_first(self) -> None:
        """The name is there already."""
        self._organisations.setFocus()

    def _lay_out(self) -> None:
        names = QHBoxLayout()
        names.setSpacing(16)
        names.addWidget(self._zh_field)
        names.addWidget(self._en_field)
        reads = QHBoxLayout()
        reads.setSpacing(24)
        for box in self._reads.values():
            reads.addWidget(box)
        reads.addStretch(1)
        self.content.addLayout(names)
        self._organisations.setFixedHeight(scaled(76))
        self._expertise.setFixedHeight(scaled(60))
        for text in (self._organisations, self._expertise):
            text.setTabChangesFocus(True)
        self.content.addWidget(self._organisations_field)
        self.content.addWidget(self._reads_label)
        self.content.addLayout(reads)
        self.content.addWidget(self._expertise_field)
        escrow = QVBoxLayout()
        escrow.setSpacing(4)
        escrow.addWidget(self._escrow)
        escrow.addWidget(self._escrow_words)
        self.content.addLayout(escrow)

    def _describe(self) -> None:
        offered = self._model.state.person.escrow is not None
        self._model.describe(
            Person(
                zh=self._zh.text(),
                en=self._en.text(),
                organisations=self._organisations.toPlainText(),
                reads=frozenset(code for code, box in self._reads.items() if box.isChecked()),
                expertise=self._expertise.toPlainText(),
                escrow=self._escrow.isChecked() if offered else None,
            )
        )

    def _go_back(self, _nothing: None) -> None:
        self._model.back()

    def _go_on(self, _nothing: None) -> None:
        self._model.go_on()


class DownloadPage(AcceptPage):
    """The batch on its way, and what it brought."""

    def __init__(self, model: AcceptViewModel) -> None:
        super().__init__()
        self._model = model
        self._progress = ProgressCard()
        self._brought = Label(Kind.BODY)
        self._later = Button(Role.QUIET)
        self._words = SixWordsCard()
        self.content.addWidget(self._words)
        self.content.addWidget(self._progress)
        self.content.addWidget(self._brought)
        self.ways.insertWidget(0, self._later)
        self._progress.cancelled.connect(self._cancel)
        self._later.clicked.connect(model.later)
        self.next_pressed.connect(self._go_on)
        self.built()

    def retranslate(self) -> None:
        """All words, in the language now in use."""
        self.set_heading(
            self.tr("Your cases"),
            self.tr("They are fetched once, and can then be read without a network."),
        )
        self._later.setText(self.tr("Fetch them later"))
        self.draw(self._model.state)

    def draw(self, state: AcceptState) -> None:
        self._words.setVisible(state.words is not None)
        if state.words is not None:
            self._words.show_words(state.words)
        act = state.act or LongAct(self.tr("Fetching cases…"))
        self._progress.show_act(act)
        self._progress.setVisible(state.busy)
        self._later.setVisible(state.batch is None)
        onward = self.tr("Try again") if state.batch is None else self.tr("Continue")
        self.set_ways("" if state.busy else onward)
        self._brought.setVisible(state.batch is not None)
        if state.batch is not None:
            words = self.tr("Cases on this computer: {count}")
            self._brought.setText(words.format(count=state.batch.cases))
        show_failure(self, state)

    def _cancel(self, _nothing: None) -> None:
        self._model.cancel()

    def _go_on(self, _nothing: None) -> None:
        self._model.go_on()


def show_failure(page: Sheet, state: AcceptState) -> None:
    """Say in the page's banner what went wrong."""
    if state.failure is None:
        page.banner.show_message(Message(""))
        return
    said = sentence_of(state.failure)
    page.banner.show_message(Message(said.title, Tone.CARE, said.body, dismissible=False))
