"""The dialogue in which a question to the secretariat is written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QComboBox, QPlainTextEdit, QWidget

from reviewer_app.ui.kit.buttons import Button, Role
from reviewer_app.ui.kit.dialog import Dialog
from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.kit.fields import Field
from reviewer_app.ui.kit.labels import Kind, Label
from reviewer_app.ui.kit.stylesheet import scaled

MOST = 20_000
_WIDTH_PX = 520


@dataclass(frozen=True, slots=True)
class Questioned:
    """A question as it was written, about a case or in general."""

    text: str
    case: str | None


class AskDialog(Dialog):
    """Tells the question when it is to be signed."""

    questioned = Event(Questioned)

    def __init__(
        self, cases: Sequence[str], case: str | None, parent: QWidget, written: str = ""
    ) -> None:
        super().__init__(_WIDTH_PX, parent)
        self._heading = Label(Kind.HEADING)
        self._sentence = Label(Kind.BODY)
        self._about = QComboBox()
        self._about.addItem("", None)
        for number in sorted({*cases, *(() if case is None else (case,))}):
            self._about.addItem(number, number)
        self._about.setCurrentIndex(max(0, self._about.findData(case)))
        self._entry = QPlainTextEdit(written)
        self._entry.moveCursor(QTextCursor.MoveOperation.End)
        self._entry.setTabChangesFocus(True)
        self._entry.setFixedHeight(scaled(140))
        self._of, self._text = Field(self._about), Field(self._entry)
        self._cancel, self._sign = Button(Role.DEFAULT), Button(Role.ACCENT)
        self._lay_out()
        self._cancel.clicked.connect(self.reject)
        self._sign.clicked.connect(self._tell)
        self._entry.textChanged.connect(self._look)
        self._entry.setFocus()
        self.built()
        self._look()

    def retranslate(self) -> None:
        """Words of everything."""
        self.setWindowTitle(self.tr("Ask the secretariat"))
        self._heading.setText(self.tr("Ask the secretariat"))
        self._sentence.setText(
            self.tr(
                "Your question is signed and delivered like a score; only the secretariat reads "
                "it. Please write nothing of your marks. The answer comes to this screen."
            )
        )
        self._of.set_label(self.tr("About"))
        self._about.setItemText(0, self.tr("In general"))
        self._text.set_label(self.tr("Question"))
        self._cancel.setText(self.tr("Cancel"))
        self._sign.setText(self.tr("Sign and send"))

    def _lay_out(self) -> None:
        for widget in (self._heading, self._sentence, self._of, self._text):
            self.body.addWidget(widget)
        self.add_buttons(self._cancel, self._sign)

    def _look(self) -> None:
        self._sign.setEnabled(0 < len(self._entry.toPlainText().strip()) <= MOST)

    def _tell(self) -> None:
        case = self._about.currentData()
        text = self._entry.toPlainText().strip()
        self.questioned.emit(Questioned(text, case if isinstance(case, str) else None))
        self.accept()
