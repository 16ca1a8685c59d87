"""Find words in both languages; a hit comes with what says the same on the other side."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, islice, pairwise
from unicodedata import is_normalized, normalize

from review_protocol.documents.text import Language
from reviewer_app.models.folding import folded as alike
from reviewer_app.ui.reading.anchoring import Anchor
from reviewer_app.ui.reading.counterparts import beside, sentences_at
from reviewer_app.ui.reading.excerpts import around
from reviewer_app.ui.reading.prepared import TITLE, Block, Prepared
from reviewer_app.ui.reading.spans import Pointed
from reviewer_app.ui.reading.state import Find, Hit

MOST_HITS = 200
_HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_GAP = re.compile(f"(?<=[{_HAN}])\\s+|\\s+(?=[{_HAN}])|(?<=\\d)\\s+(?=[a-z])")
"""Beside Chinese and before a measure, some write a space and some do not."""
_QUOTES = str.maketrans("\u201c\u201d\u201e\u2018\u2019", '"""\'\'')
_OTHER = 90


@dataclass(frozen=True, slots=True)
class Folded:
    """A text without differences of letter case, width and script; `places` has, where it is not
    as long as what was written, the written character that each of its own comes from."""

    text: str
    places: tuple[int, ...] | None = None

    def written(self, start: int, end: int) -> tuple[int, int]:
        """Where a stretch of the folded text stands in what was written."""
        if self.places is None:
            return start, end
        return self.places[start], self.places[end - 1] + 1


def folded(text: str) -> Folded:
    """`ＬｏＲａ` and `LoRa`, `㎞` and `km`, `Straße` and `STRASSE`, `國際` and `国际`, `“` and `"`,
    `3.5 亿` and `3.5亿` become the same."""
    plain = text.lower() if text.isascii() else alike(text).translate(_QUOTES)
    whole, spaces = plain.casefold(), [gap.span() for gap in _GAP.finditer(plain)]
    if len(whole) == len(text) and is_normalized("NFKC", plain):
        if not spaces:
            return Folded(whole)
        ends = pairwise((0, *chain.from_iterable(spaces), len(whole)))
        kept = [range(start, end) for start, end in islice(ends, 0, None, 2)]
        text_kept = "".join(whole[each.start : each.stop] for each in kept)
        return Folded(text_kept, tuple(chain.from_iterable(kept)))
    left_out = {at for start, end in spaces for at in range(start, end)}
    parts = [normalize("NFKC", each).casefold() for each in plain]
    places = [at for at, part in enumerate(parts) for _ in part if at not in left_out]
    return Folded("".join(p for at, p in enumerate(parts) if at not in left_out), tuple(places))


@dataclass(frozen=True, slots=True)
class FoldedCase:
    """The units of a case in the order of the form, each with its row and its text folded.

    The titles of the four elements are the form's, not the applicant's: they are not among them.
    """

    prepared: Prepared
    units: tuple[tuple[int, Block, Folded], ...]


def fold_case(prepared: Prepared) -> FoldedCase:
    """Fold all texts; takes as long as fifty searches, and is done away from the GUI thread."""
    found = []
    for at, row in enumerate(prepared.rows):
        for language in Language:
            blocks = [prepared.sides[language].blocks[index] for index in row.of(language)]
            found += [(at, each, folded(each.text)) for each in blocks if each.unit != TITLE]
    return FoldedCase(prepared, tuple(found))


def find_in(case: FoldedCase, text: str, since: Anchor | None = None) -> Find:
    """All hits in the order of the form, letter case and width aside, at most `MOST_HITS`; the
    first one at or after a line of the text is shown, or the first of all."""
    wanted = folded(text.strip()).text
    if not wanted:
        return Find(open=True, text=text, since=since)
    found = list(islice(_hits(case, wanted), MOST_HITS + 1))
    shown, more = found[:MOST_HITS], len(found) > MOST_HITS
    at = _first_after(case.prepared, since, shown) if shown else -1
    hits = tuple(hit for _, hit in shown)
    return Find(open=True, text=text, hits=hits, at=at, more=more, since=since)


def _first_after(prepared: Prepared, since: Anchor | None, hits: Sequence[tuple[int, Hit]]) -> int:
    """In the row of the line, its own paragraph has hits only from that line on."""
    if since is None:
        return 0
    begin = prepared.sides[since.language].find(since.element, since.unit) or 0
    row = prepared.row_of(since.language, begin) or 0
    for at, (hit_row, hit) in enumerate(hits):
        above = (hit.language, hit.block) == (since.language, begin) and hit.end <= since.offset
        if hit_row >= row and not above:
            return at
    return 0


def found_again(find: Find, case: FoldedCase) -> Find:
    """The same search in another version of the case."""
    found = find_in(case, find.text)
    at = min(find.at, len(found.hits) - 1)
    return replace(found, open=find.open, at=at, since=find.since)


def _hits(case: FoldedCase, wanted: str) -> Iterator[tuple[int, Hit]]:
    for row, block, text in case.units:
        at = text.text.find(wanted)
        while at >= 0:
            yield row, _hit(block, *text.written(at, at + len(wanted)))
            at = text.text.find(wanted, at + len(wanted))


def _hit(block: Block, start: int, end: int) -> Hit:
    text, beside = block.text, around(block.text, start, end)
    offset = len(text[:start].encode("utf-16-le")) // 2
    return Hit(
        language=block.language,
        block=block.index,
        start=offset,
        end=offset + len(text[start:end].encode("utf-16-le")) // 2,
        before=beside.before,
        exact=text[start:end],
        after=beside.after,
        cut=beside.cut,
    )


def other_words(prepared: Prepared, hit: Hit) -> str:
    """How the sentence begins that says the same in the other language; its paragraph, where no
    sentence is known."""
    there = hit.language.other
    for span in sentences_at(prepared, Pointed(hit.language, hit.block, hit.start)).get(there, ()):
        text = prepared.sides[there].blocks[span.block].text.encode("utf-16-le")
        return _begun(text[2 * span.start : 2 * span.end].decode("utf-16-le"))
    beside_it = beside(prepared, hit.language, hit.block)[there]
    return _begun(prepared.sides[there].blocks[beside_it[0]].text) if beside_it else ""


def _begun(text: str) -> str:
    return text if len(text) <= _OTHER else text[:_OTHER].rstrip() + "…"
