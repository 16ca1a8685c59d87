"""Find words in both languages; a hit comes with the beginning of its counterpart."""

from __future__ import annotations

import re
from collections.abc import Iterator

from review_protocol.documents.text import Language
from reviewer_app.ui.reading.prepared import TITLE, Prepared
from reviewer_app.ui.reading.state import Find, Hit

MOST_HITS = 200
_AROUND = 28
_OTHER = 60


def find_in(prepared: Prepared, text: str) -> Find:
    """All hits in the order of the form, letter case aside, at most `MOST_HITS`.

    The titles of the four elements are the form's, not the applicant's: they are no hits.
    """
    wanted = text.strip()
    if not wanted:
        return Find(open=True, text=text)
    hits: list[Hit] = []
    for hit in _hits(prepared, re.compile(re.escape(wanted), re.IGNORECASE)):
        if len(hits) == MOST_HITS:
            return Find(open=True, text=text, hits=tuple(hits), at=0, more=True)
        hits.append(hit)
    return Find(open=True, text=text, hits=tuple(hits), at=0 if hits else -1)


def _hits(prepared: Prepared, pattern: re.Pattern[str]) -> Iterator[Hit]:
    for row in prepared.rows:
        for language in Language:
            there = row.of(language.other)
            other = prepared.sides[language.other].blocks[there[0]].text[:_OTHER] if there else ""
            for index in row.of(language):
                block = prepared.sides[language].blocks[index]
                found = () if block.unit == TITLE else pattern.finditer(block.text)
                for match in found:
                    yield _hit(language, index, block.text, match, other)


def _hit(language: Language, index: int, block: str, match: re.Match[str], other: str) -> Hit:
    start, end = match.span()
    return Hit(
        language=language,
        block=index,
        start=len(block[:start].encode("utf-16-le")) // 2,
        end=len(block[:end].encode("utf-16-le")) // 2,
        before=block[max(0, start - _AROUND) : start],
        exact=match.group(),
        after=block[end : end + _AROUND],
        other=other,
    )
