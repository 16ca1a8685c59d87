"""Characters of a case that nobody sees: where they are, and how they are written out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from review_protocol.documents.case import Case, CaseHeaders
from review_protocol.documents.case_files import files_of
from review_protocol.documents.text import Bilingual, Element, Language, Organisation
from review_protocol.suspicious import hidden_marks


@dataclass(frozen=True, slots=True)
class Unseen:
    """Hidden marks of one text of a case: how many, and their Unicode names, the commonest first.

    `element` and `language` are None for what stands in the headers and the names of files.
    """

    element: Element | None
    language: Language | None
    count: int
    names: tuple[str, ...]


def spelled_out(text: str) -> str:
    """The text with every hidden mark written as `[U+202E]`, so that it moves and hides nothing."""
    marks = hidden_marks(text)
    if not marks:
        return text
    pieces, begin = [], 0
    for at, _ in marks:
        pieces += [text[begin:at], f"[U+{ord(text[at]):04X}]"]
        begin = at + 1
    return "".join(pieces) + text[begin:]


def unseen_in(case: Case) -> tuple[Unseen, ...]:
    """The texts of a case with hidden marks: headers and file names, then the elements in order."""
    found = [_unseen(None, None, _names(case))]
    for element in Element:
        for language in Language:
            texts = (
                part
                for section in case.elements.of(element).of(language)
                for part in (section.heading or "", *section.paragraphs)
            )
            found.append(_unseen(element, language, texts))
    return tuple(each for each in found if each.count)


def _unseen(element: Element | None, language: Language | None, texts: Iterable[str]) -> Unseen:
    names = Counter(name for text in texts for _, name in hidden_marks(text))
    return Unseen(element, language, names.total(), tuple(name for name, _ in names.most_common()))


def _names(case: Case) -> Iterator[str]:
    yield from _headers(case.headers)
    if case.entered_before is not None:
        yield from _both(case.entered_before.name)
    for attachment in files_of(case):
        yield attachment.file
        yield from _both(attachment.title)


def _headers(headers: CaseHeaders) -> Iterator[str]:
    organisations: list[Organisation] = [headers.applicant, *headers.partners]
    if headers.recommender is not None:
        organisations.append(headers.recommender)
    yield from _both(headers.name)
    for organisation in organisations:
        yield from _both(organisation.name)
    yield from (*headers.countries.zh, *headers.countries.en)


def _both(text: Bilingual) -> Iterator[str]:
    yield from (text.zh or "", text.en or "")
