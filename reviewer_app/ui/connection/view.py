"""Draws the way to the server: the verdict, a line for each step, and what to do."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from reviewer_app.services.findings import Step
from reviewer_app.ui.connection.state import ConnectionState
from reviewer_app.ui.connection.view_model import ConnectionModel
from reviewer_app.ui.connection.words import StepWords, as_text, step_words, verdict
from reviewer_app.ui.kit.banner import Message
from reviewer_app.ui.kit.buttons import Button, Role
from reviewer_app.ui.kit.card import Card
from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.kit.labels import Kind, Label, line
from reviewer_app.ui.kit.page import Page
from reviewer_app.ui.kit.shapes import Shape
from reviewer_app.ui.kit.state import ShapeMark
from reviewer_app.ui.kit.stylesheet import scaled
from reviewer_app.ui.wording import sentence_of as failure_sentence

NAME_PX = 148


class ConnectionView(Page):
    """`proxy_wanted` when the person wants to set the proxy."""

    proxy_wanted: Event[None] = Event()

    def __init__(self, model: ConnectionModel, version: str) -> None:
        super().__init__(scrolling=True, narrow=True)
        self._model = model
        self._version = version
        self._copy = Button(Role.DEFAULT, "copy")
        self._again = Button(Role.ACCENT)
        self._proxy = Button(Role.DEFAULT)
        self._steps = Card()
        self._lines = {step: StepLine() for step in Step}
        self._about = Label(Kind.SMALL)
        self._lay_out()
        self._copy.clicked.connect(self._copy_text)
        self._again.clicked.connect(self._press)
        self._proxy.clicked.connect(self._want_proxy)
        model.changed.connect(self._draw)
        self.built()

    def retranslate(self) -> None:
        """All words, in the language now in use."""
        self.set_back(self.tr("Hand-in"))
        self._copy.setText(self.tr("Copy as text"))
        self._proxy.setText(self.tr("Proxy settings…"))
        self._about.setText(
            self.tr(
                "The text is for the secretariat: it holds addresses and names of certificates, "
                "no score and no password."
            )
        )
        self._draw(self._model.state)

    def begin(self) -> None:
        """Let the keyboard begin at what can be done."""
        self._again.setFocus()

    def _lay_out(self) -> None:
        for button in (self._proxy, self._copy, self._again):
            self.add_action(button)
        self._steps.content.setSpacing(0)
        for place, row in enumerate(self._lines.values()):
            if place:
                self._steps.content.addWidget(line())
            self._steps.content.addWidget(row)
        self.content.addWidget(self._steps)
        self.content.addWidget(self._about)
        self.content.addStretch(1)

    def _draw(self, state: ConnectionState) -> None:
        self.set_heading(self.tr("Connection"), state.server)
        running = state.trying is not None
        self._again.setText(self.tr("Cancel") if running else self.tr("Check again"))
        self._again.setEnabled(not (running and state.cancelled))
        self._copy.setEnabled(bool(state.found) and not running)
        self._proxy.setVisible(state.wants_proxy and not running)
        for step, row in self._lines.items():
            row.show_words(step_words(state, step))
        self._tell(state)

    def _tell(self, state: ConnectionState) -> None:
        if state.failure is not None:
            told = failure_sentence(state.failure)
            self.banner.show_message(Message(told.title, more=told.body, dismissible=False))
            return
        tone, heading, more = verdict(state)
        self.banner.show_message(Message(heading, tone, more=more, dismissible=False))

    def _press(self) -> None:
        if self._model.state.trying is None:
            self._model.start()
        else:
            self._model.cancel()

    def _copy_text(self) -> None:
        QGuiApplication.clipboard().setText(as_text(self._model.state, self._version))
        self._copy.setText(self.tr("Copied"))

    def _want_proxy(self) -> None:
        self.proxy_wanted.emit(None)


class StepLine(QWidget):
    """Sign, name and outcome of a step; what was found and what to do beside them."""

    def __init__(self) -> None:
        super().__init__()
        self._mark = ShapeMark(Shape.TODO)
        self._name = Label(Kind.STRONG)
        self._name.setFixedWidth(scaled(NAME_PX))
        self._outcome = Label(Kind.MUTED)
        self._outcome.setFixedWidth(scaled(NAME_PX))
        self._sentence = Label(Kind.BODY)
        self._advice = Label(Kind.MUTED)
        mark = QVBoxLayout()
        mark.setContentsMargins(0, 4, 0, 0)
        mark.addWidget(self._mark)
        mark.addStretch(1)
        head = QVBoxLayout()
        head.setSpacing(0)
        head.addWidget(self._name)
        head.addWidget(self._outcome)
        head.addStretch(1)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._sentence)
        words.addWidget(self._advice)
        words.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 8, 0, 8)
        row.setSpacing(12)
        row.addLayout(mark)
        row.addLayout(head)
        row.addLayout(words, 1)

    def show_words(self, said: StepWords) -> None:
        """Draw a step as it is now."""
        self._mark.set_shape(said.shape)
        self._name.setText(said.name)
        self._outcome.setText(said.outcome)
        self._outcome.set_tone(said.tone)
        self._sentence.setText(said.sentence)
        self._sentence.setVisible(bool(said.sentence))
        self._advice.setText(said.advice)
        self._advice.setVisible(bool(said.advice))
        self.setAccessibleName(f"{said.name}: {said.outcome}. {said.sentence} {said.advice}")
