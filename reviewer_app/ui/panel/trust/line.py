"""One quiet line in the panel's head on what was verified; in care where not all was."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from reviewer_app.services.panel.dossier import Standing
from reviewer_app.services.panel.verification import Verified
from reviewer_app.ui.kit.buttons import Button, Role
from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.kit.i18n import Retranslating
from reviewer_app.ui.kit.labels import Kind, Label
from reviewer_app.ui.kit.palette import Tone
from reviewer_app.ui.kit.shapes import Shape
from reviewer_app.ui.kit.state import ShapeMark
from reviewer_app.ui.panel.trust import words

CHAIR = Standing()


class TrustLine(Retranslating, QWidget):
    """`wanted` asks for the page with all of it; hidden while nothing is known."""

    wanted: Event[None] = Event()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[Verified, str, Standing] | None = None
        self._mark, self._said = ShapeMark(Shape.DONE), Label(Kind.MUTED)
        self._open = Button(Role.LINK)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._said, 1)
        row.addWidget(self._open, 0, Qt.AlignmentFlag.AlignVCenter)
        self._open.clicked.connect(self._want)
        self.hide()
        self.built()

    def show_verified(self, found: Verified | None, at: str, standing: Standing = CHAIR) -> None:
        """Draw what was found then; a deputy is told first what is theirs."""
        self._shown = None if found is None else (found, at, standing)
        self.retranslate()

    def retranslate(self) -> None:
        """Draw it in the language now in use."""
        self._open.setText(self.tr("What was checked"))
        self.setVisible(self._shown is not None)
        if self._shown is None:
            return
        found, at, standing = self._shown
        self._mark.set_shape(Shape.DONE if found.is_whole else Shape.WARNING)
        said = words.deputy(standing), words.line(found, at)
        self._said.setText(" · ".join(each for each in said if each))
        self._said.set_tone(None if found.is_whole else Tone.CARE)

    def _want(self) -> None:
        self.wanted.emit(None)
