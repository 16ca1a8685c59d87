"""What is painted around and over the words of each pane: from rows, quotes and hits."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass

from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from review_protocol.documents.score import Answers, CriterionCode, Quote
from review_protocol.documents.text import Language
from reviewer_app.reading.align import Kind
from reviewer_app.reading.quotes import found_again
from reviewer_app.ui import terms
from reviewer_app.ui.kit.palette import Palette, mix
from reviewer_app.ui.reading.evidence_style import evidence_colour, evidence_format
from reviewer_app.ui.reading.margin import Decoration, GapBox, Letter
from reviewer_app.ui.reading.pane import BlockSpan, ReadingPane, TextSpan, block_spans
from reviewer_app.ui.reading.placing import Placed
from reviewer_app.ui.reading.prepared import Gap, Prepared
from reviewer_app.ui.reading.state import Hit

SENTENCE = 0.2
"""How strongly the sentence under the pointer and its counterpart are shaded."""
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


def decoration(
    prepared: Prepared,
    language: Language,
    placed: Placed,
    answers: Answers,
    gap_words: Mapping[Gap, str],
    figures: Container[int],
    chip_words: Mapping[Kind, str],
    palette: Palette,
) -> Decoration:
    """Gaps, signs, chips, bars and letters of one pane; shading comes with the pointer."""
    signs, chips, bars = {}, {}, []
    for at, row in enumerate(prepared.rows):
        blocks = row.of(language)
        if blocks and row.kind in _SIGNS:
            signs[blocks[0]] = _SIGNS[row.kind]
        elif blocks and at in figures:
            signs[blocks[0]] = "figures"
        if blocks and row.kind in chip_words:
            chips[blocks[-1]] = chip_words[row.kind]
        if len(blocks) > 1 and row.kind is Kind.MERGED:
            bars.append((blocks[0], blocks[-1]))
    letters = (
        Letter(
            spans[0].block,
            spans[0].start,
            terms.criterion_letter(code),
            evidence_colour(code, palette),
        )
        for code, spans in quote_spans(prepared, answers, language)
    )
    return Decoration(
        gaps=tuple(GapBox(gap.top, gap.height, gap_words[gap.gap]) for gap in placed.gaps),
        letters=tuple(letters),
        signs=signs,
        chips=chips,
        spans=tuple(bars),
    )


def painted(
    prepared: Prepared,
    language: Language,
    answers: Answers,
    hits: Iterable[Hit],
    shown: Hit | None,
    sentences: Iterable[BlockSpan],
    palette: Palette,
) -> list[Painted]:
    """Pointed sentences, quotes and hits of one pane, the hit that is shown above all."""
    pointed = QTextCharFormat()
    pointed.setBackground(QColor(mix(palette.surface, palette.accent, SENTENCE)))
    found = [Painted(span, pointed) for span in sentences]
    found += [
        Painted(span, evidence_format(code, palette))
        for code, spans in quote_spans(prepared, answers, language)
        for span in spans
    ]
    for hit in hits:
        if hit.language is language:
            form = QTextCharFormat()
            form.setBackground(QColor(mix(palette.surface, palette.note, 0.6)))
            if hit == shown:
                form.setBackground(QColor(palette.accent))
                form.setForeground(QColor(palette.on_accent))
            found.append(Painted(BlockSpan(hit.block, hit.start, hit.end), form))
    return found


def paint(pane: ReadingPane, stretches: Iterable[Painted]) -> None:
    """Paint stretches over a pane's words; the document is not touched."""
    selections = []
    for each in stretches:
        block = pane.document().findBlockByNumber(each.span.block)
        cursor = QTextCursor(block)
        cursor.setPosition(block.position() + each.span.start)
        cursor.setPosition(block.position() + each.span.end, QTextCursor.MoveMode.KeepAnchor)
        selection = QTextEdit.ExtraSelection()
        selection.cursor, selection.format = cursor, each.form
        selections.append(selection)
    pane.setExtraSelections(selections)
