"""What is painted around and over the words of each pane: from rows, quotes and hits."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass

from PySide6.QtGui import QColor, QTextCharFormat
from PySide6.QtWidgets import QTextEdit

from review_protocol.documents.score import Answers, CriterionCode, Quote
from review_protocol.documents.text import Language
from reviewer_app.reading.align import Kind
from reviewer_app.reading.quotes import found_again
from reviewer_app.ui import terms
from reviewer_app.ui.kit.found_words import found_ground
from reviewer_app.ui.kit.palette import Palette, mix
from reviewer_app.ui.reading.evidence_style import evidence_colour, evidence_format
from reviewer_app.ui.reading.margin import Decoration, GapBox, Letter
from reviewer_app.ui.reading.pane import ReadingPane, cursor_in
from reviewer_app.ui.reading.pane_text import PaneText
from reviewer_app.ui.reading.placing import EmptyBox, Placed, has_chip
from reviewer_app.ui.reading.prepared import LACKING, Gap, Prepared
from reviewer_app.ui.reading.spans import BlockSpan, TextSpan, block_spans
from reviewer_app.ui.reading.state import Hit

SENTENCE = 0.2
"""How strongly the sentence under the pointer and its counterpart are shaded."""
DIFFERS = "differs"
_SIGNS = {Kind.MOVED: "moved", Kind.UNCERTAIN: "uncertain"}


@dataclass(frozen=True, slots=True)
class Painted:
    """A stretch of a block that is painted over, and in which form."""

    span: BlockSpan
    form: QTextCharFormat


def quote_spans(
    prepared: Prepared, answers: Answers, language: Language
) -> tuple[tuple[CriterionCode, tuple[BlockSpan, ...]], ...]:
    """Where the quotes of one language stand; a quote of another text is painted nowhere."""
    found = []
    for answer in answers.criteria:
        for quote in answer.quotes:
            spans = spans_of(prepared, quote) if quote.language is language else ()
            if spans:
                found.append((answer.criterion, spans))
    return tuple(found)


def spans_of(prepared: Prepared, quote: Quote) -> tuple[BlockSpan, ...]:
    """Where a quote stands in the blocks of its side; empty where the text is another one."""
    place = found_again(quote, prepared.texts[quote.element, quote.language])
    if place is None:
        return ()
    return block_spans(prepared, TextSpan(quote.language, quote.element, *place))


@dataclass(frozen=True, slots=True)
class Words:
    """What is written around the texts, in the interface's language."""

    gaps: Mapping[Gap, str]
    only: Mapping[Language, str]
    """An element that is there in this language alone."""
    passed: Mapping[Language, str]
    """Paragraphs that are there in this language alone, which is not in sight."""
    chips: Mapping[Kind, str]
    untranslated: str

    def of_gap(self, box: EmptyBox) -> str:
        if box.only is None:
            return self.gaps[box.gap]
        return (self.passed if box.gap in LACKING else self.only)[box.only]


def decoration(
    prepared: Prepared,
    held: PaneText,
    placed: Placed,
    answers: Answers,
    words: Words,
    differ: Container[int],
    palette: Palette,
    *,
    both: bool = False,
) -> Decoration:
    """Gaps, signs, chips, bars and letters of one pane; shading comes with the pointer.

    `both` says that the pane is for both languages: what one of them lacks has a chip.
    """
    signs: dict[int, tuple[str, ...]] = {}
    chips, bars = {}, []
    opened: set[int] = set()
    opens = not both and len(held.languages) > 1
    for at, (row, parts) in enumerate(zip(prepared.rows, held.rows, strict=True)):
        if not parts:
            continue
        here = (_SIGNS.get(row.kind, ""), DIFFERS if at in differ else "")
        if any(here):
            signs[parts[0][0]] = tuple(filter(None, here))
        if has_chip(row, both=both):
            chips[parts[-1][-1]] = words.chips.get(row.kind, words.untranslated)
        if row.kind is Kind.MERGED:
            bars += [(blocks[0], blocks[-1]) for blocks in parts if len(blocks) > 1]
        if opens:
            opened.update(b for part in parts for b in part if held.is_opened(b))
    return Decoration(
        gaps=tuple(GapBox(gap.top, gap.height, words.of_gap(gap)) for gap in placed.gaps),
        letters=tuple(_letters(prepared, held, answers, palette)),
        signs=signs,
        chips=chips,
        spans=tuple(bars),
        opened=frozenset(opened),
    )


def _letters(
    prepared: Prepared, held: PaneText, answers: Answers, palette: Palette
) -> Iterator[Letter]:
    for language in held.languages:
        for code, spans in quote_spans(prepared, answers, language):
            number = held.number(language, spans[0].block)
            if number is not None:
                letter = terms.criterion_letter(code)
                yield Letter(number, spans[0].start, letter, evidence_colour(code, palette))


def painted(
    prepared: Prepared,
    language: Language,
    answers: Answers,
    hits: Iterable[Hit],
    shown: Hit | None,
    sentences: Iterable[BlockSpan],
    highlights: Iterable[Painted],
    palette: Palette,
) -> list[Painted]:
    """Pointed sentences, highlights, quotes and hits of a language, each over those before it; the
    hit that is shown above all."""
    pointed = QTextCharFormat()
    pointed.setBackground(QColor(mix(palette.surface, palette.accent, SENTENCE)))
    found = [*(Painted(span, pointed) for span in sentences), *highlights]
    found += [
        Painted(span, evidence_format(code, palette))
        for code, spans in quote_spans(prepared, answers, language)
        for span in spans
    ]
    for hit in hits:
        if hit.language is language:
            form = QTextCharFormat()
            form.setBackground(QColor(found_ground(palette)))
            if hit == shown:
                form.setBackground(QColor(palette.accent))
                form.setForeground(QColor(palette.on_accent))
            found.append(Painted(BlockSpan(language, hit.block, hit.start, hit.end), form))
    return found


def differing(spans: Iterable[BlockSpan], palette: Palette) -> list[Painted]:
    """Figures that the versions give differently: underlined with dots, besides the sign."""
    form = QTextCharFormat()
    form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
    form.setUnderlineColor(QColor(palette.text))
    return [Painted(span, form) for span in spans]


def paint(pane: ReadingPane, stretches: Iterable[Painted]) -> None:
    """Paint stretches over a pane's words; the document is not touched.

    A text that came while the pane was out of sight has no lines yet: it is painted with them.
    """
    setting, selections = pane.setting(), []
    if setting is None or not setting.styles:
        return
    for each in stretches:
        cursor = cursor_in(pane, each.span)
        if cursor is not None:
            selection = QTextEdit.ExtraSelection()
            selection.cursor, selection.format = cursor, each.form
            selections.append(selection)
    pane.setExtraSelections(selections)
