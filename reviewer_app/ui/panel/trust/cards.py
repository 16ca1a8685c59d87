"""The cards of what the panel's figures rest on: what was verified, what is hidden, what a deputy
decides."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from reviewer_app.services.panel.compared_rows import PanelComparison
from reviewer_app.services.panel.rows import PanelCaseRow, PanelTable
from reviewer_app.services.panel.verification import Verification
from reviewer_app.ui import hidden_words, terms
from reviewer_app.ui.kit.buttons import Button, Role
from reviewer_app.ui.kit.card import Card
from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.kit.labels import Kind, Label
from reviewer_app.ui.kit.palette import Tone
from reviewer_app.ui.kit.shapes import Shape
from reviewer_app.ui.kit.state import ShapeMark
from reviewer_app.ui.kit.tips import give_tip
from reviewer_app.ui.panel.refill import refill
from reviewer_app.ui.panel.trust import words
from reviewer_app.ui.panel_words import whole

translate = QCoreApplication.translate
MOST_ROWS = 40
HASH_SHOWN = 24
"""Characters of a hash that are shown; hovering tells all."""
FIRST_LINE_PX = 3
"""How far a mark stands lower than the words whose first line it belongs to."""


class VerifiedCard(QWidget):
    """What verifying found."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._card, self._rows = _card(self)

    def show_found(self, found: Verification, at: str) -> None:
        """Draw it; `at` is when it was checked."""
        self._card.set_heading(words.heading(found), words.line(found.in_short, at))
        told: list[QWidget] = [
            _marked(Shape.WARNING, text, Tone.CARE) for text in words.troubles(found)[:MOST_ROWS]
        ]
        told += _more(len(words.troubles(found)))
        told += [Label(Kind.BODY, text) for text in words.notes(found)]
        refill(self._rows, [*told, Label(Kind.MUTED, words.what_is_checked())])


class GroundsCard(QWidget):
    """The hashes by which anybody finds what the figures were computed from."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._card, self._rows = _card(self)

    def show_found(self, table: PanelTable, found: PanelComparison | None) -> None:
        """Draw them; those of the figures once they are computed."""
        self._card.set_heading(
            translate("trust", "What the figures rest on"),
            translate("trust", "Who has the same packets and rules computes the same figures."),
        )
        told = []
        for name, value in words.grounds(table, found):
            cut = f"{value[:HASH_SHOWN]}…" if len(value) > HASH_SHOWN else value
            said = translate("trust", "{name}: {value}").format(name=name, value=cut)
            label = Label(Kind.BODY, said)
            give_tip(label, value)
            told.append(label)
        refill(self._rows, told)


class HiddenCard(QWidget):
    """The cases that this person may not see, why, and who decides them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._card, self._rows = _card(self)

    def show_rows(self, rows: Iterable[PanelCaseRow], undecided: int) -> None:
        """Draw these, of which so many are not decided yet; hidden itself where there are none."""
        hidden = list(rows)
        self.setVisible(bool(hidden))
        self._card.set_heading(
            translate("trust", "Hidden from you: {count}").format(count=len(hidden)),
            translate(
                "trust",
                "Not the official list: what is hidden is in no count, mean, chart, list, search "
                "or file that is saved here.",
            ),
        )
        told: list[QWidget] = [
            _marked(
                Shape.LOCKED,
                f"{row.number} {terms.own(row.name)}\n"
                f"{hidden_words.hidden_and_decides(row.hidden)}",
            )
            for row in hidden[:MOST_ROWS]
        ]
        told += _more(len(hidden))
        if undecided:
            text = translate("trust", "Not decided yet: {count}").format(count=undecided)
            told.append(Label(Kind.BODY, text))
        refill(self._rows, told)


class DeputyCard(QWidget):
    """What a deputy decides, first of all; `opened` carries the number of a case."""

    opened = Event(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._card, self._rows = _card(self)

    def show_table(self, table: PanelTable) -> None:
        """Draw it for a deputy; hidden for everybody else."""
        standing = table.standing
        self.setVisible(standing.deputy)
        mine = [row for row in table.rows if row.number in standing.decides]
        self._card.set_heading(
            translate("trust", "You are a deputy here"),
            translate(
                "trust",
                "You decide the cases that are hidden from whom you stand in for. On all others "
                "you may read, discuss and write, and they decide.",
            ),
        )
        nothing = translate("trust", "No case is yours to decide at present.")
        rows = [self._case(row) for row in mine[:MOST_ROWS]] or [Label(Kind.BODY, nothing)]
        refill(self._rows, [*rows, *_more(len(mine))])

    def _case(self, row: PanelCaseRow) -> QWidget:
        button = Button(Role.LINK)
        button.setText(f"{row.number} {terms.own(row.name)}")
        button.setProperty("case", row.number)
        button.clicked.connect(self._open)
        shape = Shape.TODO if row.decision is None else Shape.DONE
        return _beside(ShapeMark(shape), button)

    def _open(self) -> None:
        button = self.sender()
        if isinstance(button, Button):
            self.opened.emit(str(button.property("case")))


def _more(rows: int) -> list[QWidget]:
    """That there are more rows than are shown, where there are."""
    if rows <= MOST_ROWS:
        return []
    text = translate("trust", "… and {count} more").format(count=whole(rows - MOST_ROWS))
    return [Label(Kind.MUTED, text)]


def _card(holder: QWidget) -> tuple[Card, QVBoxLayout]:
    card, rows = Card(), QVBoxLayout()
    rows.setSpacing(8)
    card.content.addLayout(rows)
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(card)
    return card, rows


def _marked(shape: Shape, text: str, tone: Tone | None = None) -> QWidget:
    said = Label(Kind.BODY, text)
    said.set_tone(tone)
    return _beside(ShapeMark(shape), said)


def _beside(mark: ShapeMark, said: QWidget) -> QWidget:
    row = QWidget()
    line = QHBoxLayout(row)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(8)
    first = QVBoxLayout()
    first.setContentsMargins(0, FIRST_LINE_PX, 0, 0)
    first.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
    line.addLayout(first)
    line.addWidget(said, 1)
    return row
