"""The share of units with a right counterpart, beside scrolling both texts in proportion."""

import argparse
import json
import random
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from review_protocol.documents.case import Section
from reviewer_app.reading.align import align
from reviewer_app.reading.alignment import ALIGNMENT_VERSION
from reviewer_app.reading.similarity import weighted_length
from reviewer_app.reading.units import Unit, reading_text

SEED = 20240620
DROPPED, MERGED = 0.05, 0.08
SHOWN = 4
_PARALLEL = Path(__file__).resolve().parents[2] / "shared" / "parallel"

Links = list[tuple[tuple[int, ...], tuple[int, ...]]]
Method = Callable[[Sequence[Unit], Sequence[Unit]], Links]


@dataclass(frozen=True, slots=True)
class Sample:
    """Two texts and the true links between their units."""

    name: str
    zh: tuple[str, ...]
    en: tuple[str, ...]
    links: tuple[tuple[frozenset[int], frozenset[int]], ...]


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
    """What the reading screen shows."""
    return [(group.zh, group.en) for group in align(zh, en).groups]


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
    zh = reading_text([Section(heading=None, paragraphs=sample.zh)]).units
    en = reading_text([Section(heading=None, paragraphs=sample.en)]).units
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


def perturbed(name: str, pairs: Sequence[tuple[str, str]], chance: random.Random) -> Sample:
    """Drop DROPPED of the units on either side and merge MERGED of neighbours on either side."""
    sides: list[list[tuple[str, set[int]]]] = []
    for side in (0, 1):
        kept = [(pair[side], {k}) for k, pair in enumerate(pairs) if chance.random() >= DROPPED]
        units: list[tuple[str, set[int]]] = []
        for text, origin in kept:
            if units and len(units[-1][1]) == 1 and chance.random() < MERGED:
                units[-1] = (units[-1][0] + (" " if side else "") + text, units[-1][1] | origin)
            else:
                units.append((text, origin))
        sides.append(units)
    zh, en = sides
    return Sample(name, tuple(t for t, _ in zh), tuple(t for t, _ in en), _components(zh, en))


def _components(
    zh: Sequence[tuple[str, set[int]]], en: Sequence[tuple[str, set[int]]]
) -> tuple[tuple[frozenset[int], frozenset[int]], ...]:
    """Units tied by common origins, directly or through others, form one true group."""
    groups: list[tuple[set[int], set[int], set[int]]] = []
    sides = [(origin, {i}, set[int]()) for i, (_, origin) in enumerate(zh)]
    sides += [(origin, set[int](), {j}) for j, (_, origin) in enumerate(en)]
    for origin, of_zh, of_en in sides:
        joined = (set(origin), set(of_zh), set(of_en))
        apart = []
        for group in groups:
            if group[0] & joined[0]:
                for mine, its in zip(joined, group, strict=True):
                    mine |= its
            else:
                apart.append(group)
        groups = [*apart, joined]
    return tuple((frozenset(a), frozenset(b)) for _, a, b in groups)


def labelled(name: str, zh: Sequence[str], en: Sequence[str]) -> Sample:
    """Lines `label|text`: the same label on both sides is a link, `a,b` several, `-` none."""
    sides = [[line.split("|", 1) for line in lines if "|" in line] for lines in (zh, en)]
    links: list[tuple[frozenset[int], frozenset[int]]] = []
    names = [[frozenset(labels.split(",")) - {"-"} for labels, _ in side] for side in sides]
    for label in sorted(frozenset().union(*names[0], *names[1])):
        both = [frozenset(i for i, own in enumerate(side) if label in own) for side in names]
        links.append((both[0], both[1]))
    return Sample(name, tuple(t for _, t in sides[0]), tuple(t for _, t in sides[1]), tuple(links))


def samples(path: Path, seed: int) -> dict[str, list[Sample]]:
    """The samples of a file or folder by set; only pairs are perturbed.

    Raises ValueError for a file of another form.
    """
    if path.is_file():
        return {path.stem: [_sample(path, seed)]}
    found: dict[str, list[Sample]] = {}
    for file in sorted(path.rglob("*.json")):
        found.setdefault(file.parent.name, []).append(_sample(file, seed))
    for gold in sorted(path.rglob("zh.gold.txt")):
        lines = [
            f.read_text(encoding="utf-8").splitlines()
            for f in (gold, gold.with_name("en.gold.txt"))
        ]
        found[gold.parent.name] = [labelled(gold.parent.name, *lines)]
    return found


def _sample(file: Path, seed: int) -> Sample:
    content = json.loads(file.read_text(encoding="utf-8"))
    if isinstance(content, dict):
        links = tuple((frozenset(a), frozenset(b)) for a, b in content["links"])
        return Sample(file.stem, tuple(content["zh"]), tuple(content["en"]), links)
    if not isinstance(content, list):
        raise ValueError(f"{file}: neither pairs nor linked texts")
    pairs = [(str(zh), str(en)) for zh, en in content]
    return perturbed(file.stem, pairs, random.Random(f"{seed}/{file.stem}"))


def _report(sets: dict[str, list[Sample]]) -> Iterable[tuple[str, str, Score]]:
    methods: tuple[tuple[str, Method], ...] = (("proportional", proportional), ("aligned", aligned))
    for name, members in sets.items():
        for title, method in methods:
            total = Score(0, 0, 0, 0, 0, 0.0)
            for sample in members:
                total += measured(sample, method)
            yield name, title, total


def main(arguments: Sequence[str] | None = None) -> int:
    """Command line; 2 where the texts are not there."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.alignment", description=__doc__)
    parser.add_argument("path", nargs="?", type=Path, default=_PARALLEL, metavar="FILE")
    parser.add_argument("--json", action="store_true", help="one JSON object as the last line")
    parser.add_argument("--seed", type=int, default=SEED)
    chosen = parser.parse_args(arguments)
    if not chosen.path.exists():
        print(f"No parallel texts at {chosen.path}; name a file or folder.", file=sys.stderr)
        return 2
    print(f"seed {chosen.seed}, alignment version {ALIGNMENT_VERSION}")
    print(f"{'set':<12}{'method':<14}{'units':>7}{'right':>8}{'strict F':>10}{'seconds':>9}")
    results: dict[str, dict[str, dict[str, float]]] = {}
    for name, title, score in _report(samples(chosen.path, chosen.seed)):
        strict = f"{score.strict_f:>10.3f}" if title == "aligned" else f"{'':>10}"
        print(
            f"{name:<12}{title:<14}{score.units:>7}{score.share:>8.3f}{strict}{score.seconds:>9.3f}"
        )
        results.setdefault(name, {})[title] = {
            "units": score.units,
            "right": round(score.share, 4),
            "strict_f": round(score.strict_f, 4),
            "seconds": round(score.seconds, 4),
        }
    if chosen.json:
        print(
            json.dumps(
                {
                    "benchmark": "alignment",
                    "seed": chosen.seed,
                    "version": ALIGNMENT_VERSION,
                    "sets": results,
                }
            )
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
