"""The panes that there are, with their headers; which are in sight, and what they hold."""

from __future__ import annotations

from review_protocol.documents.text import Language
from reviewer_app.ui.reading.arrangement import Arrangement, Mode
from reviewer_app.ui.reading.pane import ReadingPane
from reviewer_app.ui.reading.pane_header import PaneColumn
from reviewer_app.ui.reading.pane_text import PaneText, of_side, with_opened, woven
from reviewer_app.ui.reading.prepared import Prepared
from reviewer_app.ui.reading.typography import Typography

_Loaded = tuple[Prepared, Language, frozenset[int]]


class Shelf:
    """A pane for each language, and one in which both are woven; each is filled when wanted."""

    def __init__(self) -> None:
        self.panes = {language: ReadingPane(language) for language in Language}
        self.stack = ReadingPane(Language.ZH)
        self.columns = {
            language: PaneColumn(pane, (language,)) for language, pane in self.panes.items()
        }
        self.all = (*self.columns.values(), PaneColumn(self.stack, tuple(Language)))
        self._types: dict[Language, Typography] = {}
        self._loaded: dict[ReadingPane, _Loaded] = {}
        self._set: dict[ReadingPane, tuple[Typography, ...]] = {}
        self._widths: dict[ReadingPane, int] = {}

    def in_sight(self, prepared: Prepared, how: Arrangement) -> tuple[PaneColumn, ...]:
        """The columns that an arrangement wants, the left one first."""
        if len(prepared.languages) == 1:
            return (self.columns[prepared.languages[0]],)
        if how.mode is Mode.STACKED:
            return self.all[-1:]
        if how.mode is Mode.FOCUS:
            return (self.columns[how.alone or how.left],)
        return (self.columns[how.left], self.columns[how.left.other])

    def fill(
        self, pane: ReadingPane, prepared: Prepared, how: Arrangement, opened: frozenset[int]
    ) -> None:
        """Give a pane its text, where that is another one."""
        self._use(how)
        first = how.left if pane is self.stack else pane.language
        wanted = (prepared, first, opened)
        known = self._loaded.get(pane)
        if known is None or known[0] is not prepared or known[1:] != wanted[1:]:
            pane.show_text(self._text(pane, wanted), self._types[first])
            self._loaded[pane] = wanted
            self._set.pop(pane, None)

    def holds(self, pane: ReadingPane, prepared: Prepared | None) -> bool:
        """Whether what a pane was given last is of this case."""
        known = self._loaded.get(pane)
        return known is not None and known[0] is prepared

    def arrange(self, pane: ReadingPane) -> None:
        """Break a pane's lines, where type or width are others than when it was done last."""
        held = pane.held
        if held is None:
            return
        types = tuple(each for each in self._types.values() if each.language in held.languages)
        width, fresh = pane.viewport().width(), self._set.get(pane) != types
        if fresh or width != self._widths.get(pane):
            pane.arrange(self._types, fresh=fresh)
        self._set[pane] = types
        self._widths[pane] = width

    def _text(self, pane: ReadingPane, wanted: _Loaded) -> PaneText:
        prepared, first, opened = wanted
        if pane is self.stack:
            return woven(prepared, first)
        return with_opened(prepared, first, opened) if opened else of_side(prepared, first)

    def _use(self, how: Arrangement) -> None:
        for language in Language:
            known, face = self._types.get(language), how.face(language)
            if known is None or (known.face, known.spaced) != (face, how.spaced):
                self._types[language] = Typography(language, face, spaced=how.spaced)
