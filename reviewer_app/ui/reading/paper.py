"""A case made ready to be printed: its rows, what is marked in them, and the words around."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from review_protocol.documents.score import Answers, CriterionCode
from review_protocol.documents.text import Element, Language
from reviewer_app.reading.quotes import found_again, paragraph_number
from reviewer_app.reports.case_paper import (
    CasePaper,
    MarkTone,
    PaperMark,
    PaperNote,
    PaperRow,
    PaperStyle,
    PaperText,
)
from reviewer_app.ui import quote_words, terms
from reviewer_app.ui.reading.prepared import TITLE, Block, BlockKind, Gap, PaneRow, Prepared
from reviewer_app.ui.reading.spans import TextSpan
from reviewer_app.ui.reading.state import Opened

translate = QCoreApplication.translate
_TONES: dict[CriterionCode, MarkTone] = {
    "conceptual_fit": "fit",
    "international_cooperativeness": "cooperation",
    "benefits": "benefits",
}
_STYLES: dict[BlockKind, PaperStyle] = {
    BlockKind.TITLE: "title",
    BlockKind.HEADING: "heading",
    BlockKind.PARAGRAPH: "body",
}


@dataclass(frozen=True, slots=True)
class CaseMark:
    """One's own mark: where it stands, its letter and tone, what it belongs to, its words, and the
    place in words."""

    span: TextSpan | None
    letter: str
    tone: MarkTone
    about: str
    words: str
    where: str


@dataclass(frozen=True, slots=True)
class Wanted:
    """How a case is to be printed: side by side or one below the other, with marks or without."""

    columns: bool = True
    marks: bool = True


def quote_marks(prepared: Prepared, answers: Answers) -> tuple[CaseMark, ...]:
    """The evidence of a sheet; a quote of another text stands in the list alone."""
    found = []
    for answer in answers.criteria:
        for quote in answer.quotes:
            place = None
            text = prepared.texts.get((quote.element, quote.language))
            at = found_again(quote, text) if text is not None else None
            if at is not None:
                place = TextSpan(quote.language, quote.element, *at)
            letter = terms.criterion_letter(answer.criterion)
            about = terms.criterion(answer.criterion)
            paragraph = None if text is None else paragraph_number(quote, text)
            where = quote_words.place_in_text(quote, paragraph)
            tone = _TONES[answer.criterion]
            found.append(CaseMark(place, letter, tone, about, quote.exact, where))
    return tuple(found)


def paper_of(
    opened: Opened, left: Language, wanted: Wanted, marks: Sequence[CaseMark], now: datetime
) -> CasePaper:
    """The case on paper, in the interface's words; `now` is in UTC."""
    prepared, row = opened.prepared, opened.view.row
    shown = marks if wanted.marks else ()
    languages = _languages(prepared, left)
    return CasePaper(
        number=row.number,
        title=tuple(row.name.of(each) or row.number for each in languages),
        about=terms.area(row.area),
        confidential=translate("paper", "Confidential: copy of {name}; not to be passed on."),
        page_words=translate("paper", "Page {page} of {count}"),
        rows=tuple(_row(prepared, each, languages, shown) for each in prepared.rows),
        notes_title=translate("paper", "My marks"),
        notes=tuple(PaperNote(m.letter, m.tone, f"{m.about} · {m.where}", m.words) for m in shown),
        made_at_utc=now,
        chinese=languages[0] is Language.ZH,
        columns=wanted.columns and len(languages) == 2,
    )


def _languages(prepared: Prepared, left: Language) -> tuple[Language, ...]:
    both = len(prepared.languages) == 2
    return (left, left.other) if both else prepared.languages


def _row(
    prepared: Prepared, row: PaneRow, languages: Iterable[Language], marks: Sequence[CaseMark]
) -> PaperRow:
    sides = tuple(
        tuple(_text(prepared.sides[each].blocks[block], marks) for block in row.of(each))
        for each in languages
    )
    lacking = translate("paper", "(not translated)") if row.gap is Gap.PARAGRAPH else ""
    if row.gap is Gap.ELEMENT:
        lacking = translate("paper", "(not filled in in this language)")
    return PaperRow(sides, lacking)


def _text(block: Block, marks: Sequence[CaseMark]) -> PaperText:
    return PaperText(
        text=block.text,
        style=_STYLES[block.kind],
        chinese=block.language is Language.ZH,
        marks=tuple(
            PaperMark(
                max(0, mark.span.start - block.start),
                min(len(block.text), mark.span.end - block.start),
                mark.letter if mark.span.start >= block.start else "",
                mark.tone,
            )
            for mark in marks
            if mark.span is not None and _meets(mark.span, block)
        ),
    )


def _meets(span: TextSpan, block: Block) -> bool:
    element: Element = block.element
    return (
        block.unit != TITLE
        and (span.language, span.element) == (block.language, element)
        and span.start < block.start + len(block.text)
        and span.end > block.start
    )
