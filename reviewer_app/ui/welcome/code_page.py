"""The first page: the programme, the invitation's code, and where the letter goes."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QLineEdit

from review_protocol.documents.text import Bilingual
from reviewer_app.errors import InvitationMistyped, InvitationRefused
from reviewer_app.ui import terms
from reviewer_app.ui.kit.banner import Message
from reviewer_app.ui.kit.buttons import Button, Role
from reviewer_app.ui.kit.fields import Field
from reviewer_app.ui.kit.labels import Kind, Label
from reviewer_app.ui.kit.palette import Tone
from reviewer_app.ui.welcome.sheet import WelcomePage
from reviewer_app.ui.welcome.state import WelcomeState
from reviewer_app.ui.welcome.view_model import WelcomeViewModel
from reviewer_app.ui.wording_enrolling import enrolling_sentence_of

PROGRAMME: Final = Bilingual(
    zh="“携手构建网络空间命运共同体”实践案例",
    en="Practice Cases of “Jointly Building a Community with a Shared Future in Cyberspace”",
)


class CodePage(WelcomePage):
    """Code typed, pasted, or brought by the letter's file, which may be dropped anywhere."""

    def __init__(self, model: WelcomeViewModel) -> None:
        super().__init__()
        self._model = model
        self._other_name = Label(Kind.HEADING)
        self._code = QLineEdit()
        self._code.setAcceptDrops(False)  # the page takes the letter's file
        self._code_field = Field(self._code)
        self._server = QLineEdit()
        self._server_field = Field(self._server)
        self._letter = Button(Role.DEFAULT, "file")
        self._help = Label(Kind.MUTED)
        self.content.addWidget(self._other_name)
        self.content.addSpacing(8)
        self.content.addWidget(self._code_field)
        self.content.addWidget(self._server_field)
        self.ways.insertWidget(0, self._letter)
        self.content.addWidget(self._help)
        self.setAcceptDrops(True)
        self._code.textEdited.connect(model.type_code)
        self._server.textEdited.connect(model.type_server)
        self._code.returnPressed.connect(model.meet)
        self._server.returnPressed.connect(model.meet)
        self._letter.clicked.connect(self._choose_letter)
        self.next_pressed.connect(self._go_on)
        self.built()

    def retranslate(self) -> None:
        """All words, in the language now in use."""
        self.set_heading(terms.own(PROGRAMME))
        self._other_name.setText(terms.other(PROGRAMME) or "")
        self._code_field.set_label(
            self.tr("Invitation code"),
            self.tr(
                "27 letters and digits in four groups, from your letter; capitals and hyphens "
                "do not matter."
            ),
        )
        self._server_field.set_label(
            self.tr("Server address"), self.tr("It stands in your letter, below the code.")
        )
        self._letter.setText(self.tr("Open the letter's file…"))
        self._help.setText(
            self.tr(
                "You can also drop the letter's file here. If the code does not work, answer the "
                "letter: the secretariat's address is in it."
            )
        )
        self.draw(self._model.state)

    def draw(self, state: WelcomeState) -> None:
        for entry, text in ((self._code, state.code), (self._server, state.server)):
            if entry.text() != text:
                entry.setText(text)
        self._server_field.setVisible(state.asks_server)
        self.set_ways(self.tr("Asking the server…") if state.busy else self.tr("Continue"))
        mistyped = isinstance(state.failure, InvitationMistyped)
        self.next.setEnabled(state.complete and not state.busy and not mistyped)
        self._letter.setEnabled(not state.busy)
        self._draw_failure(state)

    def focus_first(self) -> None:
        """Let the person type at once."""
        self._code.setFocus()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take a single file."""
        if len(event.mimeData().urls()) == 1:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """The letter's file."""
        for url in event.mimeData().urls():
            self._model.take_letter(Path(url.toLocalFile()))

    def _draw_failure(self, state: WelcomeState) -> None:
        failure = state.failure
        wrong = isinstance(failure, InvitationMistyped | InvitationRefused)
        said = enrolling_sentence_of(failure) if failure is not None else None
        self._code_field.set_error(said.whole if said is not None and wrong else "")
        if said is None or wrong:
            self.banner.show_message(Message(""))
        else:
            self.banner.show_message(Message(said.title, Tone.CARE, said.body, dismissible=False))
        if isinstance(failure, InvitationMistyped) and failure.positions:
            self._code.setFocus()
            self._code.setSelection(failure.positions[0], _neighbours(failure.positions))

    def _go_on(self, _nothing: None) -> None:
        self._model.meet()

    def _choose_letter(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, self.tr("Invitation letter"))
        if name:
            self._model.take_letter(Path(name))


def _neighbours(positions: Sequence[int]) -> int:
    """How many positions stand side by side from the first one on."""
    count = 1
    while count < len(positions) and positions[count] == positions[0] + count:
        count += 1
    return count
