"""The share of units with a right counterpart, beside scrolling both texts in proportion.

The dictionary is unpacked before anything is timed. The programme's glossary is left out unless
`--words glossary` asks for it: its terms stand in the programme's own slides, which are a sample.
"""

import argparse
import json
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from importlib.resources import files
from pathlib import Path

from benchmarks._parallel_texts import SEED, Sample, samples
from reviewer_app.reading.align import align
from reviewer_app.reading.alignment import ALIGNMENT_VERSION
from reviewer_app.reading.lexicon import NO_LEXICON, DictionaryLexicon, Lexicon, terms_of
from reviewer_app.reading.similarity import weighted_length
from reviewer_app.reading.units import Unit, on_one_line

SHOWN = 4
_PARALLEL = Path(__file__).resolve().parents[2] / "shared" / "parallel"

Links = list[tuple[tuple[int, ...], tuple[int, ...]]]
Method = Callable[[Sequence[Unit], Sequence[Unit]], Links]


class Words(StrEnum):
    """Which words are known."""

    DICTIONARY = "dictionary"
    GLOSSARY = "glossary"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Score:
    """`right` of `units` have a right counterpart; `exact` groups are both found and true."""

    units: int
    right: int
    found: int
    true: int
    exact: int
    seconds: float

    def __add__(self, other: "Score") -> "Score":
        return Score(
            self.units + other.units,
            self.right + other.right,
            self.found + other.found,
            self.true + other.true,
            self.exact + other.exact,
            self.seconds + other.seconds,
        )

    @property
    def share(self) -> float:
        return self.right / self.units if self.units else 0.0

    @property
    def strict_f(self) -> float:
        return 2 * self.exact / (self.found + self.true) if self.found + self.true else 0.0


def proportional(zh: Sequence[Unit], en: Sequence[Unit]) -> Links:
    """What stands opposite a unit when both texts scroll in proportion to their length."""
    heights_zh = [max(weighted_length(u.text), 1.0) for u in zh]
    heights_en = [max(float(len(u.text)), 1.0) for u in en]
    links: Links = [((i,), (_opposite(i, heights_zh, heights_en),)) for i in range(len(zh))]
    return links + [((_opposite(j, heights_en, heights_zh),), (j,)) for j in range(len(en))]


def aligned(zh: Sequence[Unit], en: Sequence[Unit]) -> Links:
    """By length and by what both write alike."""
    return aligner(NO_LEXICON)(zh, en)


def aligner(lexicon: Lexicon) -> Method:
    """By length, by what both write alike, and by the words of a dictionary."""
    return lambda zh, en: [(group.zh, group.en) for group in align(zh, en, lexicon).groups]


def lexicon_of(words: Words) -> Lexicon:
    """The dictionary with or without the programme's glossary, unpacked; or none."""
    resources = files("reviewer_app.resources")
    packed = (resources / "dictionary" / "words.txt.xz").read_bytes
    glossary = (resources / "glossary" / "glossary.json").read_text(encoding="utf-8")
    lexicons: dict[Words, Lexicon] = {
        Words.NONE: NO_LEXICON,
        Words.DICTIONARY: DictionaryLexicon(packed),
        Words.GLOSSARY: DictionaryLexicon(packed, terms_of(glossary)),
    }
    lexicons[words].glosses("词")
    return lexicons[words]


def _opposite(unit: int, own: Sequence[float], other: Sequence[float]) -> int:
    middle = (sum(own[:unit]) + own[unit] / 2) / sum(own) * sum(other)
    below = 0.0
    for k, height in enumerate(other):
        below += height
        if middle <= below:
            return k
    return len(other) - 1


def measured(sample: Sample, method: Method) -> Score:
    """Run one method; of a Chinese unit the first link counts, of an English one the last."""
    zh, en = _units(sample.zh), _units(sample.en)
    begin = time.perf_counter()
    links = method(zh, en)
    seconds = time.perf_counter() - begin
    right = _right(len(zh), [(a, b) for a, b in links], sample.links)
    right += _right(
        len(en), [(b, a) for a, b in reversed(links)], tuple((b, a) for a, b in sample.links)
    )
    found = {(frozenset(a), frozenset(b)) for a, b in links if a and b}
    true = {(a, b) for a, b in sample.links if a and b}
    return Score(len(zh) + len(en), right, len(found), len(true), len(found & true), seconds)


def _units(texts: Iterable[str]) -> tuple[Unit, ...]:
    """Paragraphs of one section, of any length."""
    return tuple(Unit(0, at, on_one_line(text), 0) for at, text in enumerate(texts))


def _right(size: int, links: Links, true: tuple[tuple[frozenset[int], frozenset[int]], ...]) -> int:
    shown: dict[int, tuple[int, ...]] = {}
    for own, other in links:
        for unit in own:
            shown.setdefault(unit, other[:SHOWN])
    count = 0
    for unit in range(size):
        targets = frozenset().union(*(b for a, b in true if unit in a))
        there = shown.get(unit, ())
        count += bool(targets & set(there)) if targets else not there
    return count


def _line(name: str, method: str, score: Score, *, strict: bool) -> str:
    exact = f"{score.strict_f:>10.3f}" if strict else f"{'':>10}"
    return f"{name:<16}{method:<14}{score.units:>7}{score.share:>8.3f}{exact}{score.seconds:>9.3f}"


def _result(score: Score) -> dict[str, float]:
    return {
        "right_counterpart": round(score.share, 4),
        "strict_f": round(score.strict_f, 4),
        "seconds": round(score.seconds, 4),
    }


def _added(scores: Iterable[Score]) -> Score:
    return sum(scores, Score(0, 0, 0, 0, 0, 0.0))


def _table(beside: Mapping[Path, Score], ours: Mapping[Path, Score]) -> Iterator[str]:
    """A line a folder and method."""
    yield f"{'set':<16}{'method':<14}{'units':>7}{'right':>8}{'strict F':>10}{'seconds':>9}"
    for folder in dict.fromkeys(path.parent for path in ours):
        inside = [path for path in ours if path.parent == folder]
        name = folder.resolve().name
        yield _line(name, "proportional", _added(beside[each] for each in inside), strict=False)
        yield _line(name, "aligned", _added(ours[each] for each in inside), strict=True)


def _arguments(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.alignment", description=__doc__)
    parser.add_argument("paths", nargs="*", type=Path, default=[_PARALLEL], metavar="PATH")
    parser.add_argument("--json", action="store_true", help="one JSON object and nothing else")
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--words", type=Words, choices=list(Words), default=Words.DICTIONARY)
    return parser.parse_args(arguments)


def main(arguments: Sequence[str] | None = None) -> int:
    """Command line; 2 where texts are not there."""
    chosen = _arguments(arguments)
    found: dict[Path, Sample] = {}
    for path in chosen.paths:
        if not path.exists():
            print(f"No parallel texts at {path}; name files or folders.", file=sys.stderr)
            return 2
        found |= samples(path, chosen.seed)
    if not found:
        print("No parallel texts there.", file=sys.stderr)
        return 2
    # With --json the object stands alone, so that it can be piped.
    aside = sys.stderr if chosen.json else sys.stdout
    begin = time.perf_counter()
    method = aligner(lexicon_of(chosen.words))
    unpacked = time.perf_counter() - begin
    head = f"seed {chosen.seed}, alignment version {ALIGNMENT_VERSION}, words: {chosen.words}"
    print(head, f"dictionary unpacked in {unpacked:.3f} s", sep="\n", file=aside)
    ours = {path: measured(sample, method) for path, sample in found.items()}
    beside = {path: measured(sample, proportional) for path, sample in found.items()}
    print("\n".join(_table(beside, ours)), file=aside)
    if chosen.json:
        rows = [{"path": str(path)} | _result(score) for path, score in ours.items()]
        print(json.dumps({"files": rows} | _result(_added(ours.values()))))
    return 0


if __name__ == "__main__":
    sys.exit(main())
