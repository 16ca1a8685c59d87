"""The texts of a case with what is marked in them; selections come out as quotes."""

from __future__ import annotations

from dataclasses import astuple, replace
from functools import partial

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from review_protocol.documents.score import Answers, Quote
from review_protocol.documents.text import Element, Language
from reviewer_app.models.highlights import Highlight
from reviewer_app.reading.case_comparison import Difference
from reviewer_app.reading.countries import CountryTable
from reviewer_app.reading.quotes import quotes_of
from reviewer_app.ui import terms
from reviewer_app.ui.kit.event import Event
from reviewer_app.ui.kit.i18n import Retranslating
from reviewer_app.ui.kit.stylesheet import palette_in_use, scaled
from reviewer_app.ui.reading.counterparts import Sentences, beside, sentences_at
from reviewer_app.ui.reading.decorating import decoration, differing, paint, painted, spans_of
from reviewer_app.ui.reading.differing.explaining import Explaining
from reviewer_app.ui.reading.differing.places import Rows, by_row, marked_spans
from reviewer_app.ui.reading.margin_words import margin_words, sign_tips
from reviewer_app.ui.reading.marking.painting import mark_letters, mark_stretches, note_tips
from reviewer_app.ui.reading.pair import PanePair
from reviewer_app.ui.reading.pane import ReadingPane, deselect
from reviewer_app.ui.reading.prepared import TITLE, Prepared
from reviewer_app.ui.reading.spans import Pointed
from reviewer_app.ui.reading.state import Hit, ReadingState
from reviewer_app.ui.reading.translation import TranslationAsks
from reviewer_app.ui.single_keys import NO_KEY

TIGHT_PX = 640
"""In less width two columns of Chinese and English have too few letters a line."""


class TextArea(Retranslating, QWidget):
    """Draws the pair of panes and everything marked in it; `tight` tells that two columns have
    too little room here, or have enough again."""

    tight = Event(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pair = PanePair()
        self._prepared: Prepared | None = None
        self._number = ""
        self.explaining = Explaining(self.pair)
        self.asks = TranslationAsks(self.pair)
        self.answers = Answers()
        self._highlights: tuple[Highlight, ...] = ()
        self._left: tuple[Difference, ...] = ()
        self._differing: Rows = {}
        self._countries = CountryTable(())
        self._hits: tuple[Hit, ...] = ()
        self._hit: Hit | None = None
        self._sentences: Sentences = {}
        self._tight = False
        self.key = NO_KEY
        """Opens in focus what only the other language has."""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.pair)
        self.pair.placed.connect(self._decorate_all)
        for each in self.pair.shelf.all:
            each.pane.pointed.connect(self._shade)
            each.pane.explain = self.explaining.at
        self.built()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell when the width becomes too little for two columns, or enough."""
        super().resizeEvent(event)
        tight = event.size().width() < scaled(TIGHT_PX)
        if tight is not self._tight:
            self._tight = tight
            self.tight.emit(tight)

    def show_state(self, state: ReadingState) -> None:
        """Draw a case, its arrangement, and the hits of a search."""
        if state.opened is None:
            return
        prepared = state.opened.prepared
        self.explaining.show_case(prepared, state.opened.tables.terms)
        for column in self.pair.shelf.all:
            column.name_case(state.opened.view.case.number)
            for language, head in column.heads.items():
                head.set_size(state.how.face(language).px)
        number = state.opened.view.row.number
        if (number, prepared) != (self._number, self._prepared):
            self._number, self._prepared = number, prepared
            self._sentences, self._hits, self._hit = {}, (), None
            self._left, self._differing = (), {}
            self._countries = state.opened.tables.countries
            for column in self.pair.shelf.all:
                for language, head in column.heads.items():
                    original = state.opened.view.case.original is language
                    head.set_original(original=original and len(prepared.languages) > 1)
            self.pair.show_case(prepared, state.how, state.start, state.apart)
        else:
            self.pair.show_arrangement(state.how)
        if state.differences.left != self._left:
            self._left = state.differences.left
            self._differing = by_row(prepared, self._left)
            self._decorate_all(None)
        find = state.find
        hits = find.hits if find.open else ()
        hit = hits[find.at] if 0 <= find.at < len(hits) else None
        if (hits, hit) != (self._hits, self._hit):
            self._hits, self._hit = hits, hit
            self._paint()

    def show_marks(
        self, *, answers: Answers | None = None, highlights: tuple[Highlight, ...] | None = None
    ) -> None:
        """Draw the quotes of a sheet, or one's own highlights; None leaves them as they are."""
        answers = self.answers if answers is None else answers
        highlights = self._highlights if highlights is None else highlights
        before = _quotes(self.answers), self._highlights
        self.answers, self._highlights = answers, highlights
        if (_quotes(answers), highlights) != before:
            self._decorate_all(None)

    def quotes(self) -> tuple[Quote, ...]:
        """What is selected in the pane used last, a quote for each element and language."""
        if self._prepared is None:
            return ()
        texts = self._prepared.texts
        selected = next(filter(None, (pane.selection() for pane in self._panes())), ())
        quotes = [
            quotes_of(texts[span.element, span.language], *astuple(span)) for span in selected
        ]
        return tuple(quote for each in quotes for quote in each)

    def deselect(self) -> None:
        """Nothing is selected any more."""
        for pane in self.pair.in_sight:
            deselect(pane)

    def show_quote(self, quote: Quote) -> None:
        """Scroll to a quote, and shade it and its counterpart."""
        spans = spans_of(self._prepared, quote) if self._prepared else ()
        if spans:
            self.pair.go_to(quote.language, spans[0].block, above=80.0)
            self.shade(quote.language, spans[0].block)

    def show_element(self, element: Element) -> None:
        """Scroll to the title of an element."""
        if self._prepared is not None:
            for pane in self.pair.in_sight:
                block = self._prepared.sides[pane.language].find(element, TITLE)
                self.pair.go_to(pane.language, block or 0)

    def shade(self, language: Language, block: int) -> None:
        """Shade a block and what says the same in the other version, wherever it stands."""
        if self._prepared is None:
            return
        both = beside(self._prepared, language, block) if block >= 0 else {}
        for pane in self.pair.in_sight:
            setting, held = pane.setting(), pane.held
            if setting is not None and held is not None:
                numbers = {held.number(each, b) for each, blocks in both.items() for b in blocks}
                shaded = frozenset(number for number in numbers if number is not None)
                if setting.painting.decoration.shaded != shaded:
                    setting.decorate(replace(setting.painting.decoration, shaded=shaded))

    def retranslate(self) -> None:
        """Gaps are named in the interface's language."""
        self._decorate_all(None)

    def restyle(self) -> None:
        """Marks take the palette's colours."""
        self._decorate_all(None)

    def _panes(self) -> list[ReadingPane]:
        """The panes, the one with the focus first."""
        return sorted(self.pair.in_sight, key=lambda pane: not pane.hasFocus())

    def _shade(self, at: Pointed) -> None:
        if self._prepared is None:
            return
        self.shade(at.language, at.block)
        sentences = sentences_at(self._prepared, at)
        if sentences != self._sentences:
            self._sentences = sentences
            self._paint()

    def _decorate_all(self, _none: None) -> None:
        words, country = margin_words(self.key), partial(_country, self._countries)
        for pane in self.pair.in_sight:
            setting, held = pane.setting(), pane.held
            if self._prepared is not None and setting is not None and held is not None:
                made = decoration(
                    self._prepared,
                    held,
                    pane.placed,
                    self.answers,
                    words,
                    self._differing,
                    palette_in_use(),
                    both=pane is self.pair.shelf.stack,
                )
                own = self._prepared, held, self._highlights
                signs = sign_tips(self._prepared, held, self._differing, country)
                pane.tips = {**signs, **note_tips(*own)}
                letters = (*made.letters, *mark_letters(*own, palette_in_use()))
                shaded = setting.painting.decoration.shaded
                setting.decorate(replace(made, shaded=shaded, letters=letters))
        self._paint()

    def _paint(self) -> None:
        if self._prepared is None:
            return
        marked = differing(marked_spans(self._prepared, self._left), palette_in_use())
        own = mark_stretches(self._prepared, self._highlights, palette_in_use())
        found = {
            language: painted(
                self._prepared,
                language,
                self.answers,
                self._hits,
                self._hit,
                self._sentences.get(language, ()),
                [each for each in own if each.span.language is language],
                palette_in_use(),
            )
            + [each for each in marked if each.span.language is language]
            for language in self._prepared.languages
        }
        for pane in self.pair.in_sight:
            here = pane.held.languages if pane.held else ()
            paint(pane, [each for language in here for each in found.get(language, ())])


def _country(countries: CountryTable, code: str) -> str:
    return countries.name(code, terms.interface_language().value)


def _quotes(answers: Answers) -> tuple[tuple[Quote, ...], ...]:
    return tuple(answer.quotes for answer in answers.criteria)
