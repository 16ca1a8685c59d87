"""Below the sheet: what is saved, what is missing, and what comes next."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from review_protocol.documents.score import Missing
from reviewer_app.ui import dates
from reviewer_app.ui.kit.buttons import Button, IconButton, Role
from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.kit.flow import Flow
from reviewer_app.ui.kit.fold import Fold
from reviewer_app.ui.kit.i18n import Retranslating
from reviewer_app.ui.kit.labels import ElidedLabel, Kind, Panel
from reviewer_app.ui.kit.shapes import Shape
from reviewer_app.ui.kit.state import ShapeMark
from reviewer_app.ui.kit.wrapping import broken
from reviewer_app.ui.lacking import missing_words
from reviewer_app.ui.reading.facts_view_model import FactsState
from reviewer_app.ui.reading.last_act import LastAct
from reviewer_app.ui.reading.scoring_state import ScoringState

MOST_LINKS = 3
_LINES = 2
"""Of one link, where it has no room in one."""
_EDGE_PX = 12
LOW_PX = 640
"""In a lower panel one link is shown, so that the sheet has room."""


class PanelFoot(Retranslating, Panel):
    """`jump_asked` carries what is missing, the others are wishes of the person."""

    jump_asked = Event(Missing)
    sign_asked: Event[None] = Event()
    recuse_asked: Event[None] = Event()
    undo_asked: Event[None] = Event()
    drop_asked: Event[None] = Event()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("foot", parent)
        self._state = ScoringState()
        self._facts = FactsState()
        self.last_act = LastAct()
        self._sign_of_saving = ShapeMark(Shape.DONE)
        self._saved = ElidedLabel("", Kind.SMALL)
        self._undo = IconButton("undo")
        self._links = QVBoxLayout()
        self._links.setSpacing(0)
        self._missing: tuple[Missing, ...] = ()
        self._most = MOST_LINKS
        self._recuse = Button(Role.QUIET)
        self._drop = Button(Role.QUIET)
        self.sign = Button(Role.ACCENT)
        self._lay_out()
        self._undo.clicked.connect(self._ask_undo)
        self.sign.clicked.connect(self._ask_sign)
        self._recuse.clicked.connect(self._ask_recuse)
        self._drop.clicked.connect(self._ask_drop)
        self.built()

    def show_state(self, state: ScoringState) -> None:
        """Draw what is saved and missing."""
        before, self._state = self._state, state
        if (before.number, before.answers) != (state.number, state.answers):
            self.last_act.forget()
        missing = state.missing if state.editable else ()
        self.sign.setVisible(state.editable)
        self.sign.setEnabled(not missing)
        self._recuse.setVisible(state.editable and not state.amending and not state.practice)
        self._drop.setVisible(state.amending)
        self._say_saved()
        self._say_next()
        if missing != self._missing:
            self._missing = missing
            self._show_links()

    def show_facts(self, facts: FactsState) -> None:
        """Draw whether what is said of the facts is saved."""
        if facts.words != self._facts.words:
            self.last_act.forget()
        self._facts = facts
        self._say_saved()

    def set_room(self, height: int) -> None:
        """How high the panel is."""
        most = MOST_LINKS if height >= LOW_PX else 1
        if most != self._most:
            self._most = most
            self._show_links()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width breaks the links otherwise."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._show_links()

    def retranslate(self) -> None:
        """Words of the foot."""
        self._say_next()
        self._recuse.setText(self.tr("Recuse…"))
        self._drop.setText(self.tr("Keep what is signed"))
        self._undo.set_word(self.tr("Undo one step"), "Ctrl+Z")
        self._say_saved()
        self._show_links()

    def _lay_out(self) -> None:
        saved = QHBoxLayout()
        saved.setSpacing(8)
        saved.addWidget(self._sign_of_saving)
        saved.addWidget(self._saved, 1)
        saved.addWidget(self._undo)
        column = QVBoxLayout(self)
        column.setContentsMargins(_EDGE_PX, 8, _EDGE_PX, 12)
        column.setSpacing(4)
        column.addWidget(self.last_act)
        column.addLayout(saved)
        column.addLayout(self._links)
        column.addSpacing(4)
        column.addWidget(Fold(Flow(self._recuse, self._drop), self.sign, gap=8))

    def _say_next(self) -> None:
        if self._state.practice:
            self.sign.setText(self.tr("Compare with the commentary"))
        else:
            self.sign.setText(self.tr("Read back and sign"))

    def _say_saved(self) -> None:
        state = self._state
        facts = self._facts if self._facts.number == state.number else FactsState()
        self._undo.setEnabled(state.undoable or (facts.editable and bool(facts.past)))
        kept = [at for at in (state.kept_at, facts.said.kept_at) if at is not None]
        if state.practice:
            words, shape = self.tr("Practice: not kept"), Shape.TODO
        elif facts.editable and facts.waits:
            words, shape = self.tr("The dispute is saved once it says why"), Shape.TODO
        elif not facts.kept or (state.kept_at is not None and not state.saved):
            words, shape = self.tr("Saving…"), Shape.WAITING
        elif kept:
            words, shape = self.tr("Saved {time}").format(time=dates.clock(max(kept))), Shape.DONE
        else:
            words, shape = self.tr("Nothing to save yet"), Shape.TODO
        self._saved.set_text(words)
        self._sign_of_saving.set_shape(shape)

    def _show_links(self) -> None:
        while (item := self._links.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        more = len(self._missing) - self._most
        words = self.tr("and {count} more").format(count=more) if more > 0 else ""
        low, room = self._most == 1, self.width() - 2 * _EDGE_PX
        for lack in self._missing[: self._most]:
            link = Button(Role.LINK)
            said = missing_words(lack)
            if low and words:
                said = self.tr("{missing}, {more}").format(missing=said, more=words)
            _write(link, said, room)
            link.setProperty("lack", self._missing.index(lack))
            link.clicked.connect(self._ask_jump)
            self._links.addWidget(link)
        if words and not low:
            self._links.addWidget(ElidedLabel(words, Kind.SMALL))

    def _ask_jump(self) -> None:
        at = self.sender().property("lack")
        self.jump_asked.emit(self._missing[at])

    def _ask_undo(self) -> None:
        self.undo_asked.emit(None)

    def _ask_sign(self) -> None:
        self.sign_asked.emit(None)

    def _ask_recuse(self) -> None:
        self.recuse_asked.emit(None)

    def _ask_drop(self) -> None:
        self.drop_asked.emit(None)


def _write(link: Button, words: str, room: int) -> None:
    """In so many pixels; a button breaks no lines by itself."""
    link.ensurePolished()
    link.setText(words)
    link.setAccessibleName(words)
    around = link.sizeHint().width() - link.fontMetrics().horizontalAdvance(words)
    if link.sizeHint().width() > room > around:
        link.setText("\n".join(broken(words, link.font(), room - around, _LINES)))
