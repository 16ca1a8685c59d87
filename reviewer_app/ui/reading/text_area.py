"""The texts of a case with what is marked in them; selections come out as quotes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtWidgets import QVBoxLayout, QWidget

from review_protocol.documents.score import Answers, Quote
from review_protocol.documents.text import Element, Language
from reviewer_app.reading.align import Kind
from reviewer_app.reading.quotes import quote_of
from reviewer_app.ui.kit.i18n import Retranslating
from reviewer_app.ui.kit.stylesheet import palette_in_use
from reviewer_app.ui.reading.comparing import FigurePair
from reviewer_app.ui.reading.counterparts import Sentences, sentences_at
from reviewer_app.ui.reading.decorating import decoration, paint, painted, spans_of
from reviewer_app.ui.reading.pair import PanePair
from reviewer_app.ui.reading.pane import Pointed, ReadingPane
from reviewer_app.ui.reading.prepared import TITLE, Gap, Prepared
from reviewer_app.ui.reading.state import Hit, ReadingState


class TextArea(Retranslating, QWidget):
    """Draws the pair of panes and everything marked in it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pair = PanePair()
        self._prepared: Prepared | None = None
        self._answers = Answers()
        self._figures: Mapping[int, FigurePair] = {}
        self._hits: tuple[Hit, ...] = ()
        self._hit: Hit | None = None
        self._sentences: Sentences = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.pair)
        self.pair.placed.connect(self._decorate_all)
        for pane in self.pair.panes.values():
            pane.pointed.connect(self._shade)
        self.built()

    def show_state(self, state: ReadingState) -> None:
        """Draw a case, its arrangement, and the hits of a search."""
        if state.opened is None:
            return
        prepared = state.opened.prepared
        if prepared.texts != (self._prepared.texts if self._prepared else None):
            self._prepared = prepared
            self._sentences = {}
            for language, column in self.pair.columns.items():
                original = state.opened.view.case.original is language
                column.set_original(original=original and len(prepared.languages) > 1)
            self.pair.show_case(prepared, state.how, state.start)
        else:
            self.pair.show_arrangement(state.how)
        if state.figures != self._figures:
            self._figures = state.figures
            self._decorate_all(None)
        find = state.find
        hit = find.hits[find.at] if 0 <= find.at < len(find.hits) else None
        if (find.hits, hit) != (self._hits, self._hit):
            self._hits, self._hit = find.hits, hit
            self._paint()
            if hit is not None:
                self.pair.go_to(hit.language, hit.block, above=80.0)

    def show_answers(self, answers: Answers) -> None:
        """Draw the quotes of a sheet."""
        if tuple(a.quotes for a in answers.criteria) != tuple(
            a.quotes for a in self._answers.criteria
        ):
            self._answers = answers
            self._decorate_all(None)

    def quote(self) -> Quote | None:
        """What is selected in the pane used last, as a quote; None for nothing."""
        for pane in self._panes():
            span = pane.selection()
            if span is None or self._prepared is None:
                continue
            text = self._prepared.texts[span.element, span.language]
            try:
                return quote_of(text, span.language, span.element, span.start, span.end)
            except ValueError:  # only spaces were selected
                return None
        return None

    def deselect(self) -> None:
        """Nothing is selected any more."""
        for pane in self.pair.panes.values():
            cursor = pane.textCursor()
            cursor.clearSelection()
            pane.setTextCursor(cursor)

    def show_quote(self, quote: Quote) -> None:
        """Scroll to a quote, and shade it and its counterpart."""
        spans = spans_of(self._prepared, quote) if self._prepared else ()
        if spans:
            self.pair.go_to(quote.language, spans[0].block, above=80.0)
            self.shade(quote.language, spans[0].block)

    def show_element(self, element: Element) -> None:
        """Scroll to the title of an element."""
        if self._prepared is not None and self.pair.shown:
            language = self.pair.shown[0]
            block = self._prepared.sides[language].find(element, TITLE)
            for each in self.pair.shown:
                found = self._prepared.sides[each].find(element, TITLE)
                self.pair.go_to(each, found if found is not None else block or 0)

    def shade(self, language: Language, block: int) -> None:
        """Shade a block and its counterparts."""
        if self._prepared is None:
            return
        row = self._prepared.row_of(language, block) if block >= 0 else None
        for each, pane in self.pair.panes.items():
            setting = pane.setting()
            if setting is not None:
                blocks = self._prepared.rows[row].of(each) if row is not None else ()
                shaded = frozenset(blocks)
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
        panes = [self.pair.panes[each] for each in self.pair.shown]
        return sorted(panes, key=lambda pane: not pane.hasFocus())

    def _shade(self, at: Pointed) -> None:
        pane = self.sender()
        if not isinstance(pane, ReadingPane) or self._prepared is None:
            return
        self.shade(pane.language, at.block)
        sentences = sentences_at(self._prepared, pane.language, at)
        if sentences != self._sentences:
            self._sentences = sentences
            self._paint()

    def _decorate_all(self, _none: None) -> None:
        words: Mapping[Gap, str] = {
            Gap.PARAGRAPH: self.tr("Not translated"),
            Gap.HEADING: self.tr("No heading here"),
            Gap.ELEMENT: self.tr("This element is not filled in in this language"),
            Gap.NOWHERE: self.tr("This element is not filled in"),
        }
        chips = {Kind.MOVED: self.tr("Moved"), Kind.UNCERTAIN: self.tr("Uncertain")}
        for language, placed in self.pair.found.items():
            setting = self.pair.panes[language].setting()
            if self._prepared is not None and setting is not None:
                made = decoration(
                    self._prepared,
                    language,
                    placed,
                    self._answers,
                    words,
                    self._figures,
                    chips,
                    palette_in_use(),
                )
                self.pair.panes[language].tips = self._tips(self._prepared, language)
                shaded = setting.painting.decoration.shaded
                setting.decorate(replace(made, shaded=shaded))
        self._paint()

    def _tips(self, prepared: Prepared, language: Language) -> dict[int, str]:
        """What the signs in the margin mean, by block."""
        words = {
            Kind.MOVED: self.tr("Stands at another place in the other version"),
            Kind.MERGED: self.tr("Paragraphs are divided differently in the other version"),
            Kind.UNCERTAIN: self.tr("It is not sure that these paragraphs belong together"),
        }
        tips: dict[int, str] = {}
        for at, row in enumerate(prepared.rows):
            text = words.get(row.kind, "")
            pair = self._figures.get(at)
            if pair is not None:
                differ = self.tr("The two versions give different figures: {zh} and {en}")
                text = differ.format(zh=pair.zh, en=pair.en)
            if text:
                tips.update(dict.fromkeys(row.of(language), text))
        return tips

    def _paint(self) -> None:
        if self._prepared is None:
            return
        for language in self.pair.shown:
            stretches = painted(
                self._prepared,
                language,
                self._answers,
                self._hits,
                self._hit,
                self._sentences.get(language, ()),
                palette_in_use(),
            )
            paint(self.pair.panes[language], stretches)
