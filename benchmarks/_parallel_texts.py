"""Parallel Chinese–English texts that benchmarks read from files, and their true links."""

import random
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel, TypeAdapter, ValidationError

SEED = 20240620
DROPPED, MERGED = 0.05, 0.08
_GOLD = ("zh.gold.txt", "en.gold.txt")


@dataclass(frozen=True, slots=True)
class Sample:
    """Two texts and the true links between their units."""

    name: str
    zh: tuple[str, ...]
    en: tuple[str, ...]
    links: tuple[tuple[frozenset[int], frozenset[int]], ...]


class LinkedTexts(BaseModel):
    """A file of two texts and the links between their units."""

    zh: list[str]
    en: list[str]
    links: list[tuple[list[int], list[int]]]


_Pairs = list[tuple[str | None, str | None]]
_PAIRS: TypeAdapter[_Pairs] = TypeAdapter(_Pairs)
_FORMS: TypeAdapter[LinkedTexts | _Pairs] = TypeAdapter(LinkedTexts | _Pairs)


def perturbed(name: str, pairs: Sequence[tuple[str, str]], chance: random.Random) -> Sample:
    """Drop DROPPED of the units on either side and merge MERGED of neighbours on either side.

    An empty text is no unit: its counterpart has none.
    """
    sides: list[list[tuple[str, set[int]]]] = []
    for side in (0, 1):
        drawn = [(pair[side], {k}) for k, pair in enumerate(pairs) if chance.random() >= DROPPED]
        kept = [(text, origin) for text, origin in drawn if text.strip()]
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
    texts = [tuple(text for _, text in side) for side in sides]
    return _without_empty(Sample(name, texts[0], texts[1], tuple(links)))


def samples(path: Path, seed: int) -> dict[Path, Sample]:
    """The samples of a file or folder, by file; only pairs are perturbed.

    Of a labelled text the file is the Chinese one. A file of another form is named on stderr.
    """
    files = [path]
    if path.is_dir():
        files = [*sorted(path.rglob("*.json")), *sorted(path.rglob(f"*{_GOLD[0]}"))]
    return {file: sample for file in files if (sample := _sample(file, seed)) is not None}


def _sample(file: Path, seed: int) -> Sample | None:
    for gold in _GOLD:
        if file.name.endswith(gold):
            both = [file.with_name(file.name.removesuffix(gold) + each) for each in _GOLD]
            if not all(each.is_file() for each in both):
                _pass_over(file, "the other language is not there")
                return None
            lines = [each.read_text(encoding="utf-8").splitlines() for each in both]
            return labelled(file.parent.name, *lines)
    try:
        content = _FORMS.validate_json(file.read_bytes())
    except ValidationError:
        _pass_over(file, "neither pairs nor linked texts")
        return None
    if isinstance(content, LinkedTexts):
        links = tuple((frozenset(a), frozenset(b)) for a, b in content.links)
        return _without_empty(Sample(file.stem, tuple(content.zh), tuple(content.en), links))
    pairs = [(zh or "", en or "") for zh, en in content]
    return perturbed(file.stem, pairs, random.Random(f"{seed}/{file.stem}"))


def pairs_of(file: Path) -> list[tuple[str, str]]:
    """The pairs of a file; a file of another form is named on stderr and has none."""
    try:
        return [(zh or "", en or "") for zh, en in _PAIRS.validate_json(file.read_bytes())]
    except ValidationError:
        _pass_over(file, "not a list of pairs")
        return []


def _pass_over(file: Path, why: str) -> None:
    print(f"{file}: {why}; passed over.", file=sys.stderr)


def _without_empty(sample: Sample) -> Sample:
    """An empty line is no unit: what is linked with it alone has no counterpart."""
    places = [
        {old: new for new, old in enumerate(at for at, text in enumerate(side) if text.strip())}
        for side in (sample.zh, sample.en)
    ]
    links = tuple(
        (
            frozenset(places[0][i] for i in a if i in places[0]),
            frozenset(places[1][j] for j in b if j in places[1]),
        )
        for a, b in sample.links
    )
    zh, en = (tuple(text for text in side if text.strip()) for side in (sample.zh, sample.en))
    return Sample(sample.name, zh, en, links)
