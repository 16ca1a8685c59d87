"""Before a case leaves the app: how it is printed, what that means, and two ways to do it."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtWidgets import QWidget

from reviewer_app.ui.kit.buttons import Button, Role
from reviewer_app.ui.kit.choice import ChoiceRow, Option
from reviewer_app.ui.kit.dialog import Dialog
from reviewer_app.ui.kit.labels import Kind, Label
from reviewer_app.ui.kit.ticks import Tick
from reviewer_app.ui.reading.paper import Wanted

_WIDTH_PX = 480


class Way(StrEnum):
    """Where the pages go."""

    PAPER = "paper"
    FILE = "file"


class PrintDialog(Dialog):
    """`way` is set when it was accepted; both ways stay off until what they mean is confirmed."""

    def __init__(self, *, both: bool, columns: bool, parent: QWidget | None = None) -> None:
        super().__init__(_WIDTH_PX, parent)
        self.way: Way | None = None
        self._both = both
        self._heading = Label(Kind.HEADING)
        self._text = Label(Kind.BODY)
        self.layout_ = ChoiceRow[bool](
            [
                Option(True, lambda: self.tr("Side by side")),
                Option(False, lambda: self.tr("One below the other")),
            ],
            value=columns,
            folds=True,
        )
        self.marks = Tick()
        self.marks.setChecked(True)
        self.aware = Tick()
        self._back = Button(Role.DEFAULT)
        self.paper = Button(Role.DEFAULT, "print")
        self.file = Button(Role.ACCENT, "save")
        self._lay_out()
        self._back.clicked.connect(self.reject)
        self.paper.clicked.connect(self._print)
        self.file.clicked.connect(self._save)
        self.aware.toggled.connect(self._look)
        self._look(aware=False)
        self.built()

    @property
    def wanted(self) -> Wanted:
        """What was chosen."""
        return Wanted(columns=self.layout_.value is not False, marks=self.marks.isChecked())

    def retranslate(self) -> None:
        """Words of the dialog."""
        self.setWindowTitle(self.tr("Print or save this case"))
        self._heading.setText(self.tr("Print or save this case"))
        self._text.setText(
            self.tr(
                "Paper and files outside the app are not encrypted: who has them can read them. "
                "They are not erased when you close the round here; please destroy them yourself, "
                "as you undertook. Every page bears your name."
            )
        )
        self.layout_.setAccessibleName(self.tr("Where the other language stands"))
        self.marks.setText(self.tr("With my marks"))
        self.aware.setText(self.tr("I know, and will look after them"))
        self._back.setText(self.tr("Cancel"))
        self.paper.setText(self.tr("Print…"))
        self.file.setText(self.tr("Save as PDF…"))

    def _lay_out(self) -> None:
        self.layout_.setVisible(self._both)
        for widget in (self._heading, self.layout_, self.marks, self._text, self.aware):
            self.body.addWidget(widget)
        self.add_buttons(self._back, self.paper, self.file)

    def _look(self, aware: bool) -> None:
        for button in (self.paper, self.file):
            button.setEnabled(aware)

    def _print(self) -> None:
        self.way = Way.PAPER
        self.accept()

    def _save(self) -> None:
        self.way = Way.FILE
        self.accept()
