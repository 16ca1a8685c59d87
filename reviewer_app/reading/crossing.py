"""A second look at units without a counterpart: some have only moved."""

from collections.abc import Iterator, Sequence

from reviewer_app.reading.alignment import Group, Kind
from reviewer_app.reading.similarity import Similarity
from reviewer_app.reading.units import Unit

MOVED = 0.30
"""Content similarity from which a pair is believed although it is out of order."""
FAR = 3.0
"""Standard deviations from which two lengths are far apart."""
_WEAK = 0.18


def crossed(
    groups: Sequence[Group], zh: Sequence[Unit], en: Sequence[Unit], similarity: Similarity
) -> tuple[Group, ...]:
    """Match units of empty and of weak groups again, the most alike first, then their headings."""
    open_groups = [g for g in groups if not (g.zh and g.en) or _is_weak(g)]
    open_zh = [i for g in open_groups for i in g.zh]
    open_en = [j for g in open_groups for j in g.en]
    pairs: dict[int, tuple[int, float]] = {}
    for sim, i, j in _by_content(open_zh, open_en, zh, en, similarity):
        if i not in pairs and all(j != taken for taken, _ in pairs.values()):
            pairs[i] = (j, sim)
    linked = {(i, j) for g in groups for i in g.zh for j in g.en} | {
        (i, pairs[i][0]) for i in pairs
    }
    taken = {j for j, _ in pairs.values()}
    headings_zh = [i for i in open_zh if zh[i].is_heading and i not in pairs]
    headings_en = [j for j in open_en if en[j].is_heading and j not in taken]
    for i, j in _headings(headings_zh, headings_en, zh, en, linked):
        pairs[i] = (j, similarity.pair(i, j))
    return _arranged(groups, pairs)


def _is_weak(group: Group) -> bool:
    return group.kind is Kind.UNCERTAIN and group.sim < _WEAK


def _by_content(
    open_zh: Sequence[int],
    open_en: Sequence[int],
    zh: Sequence[Unit],
    en: Sequence[Unit],
    similarity: Similarity,
) -> list[tuple[float, int, int]]:
    """Pairs that are alike enough, best first, ties in reading order."""
    pairs = [
        (similarity.pair(i, j), i, j)
        for i in open_zh
        for j in open_en
        if zh[i].is_heading == en[j].is_heading
        and abs(similarity.deviation(similarity.zh[i], similarity.en[j])) <= 2 * FAR
    ]
    return sorted((p for p in pairs if p[0] >= MOVED), key=lambda p: (-p[0], p[1], p[2]))


def _headings(
    open_zh: Sequence[int],
    open_en: Sequence[int],
    zh: Sequence[Unit],
    en: Sequence[Unit],
    linked: set[tuple[int, int]],
) -> Iterator[tuple[int, int]]:
    """Headings whose first paragraphs belong together; or the only two left, if that is likely."""
    left_zh, left_en = list(open_zh), list(open_en)
    for i in open_zh:
        j = next((j for j in left_en if (i + 1, j + 1) in linked and _leads(zh, i)), None)
        if j is not None:
            left_zh.remove(i)
            left_en.remove(j)
            yield i, j
    if len(left_zh) == len(left_en) == 1:
        i, j = left_zh[0], left_en[0]
        untranslated = _leads(zh, i) and all(a != i + 1 for a, _ in linked)
        added = _leads(en, j) and all(b != j + 1 for _, b in linked)
        if not (untranslated and added):
            yield i, j


def _leads(units: Sequence[Unit], heading: int) -> bool:
    """Whether a paragraph stands under the heading."""
    return heading + 1 < len(units) and not units[heading + 1].is_heading


def _arranged(groups: Sequence[Group], pairs: dict[int, tuple[int, float]]) -> tuple[Group, ...]:
    """The groups without the units that were paired, and the pairs in their places."""
    taken = {j for j, _ in pairs.values()}
    rest = [_without(g, set(pairs), taken) for g in groups]
    result = [g for g in rest if g.zh or g.en]
    settled = list(result)
    for i, (j, sim) in sorted(pairs.items()):
        across = any(_cross(g, i, j) for g in settled) or any(
            (i < k) != (j < other) for k, (other, _) in pairs.items() if k != i
        )
        kind = Kind.MOVED if across else Kind.SAME
        later = (k for k, g in enumerate(result) if _after(g, i, j, moved=across))
        at = next(later, len(result))
        result.insert(at, Group(zh=(i,), en=(j,), kind=kind, sim=round(sim, 3)))
    return tuple(result)


def _without(group: Group, zh: set[int], en: set[int]) -> Group:
    left_zh = tuple(i for i in group.zh if i not in zh)
    left_en = tuple(j for j in group.en if j not in en)
    if (left_zh, left_en) == (group.zh, group.en):
        return group
    if left_zh and left_en:
        return Group(zh=left_zh, en=left_en, kind=group.kind, sim=group.sim)
    return Group(zh=left_zh, en=left_en, kind=Kind.MISSING, sim=0.0)


def _cross(group: Group, i: int, j: int) -> bool:
    """Whether the pair stands before the group on one side and after it on the other."""
    return any((a < i) != (b < j) for a in group.zh for b in group.en)


def _after(group: Group, i: int, j: int, *, moved: bool) -> bool:
    """Whether the group comes after the pair; a moved pair stands where its Chinese unit does."""
    if group.zh:
        return group.zh[0] > i
    return not moved and group.en[0] > j
