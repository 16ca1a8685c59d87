"""Where a translation is asked for: in the head of a case, and in the gap an element leaves."""

from __future__ import annotations

from PySide6.QtCore import QObject

from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.kit.focus import give_focus, has_focus_within
from reviewer_app.ui.reading.ask_translation import AskTranslation, Untranslated
from reviewer_app.ui.reading.pair import PanePair
from reviewer_app.ui.reading.pane import ReadingPane
from reviewer_app.ui.reading.placing import EmptyBox
from reviewer_app.ui.reading.prepared import Gap, Prepared

_INSIDE_PX = 6


class TranslationAsks(QObject):
    """A button in the head of a case in one language, and one in each gap that an element in one
    language leaves; lives with the panes."""

    asked = Event(Untranslated)

    def __init__(self, pair: PanePair) -> None:
        super().__init__(pair)
        self._pair = pair
        self._of_gaps: dict[ReadingPane, list[AskTranslation]] = {}
        for column in pair.shelf.all:
            self._of_gaps[column.pane] = []
            column.pane.verticalScrollBar().valueChanged.connect(self._follow)
            for head in column.heads.values():
                head.ask.asked.connect(self.asked.emit)
        pair.placed.connect(self._place)

    def in_gaps(self, pane: ReadingPane) -> tuple[AskTranslation, ...]:
        """Those in a pane, the upper ones first."""
        return tuple(self._of_gaps[pane][: len(_gaps(pane))])

    def _place(self, _none: None) -> None:
        prepared = self._pair.prepared
        if prepared is None:
            return
        for column in self._pair.columns():
            for head in column.heads.values():
                head.ask.setVisible(len(prepared.languages) == 1)
            buttons = self._of_gaps[column.pane]
            for at, gap in enumerate(_gaps(column.pane)):
                lack = _lack(prepared, column.pane, gap)
                if at == len(buttons):
                    buttons.append(AskTranslation(lack, column.pane.viewport()))
                    buttons[at].asked.connect(self.asked.emit)
                buttons[at].show_lack(lack)
        self._follow(0)

    def _follow(self, _value: int) -> None:
        """Buttons stand in the text: those out of sight are no stop of the keyboard."""
        for pane in self._pair.in_sight:
            gaps, setting = _gaps(pane), pane.setting()
            for at, button in enumerate(self._of_gaps[pane]):
                stands = at < len(gaps) and setting is not None
                if stands and setting is not None:
                    button.resize(button.sizeHint())
                    bottom = gaps[at].top + gaps[at].height - pane.verticalScrollBar().value()
                    y = round(bottom) - button.height() - _INSIDE_PX
                    top = round(gaps[at].top) - pane.verticalScrollBar().value()
                    y = min(y, top + _INSIDE_PX + button.fontMetrics().height() + _INSIDE_PX)
                    button.move(round(setting.left), y)
                    stands = y >= 0 and button.geometry().bottom() < pane.viewport().height()
                if not stands and has_focus_within(button):
                    give_focus((pane,))
                button.setVisible(stands)


def _gaps(pane: ReadingPane) -> list[EmptyBox]:
    return [gap for gap in pane.placed.gaps if gap.gap is Gap.ELEMENT]


def _lack(prepared: Prepared, pane: ReadingPane, gap: EmptyBox) -> Untranslated:
    """Which element that gap is of, and which language has not got it."""
    row = prepared.rows[gap.row]
    blocks = [prepared.sides[each].blocks[at] for each in prepared.languages for at in row.of(each)]
    there = blocks[0]
    return Untranslated(there.language.other, there.element)
